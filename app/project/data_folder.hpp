// SPDX-License-Identifier: Apache-2.0
// Where the program keeps what it is installed with: words, themes, province packs.
#pragma once

#include <filesystem>

namespace app {

/// `../share/khoanh` beside the program's folder, or KHOANH_DATA_DIR when that is set.
/// Errors: NotFound `program.data-missing` naming the folder.
std::filesystem::path dataFolder();

}  // namespace app
