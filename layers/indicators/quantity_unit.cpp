// SPDX-License-Identifier: Apache-2.0
// A unit is a multiple of an amount, perhaps over a time.
#include "layers/indicators/quantity_unit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

enum class Sort { Mass, Volume, Area, Electricity, Heat, Oil };
enum class Time { None, Day, Month, Year };

struct Amount {
    /// Of plainKey().
    std::string_view key;
    std::string_view word;
    Sort sort;
    /// In the smallest amount of its sort.
    std::int64_t times;
};

/// The first writing of a word is its own.
constexpr std::array amounts{Amount{"kg", "kg", Sort::Mass, 1},
                             Amount{"yen", "yen", Sort::Mass, 10},
                             Amount{"ta", "quintals", Sort::Mass, 100},
                             Amount{"quintals", "quintals", Sort::Mass, 100},
                             Amount{"tan", "tonnes", Sort::Mass, 1000},
                             Amount{"t", "tonnes", Sort::Mass, 1000},
                             Amount{"tonnes", "tonnes", Sort::Mass, 1000},
                             Amount{"tons", "tonnes", Sort::Mass, 1000},
                             Amount{"m3", "m3", Sort::Volume, 1},
                             Amount{"met_khoi", "m3", Sort::Volume, 1},
                             Amount{"m2", "m2", Sort::Area, 1},
                             Amount{"ha", "ha", Sort::Area, 10'000},
                             Amount{"hec_ta", "ha", Sort::Area, 10'000},
                             Amount{"km2", "km2", Sort::Area, 1'000'000},
                             Amount{"kwh", "kWh", Sort::Electricity, 1},
                             Amount{"mwh", "MWh", Sort::Electricity, 1000},
                             Amount{"gwh", "GWh", Sort::Electricity, 1'000'000},
                             Amount{"mj", "MJ", Sort::Heat, 1},
                             Amount{"gj", "GJ", Sort::Heat, 1000},
                             Amount{"tj", "TJ", Sort::Heat, 1'000'000},
                             Amount{"toe", "toe", Sort::Oil, 1},
                             Amount{"tan_dau_quy_doi", "toe", Sort::Oil, 1},
                             Amount{"tan_dau_tuong_duong", "toe", Sort::Oil, 1},
                             Amount{"ktoe", "ktoe", Sort::Oil, 1000},
                             Amount{"k_toe", "ktoe", Sort::Oil, 1000}};

struct Multiple {
    std::string_view key;
    std::string_view word;
    std::int64_t times;
};

constexpr std::array multiples{
    Multiple{"nghin_", "thousand ", 1000},      Multiple{"ngan_", "thousand ", 1000},
    Multiple{"1000_", "thousand ", 1000},       Multiple{"1_000_", "thousand ", 1000},
    Multiple{"thousand_", "thousand ", 1000},   Multiple{"trieu_", "million ", 1'000'000},
    Multiple{"million_", "million ", 1'000'000}};

struct Rate {
    std::string_view key;
    std::string_view word;
    Time time;
};

/// The longer ending before the shorter it ends in.
constexpr std::array rates{Rate{"_ngay_dem", "/day", Time::Day},  Rate{"_ngay", "/day", Time::Day},
                           Rate{"_ngd", "/day", Time::Day},       Rate{"_day", "/day", Time::Day},
                           Rate{"_d", "/day", Time::Day},         Rate{"_thang", "/month", Time::Month},
                           Rate{"_month", "/month", Time::Month}, Rate{"_nam", "/year", Time::Year},
                           Rate{"_year", "/year", Time::Year},    Rate{"_y", "/year", Time::Year}};

/// What offices call a thousand of these has a word of its own.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> ownWords{
    {{"thousand toe", "ktoe"}, {"thousand kWh", "MWh"}, {"million kWh", "GWh"}, {"thousand kg", "tonnes"}}};

struct Unit {
    std::string word;
    Sort sort = Sort::Mass;
    Time time = Time::None;
    std::int64_t times = 1;
};

std::string wordOf(std::string_view multiple, std::string_view amount, std::string_view rate) {
    std::string word = std::string(multiple) + std::string(amount);
    const auto own = std::ranges::find(ownWords, word, [](const auto& entry) { return entry.first; });
    if (own != ownWords.end()) word = own->second;
    return word + std::string(rate);
}

std::optional<Unit> unitIn(std::string_view text) {
    const std::string whole = plainKey(text);
    std::string_view key = whole;
    Rate rate{"", "", Time::None};
    for (const Rate& known : rates) {
        if (rate.time == Time::None && key.ends_with(known.key)) rate = known;
    }
    key.remove_suffix(rate.key.size());
    const auto multiple =
        std::ranges::find_if(multiples, [&](const Multiple& known) { return key.starts_with(known.key); });
    const Multiple times = multiple == multiples.end() ? Multiple{"", "", 1} : *multiple;
    key.remove_prefix(times.key.size());
    const auto amount = std::ranges::find(amounts, key, &Amount::key);
    if (amount == amounts.end()) return std::nullopt;
    return Unit{wordOf(times.word, amount->word, rate.word), amount->sort, rate.time,
                times.times * amount->times};
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

bool isLeapYear(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// How many of a time are in a year.
std::int64_t countInYear(Time time, int year) {
    if (time == Time::Day) return isLeapYear(year) ? 366 : 365;
    return time == Time::Month ? 12 : 1;
}

/// A pair of brackets and what stands in them.
struct Bracketed {
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
    std::string_view inside;
};

Bracketed nextBracketed(std::string_view text, std::size_t from) {
    const auto begin = text.find_first_of("([", from);
    const auto end = begin == std::string_view::npos ? begin : text.find_first_of(")]", begin);
    if (end == std::string_view::npos) return {};
    return {begin, end + 1, text.substr(begin + 1, end - begin - 1)};
}

/// The text after `ĐVT:` or `Đơn vị tính:`.
std::string_view afterUnitWord(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    const std::string key = plainKey(text.substr(0, colon));
    const bool isUnitWord = key.ends_with("dvt") || key.ends_with("don_vi_tinh") || key.ends_with("don_vi");
    return isUnitWord ? text.substr(colon + 1) : std::string_view{};
}

}  // namespace

std::string ratioText(const Ratio& ratio) {
    if (ratio.isOne()) return {};
    if (ratio.by == 1) return fmt::format("× {}", ratio.times);
    return ratio.times == 1 ? fmt::format("÷ {}", ratio.by) : fmt::format("× {} ÷ {}", ratio.times, ratio.by);
}

std::string termUnitWritten(std::string_view text) {
    const auto unit = unitIn(text);
    return unit ? unit->word : trimmed(text);
}

bool isQuantityUnit(std::string_view text) { return unitIn(text).has_value(); }

std::string unitNamedIn(std::string_view text) {
    std::string named;
    for (Bracketed next = nextBracketed(text, 0); next.begin != std::string_view::npos;
         next = nextBracketed(text, next.end)) {
        std::string_view inside = next.inside;
        if (const auto after = afterUnitWord(inside); !after.empty()) inside = after;
        const auto unit = unitIn(inside);
        if (!unit) continue;
        if (!named.empty() && named != unit->word) return {};
        named = unit->word;
    }
    if (!named.empty()) return named;
    const auto unit = unitIn(afterUnitWord(text));
    return unit ? unit->word : std::string();
}

std::string withoutUnit(std::string_view head) {
    for (Bracketed next = nextBracketed(head, 0); next.begin != std::string_view::npos;
         next = nextBracketed(head, next.end)) {
        if (unitIn(next.inside))
            return trimmed(std::string(head.substr(0, next.begin)) + std::string(head.substr(next.end)));
    }
    return std::string(head);
}

std::optional<Ratio> ratioBetween(std::string_view from, std::string_view to, int year) {
    const auto source = unitIn(from);
    const auto target = unitIn(to);
    if (!source || !target || source->sort != target->sort) return std::nullopt;
    const bool isRate = source->time != Time::None;
    if (isRate != (target->time != Time::None)) return std::nullopt;
    Ratio ratio{source->times, target->times};
    if (source->time != target->time) {
        const bool hasDays = source->time == Time::Day || target->time == Time::Day;
        if (hasDays && year == 0) return std::nullopt;
        ratio.times *= countInYear(source->time, year);
        ratio.by *= countInYear(target->time, year);
    }
    const std::int64_t common = std::gcd(ratio.times, ratio.by);
    return Ratio{ratio.times / common, ratio.by / common};
}

}  // namespace layers
