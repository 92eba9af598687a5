// SPDX-License-Identifier: Apache-2.0
// Minutes as text: nothing leaves a page or collides, whatever people write, and no entry is lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "styles/map/minutes_pages.hpp"
#include "tests/styles/map/recording_canvas.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

styles::MinutesEntry entryOf(int number, const std::string& note = "cạnh suối") {
    return {.number = std::to_string(number),
            .title = "Điểm " + std::to_string(number),
            .verdict = "Chưa kết luận được",
            .mark = {styles::Symbol::Circle, 0, {0, 114, 178}},
            .facts = {{"Vị trí", "Phường Tân Phong"},
                      {"Tọa độ phẳng", "X (Bắc) 2.477.623,9 m · Y (Đông) 546.981,3 m"},
                      {"Ghi chú", note}}};
}

styles::MinutesSheet minutesOf(int entries) {
    styles::MinutesSheet sheet;
    sheet.size = {1240, 1754};
    sheet.pixelsPerInch = 150;
    sheet.text.office = {"…………………", "Số: ………"};
    sheet.text.heading = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"};
    sheet.text.title = "BIÊN BẢN KIỂM TRA THỰC ĐỊA";
    sheet.text.subtitle = "Điểm đo ngày 30/11/2026";
    sheet.text.mapTitle = "Bản đồ vị trí";
    sheet.text.entriesTitle = "Các điểm đã kiểm tra";
    sheet.text.notes = {"Sai số tính bằng mét."};
    sheet.text.placeAndDay = "………, ngày … tháng … năm …";
    sheet.text.signers = {"Người kiểm tra", "Đại diện UBND xã, phường", "Đại diện nơi được kiểm tra"};
    sheet.text.signHint = "(Ký, ghi rõ họ tên)";
    sheet.text.sourceLine = "Nguồn: thử nghiệm";
    sheet.text.pageLine = [](std::size_t page, std::size_t pages) {
        return "Trang " + std::to_string(page) + "/" + std::to_string(pages);
    };
    sheet.facts = {{"Tệp điểm đo", "so.csv"}};
    sheet.opening = {{"Thành phần:", 2}};
    sheet.closing = {{"Kết luận:", 4}};
    for (int i = 1; i <= entries; ++i) sheet.entries.push_back(entryOf(i));
    return sheet;
}

styles::MapSheet smallMap() {
    styles::MapSheet map;
    map.theme.base = styles::Colour{245, 246, 247};
    map.theme.points = styles::PointsLook{};
    map.theme.points->labelled = true;
    map.theme.points->size = {10, 10};
    map.units = {{.code = "1",
                  .name = "Tân Phong",
                  .shape = geo::Geometry::polygon({{0, 0}, {4000, 0}, {4000, 4000}, {0, 4000}}),
                  .value = std::nullopt,
                  .labelAt = {2000, 2000}}};
    map.points = {{"1-1", "1", {1000, 1000}}, {"1-2", "2", {3000, 3000}}};
    map.extent = geo::Extent{0, 0, 4000, 4000};
    map.page.isPaper = true;
    map.page.pixelsPerInch = 150;
    map.text.northLetter = "B";
    map.text.scaleUnit = "km";
    map.formatValue = map.formatLength = map.formatAmount = [](double value) { return std::to_string(value); };
    return map;
}

struct Drawn {
    std::vector<std::string> pages;
    std::string all;
};

/// Every page drawn, and looked at: words stay within it and apart.
Drawn drawn(const styles::MinutesSheet& sheet) {
    const testing_styles::FixedMeasure measure;
    const styles::RectPx paper{0, 0, double(sheet.size.width), double(sheet.size.height)};
    Drawn result;
    for (const styles::MinutesPage& page : styles::minutesPages(sheet, measure)) {
        testing_styles::RecordingCanvas canvas;
        const auto labels = styles::drawMinutesPage(sheet, page, canvas, measure);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            EXPECT_TRUE(paper.contains(labels[i].box)) << labels[i].text;
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_FALSE(labels[i].box.grownBy(-0.01).overlaps(labels[j].box)) << labels[i].text << " / " << labels[j].text;
        }
        result.pages.push_back(canvas.record());
        result.all += canvas.record();
    }
    return result;
}

std::size_t countOf(const std::string& text, const std::string& wanted) {
    std::size_t count = 0;
    for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) ++count;
    return count;
}

}  // namespace

TEST(Minutes, ofAFewPointsAreOnePageWithAllItNeeds) {
    const Drawn minutes = drawn(minutesOf(2));
    ASSERT_EQ(minutes.pages.size(), 1u);
    for (const char* words : {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BIÊN BẢN KIỂM TRA THỰC ĐỊA", "Điểm 1", "Điểm 2",
                              "Chưa kết luận được", "X (Bắc) 2.477.623,9 m", "Người kiểm tra", "Trang 1/1", "so.csv"})
        EXPECT_THAT(minutes.all, HasSubstr(words));
}

TEST(Minutes, ofManyPointsTakeManyPagesAndLoseNone) {
    const Drawn minutes = drawn(minutesOf(60));
    ASSERT_GT(minutes.pages.size(), 4u);
    for (int i = 1; i <= 60; ++i) EXPECT_EQ(countOf(minutes.all, " Điểm " + std::to_string(i) + "\n"), 1u) << i;
    EXPECT_EQ(countOf(minutes.all, "BIÊN BẢN"), 1u);
    EXPECT_EQ(countOf(minutes.all, "Đại diện UBND xã, phường"), 1u);
    EXPECT_THAT(minutes.pages.back(), HasSubstr("Trang " + std::to_string(minutes.pages.size()) + "/"));
}

TEST(Minutes, breakANoteLongerThanAPageAndKeepEveryWord) {
    std::string note;
    for (int i = 0; i < 2000; ++i) note += "từ" + std::to_string(i) + " ";
    auto sheet = minutesOf(0);
    sheet.entries = {entryOf(1, note)};
    const Drawn minutes = drawn(sheet);
    EXPECT_GT(minutes.pages.size(), 2u);
    EXPECT_THAT(minutes.all, HasSubstr("từ0 "));
    EXPECT_THAT(minutes.all, HasSubstr("từ1999"));
}

TEST(Minutes, breakNamesAndLabelsWithoutSpacesRatherThanLetThemLeaveThePage) {
    auto sheet = minutesOf(1);
    sheet.entries[0].title = std::string(400, 'M');
    sheet.entries[0].facts.push_back({std::string(120, 'W'), std::string(500, 'W')});
    sheet.facts.push_back({"Tệp", std::string(300, 'x')});
    sheet.text.sourceLine = std::string(200, 's');
    drawn(sheet);
}

TEST(Minutes, keepTheSignersTogetherOnOnePage) {
    for (int entries = 1; entries < 20; ++entries) {
        const Drawn minutes = drawn(minutesOf(entries));
        std::size_t pagesWithSigners = 0;
        for (const std::string& page : minutes.pages) {
            const std::size_t signers = countOf(page, "(Ký, ghi rõ họ tên)");
            EXPECT_TRUE(signers == 0 || signers == 3) << entries;
            EXPECT_EQ(signers > 0, countOf(page, "Kết luận:") > 0) << entries;
            pagesWithSigners += signers > 0 ? 1 : 0;
        }
        EXPECT_EQ(pagesWithSigners, 1u) << entries;
    }
}

TEST(Minutes, carryASmallMapWithNumbersScaleAndNorth) {
    auto sheet = minutesOf(2);
    sheet.map = smallMap();
    sheet.legend = {{{styles::Symbol::Circle, 0, {0, 114, 178}}, "Trong xã (2)"}};
    const auto pages = styles::minutesPages(sheet, testing_styles::FixedMeasure());
    ASSERT_TRUE(pages.front().map);
    const Drawn minutes = drawn(sheet);
    EXPECT_THAT(minutes.all, HasSubstr("Bản đồ vị trí"));
    EXPECT_THAT(minutes.all, HasSubstr("Trong xã (2)"));
    EXPECT_THAT(minutes.all, HasSubstr("symbol north-arrow"));
    EXPECT_THAT(minutes.all, HasSubstr("km"));
    EXPECT_THAT(drawn(minutesOf(2)).all, Not(HasSubstr("Bản đồ vị trí")));
}

TEST(Minutes, giveTheSameVerbsEachTime) { EXPECT_EQ(drawn(minutesOf(30)).all, drawn(minutesOf(30)).all); }

TEST(Minutes, onAPageThatHoldsNoLineAreRefused) {
    auto sheet = minutesOf(1);
    sheet.size = {400, 300};
    EXPECT_THROW(styles::minutesPages(sheet, testing_styles::FixedMeasure()), geo::Error);
}
