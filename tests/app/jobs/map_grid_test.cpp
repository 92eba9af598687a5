// SPDX-License-Identifier: Apache-2.0
// Grids stand where coordinates are round, and say which of them is north.
#include "app/jobs/map_grid.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "geo/base/error.hpp"
#include "geo/crs/vn2000.hpp"

namespace {

using testing::ElementsAre;

app::Catalogue vietnamese() {
    return app::Catalogue::read(KHOANH_SOURCE_DIR "/app/words", app::Language::Vietnamese);
}

const geo::Crs& plane() {
    static const geo::Crs crs = geo::Crs::fromText("EPSG:9205");
    return crs;
}

/// A window of 60 by 40 km around Lai Châu city.
constexpr geo::Extent window{490'000, 2'450'000, 550'000, 2'490'000};

std::vector<std::string> figuresOf(const std::vector<styles::GridLine>& lines, styles::GridRun run) {
    std::vector<std::string> figures;
    for (const auto& line : lines)
        if (line.run == run) figures.push_back(line.figure);
    return figures;
}

}  // namespace

TEST(GridStep, isRoundAndNoCloserThan20MillimetresOnPaper) {
    EXPECT_DOUBLE_EQ(app::gridStep_m(10'000), 200);
    EXPECT_DOUBLE_EQ(app::gridStep_m(50'000), 1'000);
    EXPECT_DOUBLE_EQ(app::gridStep_m(60'000), 2'000);
    EXPECT_DOUBLE_EQ(app::gridStep_m(750'000), 20'000);
    EXPECT_DOUBLE_EQ(app::gridStep_m(1'000'000), 20'000);
}

// TT 47/2014/TT-BTNMT, Điều 21.
TEST(GraticuleStep, isThatOfTheRegulation) {
    EXPECT_EQ(app::graticuleStep_s(5'000), 2 * 60);
    EXPECT_EQ(app::graticuleStep_s(25'000), 5 * 60);
    EXPECT_EQ(app::graticuleStep_s(80'000), 10 * 60);
    EXPECT_EQ(app::graticuleStep_s(150'000), 20 * 60);
}

TEST(MapGrid, ofThePlaneCountsKilometresNorthAsXAndEastAsY) {
    const auto words = vietnamese();
    const auto lines = app::mapGrid(app::GridKind::Vn2000, plane(), words).lines(window, 750'000);

    EXPECT_THAT(figuresOf(lines, styles::GridRun::NorthSouth), ElementsAre("Y 500", "Y 520", "Y 540"));
    EXPECT_THAT(figuresOf(lines, styles::GridRun::WestEast), ElementsAre("X 2.460", "X 2.480"));
    EXPECT_EQ(lines.front().path.front(), (geo::Coordinate{500'000, 2'450'000}));
}

TEST(MapGrid, hasItsCentralMeridianWhereTheProjectionPutsIt) {
    const auto words = vietnamese();
    const auto lines = app::mapGrid(app::GridKind::Graticule, plane(), words).lines(window, 80'000);
    const auto meridian = std::ranges::find(lines, "103°00′Đ", &styles::GridLine::figure);

    ASSERT_NE(meridian, lines.end());
    // The false easting: EPSG:9205.
    for (const auto& point : meridian->path) EXPECT_NEAR(point.x, 500'000, 1e-6);
}

TEST(MapGrid, hasParallelsThroughPlacesOfThatLatitude) {
    const auto words = vietnamese();
    const auto lines = app::mapGrid(app::GridKind::Graticule, plane(), words).lines(window, 80'000);
    const auto parallel = std::ranges::find(lines, "22°20′B", &styles::GridLine::figure);

    ASSERT_NE(parallel, lines.end());
    // 0.9999 times the arc from the equator to 22°20′ on the ellipsoid of VN-2000, integrated by a sum of 200,000
    // steps: 2,470,711.321 m.
    const auto middle = std::ranges::min_element(parallel->path, {}, [](const geo::Coordinate& point) {
        return std::abs(point.x - 500'000);
    });
    EXPECT_NEAR(middle->y, 2'470'464.25, 0.3);
    EXPECT_GT(parallel->path.front().y, middle->y);  // Parallels bend upwards away from the meridian.
}

TEST(MapGrid, isMadeFinerWhereAPageWouldShowLessThanTwoLines) {
    const auto words = vietnamese();
    const geo::Extent small{540'000, 2'470'000, 548'000, 2'478'000};
    const auto lines = app::mapGrid(app::GridKind::Graticule, plane(), words).lines(small, 50'000);

    EXPECT_GE(figuresOf(lines, styles::GridRun::NorthSouth).size(), 2u);
    EXPECT_GE(figuresOf(lines, styles::GridRun::WestEast).size(), 2u);
}

TEST(MapGrid, needsAPlane) {
    const auto words = vietnamese();
    EXPECT_THROW(app::mapGrid(app::GridKind::Vn2000, geo::Crs::fromText("EPSG:4756"), words), geo::Error);
    EXPECT_FALSE(app::mapGrid(app::GridKind::None, plane(), words).lines);
}

TEST(GridNote, namesTheMeridianAndWhichCoordinateIsNorth) {
    const auto words = vietnamese();
    EXPECT_EQ(app::gridNote(app::GridKind::Vn2000, plane(), words),
              "Lưới VN-2000, kinh tuyến trục 103°00′, k = 0,9999; X: Bắc, Y: Đông (km).");
    const auto other = geo::vn2000TransverseMercator(104.75, 0.9996);
    EXPECT_EQ(app::gridNote(app::GridKind::Vn2000, other, words),
              "Lưới VN-2000, kinh tuyến trục 104°45′, k = 0,9996; X: Bắc, Y: Đông (km).");
}
