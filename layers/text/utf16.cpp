// SPDX-License-Identifier: Apache-2.0
// Pairs of bytes to letters.
#include "layers/text/utf16.hpp"

#include <fmt/format.h>
#include <unicode/utf16.h>

#include <array>
#include <cstdint>

#include "geo/base/error.hpp"
#include "layers/text/normal_form.hpp"

namespace layers {
namespace {

// Digits, blanks, separators and plain letters make up more than this of any table.
constexpr double leastZeros = 0.3;
constexpr std::size_t bytesLookedAt = 65536;

std::uint32_t byteAt(std::string_view bytes, std::size_t position) {
    return static_cast<unsigned char>(bytes[position]);
}

std::uint32_t unitAt(std::string_view bytes, std::size_t position, ByteOrder order) {
    const std::uint32_t first = byteAt(bytes, position);
    const std::uint32_t second = byteAt(bytes, position + 1);
    return order == ByteOrder::LittleEndian ? second << 8U | first : first << 8U | second;
}

[[noreturn]] void fail(std::string_view bytes, std::size_t position) {
    throw geo::Error(geo::ErrorKind::BadData, "text.not-decodable",
                     {{"encoding", std::string("utf-16")},
                      {"position", static_cast<std::int64_t>(position + 1)},
                      {"byte", fmt::format("{:02X}", byteAt(bytes, position))}});
}

}  // namespace

std::optional<ByteOrder> utf16OrderOf(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return ByteOrder::LittleEndian;
    if (bytes.starts_with("\xFE\xFF")) return ByteOrder::BigEndian;
    const std::string_view start = bytes.substr(0, bytesLookedAt);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < start.size(); ++i) zeros[i % 2] += start[i] == '\0' ? 1U : 0U;
    const double enough = leastZeros * static_cast<double>(start.size()) / 2;
    if (zeros[0] == 0 && zeros[1] > 0 && static_cast<double>(zeros[1]) >= enough)
        return ByteOrder::LittleEndian;
    if (zeros[1] == 0 && zeros[0] > 0 && static_cast<double>(zeros[0]) >= enough) return ByteOrder::BigEndian;
    return std::nullopt;
}

std::string decodeUtf16(std::string_view bytes, ByteOrder order) {
    std::string utf8;
    const bool isMarked = bytes.size() > 1 && unitAt(bytes, 0, order) == 0xFEFF;
    for (std::size_t i = isMarked ? 2 : 0; i < bytes.size(); i += 2) {
        if (i + 1 == bytes.size()) fail(bytes, i);
        const std::uint32_t unit = unitAt(bytes, i, order);
        if (!U16_IS_SURROGATE(unit)) {
            appendUtf8(utf8, unit);
            continue;
        }
        const std::uint32_t next = i + 3 < bytes.size() ? unitAt(bytes, i + 2, order) : 0;
        if (!U16_IS_SURROGATE_LEAD(unit) || !U16_IS_TRAIL(next)) fail(bytes, i);
        appendUtf8(utf8, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(unit, next)));
        i += 2;
    }
    return toNfc(utf8);
}

}  // namespace layers
