// SPDX-License-Identifier: Apache-2.0
// Minutes of a field check: every point with all that was found, as text that can be searched.
#include "app/jobs/check_minutes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "app/jobs/check.hpp"
#include "app/jobs/check_intake.hpp"
#include "app/jobs/field_book.hpp"
#include "app/jobs/field_time.hpp"
#include "tests/app/jobs/field_ground.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

/// Two points at the places of deskWithPlaces(), the second said to be in another commune, and one on the other
/// side of the earth.
constexpr const char* book =
    "ten,kinh_do,vi_do,sai_so_m,thoi_gian,do_cao,xa,ghi_chu,thiet_bi,anh\n"
    "Bãi rác,103.4582,22.3964,4,2026-11-30T23:30:05Z,950,,\"đã đóng, cạnh suối\",/dev/ttyUSB0,/home/a/IMG_1.jpg\n"
    "P2,103.4583,22.3964,5,2026-12-01T01:00:00Z,,03433,,,\n"
    "P3,-97.3,36.3,5,2026-12-01T02:00:00Z,,,,,\n";

styles::MinutesSheet minutesOf(const office::Desk& desk, const std::string& text,
                               app::Language language = app::Language::Vietnamese) {
    office::writeBytes(desk / "so.csv", text);
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    geo::Progress progress;
    const auto read = app::readFieldPoints({.path = desk / "so.csv", .crs = {}, .decimal = {}, .layerName = {}},
                                           workspace, progress);
    const app::CheckGround ground(workspace, desk.project());
    const geo::Transform toPlane(geo::Crs::fromText("EPSG:4326"), workspace.settings().crs);
    std::vector<app::CheckedPoint> points;
    for (const auto& point : read.points) points.push_back(app::judgedPoint(point, toPlane, ground));
    const app::MinutesFacts facts{desk.project(), workspace, read.source, read.withoutPosition, read.findings};
    return app::minutesOf(points, ground, facts, office::words(language));
}

std::string textOf(const std::vector<styles::FigureRow>& rows) {
    std::string text;
    for (const auto& row : rows) text += row.label + ": " + row.value + "\n";
    return text;
}

app::Outcome checkedToPdf(office::Desk& desk, const std::string& text) {
    const styles::PaintSession session;
    office::writeBytes(desk / "so.csv", text);
    app::CheckRequest request;
    request.file = desk / "so.csv";
    request.out = desk / "bien_ban.pdf";
    const auto words = office::words();
    geo::Progress progress;
    return app::checkPoints(desk.project(), request, {words, &session}, progress);
}

}  // namespace

TEST(CheckMinutes, tellOfAPointWhereItIsHowWellAndWhatLiesAround) {
    const auto minutes = minutesOf(office::deskWithPlaces(), book);
    ASSERT_EQ(minutes.entries.size(), 3u);
    const auto& first = minutes.entries[0];
    EXPECT_EQ(first.title, "Bãi rác");
    EXPECT_EQ(first.verdict, "Trong xã");
    const std::string facts = textOf(first.facts);
    for (const char* words :
         {"Vị trí: Phường Tân Phong (mã 03408)", "Lưu vực: Lưu vực Nậm Thử", "X (Bắc) 2.477.623,9 m · Y (Đông) 546.981,3 m",
          "vĩ độ 22,396400° · kinh độ 103,458200° · độ cao 950,0 m", "Sai số: 4,0 m (ghi trong tệp)",
          "Bãi rác BCL-1 (bãi chôn lấp, bãi rác), cách 300 m", "Nậm Thử, cách 150 m", "Thiết bị: /dev/ttyUSB0",
          "Ghi chú: đã đóng, cạnh suối", "Tệp ảnh: IMG_1.jpg"})
        EXPECT_THAT(facts, HasSubstr(words));
}

TEST(CheckMinutes, tellTheTimeByTheCountrysClocks) {
    // 23:30:05 UTC is half past six the next morning.
    const auto minutes = minutesOf(office::deskWithPlaces(), book);
    EXPECT_THAT(textOf(minutes.entries[0].facts), HasSubstr("06:30:05 ngày 01/12/2026 (giờ Việt Nam, UTC+7)"));
    EXPECT_EQ(minutes.text.subtitle, "Điểm đo ngày 01/12/2026");
}

/// Points at one place, told by name and time.
std::string bookOf(const std::vector<std::pair<std::string, std::string>>& points) {
    std::string text = "ten,kinh_do,vi_do,sai_so_m,thoi_gian\n";
    for (const auto& [name, time] : points) text += name + ",103.4582,22.3964,4," + time + "\n";
    return text;
}

TEST(CheckMinutes, countThePointsWhoseDayIsNotClear) {
    const auto desk = office::deskWithPlaces();
    const auto some = minutesOf(desk, bookOf({{"A", "2026-11-30T01:00:00Z"}, {"B", "28/11/2026 08:15"}, {"C", ""}}));
    EXPECT_EQ(some.text.subtitle, "Điểm đo ngày 30/11/2026; 2 điểm không rõ ngày, xem từng điểm");
    EXPECT_THAT(textOf(some.entries[1].facts), HasSubstr("28/11/2026 08:15"));
    const auto none = minutesOf(desk, bookOf({{"A", "28/11/2026 08:15"}}));
    EXPECT_EQ(none.text.subtitle, "Điểm đo: thời gian ghi theo cách không rõ, xem từng điểm");
}

TEST(CheckMinutes, leaveTheNamesOfPointsAsTheyAre) {
    const auto minutes = minutesOf(office::deskWithPlaces(), bookOf({{"wp01", ""}, {"", ""}}));
    EXPECT_EQ(minutes.entries[0].title, "wp01");
    EXPECT_EQ(minutes.entries[1].title, "Điểm số 2");
}

TEST(CheckMinutes, showWhatIsOutsideByWordAndSymbol) {
    const auto minutes = minutesOf(office::deskWithPlaces(), book);
    EXPECT_EQ(minutes.entries[1].verdict, "Ngoài xã");
    EXPECT_NE(minutes.entries[1].mark.symbol, minutes.entries[0].mark.symbol);
    EXPECT_THAT(textOf(minutes.facts), HasSubstr("Trong xã: 1; Ngoài xã: 2"));
}

TEST(CheckMinutes, mapTheirPointsByNumberWithThePlacesTheyStandBy) {
    const auto minutes = minutesOf(office::deskWithPlaces(), book);
    ASSERT_TRUE(minutes.map);
    std::vector<std::string> names;
    for (const auto& point : minutes.map->points) names.push_back(point.name + "/" + point.category);
    EXPECT_THAT(names, testing::UnorderedElementsAre("1/inside", "2/outside", "/site"));
}

TEST(CheckMinutes, sayOfPointsTooFarOffThatTheyAreOnNoMap) {
    const auto minutes = minutesOf(office::deskWithPlaces(), book);
    EXPECT_THAT(minutes.text.notes, testing::Contains(HasSubstr("1 điểm ở quá xa")));
    EXPECT_THAT(textOf(minutes.entries[2].facts), Not(HasSubstr("X (Bắc)")));
    EXPECT_THAT(textOf(minutes.entries[2].facts), HasSubstr("kinh độ −97,300000°"));
}

TEST(CheckMinutes, nameTheirSourceAndTheWorkspace) {
    const auto desk = office::deskWithPlaces();
    const auto minutes = minutesOf(desk, book);
    EXPECT_THAT(minutes.text.sourceLine, HasSubstr("so.csv"));
    EXPECT_THAT(minutes.text.sourceLine, HasSubstr(desk.project().workspace.filename().string()));
    EXPECT_THAT(minutes.text.sourceLine, testing::ContainsRegex("[0-9a-f]{64}"));
}

TEST(CheckMinutes, speakEnglishToo) {
    const auto minutes = minutesOf(office::deskWithPlaces(), book, app::Language::English);
    EXPECT_EQ(minutes.text.title, "MINUTES OF A FIELD CHECK");
    EXPECT_EQ(minutes.entries[0].verdict, "Inside");
    EXPECT_THAT(textOf(minutes.entries[0].facts), HasSubstr("X (north) 2,477,623.9 m · Y (east) 546,981.3 m"));
}

TEST(CheckMinutes, areAPdfWhoseTextCanBeSearched) {
    if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) GTEST_SKIP() << "pdftotext is not installed";
    auto desk = office::deskWithPlaces();
    const auto outcome = checkedToPdf(desk, book);
    ASSERT_EQ(outcome.files.size(), 1u);
    EXPECT_EQ(outcome.rows.size(), 3u);
    const auto text = desk / "bien_ban.txt";
    ASSERT_EQ(std::system(("pdftotext -layout " + (desk / "bien_ban.pdf").string() + " " + text.string()).c_str()), 0);
    const std::string words = office::bytesOf(text);
    for (const char* wanted : {"BIÊN BẢN KIỂM TRA THỰC ĐỊA", "Phường Tân Phong", "Ngoài xã", "IMG_1.jpg", "Trang 1/"})
        EXPECT_THAT(words, HasSubstr(wanted));
}

TEST(CheckMinutes, areTheSameBytesEachTime) {
    auto desk = office::deskWithPlaces();
    checkedToPdf(desk, book);
    const std::string first = office::bytesOf(desk / "bien_ban.pdf");
    std::filesystem::remove(desk / "bien_ban.pdf");
    checkedToPdf(desk, book);
    EXPECT_EQ(office::bytesOf(desk / "bien_ban.pdf"), first);
}

TEST(CheckMinutes, areNotMadeWithoutSomethingToPaintThem) {
    auto desk = office::Desk::full();
    office::writeBytes(desk / "so.csv", book);
    app::CheckRequest request;
    request.file = desk / "so.csv";
    request.out = desk / "bien_ban.pdf";
    geo::Progress progress;
    const auto words = office::words();
    const auto error = office::errorOf([&] { app::checkPoints(desk.project(), request, {words}, progress); });
    EXPECT_EQ(error.message().id, "paint.no-session");
    EXPECT_FALSE(std::filesystem::exists(desk / "bien_ban.pdf"));
}

TEST(LocalMoment, keepsADayThatHasNoClock) {
    EXPECT_EQ(app::localMoment("2026-11-30")->day, (geo::Date{2026, 11, 30}));
    EXPECT_EQ(app::localMoment("2026-11-30")->clock, "");
    EXPECT_EQ(app::localMoment("2026-12-31T17:00:00Z")->day, (geo::Date{2027, 1, 1}));
    EXPECT_EQ(app::localMoment("2026-12-31T17:00:00.250Z")->clock, "00:00:00");
    EXPECT_FALSE(app::localMoment("03/5/2026 7h"));
    EXPECT_FALSE(app::localMoment(""));
}
