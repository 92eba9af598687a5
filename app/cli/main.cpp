// SPDX-License-Identifier: Apache-2.0
// The command line program.
#include "app/cli/run.hpp"

int main(int count, char** words) { return app::runCommandLine({words + 1, words + count}); }
