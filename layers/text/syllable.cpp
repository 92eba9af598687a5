// SPDX-License-Identifier: Apache-2.0
// The onsets and rhymes of Vietnamese.
#include "layers/text/syllable.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

namespace layers {
namespace {

constexpr std::array<std::u16string_view, 30> onsets{
    u"",   u"b",   u"c",  u"ch", u"d",  u"đ",  u"g", u"gh", u"gi", u"h",  u"k",  u"kh", u"l", u"m", u"n",
    u"ng", u"ngh", u"nh", u"p",  u"ph", u"qu", u"r", u"s",  u"t",  u"th", u"tr", u"v",  u"x", u"w", u"f"};

constexpr std::u16string_view rhymeList =
    u"a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    u"e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu êc i ia ich im in inh ip it iu ing "
    u"iêc iêm iên iêng iêp iêt iêu y yên yêng yêt yêu yêm ych ynh yt ym yn "
    u"o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on "
    u"ong op ot "
    u"oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ơng ơc "
    u"u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uên uêt uơ uôc uôi uôm uôn uông uôt uy uya "
    u"uych uyên "
    u"uyêt uynh uyt uyu uyn uyp ue uen uan uăn uăng ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt "
    u"ươu ươ";

std::unordered_set<std::u16string> readRhymes() {
    std::unordered_set<std::u16string> rhymes;
    for (std::size_t begin = 0; begin < rhymeList.size();) {
        const std::size_t end = std::min(rhymeList.find(u' ', begin), rhymeList.size());
        rhymes.emplace(rhymeList.substr(begin, end - begin));
        begin = end + 1;
    }
    return rhymes;
}

bool isRhyme(std::u16string_view rhyme) {
    static const std::unordered_set<std::u16string> rhymes = readRhymes();
    return rhymes.contains(std::u16string(rhyme));
}

bool isTone(char16_t mark) {
    return mark == 0x300 || mark == 0x301 || mark == 0x303 || mark == 0x309 || mark == 0x323;
}

struct Spelling {
    /// Small letters without tone.
    std::u16string letters;
    char16_t tone = 0;
    int toneCount = 0;
};

Spelling spell(std::string_view word) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(status);
    const icu::Normalizer2* const decomposer = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
    text.foldCase();
    const icu::UnicodeString apart = decomposer->normalize(text, status);
    icu::UnicodeString toneless;
    Spelling spelling;
    for (std::int32_t i = 0; i < apart.length(); ++i) {
        if (!isTone(apart[i])) {
            toneless.append(apart[i]);
            continue;
        }
        spelling.tone = apart[i];
        ++spelling.toneCount;
    }
    const icu::UnicodeString together = composer->normalize(toneless, status);
    spelling.letters.assign(together.getBuffer(), static_cast<std::size_t>(together.length()));
    return spelling;
}

/// c, ch, p and t close the voice: only acute and dot are heard on them.
bool toneFitsEnding(const Spelling& spelling) {
    if (spelling.toneCount == 0) return true;
    const std::u16string_view letters = spelling.letters;
    const bool stops = letters.ends_with(u'c') || letters.ends_with(u"ch") || letters.ends_with(u'p') ||
                       letters.ends_with(u't');
    return !stops || spelling.tone == 0x301 || spelling.tone == 0x323;
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// Small letters only: capitals are abbreviations, digits numbers, and neither is half a word.
bool isSmallWord(std::string_view word) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(word.data());
    const auto size = static_cast<std::int32_t>(word.size());
    for (std::int32_t i = 0; i < size;) {
        UChar32 letter = 0;
        U8_NEXT(bytes, i, size, letter);
        if (letter < 0 || u_islower(letter) == 0) return false;
    }
    return true;
}

}  // namespace

bool isVietnameseSyllable(std::string_view word) {
    if (word.empty() || word.size() > 24) return false;  // "nghiêng" with a tone is 9 bytes, in NFD 13
    const Spelling spelling = spell(word);
    if (spelling.toneCount > 1 || !toneFitsEnding(spelling)) return false;
    const std::u16string_view letters = spelling.letters;
    for (const std::u16string_view onset : onsets) {
        if (letters.starts_with(onset) && isRhyme(letters.substr(onset.size()))) return true;
    }
    return false;
}

bool endsInHalfAWord(std::string_view text) {
    const auto words = wordsOf(text);
    if (words.size() < 3 || !isSmallWord(words.back()) || isVietnameseSyllable(words.back())) return false;
    return std::all_of(words.begin(), words.end() - 1, isVietnameseSyllable);
}

}  // namespace layers
