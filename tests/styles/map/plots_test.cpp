// SPDX-License-Identifier: Apache-2.0
// Many plots become one picture whose pixels show the mean of what lies in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "styles/map/compose_map.hpp"
#include "styles/map/plot_raster.hpp"
#include "styles/map/taken_boxes.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

using styles::PlotRaster;
using styles::RectPx;

const styles::Colour green{0, 200, 0};
const styles::Colour red{200, 0, 0};

styles::MapPlot plotAt(double x, double y, double side) {
    return {geo::Geometry::polygon({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}), "rich"};
}

std::string recordOf(const styles::MapSheet& sheet) {
    testing_styles::RecordingCanvas canvas;
    styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());
    return canvas.record();
}

}  // namespace

TEST(PlotRaster, leavesNoSeamBetweenNeighbours) {
    PlotRaster raster({10, 4});
    raster.add({RectPx{0, 0, 4.5, 4}.ring()}, green);
    raster.add({RectPx{4.5, 0, 10, 4}.ring()}, green);

    for (const std::uint32_t pixel : raster.raster().pixels) EXPECT_EQ(pixel, 0xff00c800);
}

TEST(PlotRaster, mixesColoursByArea) {
    PlotRaster raster({1, 1});
    raster.add({RectPx{0, 0, 0.25, 1}.ring()}, red);
    raster.add({RectPx{0.25, 0, 1, 1}.ring()}, green);

    EXPECT_EQ(raster.raster().pixels[0], 0xff329600);  // a quarter of 200 is 50, three quarters 150
}

TEST(PlotRaster, isAsTransparentAsAPixelIsEmpty) {
    PlotRaster raster({2, 1});
    raster.add({RectPx{0, 0, 0.5, 1}.ring()}, red);

    EXPECT_EQ(raster.raster().pixels[0] >> 24U, 128u);
    EXPECT_EQ(raster.raster().pixels[1], 0u);
}

TEST(PlotRaster, losesNothingOfManyPlotsSmallerThanAPixel) {
    PlotRaster raster({40, 40});
    for (int x = 0; x < 120; ++x) {
        for (int y = 0; y < 120; ++y)
            raster.add({RectPx{x / 3.0, y / 3.0, (x + 1) / 3.0, (y + 1) / 3.0}.ring()}, red);
    }
    for (const std::uint32_t pixel : raster.raster().pixels) EXPECT_EQ(pixel & 0xffffffU, 0xc80000U);
}

TEST(Plots, areFilledOneByOneWhileTheyAreFew) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 1);
    const std::string record = recordOf(sheet);

    EXPECT_THAT(record, testing::HasSubstr("fill #1f8a3b"));
    EXPECT_THAT(record, testing::Not(testing::HasSubstr("image")));
}

TEST(Plots, areSpecksWhereTheyAreSmallerThanAPixel) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 1);
    sheet.plots = {plotAt(530'000, 2'425'000, 2)};

    // Once on the map, once in the legend.
    const std::string record = recordOf(sheet);
    const std::size_t first = record.find("fill #1f8a3b");
    ASSERT_NE(first, std::string::npos);
    EXPECT_NE(record.find("fill #1f8a3b", first + 1), std::string::npos);
}

TEST(Plots, becomeOnePictureWhenTheyAreMany) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 1);
    sheet.plots.clear();
    for (int i = 0; i < 5'000; ++i) sheet.plots.push_back(plotAt(510'000 + 6.0 * i, 2'425'000, 40));

    const std::string record = recordOf(sheet);
    EXPECT_THAT(record, testing::HasSubstr("image"));
    EXPECT_THAT(record, testing::HasSubstr(" 5000 lô\n"));
}

TEST(TakenBoxes, findTheSameAsLookingAtEachOne) {
    std::mt19937 random(7);
    const auto upTo = [&](unsigned most) { return static_cast<double>(random() % most); };
    std::vector<RectPx> all;
    styles::TakenBoxes taken;
    for (int i = 0; i < 400; ++i) {
        const RectPx box =
            RectPx{0, 0, 1 + upTo(90), 1 + upTo(30)}.movedBy({upTo(2000) - 200, upTo(1500) - 200});
        const bool overlaps =
            std::ranges::any_of(all, [&](const RectPx& other) { return other.overlaps(box); });
        EXPECT_EQ(taken.overlaps(box), overlaps);
        taken.add(box);
        all.push_back(box);
    }
}
