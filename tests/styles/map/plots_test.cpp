// SPDX-License-Identifier: Apache-2.0
// Many plots become one picture whose pixels show the mean of what lies in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <random>
#include <set>
#include <span>

#include "geo/shape/wkb.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/map/plot_raster.hpp"
#include "styles/map/taken_boxes.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

using geo::Coordinate;
using styles::PlotRaster;

const styles::Colour green{0, 200, 0};
const styles::Colour red{200, 0, 0};
const styles::Colour black{0, 0, 0};

styles::MapPlot plotAt(double x, double y, double side) {
    return {geo::Geometry::polygon({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}), 0};
}

std::string recordOf(const styles::MapSheet& sheet) {
    testing_styles::RecordingCanvas canvas;
    styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());
    return canvas.record();
}

/// A raster in which a metre is a pixel and rows count upwards.
PlotRaster rasterOf(int width, int height) {
    const styles::RectPx frame{0, 0, double{1} * width, double{1} * height};
    return {styles::MapView({0, 0, frame.right, frame.bottom}, frame), frame};
}

void fill(PlotRaster& raster, const geo::Geometry& shape, styles::Colour colour) {
    const auto blob = geo::toWkb(shape);
    raster.fill(geo::ShapeView::ofWkb(blob), colour);
}

geo::Geometry box(double left, double low, double right, double high) {
    return geo::Geometry::polygon({{left, low}, {right, low}, {right, high}, {left, high}});
}

/// Crooked cells of half a pixel and more that leave no room between them, beyond the raster's sides too.
std::vector<geo::Geometry> crookedMosaic(int cells, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Coordinate> nodes;
    const auto jitter = [&] { return 0.6 * static_cast<double>(random() % 1000) / 1000; };
    for (int row = 0; row <= cells; ++row) {
        for (int column = 0; column <= cells; ++column)
            nodes.push_back({1.3 * column - 5 + jitter(), 1.3 * row - 5 + jitter()});
    }
    const auto node = [&](int column, int row) {
        return nodes[static_cast<std::size_t>(row * (cells + 1) + column)];
    };
    std::vector<geo::Geometry> mosaic;
    for (int row = 0; row < cells; ++row) {
        for (int column = 0; column < cells; ++column) {
            std::vector<Coordinate> ring{node(column, row), node(column + 1, row), node(column + 1, row + 1),
                                         node(column, row + 1)};
            if (random() % 2 == 0) std::ranges::reverse(ring);
            mosaic.push_back(geo::Geometry::polygon(std::move(ring)));
        }
    }
    return mosaic;
}

/// Arcs that wander in and out of the raster, between two classes and nothing.
geo::ArcTile crookedTile() {
    std::mt19937 random(11);
    geo::ArcTile tile{{-4, -4}, 0.125, {}, {}};
    for (int arc = 0; arc < 10; ++arc) {
        const auto begin = tile.points.size();
        for (int i = 0; i < 6; ++i)
            tile.points.push_back({static_cast<int>(random() % 300), static_cast<int>(random() % 220)});
        tile.points.push_back(tile.points[begin]);
        tile.arcs.push_back({static_cast<std::uint16_t>(arc % 2), geo::ArcTile::noClass,
                             static_cast<std::uint32_t>(tile.points.size())});
    }
    return tile;
}

/// Of 255, over all channels: where an edge is cut it moves to the grid.
int mostDifferent(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second) {
    int most = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (const unsigned shift : {0U, 8U, 16U, 24U}) {
            const auto channel = [&](std::uint32_t pixel) { return static_cast<int>(pixel >> shift & 0xFFU); };
            most = std::max(most, std::abs(channel(first[i]) - channel(second[i])));
        }
    }
    return most;
}

}  // namespace

TEST(PlotRaster, leavesNoSeamInAMosaicWhicheverWayItsRingsRun) {
    PlotRaster raster = rasterOf(30, 20);
    for (const auto& cell : crookedMosaic(40, 3)) fill(raster, cell, green);

    for (const std::uint32_t pixel : raster.raster().pixels) EXPECT_EQ(pixel, 0xff00c800);
}

TEST(PlotRaster, mixesColoursByArea) {
    PlotRaster raster = rasterOf(1, 1);
    fill(raster, box(0, 0, 0.25, 1), red);
    fill(raster, box(0.25, 0, 1, 1), green);

    EXPECT_EQ(raster.raster().pixels[0], 0xff329600);  // a quarter of 200 is 50, three quarters 150
}

TEST(PlotRaster, isAsTransparentAsAPixelIsEmpty) {
    PlotRaster raster = rasterOf(2, 1);
    fill(raster, box(0, 0, 0.5, 1), red);

    EXPECT_EQ(raster.raster().pixels[0] >> 24U, 128u);
    EXPECT_EQ(raster.raster().pixels[1], 0u);
}

TEST(PlotRaster, weighsSlopesByTheirArea) {
    PlotRaster raster = rasterOf(4, 1);
    fill(raster, geo::Geometry::polygon({{0, 0}, {4, 0}, {4, 1}}), red);

    // Of the pixel from x to x + 1 lie (2 x + 1) / 8 below the diagonal.
    const auto pixels = raster.raster().pixels;
    for (std::size_t x = 0; x < 4; ++x)
        EXPECT_NEAR(pixels[x] >> 24U, 255 * (2.0 * static_cast<double>(x) + 1) / 8, 1) << x;
}

TEST(PlotRaster, leavesHolesOpen) {
    PlotRaster raster = rasterOf(3, 3);
    geo::Geometry ringed = box(0, 0, 3, 3);
    for (const Coordinate& corner : {Coordinate{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}})
        ringed.addCoordinate(corner);
    ringed.endPath();
    fill(raster, ringed, red);

    const auto pixels = raster.raster().pixels;
    for (std::size_t i = 0; i < pixels.size(); ++i) EXPECT_EQ(pixels[i], i == 4 ? 0u : 0xffc80000u) << i;
}

TEST(PlotRaster, losesNothingOfManyPlotsSmallerThanAPixel) {
    PlotRaster raster = rasterOf(40, 40);
    for (int x = 0; x < 120; ++x) {
        for (int y = 0; y < 120; ++y) fill(raster, box(x / 3.0, y / 3.0, (x + 1) / 3.0, (y + 1) / 3.0), red);
    }
    for (const std::uint32_t pixel : raster.raster().pixels) EXPECT_EQ(pixel & 0xffffffU, 0xc80000U);
}

TEST(PlotRaster, isTheSameInWhateverOrderAndHoweverSharedOut) {
    const auto cells = crookedMosaic(30, 5);
    PlotRaster whole = rasterOf(30, 20), odd = rasterOf(30, 20), even = rasterOf(30, 20);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const styles::Colour colour{static_cast<std::uint8_t>(7 * i), static_cast<std::uint8_t>(3 * i), 90};
        fill(whole, cells[i], colour);
        fill(i % 2 == 0 ? even : odd, cells[i], colour);
    }
    odd.add(even);
    EXPECT_EQ(odd.raster().pixels, whole.raster().pixels);
}

TEST(PlotRaster, showsThePartOfAPictureItStandsFor) {
    const styles::RectPx frame{0, 0, 30, 20};
    const styles::MapView view({0, 0, 30, 20}, frame);
    PlotRaster whole(view, frame), part(view, {4, 6, 19, 17});
    for (const auto& cell : crookedMosaic(30, 6)) {
        const styles::Colour colour{static_cast<std::uint8_t>(200 * cell.extent().minX), 80, 0};
        fill(whole, cell, colour);
        fill(part, cell, colour);
    }
    const auto all = whole.raster().pixels, some = part.raster().pixels;
    for (std::size_t y = 0; y < 11; ++y) {
        for (std::size_t x = 0; x < 15; ++x) EXPECT_EQ(some[y * 15 + x], all[(y + 6) * 30 + x + 4]);
    }
}

TEST(PlotRaster, drawsATileInBandsAsInOnePiece) {
    const styles::RectPx frame{0, 0, 30, 20};
    const styles::MapView view({0, 0, 30, 20}, frame);
    const styles::ReadyTile tile(crookedTile());
    const std::array weights{styles::ColourWeight(red), styles::ColourWeight(green)};
    PlotRaster whole(view, frame);
    whole.fill(tile, weights);
    whole.outline(tile, black, 0.7);
    const auto all = whole.raster().pixels;
    EXPECT_GT(std::set(all.begin(), all.end()).size(), 10u);
    for (double top = 0; top < 20; top += 4) {
        PlotRaster band(view, {0, top, 30, top + 4});
        band.fill(tile, weights);
        band.outline(tile, black, 0.7);
        const auto some = band.raster().pixels;
        const auto same = std::span(all).subspan(static_cast<std::size_t>(30 * top), some.size());
        EXPECT_LE(mostDifferent(some, same), 3);
    }
}

TEST(PlotRaster, isNotHarmedByCoordinatesOutOfThisWorld) {
    PlotRaster raster = rasterOf(4, 4);
    const double nowhere = std::numeric_limits<double>::quiet_NaN();
    fill(raster, geo::Geometry::polygon({{nowhere, 0}, {4, 0}, {4, 4}}), red);
    fill(raster, box(-1e300, -1e300, 1e300, 1e300), green);
    fill(raster, geo::Geometry::polygon({{0, 0}}), red);

    for (const std::uint32_t pixel : raster.raster().pixels) EXPECT_EQ(pixel, 0xff00c800);
}

TEST(PlotRaster, givesHalfABorderToEitherNeighbour) {
    PlotRaster raster = rasterOf(9, 9);
    for (const auto& cell : {box(-1, -1, 4.5, 10), box(4.5, -1, 10, 10)}) {
        const auto blob = geo::toWkb(cell);
        raster.outline(geo::ShapeView::ofWkb(blob), red, 1);
    }
    const auto pixels = raster.raster(0.5).pixels;
    for (std::size_t x = 0; x < 9; ++x) EXPECT_EQ(pixels[4 * 9 + x], x == 4 ? 0xffc80000u : 0u) << x;
}

TEST(Plots, areFilledOneByOneWhileTheyAreFew) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 1);
    const std::string record = recordOf(sheet);

    EXPECT_THAT(record, testing::HasSubstr("fill #1f8a3b"));
    EXPECT_THAT(record, testing::Not(testing::HasSubstr("image")));
}

TEST(Plots, areSpecksWhereTheyAreSmallerThanAPixel) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 1);
    sheet.plots = testing_styles::plotsOf({plotAt(530'000, 2'425'000, 2)}, 2);

    // Once on the map, once in the legend.
    const std::string record = recordOf(sheet);
    const std::size_t first = record.find("fill #1f8a3b");
    ASSERT_NE(first, std::string::npos);
    EXPECT_NE(record.find("fill #1f8a3b", first + 1), std::string::npos);
}

TEST(Plots, becomeOnePictureWhenTheyAreMany) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 1);
    std::vector<styles::MapPlot> plots;
    for (int i = 0; i < 5'000; ++i) plots.push_back(plotAt(510'000 + 6.0 * i, 2'425'000, 40));
    sheet.plots = testing_styles::plotsOf(plots, 2);

    const std::string record = recordOf(sheet);
    EXPECT_THAT(record, testing::HasSubstr("image"));
    EXPECT_THAT(record, testing::HasSubstr(" 5000 lô\n"));
}

TEST(TakenBoxes, findTheSameAsLookingAtEachOne) {
    std::mt19937 random(7);
    const auto upTo = [&](unsigned most) { return static_cast<double>(random() % most); };
    std::vector<styles::RectPx> all;
    styles::TakenBoxes taken;
    for (int i = 0; i < 400; ++i) {
        const styles::RectPx box =
            styles::RectPx{0, 0, 1 + upTo(90), 1 + upTo(30)}.movedBy({upTo(2000) - 200, upTo(1500) - 200});
        const bool overlaps =
            std::ranges::any_of(all, [&](const styles::RectPx& other) { return other.overlaps(box); });
        EXPECT_EQ(taken.overlaps(box), overlaps);
        taken.add(box);
        all.push_back(box);
    }
}
