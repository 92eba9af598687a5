// SPDX-License-Identifier: Apache-2.0
// What came back from the field is where it says, but for one point.
#include "sample-data/generator/field_work.hpp"

#include "layers/files/table_file.hpp"
#include "tests/sample-data/generator/made_themes.hpp"

namespace {

using sample::FieldVisit;
using sample::FieldWork;
using sample::test::bytesOf;
using sample::test::faultySample;
using sample::test::madeThemes;
using sample::test::truthOf;

const FieldWork& work() { return madeThemes().contents().fieldWork; }

std::string communeUnder(geo::Coordinate lonLat) {
    const auto commune = madeThemes().ground.communeAt(madeThemes().ground.toPlane(lonLat));
    return madeThemes().facts.newCommunes[commune.value()].code;
}

TEST(FieldWork, liesInTheDeclaredCommuneButForOneWaypoint) {
    std::size_t outside = 0;
    for (const auto* visits : {&work().waypoints, &work().sheet}) {
        for (const FieldVisit& visit : *visits) {
            EXPECT_EQ(communeUnder(visit.lonLat) == visit.communeCode, visit.verdict == "inside")
                << visit.name;
            outside += visit.verdict == "outside" ? 1U : 0U;
        }
    }
    EXPECT_EQ(outside, 1u);
}

TEST(FieldWork, crossesTheBorderByMoreThanItsAccuracyCanExplain) {
    const FieldVisit& visit = work().waypoints.back();
    const auto& site = madeThemes().contents().sites.models.back();
    const geo::Coordinate at = madeThemes().ground.toPlane(visit.lonLat);
    EXPECT_EQ(visit.name, site.name);
    EXPECT_GT(madeThemes().ground.toCommune_m(at, site.commune), 200);
    EXPECT_LT(sample::distance_m(at, site.at), 450);  // near enough to be meant for it
    EXPECT_DOUBLE_EQ(visit.accuracy_m, 5);
}

TEST(FieldWork, isInTruthByName) {
    const auto visits = truthOf(faultySample()).at("visits");
    EXPECT_EQ(visits.size(), work().waypoints.size() + work().sheet.size());
    EXPECT_EQ(visits.at(work().waypoints.back().name), "outside");
}

TEST(FieldFiles, writeSentencesWithTheirChecksums) {
    std::size_t sentences = 0;
    for (const auto& row : sample::test::rowsOf(bytesOf(faultySample().folder() / "may_thu.nmea"), '*')) {
        ASSERT_EQ(row.size(), 2u);
        unsigned sum = 0;
        for (const char letter : row[0].substr(1)) sum ^= static_cast<unsigned char>(letter);
        EXPECT_EQ(sum, std::stoul(row[1], nullptr, 16)) << row[0];
        ++sentences;
    }
    EXPECT_EQ(sentences, 3 * work().fixesLonLat.size());
}

TEST(FieldFiles, writeMinutesThatReadBackAsTheFix) {
    const auto rows = sample::test::rowsOf(bytesOf(faultySample().folder() / "may_thu.nmea"), ',');
    const std::string& latitude = rows[0][2];  // 2221.58805: 22 degrees and 21.58805 minutes
    const double degrees = std::stod(latitude.substr(0, 2)) + std::stod(latitude.substr(2)) / 60;
    EXPECT_NEAR(degrees, work().fixesLonLat[0].y, 1e-7);
}

TEST(FieldFiles, listTheSheetsPointsWithTheirAccuracy) {
    const layers::Table table = layers::readTable(faultySample().folder() / "diem_kiem_tra.csv");
    EXPECT_EQ(table.rows.size(), work().sheet.size());
    EXPECT_TRUE(table.schema.indexOf("sai_so_m"));
}

}  // namespace
