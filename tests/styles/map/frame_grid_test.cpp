// SPDX-License-Identifier: Apache-2.0
// Grids stand on the frame, their figures clear of one another, of the map and of its furniture.
#include "styles/map/frame_grid.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "styles/map/compose_map.hpp"
#include "styles/map/page_view.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

using testing::HasSubstr;

/// Straight lines every so many metres, written in kilometres.
styles::MapGrid gridEvery(double step_m, styles::GridMarks marks) {
    return {marks, [step_m](const geo::Extent& window, double) {
                std::vector<styles::GridLine> lines;
                for (double x = std::ceil(window.minX / step_m) * step_m; x <= window.maxX; x += step_m)
                    lines.push_back({styles::GridRun::NorthSouth,
                                     "Y " + std::to_string(std::llround(x / 1000)),
                                     {{x, window.minY}, {x, window.maxY}}});
                for (double y = std::ceil(window.minY / step_m) * step_m; y <= window.maxY; y += step_m)
                    lines.push_back({styles::GridRun::WestEast,
                                     "X " + std::to_string(std::llround(y / 1000)),
                                     {{window.minX, y}, {window.maxX, y}}});
                return lines;
            }};
}

styles::FrameGrid gridOf(const styles::MapSheet& sheet, std::vector<styles::RectPx> taken = {}) {
    const testing_styles::FixedMeasure measure;
    const styles::MapView view({0, 0, 10'000, 10'000}, {100, 100, 600, 600});  // 20 m a pixel
    const styles::RectPx frame{100, 100, 600, 600};
    return styles::gridOn(sheet, {view, frame, 1}, measure, taken);
}

std::vector<std::string> figuresOf(const styles::FrameGrid& grid) {
    testing_styles::RecordingCanvas canvas;
    std::vector<styles::PlacedLabel> labels;
    grid.figures.drawAt({0, 0}, canvas, labels);
    std::vector<std::string> figures;
    for (const auto& label : labels) figures.push_back(label.text);
    return figures;
}

}  // namespace

TEST(FrameGrid, writesEveryLineAtBothItsEnds) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.page.grid = gridEvery(4'000, styles::GridMarks::Crosses);

    const styles::FrameGrid grid = gridOf(sheet);

    // 0 would stand upon a corner and reach beyond its side.
    EXPECT_THAT(figuresOf(grid),
                testing::UnorderedElementsAre("Y 4", "Y 4", "Y 8", "Y 8", "X 4", "X 4", "X 8", "X 8"));
}

TEST(FrameGrid, crossesStandWhereLinesMeetAndKeepClearOfFurniture) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.page.grid = gridEvery(4'000, styles::GridMarks::Crosses);

    const styles::FrameGrid all = gridOf(sheet);
    // 4 km east and north stand at 300, 400 in the picture.
    const styles::FrameGrid fewer = gridOf(sheet, {{290, 390, 310, 410}});

    EXPECT_EQ(all.marks.size(), 2u * 4);
    EXPECT_EQ(all.marks[0][0], (styles::PointPx{296, 400}));
    EXPECT_EQ(fewer.marks.size(), 2u * 3);
}

TEST(FrameGrid, linesRunFromSideToSide) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.page.grid = gridEvery(4'000, styles::GridMarks::Lines);

    const styles::FrameGrid grid = gridOf(sheet);

    EXPECT_THAT(grid.marks, testing::Contains(styles::PathPx{{300, 600}, {300, 100}}));
}

TEST(FrameGrid, leavesOutFiguresThatWouldStandUponOneAnother) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.page.grid = gridEvery(200, styles::GridMarks::Lines);  // 10 pixels apart

    const styles::FrameGrid grid = gridOf(sheet);
    std::vector<styles::PlacedLabel> labels;
    testing_styles::RecordingCanvas canvas;
    grid.figures.drawAt({0, 0}, canvas, labels);

    ASSERT_GT(labels.size(), 20u);
    for (std::size_t i = 0; i < labels.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(labels[i].box.overlaps(labels[j].box)) << i << " " << j;
}

TEST(FrameGrid, onAMapNoTextCollidesOrLeavesThePicture) {
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U, 6U}) {
        for (const styles::SizePx size : {styles::SizePx{1754, 1240}, {1240, 1754}, {900, 700}}) {
            styles::MapSheet sheet = testing_styles::crowdedSheet(12, seed);
            sheet.size = size;
            sheet.page.isPaper = true;
            sheet.page.pixelsPerInch = 150;
            sheet.page.formatScale = [](double scale) { return "1:" + std::to_string(std::llround(scale)); };
            sheet.page.grid = gridEvery(5'000, styles::GridMarks::Lines);
            sheet.page.inset = styles::MapInset{"Vị trí", styles::mosaicOf(sheet), {}};
            sheet.text.gridLine = "Lưới VN-2000";
            sheet.text.pageLine = "Trang 3/40";
            if (seed % 2 == 0) sheet.extent = geo::Extent{515'000, 2'410'000, 540'000, 2'430'000};
            testing_styles::RecordingCanvas canvas;
            const auto map = styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());
            const styles::RectPx paper{0, 0, double(size.width), double(size.height)};
            for (std::size_t i = 0; i < map.labels.size(); ++i) {
                EXPECT_TRUE(paper.contains(map.labels[i].box)) << seed << " " << map.labels[i].text;
                for (std::size_t j = 0; j < i; ++j)
                    EXPECT_FALSE(map.labels[i].box.overlaps(map.labels[j].box))
                        << seed << " " << map.labels[i].text << " / " << map.labels[j].text;
            }
        }
    }
}
