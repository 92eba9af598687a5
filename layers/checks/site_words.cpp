// SPDX-License-Identifier: Apache-2.0
// Sectors, stages and states of positions by plain words.
#include "layers/checks/site_words.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

#include "layers/checks/column_heads.hpp"

namespace layers {
namespace {

constexpr std::array<std::string_view, 10> sectors{"I",  "II",  "III",  "IV", "V",
                                                   "VI", "VII", "VIII", "IX", "X"};
constexpr std::array<std::string_view, 10> plainSectors{"i",  "ii",  "iii",  "iv", "v",
                                                        "vi", "vii", "viii", "ix", "x"};

using Words = std::initializer_list<std::string_view>;

bool isOneOf(std::string_view word, Words words) { return std::ranges::find(words, word) != words.end(); }

std::string_view withoutStart(std::string_view text, Words starts) {
    for (const std::string_view start : starts) {
        if (text.starts_with(start)) return text.substr(start.size());
    }
    return text;
}

std::optional<std::size_t> sectorByNumeral(std::string_view numeral) {
    const auto found = std::ranges::find(plainSectors, numeral);
    if (found == plainSectors.end()) return std::nullopt;
    return static_cast<std::size_t>(found - plainSectors.begin());
}

/// A count may open a text too ("10 mô hình"), so a number is a sector only when it stands alone.
std::optional<std::size_t> sectorByNumber(std::string_view number) {
    for (std::size_t i = 0; i < sectors.size(); ++i) {
        if (number == std::to_string(i + 1)) return i;
    }
    return std::nullopt;
}

}  // namespace

std::string normalSector(std::string_view written) {
    const std::string plain = plainWords(written);
    const std::string_view words = withoutStart(plain, {"linh vuc ", "sector ", "nhom ", "nganh "});
    const std::string_view first = words.substr(0, words.find(' '));
    if (const auto sector = sectorByNumeral(first)) return std::string(sectors[*sector]);
    if (const auto sector = sectorByNumber(words)) return std::string(sectors[*sector]);
    return std::string(written);
}

std::string normalStage(std::string_view written) {
    const std::string words = plainWords(written);
    if (isOneOf(words, {"planned", "quy hoach", "du kien", "ke hoach", "theo quy hoach", "theo ke hoach",
                        "de xuat", "chua trien khai", "chuan bi dau tu", "chua xay dung", "chua hoat dong"}))
        return "planned";
    if (isOneOf(words, {"building", "xay dung", "dang xay dung", "thi cong", "dang thi cong", "dang dau tu",
                        "dang trien khai"}))
        return "building";
    if (isOneOf(words, {"operating", "hoat dong", "dang hoat dong", "da hoat dong", "van hanh",
                        "dang van hanh", "di vao hoat dong", "da di vao hoat dong"}))
        return "operating";
    if (isOneOf(words, {"stopped", "dung", "da dung", "tam dung", "dung hoat dong", "da dung hoat dong",
                        "tam dung hoat dong", "ngung", "ngung hoat dong", "da ngung hoat dong", "dong cua",
                        "da dong cua"}))
        return "stopped";
    return std::string(written);
}

std::string normalPositionStatus(std::string_view written) {
    const std::string words = plainWords(written);
    if (isOneOf(words, {"verified", "xac minh", "da xac minh", "kiem tra", "da kiem tra"})) return "verified";
    if (isOneOf(words, {"illustrative", "minh hoa", "vi tri minh hoa", "gia dinh"})) return "illustrative";
    return std::string(written);
}

bool isDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char sign) { return sign >= '0' && sign <= '9'; });
}

std::string normalCommuneCode(std::string_view written) {
    constexpr std::size_t digits = 5;
    std::string code(written);
    if (isDigits(code) && code.size() < digits) code.insert(0, digits - code.size(), '0');
    return code;
}

}  // namespace layers
