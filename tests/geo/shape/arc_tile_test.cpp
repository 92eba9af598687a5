// SPDX-License-Identifier: Apache-2.0
// Tiles come back from their bytes, and whatever is no tile is said to be none.
#include "geo/shape/arc_tile.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "geo/base/error.hpp"

namespace {

geo::ArcTile smallTile() {
    const std::int32_t far = std::numeric_limits<std::int32_t>::max();
    return {{-500.25, 2.5e6},
            0.125,
            {{0, 7, 3}, {geo::ArcTile::noClass, 65'534, 5}},
            {{0, 0}, {-3, 12}, {far, -far}, {-far, far}, {1, 1}}};
}

}  // namespace

TEST(ArcTile, comesBackFromItsBytes) {
    EXPECT_EQ(geo::arcTileFrom(geo::toBytes(smallTile())), smallTile());
    EXPECT_EQ(geo::arcTileFrom(geo::toBytes({})), geo::ArcTile());
}

TEST(ArcTile, handsOutItsPathsOneByOne) {
    const geo::ArcTile tile = smallTile();
    EXPECT_EQ(tile.path(0).size(), 3u);
    EXPECT_EQ(tile.path(1).size(), 2u);
    EXPECT_EQ(tile.path(1)[1], (geo::GridPoint{1, 1}));
}

TEST(ArcTile, isRefusedWhereItsBytesEndTooSoonOrTooLate) {
    const auto bytes = geo::toBytes(smallTile());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_THROW(geo::arcTileFrom(std::span(bytes).first(size)), geo::Error) << size;
    auto longer = bytes;
    longer.push_back(std::byte{0});
    EXPECT_THROW(geo::arcTileFrom(longer), geo::Error);
}

TEST(ArcTile, survivesBytesThatWereChanged) {
    std::mt19937 random(11);
    const auto bytes = geo::toBytes(smallTile());
    for (int i = 0; i < 5'000; ++i) {
        auto changed = bytes;
        changed[random() % changed.size()] = static_cast<std::byte>(random());
        try {
            const geo::ArcTile tile = geo::arcTileFrom(changed);
            for (std::size_t arc = 0; arc < tile.arcs.size(); ++arc) EXPECT_LE(tile.path(arc).size(), 5u);
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.kind(), geo::ErrorKind::BadData);
        }
    }
}
