// SPDX-License-Identifier: Apache-2.0
// Letters by their ranges in Unicode.
#include "layers/text/plain_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace layers {
namespace {

constexpr char betweenWords = '_';
constexpr char unheard = '\0';

struct LetterRange {
    std::uint32_t first;
    std::uint32_t last;
    char plain;
};

/// All letters of Vietnamese, the rest of Latin-1, raised digits, and marks typed behind their letter.
constexpr std::array letterRanges{
    LetterRange{0xB2, 0xB2, '2'},     LetterRange{0xB3, 0xB3, '3'},       LetterRange{0xB9, 0xB9, '1'},
    LetterRange{0xC0, 0xC5, 'a'},     LetterRange{0xC7, 0xC7, 'c'},       LetterRange{0xC8, 0xCB, 'e'},
    LetterRange{0xCC, 0xCF, 'i'},     LetterRange{0xD1, 0xD1, 'n'},       LetterRange{0xD2, 0xD6, 'o'},
    LetterRange{0xD9, 0xDC, 'u'},     LetterRange{0xDD, 0xDD, 'y'},       LetterRange{0xE0, 0xE5, 'a'},
    LetterRange{0xE7, 0xE7, 'c'},     LetterRange{0xE8, 0xEB, 'e'},       LetterRange{0xEC, 0xEF, 'i'},
    LetterRange{0xF1, 0xF1, 'n'},     LetterRange{0xF2, 0xF6, 'o'},       LetterRange{0xF9, 0xFC, 'u'},
    LetterRange{0xFD, 0xFD, 'y'},     LetterRange{0x102, 0x103, 'a'},     LetterRange{0x110, 0x111, 'd'},
    LetterRange{0x128, 0x129, 'i'},   LetterRange{0x168, 0x169, 'u'},     LetterRange{0x1A0, 0x1A1, 'o'},
    LetterRange{0x1AF, 0x1B0, 'u'},   LetterRange{0x300, 0x36F, unheard}, LetterRange{0x1EA0, 0x1EB7, 'a'},
    LetterRange{0x1EB8, 0x1EC7, 'e'}, LetterRange{0x1EC8, 0x1ECB, 'i'},   LetterRange{0x1ECC, 0x1EE3, 'o'},
    LetterRange{0x1EE4, 0x1EF1, 'u'}, LetterRange{0x1EF2, 0x1EF9, 'y'}};

char plainLetter(std::uint32_t letter) {
    const auto isAmong = [](std::uint32_t value, char low, char high) {
        return value >= static_cast<std::uint32_t>(low) && value <= static_cast<std::uint32_t>(high);
    };
    if (isAmong(letter, 'A', 'Z')) return static_cast<char>(letter - 'A' + 'a');
    if (isAmong(letter, 'a', 'z') || isAmong(letter, '0', '9')) return static_cast<char>(letter);
    const auto range = std::ranges::find_if(letterRanges, [&](const LetterRange& known) {
        return letter >= known.first && letter <= known.last;
    });
    return range != letterRanges.end() ? range->plain : betweenWords;
}

/// How many bytes a letter has by its first; 1 for what begins none.
std::size_t lengthBy(unsigned char first) {
    if (first >= 0xF0) return 4;
    if (first >= 0xE0) return 3;
    return first >= 0xC2 ? 2 : 1;
}

/// Takes the first letter off the text; one byte, read as no letter, where it is not well-formed.
std::uint32_t takeLetter(std::string_view& text) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const std::size_t length = lengthBy(byte(0));
    std::uint32_t letter = length == 1 ? byte(0) : byte(0) & (0x7FU >> length);
    bool isSound = length <= text.size();
    for (std::size_t i = 1; isSound && i < length; ++i) {
        isSound = (byte(i) & 0xC0U) == 0x80U;
        letter = (letter << 6U) | (byte(i) & 0x3FU);
    }
    const bool isLoneByte = length == 1 && byte(0) >= 0x80;
    text.remove_prefix(isSound ? length : 1);
    return isSound && !isLoneByte ? letter : 0;
}

}  // namespace

std::string plainKey(std::string_view text) {
    std::string key;
    while (!text.empty()) {
        const char letter = plainLetter(takeLetter(text));
        if (letter == unheard) continue;
        if (letter == betweenWords && (key.empty() || key.back() == betweenWords)) continue;
        key += letter;
    }
    if (!key.empty() && key.back() == betweenWords) key.pop_back();
    return key;
}

bool holdsWords(std::string_view key, std::string_view words) {
    const std::string bounded = betweenWords + std::string(key) + betweenWords;
    return bounded.find(betweenWords + std::string(words) + betweenWords) != std::string::npos;
}

}  // namespace layers
