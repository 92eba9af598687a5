// SPDX-License-Identifier: Apache-2.0
// The desktop program.
#include "app/desktop/program.hpp"

int main(int count, char** words) { return app::runDesktop(count, words); }
