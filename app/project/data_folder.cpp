// SPDX-License-Identifier: Apache-2.0
// The data folder, found from the running program itself.
#include "app/project/data_folder.hpp"

#include <cstdlib>

#include "geo/base/error.hpp"

namespace app {
namespace {

std::filesystem::path besideTheProgram() {
    std::error_code unknown;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    return program.parent_path().parent_path() / "share" / "khoanh";
}

}  // namespace

std::filesystem::path dataFolder() {
    const char* const named = std::getenv("KHOANH_DATA_DIR");
    const std::filesystem::path folder = named != nullptr ? std::filesystem::path(named) : besideTheProgram();
    if (!std::filesystem::is_directory(folder)) {
        throw geo::Error(geo::ErrorKind::NotFound, "program.data-missing", {{"path", folder.string()}});
    }
    return folder;
}

}  // namespace app
