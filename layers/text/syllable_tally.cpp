// SPDX-License-Identifier: Apache-2.0
// Words between what is no letter, one after another.
#include "layers/text/syllable_tally.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "layers/text/syllable.hpp"

namespace layers {
namespace {

bool isLetter(UChar32 letter) { return letter >= 0 && u_isalpha(letter) != 0; }

}  // namespace

bool isHonestSign(std::int32_t codePoint) {
    constexpr std::array<std::int32_t, 12> signs{0xA0,   0xB0,   0xB2,   0xB3,   0xBD,   0x2013,
                                                 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026};
    return std::ranges::find(signs, codePoint) != signs.end();
}

/// The word being read: how it begins, and of what its letters are.
struct SyllableTally::Word {
    std::size_t begin = 0;
    int letters = 0;
    bool isAscii = true;
    bool beginsSmall = false;
    bool hasSmallInside = false;
    bool hasCapitalInside = false;

    void add(UChar32 letter, Capitals capitals) {
        isAscii = isAscii && letter < 0x80;
        const bool isFirst = letters++ == 0;
        if (capitals == Capitals::ByFont && letter >= 0x80) return;
        const bool isSmall = u_islower(letter) != 0;
        const bool isCapital = u_isupper(letter) != 0;
        if (isFirst) {
            beginsSmall = isSmall;
            return;
        }
        hasSmallInside = hasSmallInside || isSmall;
        hasCapitalInside = hasCapitalInside || isCapital;
    }
    bool isShaped() const { return !hasCapitalInside || (!beginsSmall && !hasSmallInside); }
};

void SyllableTally::weigh(const Word& word, std::string_view text) {
    if (word.isAscii || !m_seen.emplace(text).second) return;
    if (!word.isShaped() || !isVietnameseSyllable(text)) {
        ++m_bad;
        return;
    }
    ++m_good;
    if (word.letters > 1) ++m_telling;
}

void SyllableTally::weighSign(std::int32_t sign, std::string_view text) {
    const bool isSuspect = sign < 0 || (sign >= 0x80 && !isHonestSign(sign));
    if (isSuspect && m_seen.emplace(text).second) ++m_bad;
}

void SyllableTally::add(std::string_view utf8) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int32_t>(utf8.size());
    const auto part = [&](std::size_t begin, std::int32_t end) {
        return utf8.substr(begin, static_cast<std::size_t>(end) - begin);
    };
    Word word;
    for (std::int32_t i = 0; i < size;) {
        const std::int32_t begin = i;
        UChar32 letter = 0;
        U8_NEXT(bytes, i, size, letter);
        if (isLetter(letter)) {
            word.add(letter, m_capitals);
            continue;
        }
        weigh(word, part(word.begin, begin));
        weighSign(letter, part(static_cast<std::size_t>(begin), i));
        word = {.begin = static_cast<std::size_t>(i)};
    }
    weigh(word, part(word.begin, size));
}

}  // namespace layers
