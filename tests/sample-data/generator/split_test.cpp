// SPDX-License-Identifier: Apache-2.0
// A split ring is whole again when its pieces are added up.
#include "sample-data/generator/split.hpp"

#include <gtest/gtest.h>

#include "geo/topology/repair.hpp"
#include "sample-data/generator/rings.hpp"

namespace {

sample::Ring oneCell() { return sample::Lattice({{0, 0, 3'000, 2'000}, 10'000, 2, 7}).ringOf(40); }

TEST(SplitRing, losesNoAreaAndMakesValidPieces) {
    const sample::Ring cell = oneCell();
    for (const std::size_t pieces : {1u, 2u, 5u, 40u}) {
        sample::Random random(3);

        const auto rings = sample::splitRing(cell, pieces, random);

        ASSERT_EQ(rings.size(), pieces);
        double area_m2 = 0;
        for (const sample::Ring& ring : rings) {
            EXPECT_TRUE(geo::isValidPolygon(geo::Geometry::polygon(ring)));
            area_m2 += sample::signedArea_m2(ring);
        }
        EXPECT_NEAR(area_m2, sample::signedArea_m2(cell), 1e-6);
    }
}

TEST(SplitRing, makesPiecesOfLikeSize) {
    const sample::Ring cell = oneCell();
    sample::Random random(3);

    const auto rings = sample::splitRing(cell, 4, random);

    for (const sample::Ring& ring : rings) {
        EXPECT_NEAR(sample::signedArea_m2(ring) / sample::signedArea_m2(cell), 0.25, 0.1);
    }
}

}  // namespace
