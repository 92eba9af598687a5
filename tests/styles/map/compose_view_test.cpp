// SPDX-License-Identifier: Apache-2.0
// The map alone, as a window shows it.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

#include "geo/base/error.hpp"
#include "styles/map/compose_map.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

using styles::ViewFrame;
using testing_styles::FixedMeasure;
using testing_styles::RecordingCanvas;

namespace {

const styles::RectPx pane{0, 0, 800, 600};

geo::Extent extentOf(const styles::MapSheet& sheet) {
    geo::Extent all;
    for (const auto& unit : sheet.units) all.include(unit.shape.extent());
    return all;
}

ViewFrame whole(const styles::MapSheet& sheet) {
    return {styles::MapView(extentOf(sheet), pane), pane, 1, {}};
}

std::string recordOf(const styles::MapSheet& sheet, const ViewFrame& view) {
    RecordingCanvas canvas;
    styles::composeView(sheet, view, canvas, FixedMeasure());
    return canvas.record();
}

std::size_t countOf(const std::string& record, const std::string& word) {
    std::size_t count = 0;
    for (auto at = record.find(word); at != std::string::npos; at = record.find(word, at + 1)) ++count;
    return count;
}

styles::MapSheet sheetOfManyPlots() {
    auto sheet = testing_styles::crowdedSheet(0, 1);
    std::vector<styles::MapPlot> plots;
    for (int i = 0; i < 4000; ++i) {
        const double x = 510'000 + 500.0 * (i % 80), y = 2'410'000 + 500.0 * (i / 80);
        plots.push_back(
            {geo::Geometry::polygon({{x, y}, {x + 500, y}, {x + 500, y + 500}, {x, y + 500}}), 0});
    }
    sheet.plots = testing_styles::plotsOf(std::move(plots), 2);
    return sheet;
}

/// Wishes to stop when so many plots have been read, and counts those read.
void stopAfter(int most, std::stop_source& wish, std::atomic<int>& read, styles::PlotSource& source) {
    source.read = [most, &wish, &read, all = source.read](std::size_t part, const styles::PlotVisit& visit) {
        all(part, [&](const geo::ShapeView& shape, styles::PlotRow row) {
            if (++read == most) wish.request_stop();
            visit(shape, row);
        });
    };
}

}  // namespace

TEST(ComposeView, drawsUnitsAndNamesWithoutPaperTitleOrLegend) {
    auto sheet = testing_styles::twoSquares();
    const std::string record = recordOf(sheet, whole(sheet));
    EXPECT_EQ(countOf(record, "fill #"), 2u) << record;
    EXPECT_EQ(record.find(sheet.text.title), std::string::npos);
    EXPECT_NE(record.find(sheet.units[0].name), std::string::npos);
}

TEST(ComposeView, putsNoNameWhereSomethingElseStands) {
    const auto sheet = testing_styles::mosaic(6, 5, 3);
    ViewFrame view = whole(sheet);
    const styles::RectPx card{0, 300, 300, 600};
    view.taken = {card};
    RecordingCanvas canvas;
    const auto map = styles::composeView(sheet, view, canvas, FixedMeasure());
    EXPECT_FALSE(map.labels.empty());
    EXPECT_TRUE(
        std::ranges::none_of(map.labels, [&](const auto& label) { return label.box.overlaps(card); }));
}

TEST(ComposeView, leavesOutWhatLiesOutsideTheView) {
    const auto sheet = testing_styles::twoSquares();
    const geo::Extent left = sheet.units[0].shape.extent();
    const geo::Extent corner{left.minX, left.minY, left.minX + 1000, left.minY + 1000};
    const std::string record = recordOf(sheet, {styles::MapView(corner, pane), pane, 1, {}});
    EXPECT_EQ(countOf(record, "fill #"), 1u) << record;
}

TEST(ComposeView, drawsPartsLargerOnDenseScreens) {
    const auto sheet = testing_styles::mosaic(4, 4, 1);
    RecordingCanvas canvas;
    const styles::RectPx dense{0, 0, 1600, 1200};
    const ViewFrame view{styles::MapView(extentOf(sheet), dense), dense, 2, {}};
    const auto at2 = styles::composeView(sheet, view, canvas, FixedMeasure());
    const auto at1 = styles::composeView(sheet, whole(sheet), canvas, FixedMeasure());
    ASSERT_EQ(at1.labels.size(), at2.labels.size());
    EXPECT_NEAR(at2.labels[0].box.height(), 2 * at1.labels[0].box.height(), 1e-6);
    EXPECT_NEAR(at2.metresPerPixel, at1.metresPerPixel / 2, 1e-9);
}

TEST(ComposeView, drawsManyPlotsAsAnImageAndTheFewOfANearViewAsShapes) {
    const styles::MapSheet sheet = sheetOfManyPlots();
    const ViewFrame near{styles::MapView({520'000, 2'420'000, 522'000, 2'421'500}, pane), pane, 1, {}};

    EXPECT_EQ(countOf(recordOf(sheet, whole(sheet)), "image"), 1u);
    EXPECT_EQ(countOf(recordOf(sheet, near), "image"), 0u);
    EXPECT_GT(countOf(recordOf(sheet, near), "fill #1f8a3b"), 10u);
}

TEST(ComposeView, endsAmidThePlotsOnceAskedToStop) {
    auto sheet = sheetOfManyPlots();
    std::stop_source wish;
    std::atomic<int> read = 0;
    stopAfter(50, wish, read, sheet.plots);
    ViewFrame view = whole(sheet);
    view.progress = geo::Progress({}, wish.get_token());
    RecordingCanvas canvas;

    try {
        styles::composeView(sheet, view, canvas, FixedMeasure());
        ADD_FAILURE() << "drawn to the end";
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
    }

    EXPECT_LT(read, 1000) << "of 4000 plots";
    EXPECT_EQ(countOf(canvas.record(), "image"), 0u);
}

TEST(ComposeView, drawsNothingOnceAskedToStop) {
    const auto sheet = testing_styles::twoSquares();
    std::stop_source wish;
    wish.request_stop();
    ViewFrame view = whole(sheet);
    view.progress = geo::Progress({}, wish.get_token());
    RecordingCanvas canvas;

    EXPECT_THROW(styles::composeView(sheet, view, canvas, FixedMeasure()), geo::Error);

    EXPECT_TRUE(canvas.record().empty()) << canvas.record();
}
