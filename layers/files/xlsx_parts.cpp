// SPDX-License-Identifier: Apache-2.0
// Out of the archive, as text.
#include "layers/files/xlsx_parts.hpp"

#include <utility>

namespace layers {
namespace {

constexpr std::uint64_t largestPart = std::uint64_t{1} << 30U;

}  // namespace

std::optional<std::string> XlsxParts::find(const std::string& name) const {
    std::string bytes;
    const bool isThere = m_archive.read(name, largestPart, [&](std::string_view block) { bytes += block; });
    return isThere ? std::optional(std::move(bytes)) : std::nullopt;
}

std::string XlsxParts::require(const std::string& name) const {
    auto found = find(name);
    if (!found) fail(name + "?");
    return std::move(*found);
}

}  // namespace layers
