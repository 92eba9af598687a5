// SPDX-License-Identifier: Apache-2.0
// Pages: round scales that hold, overviews, pale neighbours, tables, an index.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/map/drawing.hpp"
#include "styles/map/furniture.hpp"
#include "styles/map/index_page.hpp"
#include "styles/map/page_layout.hpp"
#include "styles/map/page_view.hpp"
#include "styles/map/unit_look.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

styles::MapSheet paperSheet() {
    styles::MapSheet sheet = testing_styles::mosaic(6, 5, 3);
    sheet.size = {1754, 1240};
    sheet.page.isPaper = true;
    sheet.page.pixelsPerInch = 150;
    sheet.page.formatScale = [](double scale) { return "Tỷ lệ 1:" + std::to_string(std::llround(scale)); };
    return sheet;
}

std::string recordOf(const styles::MapSheet& sheet) {
    testing_styles::RecordingCanvas canvas;
    styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());
    return canvas.record();
}

}  // namespace

TEST(RoundScale, isTheNextRoundOneUpwards) {
    EXPECT_DOUBLE_EQ(styles::roundScale(210'000), 250'000);
    EXPECT_DOUBLE_EQ(styles::roundScale(250'000), 250'000);
    EXPECT_DOUBLE_EQ(styles::roundScale(250'001), 300'000);
    EXPECT_DOUBLE_EQ(styles::roundScale(9'100), 10'000);
    EXPECT_DOUBLE_EQ(styles::roundScale(1'010'000), 1'250'000);
}

TEST(Paper, hasTheScaleItWrites) {
    const styles::MapSheet sheet = paperSheet();
    testing_styles::RecordingCanvas canvas;
    const auto map = styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());

    // One pixel is 25.4 mm / 150 on paper.
    const double scale = map.metresPerPixel / (0.0254 / 150);
    EXPECT_NEAR(scale, styles::roundScale(scale), 1e-6);
    EXPECT_THAT(canvas.record(), HasSubstr("Tỷ lệ 1:" + std::to_string(std::llround(scale))));
}

TEST(Paper, hasAScaleBarAsLongAsTheMapSays) {
    const styles::MapSheet sheet = paperSheet();
    styles::Drawing drawing;
    const auto map = styles::composeMap(sheet, drawing, testing_styles::FixedMeasure());
    testing_styles::RecordingCanvas canvas;
    drawing.drawOn(canvas);

    const double half_px = map.scaleBar_km * 500 / map.metresPerPixel;
    bool isFound = false;
    struct Finder : testing_styles::RecordingCanvas {
        double half_px = 0;
        bool* isFound = nullptr;
        void fill(const styles::PathsPx& rings, styles::Colour) override {
            const double width = rings.front()[1].x - rings.front()[0].x;
            if (rings.size() == 1 && std::abs(width - half_px) < 1e-6) *isFound = true;
        }
    } finder;
    finder.half_px = half_px;
    finder.isFound = &isFound;
    drawing.drawOn(finder);
    EXPECT_TRUE(isFound);
}

TEST(Drawing, saysWhatItWasTold) {
    const styles::MapSheet sheet = testing_styles::crowdedSheet(8, 5);
    styles::Drawing drawing;
    styles::composeMap(sheet, drawing, testing_styles::FixedMeasure());
    testing_styles::RecordingCanvas canvas;
    drawing.drawOn(canvas);

    EXPECT_EQ(canvas.record(), recordOf(sheet));
}

TEST(Inset, framesWhatTheMapShows) {
    styles::MapSheet sheet = paperSheet();
    sheet.extent = geo::Extent{520'000, 2'420'000, 530'000, 2'430'000};
    sheet.page.inset = styles::MapInset{"Vị trí trong tỉnh", styles::mosaicOf(sheet), std::nullopt};

    const std::string record = recordOf(sheet);
    EXPECT_THAT(record, HasSubstr("Vị trí trong tỉnh"));
    EXPECT_THAT(record, HasSubstr("stroke #00695c 2.0 line 5 pts"));
    sheet.page.inset = std::nullopt;
    EXPECT_THAT(recordOf(sheet), Not(HasSubstr("stroke #00695c")));
}

TEST(Faded, unitsArePalerAndKeepTheirNamesButNotTheirValues) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    const styles::Colour whole = styles::lookOf(sheet.units[0], sheet.theme).ground;
    sheet.units[0].isFaded = true;
    const styles::Colour pale = styles::lookOf(sheet.units[0], sheet.theme).ground;

    EXPECT_GT(styles::luminanceOf(pale), styles::luminanceOf(whole));
    const std::string record = recordOf(sheet);
    EXPECT_THAT(record, HasSubstr("Pa Ủ"));
    EXPECT_THAT(record, Not(HasSubstr("71,7")));
}

TEST(Faded, unitsCoverThePlotsOnThem) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(0, 4);
    const std::string before = recordOf(sheet);
    for (auto& unit : sheet.units) unit.isFaded = true;
    const std::string after = recordOf(sheet);

    EXPECT_LT(before.rfind("fill #f5f6f7"), before.find("fill #1f8a3b"));
    EXPECT_GT(after.rfind("fill #fcfcfd"), after.find("fill #1f8a3b"));
}

TEST(AsideBlock, setsATableBelowTheFigure) {
    const testing_styles::FixedMeasure measure;
    styles::MapText text;
    text.figure = {"Xã Pa Ủ", "71,7%", ""};
    text.table = {{"Diện tích rừng (ha)", "12.345,6"}, {"Chỉ tiêu giao", "chưa có"}};
    testing_styles::RecordingCanvas canvas;
    std::vector<styles::PlacedLabel> labels;
    styles::asideBlock(text, measure, {260, 1}).drawAt({0, 0}, canvas, labels);

    ASSERT_EQ(labels.size(), 6u);
    for (const auto& label : labels) EXPECT_LE(label.box.right, 260.001) << label.text;
}

TEST(IndexPage, takesAsManyPagesAsItsRowsNeed) {
    const testing_styles::FixedMeasure measure;
    styles::IndexSheet sheet{{1240, 1754}, {}, {"Đơn vị", "Số liệu", "Trang"}, {}};
    sheet.text.title = "Tập bản đồ";
    sheet.text.sourceLine = "Nguồn";
    for (int i = 0; i < 106; ++i)
        sheet.rows.push_back({"Xã " + std::to_string(i), "51,8%", std::to_string(i + 3)});

    const auto pages = styles::indexPages(sheet, measure);
    std::vector<styles::PlacedLabel> labels;
    testing_styles::RecordingCanvas canvas;
    for (const auto& page : pages) page.drawAt({0, 0}, canvas, labels);

    EXPECT_LE(pages.size(), 2u);
    for (int i = 0; i < 106; ++i) EXPECT_THAT(canvas.record(), HasSubstr("Xã " + std::to_string(i) + "\n"));
    for (const auto& label : labels) EXPECT_LE(label.box.right, 1240) << label.text;
}
