// SPDX-License-Identifier: Apache-2.0
// Bytes to text and back.
#include "layers/text/encoding.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "geo/base/error.hpp"
#include "layers/text/byte_tables.hpp"
#include "layers/text/normal_form.hpp"
#include "layers/text/vni.hpp"

namespace layers {
namespace {

struct NamedEncoding {
    Encoding encoding;
    std::string_view word;
};
constexpr std::array<NamedEncoding, 6> named{{{Encoding::Auto, "auto"},
                                              {Encoding::Utf8, "utf-8"},
                                              {Encoding::Tcvn3, "tcvn3"},
                                              {Encoding::Vni, "vni"},
                                              {Encoding::Viscii, "viscii"},
                                              {Encoding::Cp1258, "cp1258"}}};

[[noreturn]] void failDecoding(std::string_view bytes, Encoding encoding, std::size_t position) {
    const auto byte = position < bytes.size() ? static_cast<unsigned char>(bytes[position]) : 0U;
    throw geo::Error(geo::ErrorKind::BadData, "text.not-decodable",
                     {{"encoding", wordOf(encoding)},
                      {"position", static_cast<std::int64_t>(position + 1)},
                      {"byte", fmt::format("{:02X}", byte)}});
}

std::string composed(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return toNfc(utf8);
}

std::string decodeByTable(std::string_view bytes, Encoding encoding) {
    std::string utf8;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto letter = letterOfByte(encoding, static_cast<unsigned char>(bytes[i]));
        if (!letter) failDecoding(bytes, encoding, i);
        appendUtf8(utf8, *letter);
    }
    return utf8;
}

std::string decodeVni(std::string_view bytes) {
    const VniText text = readVni(bytes);
    if (text.faultAt) failDecoding(bytes, Encoding::Vni, *text.faultAt);
    return composed(icu::UnicodeString(text.letters.data(), static_cast<std::int32_t>(text.letters.size())));
}

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string decodeCp1258(std::string_view bytes) {
    // Windows leaves these bytes without a letter; ICU would answer control characters.
    const std::size_t fault = bytes.find_first_of("\x8A\x8D\x8E\x8F\x90\x9A\x9D\x9E");
    if (fault != std::string_view::npos) failDecoding(bytes, Encoding::Cp1258, fault);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open("windows-1258", &status));
    if (U_FAILURE(status) != 0) throw geo::Error(geo::ErrorKind::Internal, "text.icu-unusable");
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status) != 0) failDecoding(bytes, Encoding::Cp1258, 0);
    return composed(text);
}

std::string decodeUtf8(std::string_view bytes) {
    try {
        return toNfc(bytes);
    } catch (const geo::Error& error) {
        if (error.message().id != "text.not-utf8") throw;
        const auto position = std::get<std::int64_t>(error.message().arguments.at(0).value);
        failDecoding(bytes, Encoding::Utf8, static_cast<std::size_t>(position - 1));
    }
}

std::string decodeByEvidence(std::string_view bytes) {
    const std::array<std::string, 1> sample{std::string(bytes)};
    const Encoding found = detectEncoding(sample);
    if (found == Encoding::Auto) failDecoding(bytes, Encoding::Auto, 0);
    return decode(bytes, found);
}

[[noreturn]] void failEncoding(std::string_view utf8, Encoding encoding, UChar32 letter) {
    std::string shown;
    icu::UnicodeString(letter).toUTF8String(shown);
    throw geo::Error(geo::ErrorKind::BadData, "text.not-encodable",
                     {{"encoding", wordOf(encoding)}, {"letter", shown}, {"text", std::string(utf8)}});
}

std::string encodeByTable(std::string_view utf8, Encoding encoding) {
    const std::string text = toNfc(utf8);
    std::string bytes;
    const auto* const data = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
        UChar32 letter = 0;
        U8_NEXT(data, i, size, letter);
        const auto byte = letter <= 0xFFFF ? byteOfLetter(encoding, static_cast<char16_t>(letter)) : std::nullopt;
        if (!byte) failEncoding(utf8, encoding, letter);
        bytes.push_back(static_cast<char>(*byte));
    }
    return bytes;
}

}  // namespace

std::optional<Encoding> parseEncoding(std::string_view word) {
    std::string small(word);
    std::ranges::transform(small, small.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    if (small == "utf8") return Encoding::Utf8;
    const auto found = std::ranges::find(named, small, &NamedEncoding::word);
    if (found == named.end()) return std::nullopt;
    return found->encoding;
}

std::string wordOf(Encoding encoding) {
    return std::string(std::ranges::find(named, encoding, &NamedEncoding::encoding)->word);
}

std::vector<std::string> encodingWords() {
    std::vector<std::string> words;
    for (const NamedEncoding& one : named) words.emplace_back(one.word);
    return words;
}

std::string decode(std::string_view bytes, Encoding encoding) {
    if (encoding != Encoding::Viscii && isAscii(bytes)) return std::string(bytes);
    switch (encoding) {
        case Encoding::Auto: return decodeByEvidence(bytes);
        case Encoding::Utf8: return decodeUtf8(bytes);
        case Encoding::Tcvn3:
        case Encoding::Viscii: return decodeByTable(bytes, encoding);
        case Encoding::Vni: return decodeVni(bytes);
        case Encoding::Cp1258: return decodeCp1258(bytes);
    }
    return {};
}

std::string encode(std::string_view utf8, Encoding encoding) {
    switch (encoding) {
        case Encoding::Auto:
        case Encoding::Utf8: return toNfc(utf8);
        case Encoding::Tcvn3: return isAscii(utf8) ? std::string(utf8) : encodeByTable(utf8, encoding);
        case Encoding::Viscii: return encodeByTable(utf8, encoding);
        case Encoding::Vni:
        case Encoding::Cp1258: break;
    }
    throw geo::Error(geo::ErrorKind::Refused, "text.encoding-read-only", {{"encoding", wordOf(encoding)}});
}

namespace {

/// A combining mark of the U+0300 block: bytes CC 80 to CD AF.
bool isMarkAt(std::string_view text, std::size_t position) {
    if (position + 1 >= text.size()) return false;
    const auto first = static_cast<unsigned char>(text[position]);
    const auto second = static_cast<unsigned char>(text[position + 1]);
    return first == 0xCC || (first == 0xCD && second <= 0xAF);
}

bool isInsideLetter(std::string_view text, std::size_t position) {
    return (static_cast<unsigned char>(text[position]) & 0xC0U) == 0x80U;
}

}  // namespace

std::string cutToBytes(std::string_view utf8, std::size_t bytes) {
    if (utf8.size() <= bytes) return std::string(utf8);
    std::size_t end = bytes;
    while (end > 0 && (isInsideLetter(utf8, end) || isMarkAt(utf8, end))) --end;
    return std::string(utf8.substr(0, end));
}

}  // namespace layers
