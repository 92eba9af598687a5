// SPDX-License-Identifier: Apache-2.0
// Letters back to bytes, bytes to the letters they meant.
#include "layers/text/mojibake.hpp"

#include <unicode/utf8.h>

#include <algorithm>

#include "geo/base/error.hpp"
#include "layers/text/normal_form.hpp"
#include "layers/text/syllable_tally.hpp"

namespace layers {
namespace {

// CP1252 from 80 to 9F; a zero is a byte it leaves without a letter.
constexpr std::array<char16_t, 32> cp1252Letters{
    u'€', 0,    u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š', u'‹', u'Œ', 0, u'Ž', 0,
    0,    u'‘', u'’', u'“', u'”', u'•', u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0, u'ž', u'Ÿ'};

// Fewer words than this may be Vietnamese by chance.
constexpr int leastTelling = 2;
constexpr double leastShare = 0.5;
constexpr double leastLead = 0.1;

std::optional<unsigned char> westernByte(UChar32 letter) {
    if (letter >= 0 && letter <= 0xFF) return static_cast<unsigned char>(letter);
    const auto found = std::ranges::find(cp1252Letters, static_cast<char16_t>(letter));
    if (letter < 0 || letter > 0xFFFF || found == cp1252Letters.end()) return std::nullopt;
    return static_cast<unsigned char>(0x80 + (found - cp1252Letters.begin()));
}

/// Hands out letter after letter (below 0 where the bytes are not UTF-8) with the bytes it has.
template <typename Take>
void forEachLetter(std::string_view utf8, const Take& take) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t i = 0; i < size;) {
        const std::int32_t begin = i;
        UChar32 letter = 0;
        U8_NEXT(bytes, i, size, letter);
        if (!take(letter, utf8.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin))))
            return;
    }
}

Capitals capitalsOf(Encoding encoding) {
    return encoding == Encoding::Tcvn3 ? Capitals::ByFont : Capitals::AsWritten;
}

SyllableTally tallied(std::string_view utf8, Capitals capitals) {
    SyllableTally tally(capitals);
    tally.add(utf8);
    return tally;
}

bool isDecodable(const std::string& bytes, Encoding encoding) {
    try {
        decode(bytes, encoding);
        return true;
    } catch (const geo::Error&) {
        return false;
    }
}

using IsLetter = std::array<bool, 256>;

IsLetter lettersIn(Encoding encoding) {
    IsLetter isLetter{};
    // After a vowel, because the bytes of VNI for marks mean nothing by themselves.
    for (std::size_t byte = 0; byte < isLetter.size(); ++byte)
        isLetter[byte] = byte < 0x80 || isDecodable({'a', static_cast<char>(byte)}, encoding);
    return isLetter;
}

/// Which bytes mean something in an encoding.
const IsLetter& knownLetters(Encoding encoding) {
    static const std::array<IsLetter, 6> known{lettersIn(Encoding::Auto),   lettersIn(Encoding::Utf8),
                                               lettersIn(Encoding::Tcvn3),  lettersIn(Encoding::Vni),
                                               lettersIn(Encoding::Viscii), lettersIn(Encoding::Cp1258)};
    return known[static_cast<std::size_t>(encoding)];
}

constexpr std::array<Encoding, 4> candidates{Encoding::Tcvn3, Encoding::Vni, Encoding::Viscii,
                                             Encoding::Cp1258};

std::vector<std::string> suspects(std::span<const std::string> texts) {
    std::vector<std::string> found;
    std::ranges::copy_if(texts, std::back_inserter(found),
                         [](const std::string& text) { return !isAscii(text) && westernBytes(text); });
    return found;
}

}  // namespace

std::string westernLetters(std::string_view bytes) {
    std::string utf8;
    for (const char one : bytes) {
        const auto byte = static_cast<unsigned char>(one);
        const bool isOfCp1252 = byte >= 0x80 && byte < 0xA0 && cp1252Letters[byte - 0x80U] != 0;
        appendUtf8(utf8, isOfCp1252 ? cp1252Letters[byte - 0x80U] : byte);
    }
    return utf8;
}

std::optional<std::string> westernBytes(std::string_view utf8) {
    std::string bytes;
    bool isWestern = true;
    forEachLetter(utf8, [&](UChar32 letter, std::string_view) {
        const auto byte = westernByte(letter);
        isWestern = byte.has_value();
        if (byte) bytes.push_back(static_cast<char>(*byte));
        return isWestern;
    });
    return isWestern ? std::optional(bytes) : std::nullopt;
}

Encoding mistakenEncoding(std::span<const std::string> texts) {
    const std::vector<std::string> suspected = suspects(texts);
    SyllableTally asTheyAre(Capitals::AsWritten);
    for (const std::string& text : suspected) asTheyAre.add(text);
    Encoding best = Encoding::Auto;
    double bestShare = asTheyAre.share();
    double nextShare = 0;
    for (const Encoding candidate : candidates) {
        SyllableTally tally(capitalsOf(candidate));
        const MojibakeRepair repair(candidate, WhenEither::Mend);
        for (const std::string& text : suspected) {
            if (const auto meant = repair.meaning(text)) {
                tally.add(*meant);
            } else {
                tally.addUnreadable();
            }
        }
        nextShare = std::max(nextShare, std::min(tally.share(), bestShare));
        if (tally.share() <= bestShare) continue;
        bestShare = tally.share();
        best = tally.telling() >= leastTelling ? candidate : Encoding::Auto;
    }
    return bestShare >= leastShare && bestShare - nextShare >= leastLead ? best : Encoding::Auto;
}

bool holdRightText(std::span<const std::string> texts) {
    return std::ranges::any_of(texts, [](const std::string& text) {
        return !westernBytes(text) && tallied(text, Capitals::AsWritten).good() > 0;
    });
}

std::optional<std::string> MojibakeRepair::meaning(std::string_view utf8) const {
    const IsLetter& isLetter = knownLetters(m_mistaken);
    std::string meant;
    std::string bytes;
    bool isMeant = true;
    const auto flush = [&] {
        isMeant = isMeant && isDecodable(bytes, m_mistaken);
        if (isMeant) meant += decode(bytes, m_mistaken);
        bytes.clear();
    };
    forEachLetter(utf8, [&](UChar32 letter, std::string_view written) {
        const auto byte = westernByte(letter);
        if (byte && isLetter[*byte]) {
            bytes.push_back(static_cast<char>(*byte));
            return true;
        }
        flush();
        meant += written;
        isMeant = isMeant && isHonestSign(letter);
        return isMeant;
    });
    flush();
    return isMeant ? std::optional(toNfc(meant)) : std::nullopt;
}

std::string MojibakeRepair::mended(const std::string& utf8) const {
    if (isAscii(utf8)) return utf8;
    const auto meant = meaning(utf8);
    if (!meant || *meant == utf8) return utf8;
    const double asItIs = tallied(utf8, Capitals::AsWritten).share();
    const double asMeant = tallied(*meant, capitalsOf(m_mistaken)).share();
    const bool isMended = asMeant > asItIs || (asMeant == asItIs && m_whenEither == WhenEither::Mend);
    return isMended ? *meant : utf8;
}

}  // namespace layers
