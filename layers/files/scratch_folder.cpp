// SPDX-License-Identifier: Apache-2.0
// mkdtemp() and its end.
#include "layers/files/scratch_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include "geo/base/error.hpp"

namespace layers {

ScratchFolder::ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "khoanh-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw geo::Error(geo::ErrorKind::Refused, "file.not-writable", {{"path", pattern}, {"reason", std::strerror(errno)}});
    m_path = pattern;
}

ScratchFolder::~ScratchFolder() { remove(); }
ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
ScratchFolder& ScratchFolder::operator=(ScratchFolder&& other) noexcept {
    if (this == &other) return *this;
    remove();
    m_path = std::exchange(other.m_path, {});
    return *this;
}

void ScratchFolder::remove() noexcept {
    std::error_code ignored;
    if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
}

}  // namespace layers
