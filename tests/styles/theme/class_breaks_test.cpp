// SPDX-License-Identifier: Apache-2.0
// Classes are half-open: a break belongs to the class above it.
#include "styles/theme/class_breaks.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "geo/base/error.hpp"

namespace {

const styles::ClassBreaks forestCover({35, 45, 55, 60, 65});

}  // namespace

TEST(ClassBreaks, putsABreakIntoTheClassAboveIt) {
    EXPECT_EQ(forestCover.classOf(35), 1u);
    EXPECT_EQ(forestCover.classOf(45), 2u);
    EXPECT_EQ(forestCover.classOf(65), 5u);
}

TEST(ClassBreaks, putsTheNumberJustBelowABreakIntoTheClassBelow) {
    EXPECT_EQ(forestCover.classOf(std::nextafter(35.0, 0.0)), 0u);
    EXPECT_EQ(forestCover.classOf(std::nextafter(65.0, 0.0)), 4u);
}

TEST(ClassBreaks, takesAnyValueAtBothEnds) {
    EXPECT_EQ(forestCover.classOf(-1), 0u);
    EXPECT_EQ(forestCover.classOf(0), 0u);
    EXPECT_EQ(forestCover.classOf(100), 5u);
    EXPECT_EQ(forestCover.classOf(std::numeric_limits<double>::infinity()), 5u);
}

TEST(ClassBreaks, hasNoClassForWhatIsNoNumber) { EXPECT_EQ(forestCover.classOf(std::nan("")), std::nullopt); }

TEST(ClassBreaks, saysWhereAClassBeginsAndEnds) {
    EXPECT_EQ(forestCover.count(), 6u);
    EXPECT_EQ(forestCover.from(0), std::nullopt);
    EXPECT_EQ(forestCover.below(0), 35);
    EXPECT_EQ(forestCover.from(5), 65);
    EXPECT_EQ(forestCover.below(5), std::nullopt);
}

TEST(ClassBreaks, refusesBreaksThatDoNotRise) {
    EXPECT_THROW(styles::ClassBreaks({35, 35}), geo::Error);
    EXPECT_THROW(styles::ClassBreaks({45, 35}), geo::Error);
    EXPECT_THROW(styles::ClassBreaks({35, std::nan("")}), geo::Error);
}
