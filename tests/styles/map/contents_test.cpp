// SPDX-License-Identifier: Apache-2.0
// Plots, lines and points are drawn in their order, in their look, and counted as they are drawn.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "geo/base/error.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/map/counts.hpp"
#include "styles/map/legend_rows.hpp"
#include "styles/map/line_layer.hpp"
#include "styles/map/point_layer.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

using styles::UnitMark;
using testing::HasSubstr;
using testing::Not;

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

std::string recordOf(const styles::MapSheet& sheet) {
    testing_styles::RecordingCanvas canvas;
    styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());
    return canvas.record();
}

int sumOf(const styles::RowCounts& counts) {
    return std::accumulate(counts.inRow.begin(), counts.inRow.end(), counts.other);
}

std::size_t timesIn(const std::string& record, const std::string& words) {
    std::size_t times = 0;
    for (std::size_t at = record.find(words); at != std::string::npos; at = record.find(words, at + 1))
        ++times;
    return times;
}

/// A sheet with one point in the middle of its ground.
styles::MapSheet onePoint() {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 1);
    sheet.lines.clear();
    sheet.plots = {};
    sheet.points = {{"XT1", "Trạm", {530'000, 2'425'000}, 80, "", 500, false}};
    return sheet;
}

}  // namespace

TEST(Contents, areDrawnFillsFirstThenPlotsBordersLinesPointsAndNames) {
    const std::string record = recordOf(testing_styles::crowdedSheet(10, 2));

    const std::size_t ground = record.find("fill #f5f6f7");
    const std::size_t plot = record.find("fill #1f8a3b");
    const std::size_t outline = record.find("stroke #4a5866");
    const std::size_t river = record.find("stroke #2f8fc4");
    const std::size_t point = record.find("symbol circle");
    const std::size_t name = record.find("text ");
    EXPECT_LT(ground, plot);
    EXPECT_LT(plot, outline);
    EXPECT_LT(outline, river);
    EXPECT_LT(river, point);
    EXPECT_LT(point, name);
}

TEST(Contents, areTheSameTwice) {
    const styles::MapSheet sheet = testing_styles::crowdedSheet(120, 9);
    EXPECT_EQ(recordOf(sheet), recordOf(sheet));
}

TEST(Contents, areDrawnTheSameInWhateverOrderPointsCome) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(60, 9);
    for (std::size_t i = 0; i < sheet.points.size(); ++i) sheet.points[i].amount = static_cast<double>(i);
    const std::string record = recordOf(sheet);
    std::ranges::reverse(sheet.points);

    EXPECT_EQ(recordOf(sheet), record);
}

TEST(Contents, drawNothingForEmptySections) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 1);
    sheet.lines.clear();
    sheet.plots = {};

    const std::string record = recordOf(sheet);
    EXPECT_THAT(record, Not(HasSubstr("symbol circle")));
    EXPECT_THAT(record, Not(HasSubstr("Điểm xả")));
    EXPECT_THAT(record, Not(HasSubstr("Lô rừng")));
}

TEST(Contents, needALabelAClass) {
    styles::MapSheet sheet = onePoint();
    sheet.text.pointLegend.labels.pop_back();

    EXPECT_THROW(recordOf(sheet), geo::Error);
}

TEST(Contents, surviveHostileNumbers) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(5, 6);
    sheet.points[0].at = {notANumber, 0};
    sheet.points[1].at = {1e300, -1e300};
    sheet.points[2].amount = std::numeric_limits<double>::infinity();
    sheet.points[3].amount = notANumber;
    sheet.points[4].amount = -5;
    sheet.points[4].value = notANumber;
    sheet.lines[0].shape = geo::Geometry::lineString({{notANumber, 0}, {530'000, 2'425'000}});
    sheet.lines[1].shape = geo::Geometry();
    sheet.lines[2].shape = geo::Geometry::lineString({{530'000, 2'425'000}, {530'000, 2'425'000}});
    sheet.lines[3].amount = 1e300;
    auto plots = testing_styles::plotsIn(sheet.plots);
    plots[0].shape = geo::Geometry();
    plots[1].shape = geo::Geometry::polygon({{notANumber, 0}, {1, 1}, {2, 0}});
    sheet.plots = testing_styles::plotsOf(plots, 2);

    testing_styles::RecordingCanvas canvas;
    const styles::ComposedMap map = styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());

    EXPECT_EQ(map.pointsOutside, 2u);
    EXPECT_THAT(canvas.record(), Not(HasSubstr("nan")));
}

TEST(Points, haveAHollowLookWhenTheirValueIsUnknown) {
    styles::MapSheet sheet = onePoint();
    EXPECT_THAT(recordOf(sheet), HasSubstr("38.0 #2f8fc4 outlined #ffffff"));
    sheet.points[0].value.reset();

    EXPECT_THAT(recordOf(sheet), HasSubstr("38.0 #ffffff outlined #7f8c99"));
}

TEST(Points, keepTheirCategoryAndSymbolWhenHollow) {
    styles::MapSheet sheet = onePoint();
    sheet.theme.points->colours = {
        {}, {}, {{"II", {230, 167, 0}, styles::Symbol::Star, {}}}, {127, 140, 153}};
    sheet.text.pointLegend.labels = {"Năng lượng"};
    sheet.points[0].category = "II";
    sheet.points[0].isHollow = true;

    EXPECT_THAT(recordOf(sheet), HasSubstr("symbol star"));
    EXPECT_THAT(recordOf(sheet), HasSubstr("38.0 #ffffff outlined #e6a700"));
}

TEST(Points, haveAreasInProportionToTheirAmounts) {
    const styles::SizeRange range{6, 40};
    const double half = range.diameterOf(50, 100);
    EXPECT_NEAR(half * half * 2, 40 * 40, 1e-9);
    EXPECT_EQ(range.diameterOf(0, 100), 6);
    EXPECT_EQ(range.diameterOf(0, 0), 6);
    EXPECT_EQ(range.diameterOf(100, 100), 40);
}

TEST(Points, areDrawnSmallUponLarge) {
    const styles::MapSheet sheet = testing_styles::crowdedSheet(100, 8);
    const styles::RectPx frame{0, 0, 1000, 700};
    const styles::MapView view({500'000, 2'400'000, 566'000, 2'456'000}, frame);

    const auto points = styles::pointsInView(sheet, {view, frame, 1});

    ASSERT_EQ(points.size(), 100u);
    for (std::size_t i = 1; i < points.size(); ++i) EXPECT_GE(points[i - 1].look.size, points[i].look.size);
}

TEST(Lines, areAsWideAsTheirAmountsAndNeverThinnerThanTheLeast) {
    const styles::SizeRange range{1, 8};
    EXPECT_DOUBLE_EQ(range.widthOf(50, 100), 4);
    EXPECT_DOUBLE_EQ(range.widthOf(1, 100), 1);
    EXPECT_DOUBLE_EQ(range.widthOf(notANumber, 100), 1);
}

TEST(Lines, haveAllTheirSeamsBelowAllLines) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 7);
    const std::string record = recordOf(sheet);
    const std::size_t firstLine = std::min(record.find("stroke #2f8fc4"), record.find("stroke #8c2d04"));

    // Twelve lines, each with a seam: none is stroked white after the first line.
    EXPECT_EQ(record.substr(firstLine).find("stroke #ffffff"), std::string::npos);
}

TEST(Units, showWhatTheirFiguresAreWorth) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.text.carriedLabel = "quy đổi";
    sheet.text.notApplicableLabel = "không áp dụng";
    sheet.text.noTargetLabel = "chưa giao";
    const std::string measured = recordOf(sheet);
    sheet.units[0].mark = UnitMark::Carried;
    sheet.units[1].mark = UnitMark::NotApplicable;
    const std::string carried = recordOf(sheet);
    sheet.units[1].mark = UnitMark::NoTarget;
    const std::string untargeted = recordOf(sheet);

    EXPECT_THAT(measured, Not(HasSubstr("quy đổi")));
    EXPECT_THAT(carried, HasSubstr("quy đổi"));
    EXPECT_THAT(carried, HasSubstr("không áp dụng"));
    EXPECT_THAT(carried, Not(HasSubstr("stroke #a9b4c0")));  // the hatching of what has no data
    sheet.text.notReportedLabel = "chưa báo cáo";
    sheet.units[1].mark = UnitMark::NotReported;
    const std::string unreported = recordOf(sheet);
    EXPECT_THAT(unreported, HasSubstr("chưa báo cáo"));
    EXPECT_THAT(unreported, HasSubstr("stroke #a9b4c0"));
    EXPECT_NE(timesIn(unreported, "stroke #a9b4c0"), 0u);
    EXPECT_THAT(untargeted, HasSubstr("chưa giao"));
    EXPECT_THAT(untargeted, Not(HasSubstr("không áp dụng")));
}

TEST(Counts, addUpToTheUnitsWhateverTheirMarks) {
    styles::MapSheet sheet = testing_styles::mosaic(9, 8, 11);
    const std::array marks{UnitMark::Plain,       UnitMark::Carried,       UnitMark::Estimated,
                           UnitMark::NotReported, UnitMark::NotApplicable, UnitMark::NoTarget};
    for (std::size_t i = 0; i < sheet.units.size(); ++i) sheet.units[i].mark = marks[i % marks.size()];

    const styles::ClassCounts counts = styles::countClasses(sheet);

    const int inClasses = std::accumulate(counts.inClass.begin(), counts.inClass.end(), 0);
    EXPECT_EQ(inClasses + counts.withoutData + counts.notReported + counts.notApplicable + counts.withoutTarget, 72);
    EXPECT_LE(counts.carried + counts.estimated, inClasses);
    EXPECT_GT(counts.carried, 0);
}

TEST(Counts, addUpToThePointsLinesAndPlotsDrawn) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const styles::MapSheet sheet = testing_styles::crowdedSheet(static_cast<int>(seed * 7), seed);
        testing_styles::RecordingCanvas canvas;
        const auto map = styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());

        EXPECT_EQ(sumOf(styles::countPoints(sheet)), static_cast<int>(sheet.points.size()));
        EXPECT_EQ(sumOf(styles::countLines(sheet)), 12);
        EXPECT_EQ(sumOf(styles::countPlots(sheet)), 40);
        EXPECT_EQ(map.pointsOutside, 0u);
    }
}

TEST(Legend, leavesOutCategoriesThatAreNotThereButNeverAClass) {
    styles::MapSheet sheet = onePoint();
    const auto plots = testing_styles::plotsIn(testing_styles::crowdedSheet(0, 1).plots);
    sheet.plots = testing_styles::plotsOf({plots.front()}, 2);  // a rich one  // a rich one

    const std::string record = recordOf(sheet);
    EXPECT_THAT(record, HasSubstr("rừng giàu"));
    EXPECT_THAT(record, Not(HasSubstr("đất nông nghiệp")));
    EXPECT_THAT(record, HasSubstr("dưới 70%"));
    EXPECT_EQ(timesIn(record, " 0 điểm\n"), 1u);
    EXPECT_EQ(timesIn(record, " 1 điểm\n"), 1u);
}

TEST(Legend, explainsHollowSymbolsWhereThereAreAny) {
    styles::MapSheet sheet = onePoint();
    sheet.text.pointLegend.solidLabel = "đang vận hành";
    sheet.text.pointLegend.hollowLabel = "dự kiến";
    EXPECT_THAT(recordOf(sheet), Not(HasSubstr("đang vận hành")));
    sheet.points[0].isHollow = true;

    EXPECT_THAT(recordOf(sheet), HasSubstr("đang vận hành"));
    EXPECT_THAT(recordOf(sheet), HasSubstr("dự kiến"));
}

TEST(RoundAmounts, areRoundAndFallByTheirStep) {
    EXPECT_EQ(styles::roundAmounts(5'200, 4.5), (std::vector<double>{5'000, 1'000, 200}));
    EXPECT_EQ(styles::roundAmounts(1, 4.5), (std::vector<double>{1, 0.2, 0.02}));
    EXPECT_TRUE(styles::roundAmounts(0, 4.5).empty());
    EXPECT_TRUE(styles::roundAmounts(notANumber, 4.5).empty());
    EXPECT_TRUE(styles::roundAmounts(std::numeric_limits<double>::infinity(), 4.5).empty());
}
