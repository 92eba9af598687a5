// SPDX-License-Identifier: Apache-2.0
// mkdtemp() and its end.
#include "layers/files/scratch_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "geo/base/error.hpp"

namespace layers {
namespace {

constexpr std::string_view begin = "khoanh-";
constexpr std::string_view letters = "XXXXXX";

std::string patternOfAll() {
    return (std::filesystem::temp_directory_path() / begin).string() + std::string(letters);
}

}  // namespace

ScratchFolder::ScratchFolder() {
    std::string pattern = patternOfAll();
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

std::string withoutScratch(const std::string& text, const std::filesystem::path& known) {
    const std::string pattern = patternOfAll();
    const std::string_view fixed = std::string_view(pattern).substr(0, pattern.size() - letters.size());
    std::string told;
    std::size_t done = 0;
    for (std::size_t at = text.find(fixed); at != std::string::npos; at = text.find(fixed, at + 1)) {
        const std::size_t end = at + pattern.size();
        const bool isWhole = text.find('/', at + fixed.size()) == end;
        if (!isWhole) continue;
        told += text.substr(done, at - done) + (known / "").string();
        done = end + 1;
    }
    return told + text.substr(done);
}

}  // namespace layers
