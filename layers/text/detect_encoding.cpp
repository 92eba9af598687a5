// SPDX-License-Identifier: Apache-2.0
// Which encoding makes Vietnamese of the bytes.
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "geo/base/error.hpp"
#include "layers/text/encoding.hpp"
#include "layers/text/normal_form.hpp"
#include "layers/text/syllable.hpp"

namespace layers {
namespace {

/// How many words with letters beyond ASCII read as Vietnamese, and how many do not.
struct Evidence {
    int good = 0;
    int bad = 0;
    double share() const { return good + bad == 0 ? 0 : static_cast<double>(good) / (good + bad); }
};

// Half of the words may be foreign, shortened or misspelt before an encoding is doubted.
constexpr double leastShare = 0.5;
// The next best encoding must explain clearly less.
constexpr double leastLead = 0.1;

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

/// Signs that occur in honest text.
bool isCommonSign(UChar32 sign) {
    constexpr std::array<UChar32, 12> signs{0xA0,   0xB0,   0xB2,   0xB3,   0xBD,   0x2013,
                                            0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026};
    return std::ranges::find(signs, sign) != signs.end();
}

void weighWord(std::string_view word, Evidence& evidence) {
    if (isAscii(word)) return;
    ++(isVietnameseSyllable(word) ? evidence.good : evidence.bad);
}

void weighText(const std::string& text, Evidence& evidence) {
    std::int32_t wordBegin = 0;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    const auto part = [&](std::int32_t begin, std::int32_t end) {
        return std::string_view(text).substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    };
    for (std::int32_t i = 0; i < size;) {
        const std::int32_t begin = i;
        UChar32 letter = 0;
        U8_NEXT(bytes, i, size, letter);
        if (letter >= 0 && u_isalpha(letter) != 0) continue;
        weighWord(part(wordBegin, begin), evidence);
        wordBegin = i;
        if (letter >= 0x80 && !isCommonSign(letter)) ++evidence.bad;
    }
    weighWord(part(wordBegin, size), evidence);
}

Evidence weigh(std::span<const std::string> samples, Encoding encoding) {
    Evidence evidence;
    for (const std::string& sample : samples) {
        if (isAscii(sample)) continue;
        try {
            weighText(decode(sample, encoding), evidence);
        } catch (const geo::Error&) {
            ++evidence.bad;
        }
    }
    return evidence;
}

/// The text up to where a field's width may have cut a letter in two.
std::string_view withoutTornEnd(std::string_view bytes) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (byte >= 0xC0) return bytes.substr(0, bytes.size() - back);
        if (byte < 0x80) break;
    }
    return bytes;
}

bool readsAsUtf8(const std::string& sample) { return isUtf8(sample) || isUtf8(withoutTornEnd(sample)); }

/// Whether at least one sample has a whole letter of several bytes, which other encodings hardly ever form.
bool holdsWholeLetters(std::span<const std::string> samples) {
    return std::ranges::any_of(samples, [](const std::string& sample) {
        return !isAscii(sample) && (isUtf8(sample) || !isAscii(withoutTornEnd(sample)));
    });
}

Encoding bestOfOneByteEncodings(std::span<const std::string> samples) {
    constexpr std::array<Encoding, 4> candidates{Encoding::Tcvn3, Encoding::Vni, Encoding::Viscii, Encoding::Cp1258};
    Encoding best = Encoding::Auto;
    double bestShare = 0;
    double nextShare = 0;
    for (const Encoding candidate : candidates) {
        const double share = weigh(samples, candidate).share();
        nextShare = std::max(nextShare, std::min(share, bestShare));
        if (share <= bestShare) continue;
        best = candidate;
        bestShare = share;
    }
    return bestShare >= leastShare && bestShare - nextShare >= leastLead ? best : Encoding::Auto;
}

}  // namespace

Encoding detectEncoding(std::span<const std::string> samples) {
    if (std::ranges::all_of(samples, [](const std::string& sample) { return isAscii(sample); })) return Encoding::Utf8;
    if (std::ranges::all_of(samples, readsAsUtf8) && holdsWholeLetters(samples)) return Encoding::Utf8;
    return bestOfOneByteEncodings(samples);
}

}  // namespace layers
