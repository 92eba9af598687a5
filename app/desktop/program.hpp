// SPDX-License-Identifier: Apache-2.0
// The desktop from its first argument to its last window.
#pragma once

namespace app {

/// `khoanh-desktop [FILE] [--lang vi|en]`. Returns: 0, or 3 when it cannot even begin.
int runDesktop(int count, char** words);

}  // namespace app
