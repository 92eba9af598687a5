// SPDX-License-Identifier: Apache-2.0
// Vietnamese letters taken down to their Latin base, and heads compared by them.
#include "layers/checks/column_heads.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "layers/text/names.hpp"
#include "layers/text/normal_form.hpp"

namespace layers {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 7> accented{{{"àáảãạăằắẳẵặâầấẩẫậ", 'a'},
                                                                     {"đ", 'd'},
                                                                     {"èéẻẽẹêềếểễệ", 'e'},
                                                                     {"ìíỉĩị", 'i'},
                                                                     {"òóỏõọôồốổỗộơờớởỡợ", 'o'},
                                                                     {"ùúủũụưừứửữự", 'u'},
                                                                     {"ỳýỷỹỵ", 'y'}}};

constexpr std::array<std::string_view, 11> measuringWords{"m",  "met", "vn",  "vn2000", "2000",   "wgs",
                                                          "84", "utm", "deg", "degree", "degrees"};

bool isLetterOrDigit(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9'); }

std::size_t lengthOfSign(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte >= 0xF0) return 4;
    if (byte >= 0xE0) return 3;
    return byte >= 0xC0 ? 2 : 1;
}

/// A blank for whatever has no Latin base.
char baseOf(std::string_view sign) {
    if (sign.size() == 1) return isLetterOrDigit(sign[0]) ? sign[0] : ' ';
    for (const auto& [letters, base] : accented) {
        if (letters.find(sign) != std::string_view::npos) return base;
    }
    return ' ';
}

/// What is left of bytes that are no UTF-8: small ASCII, and gaps.
std::string onlySmallAscii(std::string_view text) {
    std::string small(text);
    for (char& sign : small) {
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
        if (static_cast<unsigned char>(sign) >= 0x80) sign = ' ';
    }
    return small;
}

std::vector<std::string_view> wordsIn(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string runTogether(std::string_view head) {
    const std::string words = plainWords(head);
    std::string together;
    for (const std::string_view word : wordsIn(words)) {
        if (std::ranges::find(measuringWords, word) == measuringWords.end()) together += word;
    }
    return together;
}

std::string_view beforeBrackets(std::string_view head) { return head.substr(0, head.find_first_of("([")); }

struct PlainHead {
    std::string whole;
    std::string beforeBrackets;
};

std::vector<PlainHead> plainHeadsOf(const Schema& schema) {
    std::vector<PlainHead> heads;
    for (const Field& field : schema.fields()) {
        heads.push_back({runTogether(field.name), runTogether(beforeBrackets(field.name))});
    }
    return heads;
}

std::optional<std::size_t> findHead(const std::vector<PlainHead>& heads, const std::string& wanted,
                                    std::string PlainHead::*part) {
    const auto found = std::ranges::find(heads, wanted, part);
    if (found == heads.end()) return std::nullopt;
    return static_cast<std::size_t>(found - heads.begin());
}

}  // namespace

std::string plainWords(std::string_view text) {
    const std::string small = isUtf8(text) ? matchKey(text) : onlySmallAscii(text);
    std::string words;
    bool blankWaits = false;
    for (std::size_t i = 0; i < small.size();) {
        const std::string_view sign = std::string_view(small).substr(i, lengthOfSign(small[i]));
        i += sign.size();
        const char base = baseOf(sign);
        if (base == ' ') {
            blankWaits = !words.empty();
            continue;
        }
        if (blankWaits) words += ' ';
        blankWaits = false;
        words += base;
    }
    return words;
}

std::optional<std::size_t> columnNamed(const Schema& schema, std::initializer_list<std::string_view> names) {
    const std::vector<PlainHead> heads = plainHeadsOf(schema);
    for (const std::string_view name : names) {
        const std::string wanted = runTogether(name);
        if (const auto exact = schema.indexOf(name)) return exact;
        if (const auto whole = findHead(heads, wanted, &PlainHead::whole)) return whole;
    }
    for (const std::string_view name : names) {
        if (const auto part = findHead(heads, runTogether(name), &PlainHead::beforeBrackets)) return part;
    }
    return std::nullopt;
}

}  // namespace layers
