// SPDX-License-Identifier: Apache-2.0
// The mark bytes of VNI-Windows (domain facts 3.2).
#include "layers/text/vni.hpp"

#include <array>

namespace layers {
namespace {

constexpr char16_t grave = 0x300, acute = 0x301, tilde = 0x303, hook = 0x309, dot = 0x323;
constexpr char16_t circumflex = 0x302, breve = 0x306;

struct Marks {
    unsigned char byte;
    char16_t first;
    char16_t second;
    std::u16string_view after;
};
constexpr std::u16string_view anyVowel = u"aeouyAEOUY", circumflexVowel = u"aeoAEO", breveVowel = u"aA";

// As they follow small letters; capitals take 20h less.
constexpr std::array<Marks, 17> marksAfterALetter{{{0xF9, acute, 0, anyVowel},
                                                   {0xF8, grave, 0, anyVowel},
                                                   {0xFB, hook, 0, anyVowel},
                                                   {0xF5, tilde, 0, anyVowel},
                                                   {0xEF, dot, 0, anyVowel},
                                                   {0xE2, circumflex, 0, circumflexVowel},
                                                   {0xE1, circumflex, acute, circumflexVowel},
                                                   {0xE0, circumflex, grave, circumflexVowel},
                                                   {0xE5, circumflex, hook, circumflexVowel},
                                                   {0xE3, circumflex, tilde, circumflexVowel},
                                                   {0xE4, circumflex, dot, circumflexVowel},
                                                   {0xEA, breve, 0, breveVowel},
                                                   {0xE9, breve, acute, breveVowel},
                                                   {0xE8, breve, grave, breveVowel},
                                                   {0xFA, breve, hook, breveVowel},
                                                   {0xFC, breve, tilde, breveVowel},
                                                   {0xEB, breve, dot, breveVowel}}};

struct Whole {
    unsigned char byte;
    char16_t small;
    char16_t capital;
};
constexpr std::array<Whole, 9> wholeLetters{{{0xF1, u'đ', u'Đ'},
                                             {0xF4, u'ơ', u'Ơ'},
                                             {0xF6, u'ư', u'Ư'},
                                             {0xED, u'í', u'Í'},
                                             {0xEC, u'ì', u'Ì'},
                                             {0xE6, u'ỉ', u'Ỉ'},
                                             {0xF3, u'ĩ', u'Ĩ'},
                                             {0xF2, u'ị', u'Ị'},
                                             {0xEE, u'ỵ', u'Ỵ'}}};

bool isHorned(char16_t letter) { return std::u16string_view(u"ơƠưƯ").find(letter) != std::u16string_view::npos; }

const Marks* marksFor(unsigned char small, char16_t base) {
    for (const Marks& marks : marksAfterALetter) {
        if (marks.byte != small) continue;
        const bool fits = marks.after.find(base) != std::u16string_view::npos;
        // ơ and ư take tones, never a second quality.
        if (fits || (isHorned(base) && marks.after == anyVowel)) return &marks;
    }
    return nullptr;
}

std::optional<char16_t> wholeLetter(unsigned char byte) {
    for (const Whole& whole : wholeLetters) {
        if (whole.byte == byte) return whole.small;
        if (whole.byte - 0x20 == byte) return whole.capital;
    }
    return std::nullopt;
}

/// Adds one byte's letter or marks; answers whether the byte had a meaning.
bool addVni(std::u16string& letters, unsigned char byte) {
    if (byte < 0x80) return letters.push_back(byte), true;
    const auto small = static_cast<unsigned char>(byte >= 0xC0 && byte < 0xE0 ? byte + 0x20 : byte);
    const char16_t base = letters.empty() ? u' ' : letters.back();
    if (const Marks* const marks = marksFor(small, base)) {
        letters.push_back(marks->first);
        if (marks->second != 0) letters.push_back(marks->second);
        return true;
    }
    const auto letter = wholeLetter(byte);
    if (letter) letters.push_back(*letter);
    return letter.has_value();
}

}  // namespace

VniText readVni(std::string_view bytes) {
    VniText text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (addVni(text.letters, static_cast<unsigned char>(bytes[i]))) continue;
        text.faultAt = i;
        return text;
    }
    return text;
}

}  // namespace layers
