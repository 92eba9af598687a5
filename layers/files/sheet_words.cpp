// SPDX-License-Identifier: Apache-2.0
// Words compared with their accents: "Cộng" is a sum, "Công" begins a firm.
#include "layers/files/sheet_words.hpp"

#include <algorithm>
#include <array>

#include "layers/text/names.hpp"
#include "layers/text/number_text.hpp"

namespace layers {
namespace {

constexpr std::array<std::string_view, 25> noteStarts{
    "ghi chú:",       "ghi chú ", "nguồn:",       "nguồn số liệu", "người lập",    "người báo cáo",
    "người tổng hợp", "tm.",      "tm ",          "kt.",           "tl.",          "tuq.",
    "thủ trưởng",     "giám đốc", "phó giám đốc", "chủ tịch",      "phó chủ tịch", "chánh văn phòng",
    "xác nhận của",   "nơi nhận", "(ký",          "(đã ký",        "kế toán",      "đại diện",
    "lãnh đạo"};

/// What may follow "Cộng" or "Tổng" when it is a sum and no name.
constexpr std::array<std::string_view, 15> afterTotal{"mục",    "phần",  "nhóm", "khu",   "toàn",
                                                      "các",    "huyện", "thị",  "thành", "xã",
                                                      "phường", "trên",  "tỉnh", "i",     "a"};

std::string keyOf(std::string_view text) { return matchKey(singleBlanks(text)); }

bool isRoman(std::string_view text) {
    return !text.empty() && text.size() <= 5 && text.find_first_not_of("IVX") == std::string_view::npos;
}

bool isCapital(std::string_view text) { return text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z'; }

std::string_view firstWordOf(std::string_view text) {
    return text.substr(0, std::min(text.find_first_of(" .,:;()/-"), text.size()));
}

/// Nothing, a sign, or a word that names what is summed.
bool continuesTotal(std::string_view rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    if (rest.empty() || std::string_view(":(,=.;-[*").find(rest.front()) != std::string_view::npos)
        return true;
    const std::string_view word = firstWordOf(rest);
    const bool isMark = word.find_first_not_of("ivxab") == std::string_view::npos && !word.empty();
    return isMark || std::ranges::find(afterTotal, word) != afterTotal.end();
}

}  // namespace

bool isNumberCell(const SheetCell& cell) {
    return cell.number || parseNumber(cell.text, DecimalMark::Point) ||
           parseNumber(cell.text, DecimalMark::Comma);
}

bool isTotalLabel(std::string_view text) {
    const std::string key = keyOf(text);
    if (key.starts_with("tổng cộng")) return true;
    for (const std::string_view word : {"tổng số", "toàn tỉnh", "tổng", "cộng"}) {
        if (key.starts_with(word) && continuesTotal(std::string_view(key).substr(word.size()))) {
            const bool endsWord =
                key.size() == word.size() || key[word.size()] == ' ' ||
                std::string_view(":(,=.;-").find(key[word.size()]) != std::string_view::npos;
            if (endsWord) return true;
        }
    }
    return false;
}

bool isPartsLabel(std::string_view text) { return keyOf(text).starts_with("trong đó"); }

bool isNoteText(std::string_view text) {
    const std::string key = keyOf(text);
    if (std::ranges::any_of(noteStarts, [&](std::string_view start) { return key.starts_with(start); }))
        return true;
    return isDateLine(text);
}

bool isDateLine(std::string_view text) {
    const std::string key = keyOf(text);
    const auto day = key.find("ngày ");
    const auto month = key.find("tháng ", std::min(day, key.size()));
    return day != std::string::npos && month != std::string::npos &&
           key.find("năm ", month) != std::string::npos;
}

bool isLetterhead(std::string_view text) {
    const std::string key = keyOf(text);
    return key.find("cộng hòa xã hội chủ nghĩa") != std::string::npos ||
           key.find("cộng hoà xã hội chủ nghĩa") != std::string::npos ||
           key.find("độc lập - tự do") != std::string::npos;
}

std::optional<SectionMark> sectionMarkIn(std::string_view text) {
    const std::string line = singleBlanks(text);
    const std::string_view mark = firstWordOf(line);
    if (!isRoman(mark) && !isCapital(mark)) return std::nullopt;
    std::string_view rest = std::string_view(line).substr(mark.size());
    const bool isSetOff = rest.find_first_of(".)-:/") < 2;
    rest.remove_prefix(std::min(rest.find_first_not_of(" .)-:/"), rest.size()));
    if (!rest.empty() && !isSetOff) return std::nullopt;
    return SectionMark{std::string(mark), !rest.empty()};
}

std::string withoutMark(std::string_view text) {
    std::string line = singleBlanks(text);
    const auto mark = sectionMarkIn(line);
    if (!mark) return line;
    const auto words = line.find_first_not_of(" .)-:/", mark->mark.size());
    return words == std::string::npos ? std::string() : line.substr(words);
}

std::string singleBlanks(std::string_view text) {
    std::string line;
    for (const char letter : text) {
        const bool isBlank = letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
        if (!isBlank) line += letter;
        if (isBlank && !line.empty() && line.back() != ' ') line += ' ';
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

}  // namespace layers
