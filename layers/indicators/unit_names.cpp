// SPDX-License-Identifier: Apache-2.0
// Names of units letter by letter: kinds, tones, likeness.
#include "layers/indicators/unit_names.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>
#include <vector>

#include "layers/text/names.hpp"

namespace layers {
namespace {

/// Each vowel bare and with its five tones, always in the same order.
constexpr std::array<std::u32string_view, 12> vowels{U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ",
                                                     U"êềểễếệ", U"iìỉĩíị", U"oòỏõóọ", U"ôồổỗốộ",
                                                     U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ"};
/// Well-formed UTF-8 into code points: matchKey() has refused anything else.
std::u32string lettersOf(std::string_view utf8) {
    std::u32string letters;
    for (const char unit : utf8) {
        const auto byte = static_cast<unsigned char>(unit);
        if (byte < 0x80) {
            letters.push_back(byte);
        } else if (byte >= 0xC0) {
            letters.push_back(byte & (byte >= 0xF0 ? 0x07u : byte >= 0xE0 ? 0x0Fu : 0x1Fu));
        } else if (!letters.empty()) {
            letters.back() = (letters.back() << 6) | (byte & 0x3Fu);
        }
    }
    return letters;
}

std::string utf8Of(std::u32string_view letters) {
    std::string text;
    for (const char32_t letter : letters) {
        if (letter < 0x80) {
            text.push_back(static_cast<char>(letter));
            continue;
        }
        const int more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
        const std::array<char32_t, 4> lead{0, 0xC0, 0xE0, 0xF0};
        text.push_back(static_cast<char>(lead[static_cast<std::size_t>(more)] | (letter >> (6 * more))));
        for (int i = more - 1; i >= 0; --i)
            text.push_back(static_cast<char>(0x80 | ((letter >> (6 * i)) & 0x3F)));
    }
    return text;
}

struct Voiced {
    char32_t bare;
    /// 0 for none, else the place of the tone in `vowels`.
    std::size_t tone;
};

Voiced voiced(char32_t letter) {
    for (const std::u32string_view tones : vowels) {
        const std::size_t tone = tones.find(letter);
        if (tone != std::u32string_view::npos) return {tones.front(), tone};
    }
    return {letter, 0};
}

bool isVowel(char32_t letter) {
    return std::ranges::any_of(vowels, [&](std::u32string_view tones) { return tones.front() == letter; });
}

/// `lý` and `lí` are one syllable, `thuý` and `thúi` are two; after qu the u is no vowel.
void foldLastY(std::u32string& syllable) {
    if (syllable.size() < 2 || syllable.back() != U'y') return;
    const std::u32string_view before = std::u32string_view(syllable).substr(0, syllable.size() - 1);
    if (!isVowel(before.back()) || before.ends_with(U"qu")) syllable.back() = U'i';
}

/// The tone goes behind the syllable as a digit, wherever in it the tone was written.
void appendSyllable(std::u32string& key, std::u32string& syllable, std::u32string& tones) {
    foldLastY(syllable);
    key.append(syllable).append(tones);
    syllable.clear();
    tones.clear();
}

struct PrefixWord {
    std::string_view prefix;
    UnitWord word;
};

constexpr std::array<PrefixWord, 16> prefixWords{{{"xã", UnitWord::Commune},
                                                  {"x.", UnitWord::Commune},
                                                  {"phường", UnitWord::Ward},
                                                  {"p.", UnitWord::Ward},
                                                  {"thị trấn", UnitWord::Township},
                                                  {"tt.", UnitWord::Township},
                                                  {"tt", UnitWord::Township},
                                                  {"huyện", UnitWord::District},
                                                  {"h.", UnitWord::District},
                                                  {"thị xã", UnitWord::Town},
                                                  {"tx.", UnitWord::Town},
                                                  {"quận", UnitWord::City},
                                                  {"thành phố", UnitWord::City},
                                                  {"tp.", UnitWord::City},
                                                  {"tp", UnitWord::City},
                                                  {"tỉnh", UnitWord::Province}}};

}  // namespace

UnitWord unitWordOf(std::string_view name) {
    const std::string whole = matchKey(name);
    const std::string rest = matchKey(withoutUnitPrefix(name));
    if (rest.size() >= whole.size()) return UnitWord::None;
    std::string_view prefix = std::string_view(whole).substr(0, whole.size() - rest.size());
    while (prefix.ends_with(' ')) prefix.remove_suffix(1);
    const auto found = std::ranges::find(prefixWords, prefix, &PrefixWord::prefix);
    return found == prefixWords.end() ? UnitWord::None : found->word;
}

bool fitsLevel(UnitWord word, UnitLevel level) {
    switch (word) {
        case UnitWord::None:
            return true;
        case UnitWord::Commune:
        case UnitWord::Ward:
        case UnitWord::Township:
            return level == UnitLevel::Commune;
        case UnitWord::District:
        case UnitWord::Town:
            return level == UnitLevel::District;
        case UnitWord::City:
            return level == UnitLevel::District || level == UnitLevel::Province;
        case UnitWord::Province:
            return level == UnitLevel::Province;
    }
    return false;
}

std::string unitNameKey(std::string_view name) {
    std::u32string key;
    std::u32string syllable;
    std::u32string tones;
    for (const char32_t letter : lettersOf(matchKey(withoutUnitPrefix(name)))) {
        if (letter == U' ' || letter == U'-') {
            appendSyllable(key, syllable, tones);
            key.push_back(letter);
            continue;
        }
        const Voiced sound = voiced(letter);
        syllable.push_back(sound.bare);
        if (sound.tone > 0) tones.push_back(U'0' + static_cast<char32_t>(sound.tone));
    }
    appendSyllable(key, syllable, tones);
    return utf8Of(key);
}

HeardName heardName(std::string_view name) {
    return {unitNameKey(name), unitWordOf(name), SpeltName(matchKey(withoutUnitPrefix(name)))};
}

SpeltName::SpeltName(std::string_view key) : m_letters(lettersOf(key)) {
    for (const char32_t letter : m_letters)
        m_print |= std::uint64_t{1} << (letter * 2654435761U >> 26U & 63U);
}

std::optional<std::size_t> SpeltName::lettersTo(const SpeltName& other, std::size_t most) const {
    const std::u32string& from = m_letters;
    const std::u32string& to = other.m_letters;
    if (std::max(from.size(), to.size()) - std::min(from.size(), to.size()) > most) return std::nullopt;
    if (static_cast<std::size_t>(std::popcount(m_print ^ other.m_print)) > 2 * most) return std::nullopt;
    std::vector<std::size_t> above(to.size() + 1);
    for (std::size_t i = 0; i <= to.size(); ++i) above[i] = i;
    for (std::size_t row = 1; row <= from.size(); ++row) {
        std::size_t diagonal = std::exchange(above[0], row);
        for (std::size_t i = 1; i <= to.size(); ++i) {
            const std::size_t changed = diagonal + (from[row - 1] == to[i - 1] ? 0 : 1);
            diagonal = std::exchange(above[i], std::min({changed, above[i] + 1, above[i - 1] + 1}));
        }
    }
    return above.back() <= most ? std::optional(above.back()) : std::nullopt;
}

std::optional<std::size_t> lettersApart(std::string_view first, std::string_view second, std::size_t most) {
    return SpeltName(first).lettersTo(SpeltName(second), most);
}

}  // namespace layers
