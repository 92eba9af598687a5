// SPDX-License-Identifier: Apache-2.0
// Two real recordings of receivers through `check`, where they are at hand: whole, and cut at any byte.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "app/jobs/check.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

namespace fs = std::filesystem;

fs::path recordings() {
    const char* const told = std::getenv("KHOANH_REAL_DATA");
    const fs::path real = told != nullptr ? fs::path(told) : fs::path(KHOANH_SOURCE_DIR).parent_path() / "shared/real";
    return real / "nmea";
}

/// How many sentences of a kind a file has, by their letters alone.
std::int64_t sentencesIn(const std::string& bytes, const std::string& kind) {
    std::int64_t count = 0;
    for (std::size_t at = bytes.find(kind); at != std::string::npos; at = bytes.find(kind, at + 1)) ++count;
    return count;
}

app::Outcome checked(const office::Desk& desk, const fs::path& file, const std::string& out = {}) {
    app::CheckRequest request;
    request.file = file;
    if (!out.empty()) request.out = desk / out;
    geo::Progress progress;
    return app::checkPoints(desk.project(), request, {office::words()}, progress);
}

std::int64_t pointsIn(const app::Outcome& outcome) {
    return outcome.ledger.in.empty() ? -1 : outcome.ledger.in.front().count;
}

class Recordings : public testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        if (!fs::exists(file())) GTEST_SKIP() << "no recordings here: name real data in KHOANH_REAL_DATA";
    }
    fs::path file() const { return recordings() / GetParam(); }
};

}  // namespace

TEST_P(Recordings, giveAPointForEveryFixAllOfThemFarFromHere) {
    const auto desk = office::Desk::full();
    const auto outcome = checked(desk, file());
    // Every GGA of both has a fix: `awk -F, '/GGA/{print $7}'` counts 1 and 2 only.
    EXPECT_EQ(pointsIn(outcome), sentencesIn(office::bytesOf(file()), "GGA,"));
    for (const app::Row& row : outcome.rows) EXPECT_EQ(office::text(row, "verdict"), "outside");
}

TEST_P(Recordings, areWrittenAsLayerTableAndWaypoints) {
    const auto desk = office::Desk::full();
    for (const char* name : {"out.gpx", "out.gpkg", "out.csv", "out.xlsx", "out.geojson"}) {
        checked(desk, file(), name);
        EXPECT_TRUE(fs::exists(desk / name)) << name;
    }
    EXPECT_EQ(sentencesIn(office::bytesOf(desk / "out.gpx"), "<wpt "),
              sentencesIn(office::bytesOf(file()), "GGA,"));
}

TEST_P(Recordings, cutAtAnyByteKeepWhatCameBefore) {
    const auto desk = office::Desk::full();
    const std::string whole = office::bytesOf(file());
    std::mt19937 dice(11);
    for (int i = 0; i < 12; ++i) {
        const std::string part = whole.substr(0, 600 + dice() % (whole.size() - 600));
        office::writeBytes(desk / "cut.nmea", part);
        const auto fixes = sentencesIn(part, "GGA,");
        const auto points = pointsIn(checked(desk, desk / "cut.nmea"));
        // The sentence that was cut is none; other kinds may tell of its moment.
        EXPECT_GE(points, fixes - 1) << part.size();
        EXPECT_LE(points, fixes + 1) << part.size();
    }
}

INSTANTIATE_TEST_SUITE_P(Receivers, Recordings, testing::Values("TrimbleR1.txt", "happy.txt"));
