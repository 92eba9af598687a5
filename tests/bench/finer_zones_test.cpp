// SPDX-License-Identifier: Apache-2.0
// Zones cut without losing ground.
#include "tests/bench/finer_zones.hpp"

#include <gtest/gtest.h>

#include "geo/measure/area.hpp"

TEST(FinerZones, areAsManyAsAskedAndCoverTheSameArea) {
    const std::vector<geo::Geometry> zones{geo::Geometry::polygon({{0, 0}, {400, 0}, {0, 300}}),
                                           geo::Geometry::polygon({{400, 0}, {400, 300}, {0, 300}})};

    const auto finer = bench::cutFiner(zones, 37);

    double area_m2 = 0;
    for (const auto& zone : finer) area_m2 += geo::planarArea(zone).value;
    EXPECT_EQ(finer.size(), 37u);
    EXPECT_NEAR(area_m2, 120'000, 1e-6);  // 400 m × 300 m
}
