// SPDX-License-Identifier: Apache-2.0
// Plots measured from their bytes: every dialect, rings of any sort, and what is said of faulty ones.
#include "geo/topology/plot_tabulator.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "geo/shape/wkb.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Geometry;
using geo::PlotTabulator;
using geo::ShapeView;
using geo::ZoneIndex;
using Shares = std::vector<ZoneIndex::Share>;

Geometry rectangle(double minX, double minY, double maxX, double maxY) {
    return Geometry::polygon({{minX, minY}, {maxX, minY}, {maxX, maxY}, {minX, maxY}});
}

class PlotTabulatorTest : public testing::Test {
  protected:
    ZoneIndex::Shares sharesOf(const Geometry& plot) { return m_tabulator.shares(plot); }
    ZoneIndex::Shares sharesOf(const ShapeView& plot) { return m_tabulator.shares(plot); }

  private:
    ZoneIndex m_zones{std::vector{rectangle(0, 0, 100, 100), rectangle(100, 0, 200, 100)}};
    PlotTabulator m_tabulator{m_zones, PlotTabulator::Rings::Unknown};
};

const Geometry acrossTheBorder = rectangle(90, 40, 130, 50);
const Shares acrossTheBorderByZone{{0, 100}, {1, 300}};

void putNumber(std::vector<std::byte>& bytes, auto number) {
    const auto* const begin = reinterpret_cast<const std::byte*>(&number);
    bytes.insert(bytes.end(), begin, begin + sizeof(number));
}

/// WKB as drawn, with an M to skip, and whatever the rings are.
std::vector<std::byte> wkbWithM(const std::vector<geo::Coordinate>& ring) {
    std::vector<std::byte> bytes{std::byte{1}};
    putNumber(bytes, std::uint32_t{2003});
    putNumber(bytes, std::uint32_t{1});
    putNumber(bytes, static_cast<std::uint32_t>(ring.size()));
    for (const geo::Coordinate corner : ring) {
        putNumber(bytes, corner.x);
        putNumber(bytes, corner.y);
        putNumber(bytes, -1.0);
    }
    return bytes;
}

}  // namespace

TEST_F(PlotTabulatorTest, readsEveryDialectAlike) {
    EXPECT_EQ(sharesOf(acrossTheBorder).inZones, acrossTheBorderByZone);
    EXPECT_EQ(sharesOf(ShapeView::ofWkb(toWkb(acrossTheBorder))).inZones, acrossTheBorderByZone);
    EXPECT_EQ(sharesOf(ShapeView::ofSpatialite(toSpatialite(acrossTheBorder, 9205))).inZones,
              acrossTheBorderByZone);
    EXPECT_EQ(sharesOf(ShapeView::ofGeoPackage(toGeoPackage(acrossTheBorder, 9205))).inZones,
              acrossTheBorderByZone);
}

TEST_F(PlotTabulatorTest, skipsMeasures) {
    const auto bytes = wkbWithM({{90, 40}, {130, 40}, {130, 50}, {90, 50}, {90, 40}});
    EXPECT_EQ(sharesOf(ShapeView::ofWkb(bytes)).inZones, acrossTheBorderByZone);
}

TEST_F(PlotTabulatorTest, believesCoordinatesWhereAnEnvelopeLies) {
    auto bytes = toGeoPackage(acrossTheBorder, 9205);
    const double elsewhere[4] = {-9e6, -8e6, -9e6, -8e6};
    std::memcpy(bytes.data() + 8, elsewhere, sizeof elsewhere);
    EXPECT_EQ(sharesOf(ShapeView::ofGeoPackage(bytes)).inZones, acrossTheBorderByZone);
}

TEST_F(PlotTabulatorTest, closesAnOpenRingAndSaysSo) {
    const auto shares = sharesOf(ShapeView::ofWkb(wkbWithM({{90, 40}, {130, 40}, {130, 50}, {90, 50}})));
    EXPECT_EQ(shares.inZones, acrossTheBorderByZone);
    EXPECT_EQ(shares.repairReason, "open-ring");
}

TEST_F(PlotTabulatorTest, countsCrossedRingsByTheEvenOddRuleAndSaysSo) {
    const auto shares = sharesOf(Geometry::polygon({{95, 0}, {105, 10}, {105, 0}, {95, 10}}));
    EXPECT_EQ(shares.repairReason, "self-intersection");
    EXPECT_NEAR(shares.area_m2, 50, 1e-9);
    EXPECT_EQ(shares.areaByShoelace_m2, 0);
    ASSERT_EQ(shares.inZones.size(), 2U);
    EXPECT_NEAR(shares.inZones[0].area_m2, 25, 1e-9);
    EXPECT_NEAR(shares.inZones[1].area_m2, 25, 1e-9);
}

TEST_F(PlotTabulatorTest, tellsAHoleThatLiesOutside) {
    Geometry plot = rectangle(10, 10, 20, 20);
    plot.addPath(rectangle(30, 10, 40, 20).path(0));
    const auto shares = sharesOf(plot);
    EXPECT_EQ(shares.repairReason, "hole-outside");
    EXPECT_EQ(shares.inZones, (Shares{{0, 200}}));
}

TEST_F(PlotTabulatorTest, saysNothingOfASpikeWithoutWidth) {
    const auto shares =
        sharesOf(Geometry::polygon({{10, 10}, {20, 10}, {20, 20}, {15, 20}, {15, 90}, {15, 20}, {10, 20}}));
    EXPECT_EQ(shares.repairReason, "");
    EXPECT_EQ(shares.inZones, (Shares{{0, 100}}));
}

TEST_F(PlotTabulatorTest, givesTheCentroidOfWhatIsValid) {
    Geometry plot = asKind(rectangle(10, 10, 20, 20), geo::GeometryKind::MultiPolygon);
    plot.beginPart();
    plot.addPath(rectangle(40, 10, 50, 20).path(0));
    EXPECT_NEAR(sharesOf(plot).centroid.x, 30, 1e-9);
    EXPECT_NEAR(sharesOf(plot).centroid.y, 15, 1e-9);
}

TEST_F(PlotTabulatorTest, bearsWhatHasNoArea) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    EXPECT_EQ(sharesOf(Geometry::polygon({{0, 0}, {nan, 5}, {5, 0}})).repairReason, "invalid-coordinate");
    EXPECT_EQ(sharesOf(Geometry::polygon({{0, 0}, {infinite, 5}, {5, 0}})).repairReason,
              "invalid-coordinate");
    EXPECT_EQ(sharesOf(Geometry::polygon({{0, 0}, {1, 1}})).repairReason, "too-few-points");
    EXPECT_EQ(sharesOf(Geometry::polygon({{0, 0}, {1e308, 0}, {1e308, 1e308}})).area_m2, 0);
    EXPECT_EQ(sharesOf(Geometry::polygon({{7, 7}, {7, 7}, {7, 7}, {7, 7}})).area_m2, 0);
    EXPECT_EQ(sharesOf(Geometry::lineString({{0, 0}, {5, 5}})).area_m2, 0);
    EXPECT_TRUE(sharesOf(Geometry()).inZones.empty());
}

TEST_F(PlotTabulatorTest, forgetsThePlotBefore) {
    sharesOf(Geometry::polygon({{95, 0}, {105, 10}, {105, 0}, {95, 10}}));
    const auto shares = sharesOf(acrossTheBorder);
    EXPECT_EQ(shares.inZones, acrossTheBorderByZone);
    EXPECT_EQ(shares.repairReason, "");
    EXPECT_EQ(shares.overlapped_m2, 0);
}

TEST(ZoneIndex, bearsZonesOfAnySize) {
    const Geometry all = rectangle(-1e12, -1e12, 1e12, 1e12);
    const Geometry needle = Geometry::polygon({{0, 0}, {1e9, 1e-6}, {1e9, 2e-6}});
    const Geometry endless = Geometry::polygon({{-1e308, 0}, {1e308, 0}, {0, 1e308}});
    const ZoneIndex index(std::vector{all, needle, endless});
    PlotTabulator tabulator(index, PlotTabulator::Rings::Unknown);
    EXPECT_EQ(tabulator.shares(rectangle(5e5, 2e6, 5e5 + 10, 2e6 + 10)).inZones, (Shares{{0, 100}}));
    EXPECT_EQ(index.zonesAt({5, 5}), std::vector<std::uint32_t>{0});
    EXPECT_TRUE(index.zonesAt({2e12, 0}).empty());
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(index.zonesAt({nan, 0}).empty());
}
