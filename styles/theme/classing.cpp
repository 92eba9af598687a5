// SPDX-License-Identifier: Apache-2.0
// One short function a method, then breaks rounded as far as no value changes its class.
#include "styles/theme/classing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "styles/theme/natural_breaks.hpp"

namespace styles {
namespace {

constexpr std::array<std::pair<ClassMethod, std::string_view>, 7> methods{
    {{ClassMethod::Manual, "manual"},
     {ClassMethod::EqualInterval, "equal"},
     {ClassMethod::Quantile, "quantile"},
     {ClassMethod::NaturalBreaks, "natural"},
     {ClassMethod::StandardDeviation, "deviation"},
     {ClassMethod::Pretty, "pretty"},
     {ClassMethod::Target, "target"}}};

constexpr int mostDecimals = 9;
/// Shares of steps that are no whole number of decimals would make breaks without end.
constexpr double hair = 1e-9;

using Breaks = std::vector<double>;

/// A number rounded to some decimals, below zero of them to tens and hundreds.
double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, std::abs(decimals));
    if (!std::isfinite(scale) || !std::isfinite(value * scale)) return value;
    return decimals >= 0 ? std::round(value * scale) / scale : std::round(value / scale) * scale;
}

/// The number of fewest decimals above one value and not above the next, the nearest to their middle.
double roundBetween(double below, double from) {
    const double middle = below + (from - below) / 2;
    const int coarsest = -static_cast<int>(std::floor(std::log10(from - below)));
    for (int decimals = coarsest - 1; decimals <= mostDecimals; ++decimals) {
        const double candidate = rounded(middle, decimals);
        if (candidate > below && candidate <= from) return candidate;
    }
    return from;
}

/// Rounded to a hundredth of a step: the label says exactly where the class begins.
double roundedByStep(double value, double step) {
    return rounded(value, std::min(mostDecimals, 2 - static_cast<int>(std::floor(std::log10(step)))));
}

std::vector<CountedValue> distinctOf(std::span<const double> values) {
    std::vector<double> sorted;
    for (const double value : values) {
        if (std::isfinite(value)) sorted.push_back(value);
    }
    std::ranges::sort(sorted);
    std::vector<CountedValue> distinct;
    for (const double value : sorted) {
        if (!distinct.empty() && distinct.back().value == value)
            ++distinct.back().count;
        else
            distinct.push_back({value, 1});
    }
    return distinct;
}

/// Values in ascending order, and no more classes than there are of them.
struct Sorted {
    std::vector<CountedValue> values;
    std::size_t classes = 1;
    double least() const { return values.front().value; }
    double most() const { return values.back().value; }
    double range() const { return most() - least(); }
};

/// Breaks that leave a value on both sides; outer classes without one would say nothing.
Breaks insideOf(Breaks breaks, const Sorted& sorted) {
    std::erase_if(breaks, [&](double at) { return at <= sorted.least() || at > sorted.most(); });
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    return breaks;
}

Breaks breaksAt(const std::vector<std::size_t>& starts, const Sorted& sorted) {
    Breaks breaks;
    for (const std::size_t start : starts)
        breaks.push_back(roundBetween(sorted.values[start - 1].value, sorted.values[start].value));
    return breaks;
}

Breaks equalIntervals(const Sorted& sorted) {
    const double step = sorted.range() / static_cast<double>(sorted.classes);
    Breaks breaks;
    for (std::size_t i = 1; i < sorted.classes; ++i)
        breaks.push_back(roundedByStep(sorted.least() + step * static_cast<double>(i), step));
    return insideOf(std::move(breaks), sorted);
}

/// Equal values stay together; a class takes them where that leaves the counts nearest to equal.
Breaks quantiles(const Sorted& sorted) {
    double all = 0;
    for (const CountedValue& item : sorted.values) all += item.count;
    std::vector<std::size_t> starts;
    double passed = 0;
    for (std::size_t i = 1; i < sorted.values.size() && starts.size() + 1 < sorted.classes; ++i) {
        passed += sorted.values[i - 1].count;
        const double wished =
            all * static_cast<double>(starts.size() + 1) / static_cast<double>(sorted.classes);
        const double next = passed + sorted.values[i].count;
        const bool isLast = i + 1 == sorted.values.size();
        if (isLast ? passed * 2 >= wished : std::abs(passed - wished) <= std::abs(next - wished))
            starts.push_back(i);
    }
    return breaksAt(starts, sorted);
}

double meanOf(const Sorted& sorted) {
    double sum = 0;
    double all = 0;
    for (const CountedValue& item : sorted.values) {
        sum += item.count * (item.value - sorted.least());
        all += item.count;
    }
    return sorted.least() + sum / all;
}

double deviationOf(const Sorted& sorted, double mean) {
    double squares = 0;
    double all = 0;
    for (const CountedValue& item : sorted.values) {
        squares += item.count * (item.value - mean) * (item.value - mean);
        all += item.count;
    }
    return std::sqrt(squares / all);
}

Breaks deviations(const Sorted& sorted) {
    const double mean = meanOf(sorted);
    const double deviation = deviationOf(sorted, mean);
    Breaks breaks;
    for (std::size_t i = 1; i < sorted.classes; ++i) {
        const double steps = static_cast<double>(i) - static_cast<double>(sorted.classes) / 2;
        breaks.push_back(roundedByStep(mean + steps * deviation, deviation));
    }
    return insideOf(std::move(breaks), sorted);
}

/// 1, 2 or 5 times a power of ten, no less than a number.
double roundStepFrom(double least) {
    const int exponent = static_cast<int>(std::floor(std::log10(least)));
    const double power = std::pow(10.0, exponent);
    for (const double leading : {1.0, 2.0, 5.0}) {
        if (leading * power >= least * (1 - hair)) return leading * power;
    }
    return 10 * power;
}

Breaks multiplesInside(double step, const Sorted& sorted) {
    Breaks breaks;
    const double first = std::floor(sorted.least() / step) + 1;
    for (double i = first; i * step <= sorted.most() && breaks.size() <= 2U * mostClasses; ++i)
        breaks.push_back(roundedByStep(i * step, step));
    return insideOf(std::move(breaks), sorted);
}

/// The finest round step that makes no more classes than wished for.
Breaks prettyBreaks(const Sorted& sorted) {
    double step = roundStepFrom(sorted.range() / static_cast<double>(sorted.classes) / 2);
    Breaks breaks = multiplesInside(step, sorted);
    while (breaks.size() + 1 > sorted.classes) {
        step = roundStepFrom(step * 1.5);
        breaks = multiplesInside(step, sorted);
    }
    return breaks;
}

/// Round steps to both sides of 0; outer classes without a value are left out.
Breaks aroundTarget(const Sorted& sorted, int classes) {
    const double farthest = std::max(std::abs(sorted.least()), std::abs(sorted.most()));
    const int half = std::max(1, classes / 2);
    if (farthest == 0) return {0};
    const double step = roundStepFrom(farthest / half / 1.5);
    Breaks breaks;
    for (int i = 1 - half; i < half; ++i) {
        const double at = roundedByStep(i * step, step);
        if (i == 0 || (at > sorted.least() && at <= sorted.most())) breaks.push_back(at);
    }
    return breaks;
}

Breaks rawBreaks(const Classing& classing, const Sorted& sorted) {
    switch (classing.method) {
        case ClassMethod::Manual:
            return classing.breaks;
        case ClassMethod::EqualInterval:
            return equalIntervals(sorted);
        case ClassMethod::Quantile:
            return quantiles(sorted);
        case ClassMethod::NaturalBreaks:
            return breaksAt(naturalBreaks(sorted.values, sorted.classes), sorted);
        case ClassMethod::StandardDeviation:
            return deviations(sorted);
        case ClassMethod::Pretty:
            return prettyBreaks(sorted);
        case ClassMethod::Target:
            return aroundTarget(sorted, classing.classes);
    }
    return {};
}

template <class Number>
std::optional<Number> numberIn(std::string_view text) {
    Number number{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<Breaks> breaksIn(std::string_view text) {
    Breaks breaks;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const auto number = numberIn<double>(text.substr(begin, end - begin));
        if (!number || !std::isfinite(*number)) return std::nullopt;
        if (!breaks.empty() && *number <= breaks.back()) return std::nullopt;
        breaks.push_back(*number);
        begin = end + 1;
    }
    return breaks.size() < mostClasses ? std::optional(breaks) : std::nullopt;
}

}  // namespace

std::string wordOf(ClassMethod method) {
    const auto found = std::ranges::find(methods, method, &std::pair<ClassMethod, std::string_view>::first);
    return found == methods.end() ? std::string() : std::string(found->second);
}

std::optional<ClassMethod> parseClassMethod(std::string_view word) {
    const auto found = std::ranges::find(methods, word, &std::pair<ClassMethod, std::string_view>::second);
    return found == methods.end() ? std::nullopt : std::optional(found->first);
}

std::optional<Classing> parseClassing(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto method = parseClassMethod(text.substr(0, colon));
    if (!method) return std::nullopt;
    Classing classing{*method};
    const bool isManual = *method == ClassMethod::Manual;
    if (colon == std::string_view::npos) return isManual ? std::nullopt : std::optional(classing);
    const std::string_view rest = text.substr(colon + 1);
    if (isManual) {
        const auto breaks = breaksIn(rest);
        if (!breaks) return std::nullopt;
        classing.breaks = *breaks;
        return classing;
    }
    const auto classes = numberIn<int>(rest);
    if (!classes || *classes < 1 || *classes > mostClasses) return std::nullopt;
    classing.classes = *classes;
    return classing;
}

ClassBreaks breaksOf(const Classing& classing, std::span<const double> values) {
    if (classing.method == ClassMethod::Manual) return ClassBreaks(classing.breaks);
    Sorted sorted{distinctOf(values), 1};
    const bool isTarget = classing.method == ClassMethod::Target;
    if (sorted.values.empty() || (sorted.values.size() == 1 && !isTarget)) return {};
    const auto wished = static_cast<std::size_t>(std::clamp(classing.classes, 1, mostClasses));
    sorted.classes = std::min(wished, sorted.values.size());
    return ClassBreaks(rawBreaks(classing, sorted));
}

ClassBreaks withBreakAt(const ClassBreaks& breaks, double value) {
    Breaks all = breaks.breaks();
    const auto place = std::ranges::lower_bound(all, value);
    if (place == all.end() || *place != value) all.insert(place, value);
    return ClassBreaks(std::move(all));
}

int decimalsOf(const ClassBreaks& breaks) {
    for (int decimals = 0; decimals < mostDecimals; ++decimals) {
        const bool isExact = std::ranges::all_of(breaks.breaks(), [&](double at) {
            return std::abs(rounded(at, decimals) - at) <= hair * std::max(1e-3, std::abs(at));
        });
        if (isExact) return decimals;
    }
    return mostDecimals;
}

}  // namespace styles
