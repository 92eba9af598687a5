// SPDX-License-Identifier: Apache-2.0
// Out of the archive, as text.
#include "layers/files/xlsx_parts.hpp"

#include <utility>

namespace layers {
namespace {

constexpr std::size_t largestPart = std::size_t{1} << 30U;

}  // namespace

std::optional<std::string> XlsxParts::find(const std::string& name) const {
    std::string bytes;
    const bool isThere = m_archive.read(name, [&](std::string_view block) {
        bytes += block;
        if (bytes.size() > largestPart) fail(name + " > 1 GiB");
    });
    return isThere ? std::optional(std::move(bytes)) : std::nullopt;
}

std::string XlsxParts::require(const std::string& name) const {
    auto found = find(name);
    if (!found) fail(name + "?");
    return std::move(*found);
}

}  // namespace layers
