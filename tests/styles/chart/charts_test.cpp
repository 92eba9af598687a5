// SPDX-License-Identifier: Apache-2.0
// Charts as text: nothing drawn as zero that is not zero, no words that collide or leave the page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "geo/base/error.hpp"
#include "styles/chart/chart_page.hpp"
#include "styles/chart/draw_chart.hpp"
#include "tests/styles/map/recording_canvas.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

styles::ChartFrame frameOf(styles::SizePx size = {1280, 800}) {
    styles::ChartFrame frame;
    frame.size = size;
    frame.text.title = "Tỷ lệ che phủ rừng";
    frame.text.subtitle = "Tỉnh Lai Châu";
    frame.text.notes = {"Tính theo sổ kiểm kê."};
    frame.text.sourceLine = "Nguồn: thử nghiệm";
    frame.text.statusLine = "Số liệu đến 31/12/2023";
    frame.formatValue = [](double value) { return std::to_string(std::llround(value)) + "%"; };
    return frame;
}

constexpr styles::Colour green{12, 78, 74};

styles::RankingChart rankingOf(int bars, styles::SizePx size = {1280, 800}) {
    styles::RankingChart chart{frameOf(size), {}, styles::ReferenceLevel{51.87, "mức toàn tỉnh"}, "chỉ tiêu giao"};
    for (int i = 0; i < bars; ++i)
        chart.bars.push_back({i % 3 == 0 ? "Công ty cổ phần đầu tư và phát triển chè Tam Đường Lai Châu " + std::to_string(i)
                                         : "Pa Ủ " + std::to_string(i),
                              90.0 - i * 0.5, "chưa có số liệu", green, std::nullopt});
    return chart;
}

template <class Chart>
std::string recordOf(const Chart& chart) {
    testing_styles::RecordingCanvas canvas;
    styles::drawChart(chart, canvas, testing_styles::FixedMeasure());
    return canvas.record();
}

template <class Chart>
void expectLegible(const Chart& chart) {
    testing_styles::RecordingCanvas canvas;
    const auto labels = styles::drawChart(chart, canvas, testing_styles::FixedMeasure());
    const styles::RectPx paper{0, 0, double(chart.frame.size.width), double(chart.frame.size.height)};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        EXPECT_TRUE(paper.contains(labels[i].box)) << labels[i].text;
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(labels[i].box.overlaps(labels[j].box)) << labels[i].text << " / " << labels[j].text;
    }
}

/// Keeps the boxes that are filled with a colour.
struct BoxCanvas : testing_styles::RecordingCanvas {
    explicit BoxCanvas(styles::Colour wanted) : colour(wanted) {}
    styles::Colour colour;
    std::vector<styles::RectPx> boxes;
    void fill(const styles::PathsPx& rings, styles::Colour filled) override {
        if (!(filled == colour)) return;
        const auto& ring = rings.front();
        boxes.push_back({ring[0].x, ring[0].y, ring[2].x, ring[2].y});
    }
};

template <class Chart>
std::vector<styles::RectPx> boxesOf(const Chart& chart, styles::Colour colour = green) {
    BoxCanvas canvas(colour);
    styles::drawChart(chart, canvas, testing_styles::FixedMeasure());
    return canvas.boxes;
}

}  // namespace

TEST(RankingChart, barsAreAsLongAsTheirValues) {
    styles::RankingChart chart{frameOf(), {}, std::nullopt, ""};
    chart.bars = {{"A", 80, "", green, std::nullopt}, {"B", 40, "", green, std::nullopt}};

    const auto boxes = boxesOf(chart);
    ASSERT_EQ(boxes.size(), 2u);
    EXPECT_NEAR(boxes[0].width(), 2 * boxes[1].width(), 1e-6);
    EXPECT_DOUBLE_EQ(boxes[0].left, boxes[1].left);
}

TEST(RankingChart, aUnitWithoutAValueHasAWordAndNoBar) {
    styles::RankingChart chart{frameOf(), {}, std::nullopt, ""};
    chart.bars = {{"A", 80, "chưa có số liệu", green, std::nullopt}, {"B", std::nullopt, "chưa có số liệu", green, std::nullopt}};

    EXPECT_EQ(boxesOf(chart).size(), 1u);
    EXPECT_THAT(recordOf(chart), HasSubstr("chưa có số liệu"));
}

TEST(RankingChart, negativeValuesRunToTheOtherSideOfZero) {
    styles::RankingChart chart{frameOf(), {}, std::nullopt, ""};
    chart.bars = {{"A", 10, "", green, std::nullopt}, {"B", -10, "", green, std::nullopt}};

    const auto boxes = boxesOf(chart);
    ASSERT_EQ(boxes.size(), 2u);
    EXPECT_NEAR(boxes[0].left, boxes[1].right, 1e-6);
    EXPECT_NEAR(boxes[0].width(), boxes[1].width(), 1e-6);
}

TEST(RankingChart, isLegibleWithOneThirtyEightAndAHundredAndSixUnits) {
    for (const int bars : {1, 38, 106}) {
        expectLegible(rankingOf(bars));
        expectLegible(rankingOf(bars, {1754, 1240}));
        expectLegible(rankingOf(bars, {1240, 1754}));
    }
}

TEST(RankingChart, thatCannotBeReadIsRefused) {
    EXPECT_THROW(recordOf(rankingOf(106, {420, 300})), geo::Error);
    EXPECT_THROW(recordOf(rankingOf(0)), geo::Error);
}

TEST(TrendChart, doesNotBridgeAYearWithoutAValue) {
    styles::TrendChart chart{frameOf(), {}, {}, "đã công bố", "chưa công bố", "lộ trình", green};
    chart.points = {{2020, 50, false}, {2021, 50.5, false}, {2022, std::nullopt, false}, {2023, 52, false}, {2024, 52.4, true}};

    const std::string record = recordOf(chart);
    EXPECT_THAT(record, HasSubstr("line 2 pts"));
    EXPECT_THAT(record, Not(HasSubstr("line 4 pts")));
    EXPECT_THAT(record, Not(HasSubstr("line 5 pts from")));
    EXPECT_THAT(record, HasSubstr("chưa công bố"));
    expectLegible(chart);
}

TEST(TrendChart, leadsFromTheLastValueToTheTargets) {
    styles::TrendChart chart{frameOf(), {{2023, 52, false}}, {{2025, 53}, {2030, 55}}, "đã công bố", "", "lộ trình", green};

    const std::string record = recordOf(chart);
    EXPECT_THAT(record, HasSubstr("symbol diamond"));
    EXPECT_THAT(record, HasSubstr("55%"));
    expectLegible(chart);
}

TEST(TrendChart, ofOneValueStandsInTheMiddle) {
    const styles::TrendChart chart{frameOf(), {{2023, 52, false}}, {}, "đã công bố", "", "", green};
    expectLegible(chart);
    EXPECT_THAT(recordOf(chart), HasSubstr("2023"));
}

TEST(TrendChart, withoutAnyValueIsRefused) {
    const styles::TrendChart chart{frameOf(), {{2023, std::nullopt, false}}, {}, "", "", "", green};
    EXPECT_THROW(recordOf(chart), geo::Error);
}

TEST(BulletChart, withoutAValueHasATrackAndAMarkButNoBar) {
    styles::BulletChart chart{frameOf(), {}, "đạt", "chưa đạt", "mục tiêu"};
    chart.bullets = {{"Che phủ rừng", 56, 55, styles::TargetVerdict::Met, "56%", "≥ 55% (2030)", "đạt"},
                     {"Nước thải xử lý đạt quy chuẩn của cơ sở sản xuất, kinh doanh, dịch vụ, khu tập trung và cụm công nghiệp", std::nullopt, 70, styles::TargetVerdict::Unknown, "chưa có số liệu", "> 70% (2030)", ""}};

    // The key shows the colour once.
    EXPECT_EQ(boxesOf(chart, {0, 105, 92}).size(), 1u + 1u);
    EXPECT_THAT(recordOf(chart), HasSubstr("chưa có số liệu"));
    expectLegible(chart);
}

TEST(HistogramChart, hatchesWhatHasNoDataApartFromTheClasses) {
    styles::HistogramChart chart{frameOf(), {}, "Số xã"};
    chart.columns = {{"dưới 35%", 6, green, false}, {"từ 35% đến dưới 45%", 0, green, false}, {"chưa có số liệu", 2, {}, true}};

    const auto boxes = boxesOf(chart);
    ASSERT_EQ(boxes.size(), 1u);
    EXPECT_THAT(recordOf(chart), HasSubstr("times line"));
    expectLegible(chart);
}

TEST(RoundTicks, reachAroundTheValues) {
    EXPECT_EQ(styles::roundTicks(48, 55, 5), (std::vector<double>{48, 50, 52, 54, 56}));
    const auto single = styles::roundTicks(52, 52, 5);
    EXPECT_LT(single.front(), 52);
    EXPECT_GT(single.back(), 52);
    EXPECT_LT(styles::roundTicks(-3, 4, 5).front(), -2.9);
}

TEST(Shortened, neverCutsALetter) {
    const testing_styles::FixedMeasure measure;
    const styles::TextStyle style{10, styles::Weight::Regular, {}, std::nullopt};
    EXPECT_EQ(styles::shortened("Pa Ủ", 100, style, measure), "Pa Ủ");
    EXPECT_EQ(styles::shortened("Đồng Ủ Ủ", 36, style, measure), "Đồng…");
    EXPECT_EQ(styles::shortened("ỦỦỦỦ", 18, style, measure), "ỦỦ…");
}
