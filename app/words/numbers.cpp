// SPDX-License-Identifier: Apache-2.0
// Digits grouped by the language's own marks.
#include "app/words/numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

namespace app {
namespace {

struct Marks {
    char thousands;
    char decimal;
};

Marks marksOf(Language language) {
    return language == Language::Vietnamese ? Marks{'.', ','} : Marks{',', '.'};
}

std::string grouped(std::string_view digits, char mark) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += mark;
        text += digits[i];
    }
    return text;
}

bool isAllZero(std::string_view text) { return text.find_first_not_of("0.") == std::string_view::npos; }

}  // namespace

std::string formatNumber(double number, int decimals, Language language) {
    const Marks marks = marksOf(language);
    const std::string plain = fmt::format("{:.{}f}", std::abs(number), decimals);
    const std::size_t point = plain.find('.');
    std::string text = number < 0 && !isAllZero(plain) ? "−" : "";
    text += grouped(std::string_view(plain).substr(0, point), marks.thousands);
    if (point != std::string::npos) text += marks.decimal + plain.substr(point + 1);
    return text;
}

std::string formatWhole(std::int64_t number, Language language) {
    // The lowest whole number has no positive counterpart of its own type.
    const auto magnitude = static_cast<std::uint64_t>(number);
    const std::string plain = fmt::to_string(number < 0 ? std::uint64_t{0} - magnitude : magnitude);
    return (number < 0 ? "−" : "") + grouped(plain, marksOf(language).thousands);
}

std::string formatShort(double number, Language language) {
    for (int decimals = 0; decimals < 3; ++decimals) {
        const double scale = std::pow(10.0, decimals);
        if (std::abs(std::round(number * scale) / scale - number) < 1e-9) {
            return formatNumber(number, decimals, language);
        }
    }
    return formatNumber(number, 3, language);
}

std::string formatDate(const geo::Date& date, Language language) {
    if (language == Language::English) {
        constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
        return fmt::format("{} {} {}", date.day, months[static_cast<std::size_t>(date.month - 1)], date.year);
    }
    const char* const form = date.month <= 2 ? "{:02}/{:02}/{}" : "{:02}/{}/{}";
    return fmt::format(fmt::runtime(form), date.day, date.month, date.year);
}

}  // namespace app
