// SPDX-License-Identifier: Apache-2.0
// Letters are looked up in tables written for the tests, not in the matcher's.
#include "tests/layers/indicators/name_variants.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace variants {
namespace {

using Pair = std::pair<std::string, std::string>;

/// Small, capital, and the letter taken apart.
struct Letter {
    std::string small, capital, apart;
};

const std::vector<Letter>& letters() {
    static const std::vector<Letter> all = [] {
        std::vector<Letter> made{{"đ", "Đ", "đ"}};
        const std::vector<std::array<std::string, 3>> bases{
            {"a", "à ả ã á ạ", "À Ả Ã Á Ạ"}, {"ă", "ằ ẳ ẵ ắ ặ", "Ằ Ẳ Ẵ Ắ Ặ"},
            {"â", "ầ ẩ ẫ ấ ậ", "Ầ Ẩ Ẫ Ấ Ậ"}, {"e", "è ẻ ẽ é ẹ", "È Ẻ Ẽ É Ẹ"},
            {"ê", "ề ể ễ ế ệ", "Ề Ể Ễ Ế Ệ"}, {"i", "ì ỉ ĩ í ị", "Ì Ỉ Ĩ Í Ị"},
            {"o", "ò ỏ õ ó ọ", "Ò Ỏ Õ Ó Ọ"}, {"ô", "ồ ổ ỗ ố ộ", "Ồ Ổ Ỗ Ố Ộ"},
            {"ơ", "ờ ở ỡ ớ ợ", "Ờ Ở Ỡ Ớ Ợ"}, {"u", "ù ủ ũ ú ụ", "Ù Ủ Ũ Ú Ụ"},
            {"ư", "ừ ử ữ ứ ự", "Ừ Ử Ữ Ứ Ự"}, {"y", "ỳ ỷ ỹ ý ỵ", "Ỳ Ỷ Ỹ Ý Ỵ"}};
        const std::vector<std::string> marks{"\u0300", "\u0309", "\u0303", "\u0301", "\u0323"};
        for (const auto& [base, small, capital] : bases) {
            std::size_t atSmall = 0;
            std::size_t atCapital = 0;
            for (const std::string& mark : marks) {
                const std::size_t smallFrom = atSmall;
                const std::size_t capitalFrom = atCapital;
                atSmall = std::min(small.find(' ', smallFrom), small.size());
                atCapital = std::min(capital.find(' ', capitalFrom), capital.size());
                made.push_back({small.substr(smallFrom, atSmall - smallFrom),
                                capital.substr(capitalFrom, atCapital - capitalFrom), base + mark});
                ++atSmall;
                ++atCapital;
            }
        }
        for (const Pair& plain :
             {Pair{"ă", "Ă"}, Pair{"â", "Â"}, Pair{"ê", "Ê"}, Pair{"ô", "Ô"}, Pair{"ơ", "Ơ"}, Pair{"ư", "Ư"}})
            made.push_back({plain.first, plain.second, plain.first});
        return made;
    }();
    return all;
}

std::string replacedAll(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string inCapitals(std::string text) {
    for (const Letter& letter : letters()) text = replacedAll(text, letter.small, letter.capital);
    for (char& unit : text)
        if (unit >= 'a' && unit <= 'z') unit = static_cast<char>(unit - 'a' + 'A');
    return text;
}

std::string takenApart(std::string text) {
    for (const Letter& letter : letters())
        if (letter.apart.size() > letter.small.size()) text = replacedAll(text, letter.small, letter.apart);
    return text;
}

/// Kinds as people shorten them.
std::string withOtherKind(const std::string& name, Dice& dice) {
    const std::vector<std::pair<std::string, std::vector<std::string>>> kinds{
        {"Xã ", {"xã ", "X. ", "X.", "XÃ ", ""}},
        {"Phường ", {"P. ", "P.", "phường ", ""}},
        {"Thị trấn ", {"TT. ", "TT.", "TT ", "thị trấn ", "Thị Trấn "}}};
    for (const auto& [kind, forms] : kinds)
        if (name.starts_with(kind)) return forms[dice() % forms.size()] + name.substr(kind.size());
    return name;
}

std::string withOtherTone(std::string name, Dice& dice) {
    const std::vector<Pair> places{{"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
                                   {"oẻ", "ỏe"}, {"oé", "óe"}, {"oè", "òe"}, {"uý", "úy"}, {"uỳ", "ùy"},
                                   {"uỷ", "ủy"}, {"òa", "oà"}, {"óa", "oá"}};
    const Pair& place = places[dice() % places.size()];
    return replacedAll(std::move(name), place.first, place.second);
}

/// At the end of a syllable only, and after a consonant only: `Lý`, `Lí`.
std::string withOtherI(const std::string& name, Dice& dice) {
    const std::vector<Pair> endings{{"ly", "li"}, {"Ly", "Li"},   {"lý", "lí"}, {"Lý", "Lí"}, {"Sì", "Sỳ"},
                                    {"Mì", "Mỳ"}, {"Nhì", "Nhỳ"}, {"Pì", "Pỳ"}, {"Tỷ", "Tỉ"}};
    const Pair& ending = endings[dice() % endings.size()];
    const auto at = name.find(ending.first);
    if (at == std::string::npos) return name;
    const auto after = at + ending.first.size();
    if (after < name.size() && name[after] != ' ') return name;
    return name.substr(0, at) + ending.second + name.substr(after);
}

std::string withOtherBlanks(const std::string& name, Dice& dice) {
    switch (dice() % 4) {
        case 0:
            return replacedAll(name, " ", "  ");
        case 1:
            return replacedAll(name, " ", "\u00a0");
        case 2:
            return " " + name + "\t";
        default:
            return name + " ";
    }
}

/// Where a letter of UTF-8 begins.
std::vector<std::size_t> lettersOf(const std::string& text) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) starts.push_back(at);
    return starts;
}

}  // namespace

std::string rewritten(const std::string& name, Dice& dice) {
    std::string text = name;
    if (dice() % 2 == 0) text = withOtherKind(text, dice);
    if (dice() % 2 == 0) text = withOtherTone(text, dice);
    if (dice() % 3 == 0) text = withOtherI(text, dice);
    if (dice() % 3 == 0) text = inCapitals(text);
    if (dice() % 3 == 0) text = takenApart(text);
    if (dice() % 3 == 0) text = withOtherBlanks(text, dice);
    return text;
}

std::string spoiled(const std::string& name, Dice& dice) {
    const auto starts = lettersOf(name);
    const std::size_t place = starts.size() / 2 + dice() % (starts.size() - starts.size() / 2);
    const std::size_t at = starts[place];
    const std::size_t end = place + 1 < starts.size() ? starts[place + 1] : name.size();
    const std::vector<std::string> others{"a", "à", "á", "ạ",  "â", "ậ", "ă", "o", "ô", "ồ",
                                          "u", "ư", "n", "ng", "h", "t", "c", "i", "y", ""};
    const std::string& other = others[dice() % others.size()];
    const bool isAdded = dice() % 3 == 0;
    return name.substr(0, at) + other + name.substr(isAdded ? at : end);
}

}  // namespace variants
