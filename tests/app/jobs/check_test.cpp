// SPDX-License-Identifier: Apache-2.0
// Field points judged: where they are, what they should be near, and how sure that is.
#include "app/jobs/check.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/jobs/undo.hpp"
#include "layers/store/change.hpp"
#include "tests/app/jobs/field_ground.hpp"

using layers::LedgerSide;

namespace {

std::filesystem::path written(const office::Desk& desk, const std::string& name, const std::string& text) {
    office::writeBytes(desk / name, text);
    return desk / name;
}

app::Outcome checked(office::Desk& desk, const app::CheckRequest& request) {
    geo::Progress progress;
    auto outcome = app::checkPoints(desk.project(), request, {office::words()}, progress);
    desk.show(outcome.project);
    return outcome;
}

app::Outcome checkedText(office::Desk& desk, const std::string& name, const std::string& text,
                         const std::string& crs = {}) {
    app::CheckRequest request;
    request.file = written(desk, name, text);
    if (!crs.empty()) request.crs = geo::Crs::fromText(crs);
    return checked(desk, request);
}

/// One point at the capital, with what else the row says.
std::string oneRow(const std::string& heads, const std::string& cells) {
    return "ten,kinh_do,vi_do," + heads + "\nA,103.4582,22.3964," + cells + "\n";
}

std::int64_t count(const app::Outcome& outcome, LedgerSide side, const std::string& reason) {
    for (const auto& entry : outcome.ledger.entries(side)) {
        if (entry.reason == reason) return entry.count;
    }
    return 0;
}

bool isNothing(const app::Row& row, const std::string& name) {
    return std::holds_alternative<std::monostate>(office::cell(row, name).value);
}

constexpr const char* track =
    "<gpx version=\"1.1\" creator=\"t\" xmlns=\"http://www.topografix.com/GPX/1/1\">"
    "<wpt lat=\"22.3964\" lon=\"103.4582\"><time>2026-05-01T02:00:00Z</time><name>KT-1</name></wpt>"
    "<trk><name>đi</name><trkseg>"
    "<trkpt lat=\"22.3964\" lon=\"103.4582\"><time>2026-05-02T02:00:00Z</time></trkpt>"
    "<trkpt lat=\"22.3965\" lon=\"103.4582\"><time>2026-05-02T02:00:10Z</time></trkpt>"
    "<trkpt lat=\"22.3966\" lon=\"103.4582\"><time>2026-05-02T02:00:20Z</time></trkpt>"
    "</trkseg></trk></gpx>";

}  // namespace

TEST(Check, aPointInItsDeclaredCommuneIsInside) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", oneRow("sai_so_m,ma_xa", "5,03408"));
    ASSERT_EQ(outcome.rows.size(), 1u);
    const app::Row& row = outcome.rows[0];
    EXPECT_EQ(office::text(row, "verdict"), "inside");
    EXPECT_EQ(office::text(row, "unit_code"), "03408");
    EXPECT_EQ(office::text(row, "declared_code"), "03408");
    EXPECT_EQ(office::text(row, "declared_from"), "declared-commune");
    EXPECT_GT(office::number(row, "border_distance_m").value_or(0), 10);
    EXPECT_NEAR(office::number(row, "probability_inside").value_or(0), 1, 0.001);
    EXPECT_TRUE(outcome.findings.empty());
}

TEST(Check, aRowWithAnEmptyCodeDeclaresItsCommuneByName) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", oneRow("sai_so_m,ma_xa,ten_xa", "5,,Xã Bum Tở"));
    EXPECT_EQ(office::text(outcome.rows[0], "verdict"), "outside");
    EXPECT_EQ(office::text(outcome.rows[0], "declared_from"), "declared-commune");
}

TEST(Check, aPointOfALogWithoutPositionIsInTheLedger) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.gpx",
                                     "<gpx version=\"1.1\" creator=\"t\" xmlns=\"http://www.topografix.com/GPX/1/1\">"
                                     "<wpt lat=\"22.3964\" lon=\"103.4582\"><name>A</name></wpt>"
                                     "<wpt lat=\"122.3964\" lon=\"103.4582\"><name>B</name></wpt></gpx>");
    EXPECT_EQ(outcome.ledger.entries(layers::LedgerSide::In).at(0).count, 2);
    EXPECT_EQ(outcome.ledger.entries(layers::LedgerSide::Lost).at(0).count, 1);
    EXPECT_EQ(outcome.ledger.entries(layers::LedgerSide::Lost).at(0).reason, "no-position");
}

TEST(Check, aRowHoldsPlaneCoordinatesAndTheUnitsOfEveryEpoch) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", oneRow("sai_so_m", "5"));
    const app::Row& row = outcome.rows[0];
    EXPECT_NEAR(office::number(row, "east").value_or(0), office::capital.x, 0.0011);
    EXPECT_NEAR(office::number(row, "north").value_or(0), office::capital.y, 0.0011);
    EXPECT_TRUE(office::text(row, "district_2024-01-01").starts_with("105 "));
    EXPECT_EQ(office::text(row, "epoch_2024-01-01").substr(0, 3), "033");  // the city's communes
    EXPECT_EQ(office::text(row, "accuracy_from"), "file");
}

TEST(Check, aPointInAnotherCommuneThanDeclaredIsOutsideAndFound) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", oneRow("sai_so_m,ma_xa", "5,03433"));  // Bum Tở
    EXPECT_EQ(office::text(outcome.rows[0], "verdict"), "outside");
    EXPECT_EQ(office::text(outcome.rows[0], "unit_code"), "03408");
    const auto found = office::findingsOf(outcome, "check.outside");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].source, "a.csv");
    EXPECT_EQ(found[0].row, 1);
    EXPECT_EQ(count(outcome, LedgerSide::Out, "outside"), 1);
}

TEST(Check, nearerToTheBorderThanTwiceTheAccuracyNothingIsConcluded) {
    auto desk = office::Desk::full();
    // Tân Phong has 107 km²: no place in it is 20 km from its border.
    const auto outcome = checkedText(desk, "a.csv", oneRow("sai_so_m,ma_xa", "10000,03408"));
    EXPECT_EQ(office::text(outcome.rows[0], "verdict"), "undetermined");
    EXPECT_EQ(office::findingsOf(outcome, "check.undetermined").size(), 1u);
}

TEST(Check, anUnknownAccuracyIsAssumedAndSaid) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", oneRow("ghi_chu", "không có"));
    EXPECT_EQ(office::number(outcome.rows[0], "accuracy_m"), 15);
    EXPECT_EQ(office::text(outcome.rows[0], "accuracy_from"), "assumed");
    EXPECT_EQ(office::text(outcome.rows[0], "note"), "không có");
}

TEST(Check, namesTheNearestSiteStreamAndSubBasin) {
    auto desk = office::deskWithPlaces();
    const auto outcome = checkedText(desk, "a.csv", oneRow("sai_so_m", "5"));
    const app::Row& row = outcome.rows[0];
    EXPECT_EQ(office::text(row, "site_id"), "BCL-1");
    EXPECT_NEAR(office::number(row, "site_distance_m").value_or(0), 300, 0.11);
    EXPECT_EQ(office::text(row, "stream"), "Nậm Thử");
    EXPECT_NEAR(office::number(row, "stream_distance_m").value_or(0), 150, 0.11);
    EXPECT_EQ(office::text(row, "basin"), "Lưu vực Nậm Thử");
    EXPECT_EQ(office::text(row, "declared_from"), "nearest-site");
}

TEST(Check, aPointFarFromItsDeclaredSiteIsFound) {
    auto desk = office::deskWithPlaces();
    const auto outcome = checkedText(desk, "a.csv", oneRow("sai_so_m,diem", "5,BCL-2"));
    EXPECT_EQ(office::text(outcome.rows[0], "site_id"), "BCL-2");
    EXPECT_NEAR(office::number(outcome.rows[0], "site_distance_m").value_or(0), 4000, 0.11);
    EXPECT_EQ(office::findingsOf(outcome, "check.far-from-site").size(), 1u);
}

TEST(Check, commasAreDecimalWhereTheyCanBeNothingElse) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", "Tên;Kinh độ;Vĩ độ;Sai số (m)\nA;103,4582;22,3964;4,5\n");
    EXPECT_EQ(office::text(outcome.rows[0], "unit_code"), "03408");
    EXPECT_EQ(office::number(outcome.rows[0], "accuracy_m"), 4.5);
}

TEST(Check, degreesWithThreeDecimalsAreNoThousands) {
    auto desk = office::Desk::full();
    for (const char* text : {"lon;lat\n103,458;22,396\n", "lon;lat\n103.458;22.396\n"}) {
        const auto outcome = checkedText(desk, "a.csv", text);
        EXPECT_EQ(office::text(outcome.rows[0], "unit_code"), "03408") << text;
    }
}

/// The elevations of rows beside coordinates with points, a row each.
std::vector<std::optional<double>> elevations(const app::Outcome& outcome) {
    std::vector<std::optional<double>> found;
    for (const app::Row& row : outcome.rows) found.push_back(office::number(row, "elevation_m"));
    return found;
}

std::string withElevations(const std::vector<std::string>& cells) {
    std::string text = "ten;kinh_do;vi_do;do_cao\n";
    for (const std::string& cell : cells) text += "A;103.4582;22.3964;" + cell + "\n";
    return text;
}

TEST(Check, elevationsAreReadAsTheirOwnColumnWritesThem) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", withElevations({"1.250,5", "1.300", "1250m", "950 m", "-"}));
    EXPECT_EQ(elevations(outcome),
              (std::vector<std::optional<double>>{1250.5, 1300, 1250, 950, std::nullopt}));
    EXPECT_TRUE(office::findingsOf(outcome, "check.elevation-unread").empty());
}

TEST(Check, elevationsThatMayBeTwoAreLeftOutAndSaid) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", withElevations({"950", "1.250", "cao"}));
    EXPECT_EQ(elevations(outcome), (std::vector<std::optional<double>>{950, std::nullopt, std::nullopt}));
    const auto findings = office::findingsOf(outcome, "check.elevation-unread");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].row, 2);
    EXPECT_EQ(findings[0].message.arguments,
              (std::vector<geo::Argument>{{"text", "1.250"}, {"count", std::int64_t{2}}}));
}

TEST(Check, xIsNorthWhereOnlySoThePointsLieInTheProvince) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", "ten,X,Y\nA,2477623.887,546981.276\n", "EPSG:9205");
    EXPECT_EQ(office::text(outcome.rows[0], "unit_code"), "03408");
    EXPECT_NEAR(office::number(outcome.rows[0], "east").value_or(0), office::capital.x, 0.0011);
    EXPECT_EQ(office::findingsOf(outcome, "coordinates.xy-read-as").size(), 1u);
}

TEST(Check, oneRowWithItsAxesExchangedIsTurnedAndFound) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(
        desk, "a.csv", "ten,lon,lat\nA,103.4582,22.3964\nB,22.3964,103.4582\nC,103.4583,22.3964\n");
    EXPECT_EQ(office::text(outcome.rows[1], "unit_code"), "03408");
    const auto found = office::findingsOf(outcome, "point.axes-swapped");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].row, 2);
    EXPECT_EQ(found[0].source, "a.csv");
}

TEST(Check, aRowWithoutNumbersIsLostByName) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", "ten,lon,lat\nA,103.4582,22.3964\nB,-,x\n");
    EXPECT_EQ(outcome.rows.size(), 1u);
    EXPECT_EQ(office::findingsOf(outcome, "point.no-position").size(), 1u);
    EXPECT_EQ(count(outcome, LedgerSide::In, "points"), 2);
    EXPECT_EQ(count(outcome, LedgerSide::Lost, "no-position"), 1);
}

TEST(Check, aTrackIsOneRowForEachStretchAndAWaypointOneOfItsOwn) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.gpx", track);
    ASSERT_EQ(outcome.rows.size(), 2u);
    EXPECT_EQ(office::text(outcome.rows[0], "name"), "KT-1");
    EXPECT_EQ(office::number(outcome.rows[0], "points"), 1);
    EXPECT_EQ(office::number(outcome.rows[1], "points"), 3);
    EXPECT_EQ(std::get<bool>(office::cell(outcome.rows[1], "is_track").value), true);
    EXPECT_EQ(count(outcome, LedgerSide::In, "points"), 4);
}

TEST(Check, keepsTheRunWithItsFindingsAndShowsOnlyTheNewest) {
    auto desk = office::Desk::full();
    checkedText(desk, "a.csv", oneRow("sai_so_m,ma_xa", "5,03433"));
    const auto outcome = checkedText(desk, "a.csv", oneRow("sai_so_m,ma_xa", "5,03408"));
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto runs = workspace.runs();
    ASSERT_GE(runs.size(), 2u);
    EXPECT_EQ(runs[runs.size() - 2].findings.size(), 1u);
    EXPECT_EQ(runs.back().job, "check");
    EXPECT_EQ(runs.back().ledger, outcome.ledger);
    EXPECT_EQ(desk.project().runs, (std::vector<std::int64_t>{runs.back().id}));
}

TEST(Check, canBeUndone) {
    auto desk = office::Desk::full();
    const auto before = desk.project();
    checkedText(desk, "a.gpx", track);
    EXPECT_NE(desk.project(), before);
    geo::Progress progress;
    EXPECT_EQ(app::undoChange(desk.project(), progress).project, before);
}

TEST(Check, answersWithoutKeepingWhereAnotherProgramWrites) {
    auto desk = office::Desk::full();
    auto other = layers::Workspace::open(desk.project().workspace, layers::Access::Write);
    const layers::Change change(other);
    const auto outcome = checkedText(desk, "a.csv", oneRow("sai_so_m", "5"));
    EXPECT_EQ(office::text(outcome.rows[0], "unit_code"), "03408");
    EXPECT_TRUE(outcome.project.runs.empty());
    EXPECT_EQ(outcome.summary.back().id, "check.not-kept");
}

TEST(Check, aPointOnTheOtherSideOfTheEarthIsOffAllUnits) {
    auto desk = office::Desk::full();
    const auto outcome = checkedText(desk, "a.csv", "ten,lon,lat\nA,103.4582,22.3964\nB,-97.3084,36.2926\n");
    EXPECT_EQ(office::text(outcome.rows[1], "verdict"), "outside");
    EXPECT_TRUE(isNothing(outcome.rows[1], "unit_code"));
    EXPECT_EQ(office::findingsOf(outcome, "check.off-units").size(), 1u);
}

TEST(Check, aReceiversLogFromElsewhereIsAnsweredCalmly) {
    const auto folder = std::filesystem::path(KHOANH_SOURCE_DIR) / "../shared/real/nmea";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no recordings of receivers here";
    auto desk = office::Desk::full();
    for (const char* name : {"TrimbleR1.txt", "happy.txt"}) {  // Oklahoma and Switzerland
        const auto outcome =
            checked(desk, {.file = folder / name, .crs = {}, .decimal = {}, .layerName = {}, .out = {}});
        EXPECT_EQ(office::findingsOf(outcome, "check.track-off-units").size(), 1u) << name;
        EXPECT_EQ(count(outcome, LedgerSide::Out, "outside"), count(outcome, LedgerSide::In, "points"))
            << name;
        EXPECT_LE(outcome.rows.size(), 3u) << name;
    }
}

TEST(Check, withoutCommunesThereIsNothingToHoldPointsAgainst) {
    auto desk = office::Desk::empty();
    const auto error = office::errorOf([&] { checkedText(desk, "a.csv", oneRow("sai_so_m", "5")); });
    EXPECT_EQ(error.message().id, "units.no-layer");
}
