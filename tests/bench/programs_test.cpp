// SPDX-License-Identifier: Apache-2.0
// What programs answer in their own words.
#include "tests/bench/programs.hpp"

#include <gtest/gtest.h>

TEST(Programs, theLastNumberOfWhatAProgramSaysIsItsAnswer) {
    EXPECT_EQ(bench::lastNumberIn("OGRFeature(SELECT):0\n  area_ha (Real) = 60109.5125\n\n"), 60109.5125);
    EXPECT_EQ(bench::lastNumberIn(" 901426.131\n"), 901426.131);
    EXPECT_EQ(bench::lastNumberIn("-1.5e-07"), -1.5e-7);
    EXPECT_EQ(bench::lastNumberIn("nothing found"), 0);
}
