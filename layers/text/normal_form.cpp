// SPDX-License-Identifier: Apache-2.0
// NFC through ICU; ASCII passes untouched.
#include "layers/text/normal_form.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "geo/base/error.hpp"

namespace layers {
namespace {

/// Where the first faulty byte stands, or the size when there is none.
std::size_t firstFault(std::string_view bytes) {
    const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int32_t>(bytes.size());
    std::int32_t position = 0;
    while (position < size) {
        const std::int32_t start = position;
        UChar32 codePoint = 0;
        U8_NEXT(data, position, size, codePoint);
        if (codePoint < 0) return static_cast<std::size_t>(start);
    }
    return bytes.size();
}

[[noreturn]] void failOnIcu() { throw geo::Error(geo::ErrorKind::Internal, "text.icu-unusable"); }

}  // namespace

bool isAscii(std::string_view bytes) {
    return std::ranges::all_of(bytes, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

void appendUtf8(std::string& utf8, char32_t letter) {
    const auto push = [&](char32_t byte) { utf8.push_back(static_cast<char>(byte)); };
    const auto pushRest = [&](unsigned shift) { push(0x80U | (letter >> shift & 0x3FU)); };
    if (letter < 0x80) return push(letter);
    if (letter < 0x800) return push(0xC0U | letter >> 6U), pushRest(0);
    if (letter < 0x10000) return push(0xE0U | letter >> 12U), pushRest(6), pushRest(0);
    push(0xF0U | letter >> 18U);
    pushRest(12);
    pushRest(6);
    pushRest(0);
}

bool isUtf8(std::string_view bytes) { return firstFault(bytes) == bytes.size(); }

std::string toNfc(std::string_view utf8) {
    if (isAscii(utf8)) return std::string(utf8);
    if (const std::size_t fault = firstFault(utf8); fault != utf8.size()) {
        throw geo::Error(geo::ErrorKind::BadData, "text.not-utf8",
                         {{"position", static_cast<std::int64_t>(fault + 1)}});
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) failOnIcu();
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed, static_cast<std::int32_t>(utf8.size()));
    composer->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())), sink, nullptr,
                            status);
    if (U_FAILURE(status) != 0) failOnIcu();
    return composed;
}

}  // namespace layers
