// SPDX-License-Identifier: Apache-2.0
// Years beside one another: one scale, one legend, each panel its own figures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "styles/map/panels.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

using styles::PanelGrid;
using testing::HasSubstr;
using testing::Not;

styles::MapPanel panelOf(const styles::MapSheet& sheet, const std::string& title, double value) {
    styles::MapPanel panel{title, "toàn tỉnh 51,87%", {}};
    for (std::size_t i = 0; i < sheet.units.size(); ++i) panel.figures.push_back({value});
    return panel;
}

styles::MapSheet threeYears() {
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.panels = {panelOf(sheet, "2021", 10), panelOf(sheet, "2022", 90), panelOf(sheet, "2023", 90)};
    sheet.panels[2].figures[1].value = std::nullopt;
    return sheet;
}

std::size_t timesIn(const std::string& record, const std::string& words) {
    std::size_t times = 0;
    for (std::size_t at = record.find(words); at != std::string::npos; at = record.find(words, at + 1))
        ++times;
    return times;
}

}  // namespace

TEST(Panels, areArrangedSoThatTheMapIsLargest) {
    const geo::Extent wide{0, 0, 40'000, 10'000};
    const geo::Extent tall{0, 0, 10'000, 40'000};
    const styles::RectPx frame{0, 0, 900, 900};

    EXPECT_EQ(styles::gridFor(4, wide, frame, 0), (PanelGrid{1, 4}));
    EXPECT_EQ(styles::gridFor(4, tall, frame, 0), (PanelGrid{4, 1}));
    EXPECT_EQ(styles::gridFor(5, {0, 0, 10'000, 10'000}, frame, 0), (PanelGrid{3, 2}));
    EXPECT_EQ(styles::gridFor(1, wide, frame, 0), (PanelGrid{1, 1}));
}

TEST(Panels, showEachItsOwnFigures) {
    testing_styles::RecordingCanvas canvas;
    const auto map =
        styles::composeMap(threeYears(), canvas, testing_styles::FixedMeasure());

    // Both units in 2021, both in 2022 and one in 2023; once each in the legend.
    EXPECT_EQ(timesIn(canvas.record(), "fill #d3e6b4"), 2u + 1u);
    EXPECT_EQ(timesIn(canvas.record(), "fill #0c4e4a"), 3u + 1u);
    for (const char* year : {"2021", "2022", "2023"}) EXPECT_THAT(canvas.record(), HasSubstr(year));
    EXPECT_GT(map.scaleBar_km, 0);
}

TEST(Panels, countNothingInTheLegendForEachYearCountsAnew) {
    testing_styles::RecordingCanvas canvas;
    styles::composeMap(threeYears(), canvas, testing_styles::FixedMeasure());

    EXPECT_THAT(canvas.record(), Not(HasSubstr("xã")));
    EXPECT_THAT(canvas.record(), HasSubstr("chưa có số liệu"));
}

TEST(Panels, writeNothingClippedOrUponAnother) {
    for (const int count : {2, 5, 9}) {
        styles::MapSheet sheet = testing_styles::mosaic(6, 5, 3);
        for (int i = 0; i < count; ++i)
            sheet.panels.push_back(panelOf(sheet, std::to_string(2017 + i), 10.0 * i));

        testing_styles::RecordingCanvas canvas;
        const auto map = styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());

        const styles::RectPx page{0, 0, 1280, 800};
        for (std::size_t i = 0; i < map.labels.size(); ++i) {
            EXPECT_TRUE(page.contains(map.labels[i].box)) << map.labels[i].text;
            for (std::size_t j = i + 1; j < map.labels.size(); ++j)
                EXPECT_FALSE(map.labels[i].box.overlaps(map.labels[j].box))
                    << map.labels[i].text << " upon " << map.labels[j].text;
        }
    }
}

TEST(Panels, refuseFiguresOfOtherUnits) {
    styles::MapSheet sheet = threeYears();
    sheet.panels[0].figures.pop_back();

    testing_styles::RecordingCanvas canvas;
    EXPECT_THROW(styles::composeMap(sheet, canvas, testing_styles::FixedMeasure()), geo::Error);
}
