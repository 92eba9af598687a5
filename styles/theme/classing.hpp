// SPDX-License-Identifier: Apache-2.0
// Where the breaks between classes lie: fixed by hand, or found from the values shown.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "styles/theme/class_breaks.hpp"

namespace styles {

/// How breaks are found. Target is that of each unit: values are measured from it, and it is a break.
enum class ClassMethod { Manual, EqualInterval, Quantile, NaturalBreaks, StandardDeviation, Pretty, Target };

/// `natural`; the word themes and options use.
std::string wordOf(ClassMethod method);
/// Errors: nothing when the word names none of them.
std::optional<ClassMethod> parseClassMethod(std::string_view word);

constexpr int mostClasses = 9;

struct Classing {
    ClassMethod method = ClassMethod::NaturalBreaks;
    /// How many classes are wished for, 1 to mostClasses; not asked by Manual.
    int classes = 5;
    /// Of Manual only, ascending.
    std::vector<double> breaks = {};
    bool operator==(const Classing&) const = default;
};

/// `natural:5`, `quantile`, `manual:35,45,55`, `target:6`.
/// Errors: nothing when the text is none of these.
std::optional<Classing> parseClassing(std::string_view text);

/// The breaks of a method over values; those that are no numbers are passed over. Fewer distinct values than
/// classes make fewer classes; one distinct value, or none, makes a single class. Every break is written
/// exactly with few decimals and still parts the values as the method does.
/// Natural breaks: of all partitions the one with the least sum of squared deviations from the class means;
///         among equals the one whose breaks lie lowest. Source: Fisher 1958, doi:10.2307/2281952.
/// Standard deviation: breaks whole deviations from the mean, or halves where the classes are odd.
/// Target: breaks in round steps from 0, which stays a break where no value reaches it.
/// Errors: BadData `theme.breaks-not-ascending` for breaks of Manual that do not rise.
ClassBreaks breaksOf(const Classing& classing, std::span<const double> values);

/// The same breaks and one more, unless it is among them.
ClassBreaks withBreakAt(const ClassBreaks& breaks, double value);

/// How many decimals write every break exactly, or at least tell all of them apart; at most 9.
int decimalsOf(const ClassBreaks& breaks);

}  // namespace styles
