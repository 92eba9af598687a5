// SPDX-License-Identifier: Apache-2.0
// Points recorded in the field are kept row by row, and `check` reads them.
#include "app/jobs/field_book.hpp"

#include <gtest/gtest.h>

#include "app/jobs/check.hpp"
#include "app/jobs/field_check.hpp"
#include "tests/app/jobs/made_once.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

layers::FieldPoint record(const std::string& name, double lon, double lat) {
    layers::FieldPoint point;
    point.name = name;
    point.lonLat_deg = {lon, lat};
    point.accuracy_m = 4;
    point.time = "2026-11-30T08:00:00Z";
    point.device = "/dev/ttyUSB0";
    return point;
}

}  // namespace

TEST(FieldBook, holdsEveryPointAndQuotesWhatNeedsIt) {
    const office::Folder folder;
    const auto book = app::fieldBookPath(folder / "lai-chau.khoanh", {2026, 11, 30});
    auto first = record("Bãi rác, cạnh suối", 103.4582, 22.3964);
    first.note = "đã \"đóng\"\ncửa";
    app::addToFieldBook(book, first);
    app::addToFieldBook(book, record("P2", 103.4590, 22.3970));
    EXPECT_EQ(book.filename(), "lai-chau-thuc-dia-2026-11-30.csv");
    EXPECT_EQ(app::countInFieldBook(book), 2u);
    const std::string text = office::bytesOf(book);
    EXPECT_NE(text.find("\"Bãi rác, cạnh suối\",103.45820000,22.39640000,4.0"), std::string::npos) << text;
    EXPECT_NE(text.find("\"đã \"\"đóng\"\" cửa\""), std::string::npos) << text;
}

TEST(FieldBook, keepsTheFormerPointsWhenItsFolderIsGone) {
    const office::Folder folder;
    EXPECT_THROW(app::addToFieldBook(folder / "none/book.csv", record("P1", 103.4, 22.3)), geo::Error);
    EXPECT_EQ(app::countInFieldBook(folder / "none/book.csv"), 0u);
}

TEST(FieldBook, addsNothingToATableWhoseColumnsAreNoLongerItsOwn) {
    const office::Folder folder;
    const std::string edited = "ten;kinh_do;vi_do\nP1;103,4;22,3\n";
    office::writeBytes(folder / "book.csv", edited);
    const auto error = office::errorOf([&] { app::addToFieldBook(folder / "book.csv", record("P2", 103.4, 22.3)); });
    EXPECT_EQ(error.message().id, "field.book-changed");
    EXPECT_EQ(office::bytesOf(folder / "book.csv"), edited);
}

TEST(FieldBook, beginsARowOfItsOwnWhereTheLastLineWasLeftOpen) {
    const office::Folder folder;
    const auto book = folder / "book.csv";
    app::addToFieldBook(book, record("P1", 103.4, 22.3));
    std::string text = office::bytesOf(book);
    office::writeBytes(book, text.substr(0, text.size() - 2));
    app::addToFieldBook(book, record("P2", 103.4, 22.3));
    EXPECT_EQ(app::countInFieldBook(book), 2u);
}

TEST(FieldBook, givesBackHeightDeviceAndPhotoThroughCheck) {
    const auto desk = office::Desk::full();
    auto point = record("P1", 103.4582, 22.3964);
    point.elevation_m = 950.5;
    point.photo = "/home/a/IMG_1.jpg";
    app::addToFieldBook(desk / "book.csv", point);
    geo::Progress progress;
    app::CheckRequest request;
    request.file = desk / "book.csv";
    request.out = desk / "out.gpx";
    const auto outcome = app::checkPoints(desk.project(), request, {office::words()}, progress);
    EXPECT_EQ(office::text(outcome.rows.front(), "device"), "/dev/ttyUSB0");
    EXPECT_EQ(office::text(outcome.rows.front(), "photo"), "/home/a/IMG_1.jpg");
    EXPECT_NE(office::bytesOf(desk / "out.gpx").find("<ele>950.5"), std::string::npos);
}

TEST(FieldBook, isReadByCheckWithTheSameVerdictAsOnTheSpot) {
    const auto desk = office::Desk::full();
    const auto book = desk / "book.csv";
    const auto point = record("P1", 103.4582, 22.3964);
    app::addToFieldBook(book, point);
    geo::Progress progress;
    const auto words = office::words();
    app::CheckRequest request;
    request.file = book;
    const auto outcome = app::checkPoints(desk.project(), request, {words}, progress);
    const app::FieldCheck check(desk.project(), progress);
    const auto onTheSpot = check.judge(point, words);
    ASSERT_EQ(outcome.rows.size(), 1u);
    EXPECT_EQ(office::text(outcome.rows[0], "verdict"), layers::wordOf(onTheSpot.checked.answer.verdict));
    EXPECT_EQ(office::text(outcome.rows[0], "unit_code"), onTheSpot.checked.answer.actualCode);
}
