// SPDX-License-Identifier: Apache-2.0
// Distances agree with geometry on the plane and with published geodesics.
#include "geo/measure/distance.hpp"

#include <gtest/gtest.h>

TEST(PlanarDistance, isTheHypotenuse) { EXPECT_EQ(geo::planarDistance({1, 1}, {4, 5}).value, 5); }

TEST(GeodesicDistance, agreesWithThePublishedExampleOfGeographicLib) {
    // JFK to LHR, 40.6 −73.8 to 51.6 −0.5: 5551.759400 km (man GeodSolve).
    EXPECT_NEAR(geo::geodesicDistance({-73.8, 40.6}, {-0.5, 51.6}).value, 5'551'759.400, 1e-3);
}

TEST(GeodesicDistance, isADegreeOfTheEquator) {
    // a · π/180 with a = 6378137 m.
    EXPECT_NEAR(geo::geodesicDistance({103, 0}, {104, 0}).value, 111'319.490793, 1e-6);
}
