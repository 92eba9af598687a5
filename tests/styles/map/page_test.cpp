// SPDX-License-Identifier: Apache-2.0
// The map keeps clear of its furniture.
#include <gtest/gtest.h>

#include "styles/map/furniture_places.hpp"
#include "styles/map/screen_paths.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

geo::Extent extentOf(const styles::MapSheet& sheet) {
    geo::Extent extent;
    for (const styles::MapUnit& unit : sheet.units) extent.include(unit.shape.extent());
    return extent;
}

}  // namespace

TEST(PageLayout, setsTheLegendBesideAWideMapAndBelowATallOne) {
    const testing_styles::FixedMeasure measure;
    styles::MapSheet sheet = testing_styles::twoSquares();

    const styles::RectPx wide = styles::layoutPage(sheet, measure).mapFrame;
    sheet.size = {800, 1200};
    const styles::RectPx tall = styles::layoutPage(sheet, measure).mapFrame;

    EXPECT_LT(wide.right, 1280 * 0.85);
    EXPECT_GT(tall.right, 800 * 0.9);
    EXPECT_LT(tall.bottom, 1200 * 0.9);
    EXPECT_GT(wide.bottom, 800 * 0.9);
}

TEST(PageLayout, growsWithThePicture) {
    const testing_styles::FixedMeasure measure;
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.size = {2560, 1600};

    EXPECT_DOUBLE_EQ(styles::layoutPage(sheet, measure).unit, 2);
}

TEST(Furniture, standsInAStripOfItsOwnWhenTheMapFillsItsFrame) {
    const testing_styles::FixedMeasure measure;
    styles::MapSheet sheet = testing_styles::mosaic(12, 12, 4);
    const styles::PageLayout page = styles::layoutPage(sheet, measure);

    const geo::Extent inner{530'000, 2'430'000, 590'000, 2'480'000};
    const styles::FurniturePlaces places = styles::placeFurniture(sheet, inner, page);

    EXPECT_LT(places.mapFrame.bottom, page.mapFrame.bottom);
    for (const styles::PlacedSketch& piece : places.pieces) {
        EXPECT_FALSE(piece.box().overlaps(places.mapFrame));
        EXPECT_LE(piece.box().bottom, page.mapFrame.bottom + 1e-9);
    }
}

TEST(Furniture, standsInCornersThatTheMapLeavesFree) {
    const testing_styles::FixedMeasure measure;
    const styles::MapSheet sheet = testing_styles::twoSquares();
    const styles::PageLayout page = styles::layoutPage(sheet, measure);

    const styles::FurniturePlaces places = styles::placeFurniture(sheet, extentOf(sheet), page);

    EXPECT_EQ(places.mapFrame, page.mapFrame);
    ASSERT_EQ(places.pieces.size(), 2u);
    EXPECT_DOUBLE_EQ(places.pieces[0].place.x, page.mapFrame.left);
}
