// SPDX-License-Identifier: Apache-2.0
// Numbers without a coordinate system suggest the systems they could be in.
#include "geo/crs/vn2000.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace {

const geo::Extent laiChau{102.32, 21.69, 103.98,
                          22.82};  // longitude and latitude, the province's bounding box

std::vector<std::string> codes(const std::vector<geo::CrsCandidate>& candidates) {
    std::vector<std::string> found;
    for (const auto& candidate : candidates) {
        const std::string& code = candidate.crs.code();
        found.push_back((code.empty() ? candidate.crs.name() : code) + " " + candidate.reasonId);
    }
    return found;
}

bool has(const std::vector<std::string>& found, const std::string& wanted) {
    return std::find(found.begin(), found.end(), wanted) != found.end();
}

}  // namespace

TEST(CandidatesFor, tellsTheTwoZonesOfTheProvinceApart) {
    // Bounding boxes of the province in both systems, from the notes on VN-2000.
    const auto in103 = codes(candidatesFor({429233, 2399495, 600818, 2523906}, laiChau));
    const auto in105 = codes(candidatesFor({222295, 2401024, 395536, 2523174}, laiChau));
    EXPECT_TRUE(has(in103, "EPSG:9205 crs.fits"));
    EXPECT_FALSE(has(in103, "EPSG:3405 crs.fits"));
    EXPECT_TRUE(has(in105, "EPSG:3405 crs.fits"));
    EXPECT_TRUE(has(in105, "EPSG:5897 crs.fits"));
    EXPECT_FALSE(has(in105, "EPSG:9205 crs.fits"));
}

TEST(CandidatesFor, neverDecidesBetweenTwoScalesOnOneMeridian) {
    const auto found = codes(candidatesFor({429233, 2399495, 600818, 2523906}, laiChau));
    EXPECT_TRUE(has(found, "EPSG:9205 crs.fits"));
    EXPECT_TRUE(has(found, "VN-2000 / TM 103 k 0.9996 crs.fits"));
}

TEST(CandidatesFor, namesBothMeridiansForOneCommuneThatFitsBoth) {
    const geo::Extent commune{460000, 2440000, 480000, 2460000};
    const auto found = codes(candidatesFor(commune, laiChau));
    EXPECT_TRUE(has(found, "EPSG:9205 crs.fits"));
    EXPECT_GT(found.size(), 2U);
}

TEST(CandidatesFor, namesBothDatumsForDegrees) {
    const auto found = codes(candidatesFor({102.4, 21.8, 103.9, 22.7}, laiChau));
    EXPECT_EQ(found.size(), 2U);
    EXPECT_TRUE(has(found, "EPSG:4326 crs.fits"));
    EXPECT_TRUE(has(found, "EPSG:4756 crs.fits"));
}

TEST(CandidatesFor, seesNorthingWrittenFirst) {
    const auto found = codes(candidatesFor({2399495, 429233, 2523906, 600818}, laiChau));
    EXPECT_TRUE(has(found, "EPSG:9205 crs.fits-swapped"));
}

TEST(CandidatesFor, findsNothingForNumbersFromElsewhere) {
    EXPECT_TRUE(candidatesFor({0, 0, 10, 10}, laiChau).empty());
    EXPECT_TRUE(candidatesFor({}, laiChau).empty());
}
