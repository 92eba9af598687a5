// SPDX-License-Identifier: Apache-2.0
// The command line from words to words.
#pragma once

#include <string>
#include <vector>

namespace app {

/// 0 done · 1 done, with findings · 2 usage · 3 error, nothing changed.
int runCommandLine(const std::vector<std::string>& arguments);

}  // namespace app
