// SPDX-License-Identifier: Apache-2.0
// Breaks found from values: as each method says, honest where there is little to class.
#include "styles/theme/classing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <set>

#include "geo/base/error.hpp"
#include "styles/theme/natural_breaks.hpp"

namespace {

using styles::breaksOf;
using styles::ClassBreaks;
using styles::ClassMethod;
using Values = std::vector<double>;

const std::vector<ClassMethod> computed{ClassMethod::EqualInterval, ClassMethod::Quantile,
                                        ClassMethod::NaturalBreaks, ClassMethod::StandardDeviation,
                                        ClassMethod::Pretty};

Values breaks(ClassMethod method, int classes, const Values& values) {
    return breaksOf({method, classes}, values).breaks();
}

double deviationIn(const Values& sorted, std::size_t first, std::size_t last) {
    const double mean = std::accumulate(sorted.begin() + long(first), sorted.begin() + long(last), 0.0) /
                        double(last - first);
    double squares = 0;
    for (std::size_t i = first; i < last; ++i) squares += (sorted[i] - mean) * (sorted[i] - mean);
    return squares;
}

/// The least deviation over all ways to cut values into classes, by trying every one.
double leastByTrying(const Values& sorted, std::size_t first, std::size_t classes) {
    if (classes == 1) return deviationIn(sorted, first, sorted.size());
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t end = first + 1; end + classes - 1 <= sorted.size(); ++end)
        least = std::min(least, deviationIn(sorted, first, end) + leastByTrying(sorted, end, classes - 1));
    return least;
}

double deviationOf(const Values& sorted, const ClassBreaks& cut) {
    double all = 0;
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t end = first;
        while (end < sorted.size() && cut.classOf(sorted[end]) == cut.classOf(sorted[first])) ++end;
        all += deviationIn(sorted, first, end);
        first = end;
    }
    return all;
}

Values randomValues(std::mt19937& random, std::size_t count, unsigned kinds) {
    Values values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(double(random() % kinds) / 10 - 20);
    return values;
}

std::vector<int> countsIn(const ClassBreaks& cut, const Values& values) {
    std::vector<int> counts(cut.count());
    for (const double value : values) ++counts[*cut.classOf(value)];
    return counts;
}

}  // namespace

TEST(NaturalBreaks, areAsGoodAsTheBestOfAllPartitions) {
    std::mt19937 random(20'261'124);
    for (int round = 0; round < 400; ++round) {
        Values values = randomValues(random, 2 + random() % 12, round % 2 == 0 ? 30 : 100'000);
        std::ranges::sort(values);
        const std::size_t distinct = std::set<double>(values.begin(), values.end()).size();
        const int classes = 2 + static_cast<int>(random() % 5);
        const ClassBreaks cut = breaksOf({ClassMethod::NaturalBreaks, classes}, values);
        ASSERT_EQ(cut.count(), std::min<std::size_t>(static_cast<std::size_t>(classes), distinct));
        EXPECT_NEAR(deviationOf(values, cut), leastByTrying(values, 0, cut.count()), 1e-6) << round;
    }
}

TEST(NaturalBreaks, findTheGapsBetweenHeaps) {
    EXPECT_EQ(breaks(ClassMethod::NaturalBreaks, 3, {1, 2, 3, 50, 51, 52, 97, 98, 99}), (Values{30, 70}));
}

TEST(NaturalBreaks, cutAHundredThousandValuesQuickly) {
    std::mt19937 random(7);
    const ClassBreaks cut =
        breaksOf({ClassMethod::NaturalBreaks, 9}, randomValues(random, 100'000, 1'000'000'000));
    EXPECT_EQ(cut.count(), 9u);
}

TEST(EqualIntervals, areEquallyWide) {
    EXPECT_EQ(breaks(ClassMethod::EqualInterval, 4, {0, 1, 7, 20, 3}), (Values{5, 10, 15}));
    EXPECT_EQ(breaks(ClassMethod::EqualInterval, 3, {20, 30, 45}), (Values{28.33, 36.67}));
}

TEST(Quantiles, holdAsManyEach) {
    Values values(12);
    std::iota(values.begin(), values.end(), 1.0);
    const ClassBreaks cut = breaksOf({ClassMethod::Quantile, 4}, values);
    EXPECT_EQ(countsIn(cut, values), (std::vector<int>{3, 3, 3, 3}));
}

TEST(Quantiles, keepEqualValuesTogether) {
    const Values values{1, 5, 5, 5, 5, 5, 5, 9};
    const ClassBreaks cut = breaksOf({ClassMethod::Quantile, 4}, values);
    EXPECT_EQ(cut.count(), 3u);
    EXPECT_EQ(countsIn(cut, values), (std::vector<int>{1, 6, 1}));
}

TEST(StandardDeviations, standAroundTheMean) {
    // Mean 10, deviation 2: the heights of a coin thrown between 8 and 12.
    const Values values{8, 8, 12, 12};
    EXPECT_EQ(breaks(ClassMethod::StandardDeviation, 2, values), (Values{10}));
    const Values wide{4, 10, 10, 10, 10, 10, 10, 16};  // mean 10, deviation 3
    EXPECT_EQ(breaks(ClassMethod::StandardDeviation, 3, wide), (Values{8.5, 11.5}));
}

TEST(PrettyBreaks, areMultiplesOfARoundStep) {
    EXPECT_EQ(breaks(ClassMethod::Pretty, 5, {31.7, 44, 52.3, 61, 71.7}), (Values{40, 50, 60, 70}));
    EXPECT_EQ(breaks(ClassMethod::Pretty, 5, {0.012, 0.02, 0.03, 0.04, 0.049}), (Values{0.02, 0.03, 0.04}));
}

TEST(TargetBreaks, keepZeroABreakWhicheverSideTheValuesAre) {
    EXPECT_EQ(breaks(ClassMethod::Target, 6, {-12, -3, 2, 8}), (Values{-10, -5, 0, 5}));
    EXPECT_EQ(breaks(ClassMethod::Target, 6, {-12, -3}), (Values{-10, -5, 0}));
    EXPECT_EQ(breaks(ClassMethod::Target, 6, {0, 0}), (Values{0}));
    EXPECT_EQ(breaks(ClassMethod::Target, 4, {3}), (Values{0}));
}

TEST(ManualBreaks, areTakenAsTheyAre) {
    EXPECT_EQ(breaksOf({ClassMethod::Manual, 5, {35, 45}}, Values{1}).breaks(), (Values{35, 45}));
    EXPECT_THROW(breaksOf({ClassMethod::Manual, 5, {45, 35}}, Values{}), geo::Error);
}

TEST(Classing, makesOneHonestClassOfNothingOneValueOrEqualValues) {
    const double none = std::nan("");
    for (const ClassMethod method : computed) {
        EXPECT_EQ(breaks(method, 5, {}), Values{}) << styles::wordOf(method);
        EXPECT_EQ(breaks(method, 5, {42}), Values{}) << styles::wordOf(method);
        EXPECT_EQ(breaks(method, 5, {42, 42, 42}), Values{}) << styles::wordOf(method);
        EXPECT_EQ(breaks(method, 5, {none, 42, none}), Values{}) << styles::wordOf(method);
        EXPECT_EQ(breaks(method, 1, {1, 2, 3}), Values{}) << styles::wordOf(method);
    }
}

TEST(Classing, neverMakesMoreClassesThanValuesOrWishes) {
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        const Values values =
            randomValues(random, 1 + random() % 40, 1 + static_cast<unsigned>(random() % 60));
        const std::set<double> distinct(values.begin(), values.end());
        const int classes = 1 + static_cast<int>(random() % 9);
        for (const ClassMethod method : computed) {
            const ClassBreaks cut = breaksOf({method, classes}, values);
            EXPECT_LE(cut.count(), distinct.size()) << styles::wordOf(method);
            EXPECT_LE(cut.count(), std::size_t(classes)) << styles::wordOf(method);
            EXPECT_GT(countsIn(cut, values).front(), 0) << styles::wordOf(method);
            EXPECT_GT(countsIn(cut, values).back(), 0) << styles::wordOf(method);
        }
    }
}

TEST(Classing, survivesHugeAndTinyValues) {
    const double infinite = std::numeric_limits<double>::infinity();
    for (const ClassMethod method : computed) {
        EXPECT_LE(breaks(method, 5, {-1e300, 1e300, infinite, 3}).size(), 4u);
        EXPECT_LE(breaks(method, 5, {1e-300, 2e-300, 5e-300}).size(), 4u);
        EXPECT_LE(breaks(method, 5, {1e15, 1e15 + 1, 1e15 + 2}).size(), 4u);
    }
}

TEST(Classing, writesBreaksWithTheDecimalsThatTellThemApart) {
    EXPECT_EQ(styles::decimalsOf(ClassBreaks({35, 45})), 0);
    EXPECT_EQ(styles::decimalsOf(ClassBreaks({35, 45.5})), 1);
    EXPECT_EQ(styles::decimalsOf(ClassBreaks({0.0001, 0.0002})), 4);
    EXPECT_EQ(styles::decimalsOf(ClassBreaks({28.33, 36.67})), 2);
    EXPECT_EQ(styles::decimalsOf(ClassBreaks()), 0);
}

TEST(Classing, readsWhatOptionsSay) {
    const auto natural = styles::parseClassing("natural:7");
    ASSERT_TRUE(natural.has_value());
    EXPECT_EQ(natural->method, ClassMethod::NaturalBreaks);
    EXPECT_EQ(natural->classes, 7);
    EXPECT_EQ(styles::parseClassing("quantile")->classes, 5);
    EXPECT_EQ(styles::parseClassing("manual:35,45.5")->breaks, (Values{35, 45.5}));
    for (const char* text : {"", "natural:", "natural:0", "natural:10", "natural:5x", "manual",
                             "manual:45,35", "manual:a", "manual:1,,2", "jenks:5"})
        EXPECT_EQ(styles::parseClassing(text), std::nullopt) << text;
}

TEST(Classing, addsABreakOnce) {
    EXPECT_EQ(styles::withBreakAt(ClassBreaks({-5, 5}), 0).breaks(), (Values{-5, 0, 5}));
    EXPECT_EQ(styles::withBreakAt(ClassBreaks({0, 5}), 0).breaks(), (Values{0, 5}));
}
