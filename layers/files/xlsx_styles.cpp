// SPDX-License-Identifier: Apache-2.0
// Format codes (ECMA-376 part 1, 18.8.30) and days counted from 1900.
#include "layers/files/xlsx_styles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>

#include "layers/files/xml_text.hpp"

namespace layers {
namespace {

constexpr std::int64_t day_s = 86400;
constexpr double lastDay = 2'958'466;  // 1 January 10000

int numberOf(const std::string& text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Formats that have numbers but no code (18.8.30, with those of East Asian editions).
NumberSort sortOfBuiltIn(int id) {
    const bool isClock = (id >= 18 && id <= 21) || (id >= 45 && id <= 47);
    const bool isDay = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    const bool isPercent = id == 9 || id == 10;
    if (isClock) return NumberSort::Clock;
    if (isPercent) return NumberSort::Percent;
    return isDay ? NumberSort::Day : NumberSort::Number;
}

/// The letters of the first section that mean something: no quoted or escaped text, nothing in brackets but
/// `[h]`.
std::string meaningOf(std::string_view code) {
    std::string meaning;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char letter = code[i];
        if (letter == '"' || (letter == '[' && i + 1 < code.size() &&
                              std::string_view("hHmMsS").find(code[i + 1]) == std::string_view::npos)) {
            i = std::min(code.find(letter == '"' ? '"' : ']', i + 1), code.size());
        } else if (letter == '\\' || letter == '_' || letter == '*') {
            ++i;
        } else {
            meaning += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        }
    }
    return meaning;
}

std::int64_t daysFrom1970(std::int64_t days, DayCount count) {
    constexpr std::int64_t from1900 = -25569;  // 30 December 1899
    constexpr std::int64_t from1904 = -24107;  // 1 January 1904
    if (count == DayCount::From1904) return days + from1904;
    // Excel believes in a 29 February 1900: before it the count runs a day behind.
    return days + from1900 + (days < 60 ? 1 : 0);
}

}  // namespace

NumberSort sortOfFormatCode(std::string_view code) {
    const std::string meaning = meaningOf(code);
    if (meaning.find("general") != std::string::npos) return NumberSort::Number;
    if (meaning.find('%') != std::string::npos) return NumberSort::Percent;
    const bool hasClock = meaning.find_first_of("hs") != std::string::npos;
    const bool hasMonth = meaning.find('m') != std::string::npos && !hasClock;
    if (meaning.find_first_of("yd") != std::string::npos || hasMonth) return NumberSort::Day;
    return hasClock ? NumberSort::Clock : NumberSort::Number;
}

std::vector<NumberSort> numberSortsOf(std::string_view stylesXml) {
    std::map<int, NumberSort> coded;
    std::vector<NumberSort> sorts;
    bool isInCellFormats = false;
    XmlScanner xml(stylesXml);
    for (XmlEvent event = xml.next(); event != XmlEvent::End; event = xml.next()) {
        if (event == XmlEvent::Text) continue;
        const bool opens = event == XmlEvent::Open;
        if (xml.name() == "cellXfs") isInCellFormats = opens;
        if (!opens) continue;
        if (xml.name() == "numFmt") {
            coded[numberOf(xml.attribute("numFmtId"))] = sortOfFormatCode(xml.attribute("formatCode"));
        }
        if (xml.name() != "xf" || !isInCellFormats) continue;
        const int id = numberOf(xml.attribute("numFmtId"));
        const auto own = coded.find(id);
        sorts.push_back(own == coded.end() ? sortOfBuiltIn(id) : own->second);
    }
    return sorts;
}

std::string dayText(double days, NumberSort sort, DayCount count) {
    if (!(days >= 0) || days >= lastDay) return {};
    using namespace std::chrono;
    const auto total_s = static_cast<std::int64_t>(std::llround(days * day_s));
    const hh_mm_ss clock{seconds(total_s % day_s)};
    const std::int64_t hours = sort == NumberSort::Clock ? total_s / 3600 : clock.hours().count();
    const std::string time =
        fmt::format("{:02}:{:02}:{:02}", hours, clock.minutes().count(), clock.seconds().count());
    if (sort == NumberSort::Clock) return time;
    const year_month_day date{sys_days(std::chrono::days(daysFrom1970(total_s / day_s, count)))};
    const std::string day =
        fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                    static_cast<unsigned>(date.day()));
    return total_s % day_s == 0 ? day : day + "T" + time;
}

}  // namespace layers
