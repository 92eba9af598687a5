// SPDX-License-Identifier: Apache-2.0
// Numbers without a coordinate system suggest the systems they could be in.
#include "geo/crs/vn2000.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"

namespace {

const geo::Extent laiChau{102.32, 21.69, 103.98,
                          22.82};  // longitude and latitude, the province's bounding box

std::vector<std::string> codes(const std::vector<geo::CrsCandidate>& candidates) {
    std::vector<std::string> found;
    for (const auto& candidate : candidates) {
        const bool isExchanged = candidate.axes == geo::AxesRead::Exchanged;
        found.push_back(geo::optionFor(candidate.crs) + (isExchanged ? " exchanged" : ""));
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
    EXPECT_TRUE(has(in103, "EPSG:9205"));
    EXPECT_FALSE(has(in103, "EPSG:3405"));
    EXPECT_TRUE(has(in105, "EPSG:3405"));
    EXPECT_TRUE(has(in105, "EPSG:5897"));
    EXPECT_FALSE(has(in105, "EPSG:9205"));
}

TEST(CandidatesFor, neverDecidesBetweenTwoScalesOnOneMeridian) {
    const auto found = codes(candidatesFor({429233, 2399495, 600818, 2523906}, laiChau));
    EXPECT_TRUE(has(found, "EPSG:9205"));
    EXPECT_TRUE(has(found, "VN2000:103:0.9996"));
}

TEST(CandidatesFor, namesBothMeridiansForOneCommuneThatFitsBoth) {
    const geo::Extent commune{460000, 2440000, 480000, 2460000};
    const auto found = codes(candidatesFor(commune, laiChau));
    EXPECT_TRUE(has(found, "EPSG:9205"));
    EXPECT_GT(found.size(), 2U);
}

TEST(CandidatesFor, namesBothDatumsForDegrees) {
    const auto found = codes(candidatesFor({102.4, 21.8, 103.9, 22.7}, laiChau));
    EXPECT_EQ(found.size(), 2U);
    EXPECT_TRUE(has(found, "EPSG:4326"));
    EXPECT_TRUE(has(found, "EPSG:4756"));
}

TEST(CandidatesFor, seesNorthingWrittenFirst) {
    const auto found = codes(candidatesFor({2399495, 429233, 2523906, 600818}, laiChau));
    EXPECT_TRUE(has(found, "EPSG:9205 exchanged"));
}

TEST(CandidatesFor, findsNothingForNumbersFromElsewhere) {
    EXPECT_TRUE(candidatesFor({0, 0, 10, 10}, laiChau).empty());
    EXPECT_TRUE(candidatesFor({}, laiChau).empty());
}

TEST(CandidatesFor, putsNoSystemTwice) {
    // The province in EPSG:3405, whose meridian the 3° zone of 105° shares.
    const auto found = codes(candidatesFor({222295, 2401024, 395536, 2523174}, laiChau));
    for (const std::string& code : found) EXPECT_EQ(std::count(found.begin(), found.end(), code), 1) << code;
    EXPECT_TRUE(has(found, "EPSG:32648"));
}

namespace {

const geo::Coordinate laiChauCity{103.4582, 22.3964};
// EPSG:9205 by EPSG:6960, from the notes on VN-2000.
const geo::Coordinate rightly{546981.276, 2477623.887};

geo::Coordinate cityIn(const geo::Crs& crs) {
    return geo::Transform(geo::Crs::fromText("EPSG:4326"), crs).apply(laiChauCity);
}

double apart(geo::Coordinate a, geo::Coordinate b) { return std::hypot(a.x - b.x, a.y - b.y); }

geo::CrsCandidate tm3() { return {geo::Crs::fromText("EPSG:9205")}; }

}  // namespace

TEST(DatumFaults, ofAMissingShiftAre223Metres) {
    const auto city = cityIn(geo::unshifted(tm3()).value().crs);
    EXPECT_NEAR(city.x - rightly.x, 196.5, 0.05);  // the notes on VN-2000
    EXPECT_NEAR(city.y - rightly.y, -104.8, 0.05);
}

TEST(DatumFaults, ofTurnedRotationsAre79Centimetres) {
    const auto city = cityIn(geo::withRotationSignsTurned(tm3()).value().crs);
    EXPECT_NEAR(apart(city, rightly), 0.79, 0.005);  // the notes on VN-2000
}

TEST(DatumFaults, ofTurnedRotationsAreUndoneInDegreesToo) {
    // VN-2000 brought to degrees by a text as circulated, its rotations not turned for PROJ.
    const auto circulated = geo::Crs::fromText(
        "+proj=tmerc +lon_0=103 +k=0.9999 +x_0=500000 +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,"
        "-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278");
    const auto degrees = geo::Transform(circulated, geo::Crs::fromText("EPSG:4326")).apply(rightly);
    const auto reading = geo::withRotationSignsTurned({geo::Crs::fromText("EPSG:4326")}).value();
    const geo::Transform mended(reading.crs, geo::Crs::fromText("EPSG:9205"));
    EXPECT_LT(apart(mended.apply(degrees), rightly), 0.002);  // no heights: a millimetre is lost
}

TEST(DatumFaults, areOfVn2000Alone) {
    EXPECT_FALSE(geo::unshifted({geo::Crs::fromText("EPSG:4326")}));
    EXPECT_FALSE(geo::unshifted({geo::Crs::fromText("EPSG:32648")}));
    EXPECT_FALSE(geo::unshifted({geo::Crs::fromText("EPSG:3405")})) << "EPSG:32648 is it";
    EXPECT_FALSE(geo::withRotationSignsTurned({geo::Crs::fromText("EPSG:32648")}));
}

TEST(CrsOption, namesAProjectionWithoutCode) {
    const auto administrative = geo::crsFromOption("VN2000:103:0.9996");
    EXPECT_TRUE(administrative == geo::vn2000TransverseMercator(103, 0.9996));
    EXPECT_LT(apart(cityIn(administrative), {546967.18, 2476880.53}), 0.01);  // the notes on VN-2000
    EXPECT_TRUE(geo::crsFromOption("WGS84:104.75:0.9999") == geo::wgs84TransverseMercator(104.75, 0.9999));
    EXPECT_EQ(geo::crsFromOption("EPSG:9205").code(), "EPSG:9205");
}

TEST(CrsOption, readsBackWhatItWrites) {
    for (const char* const option : {"EPSG:9208", "VN2000:104.75:0.9996", "WGS84:103:0.9999"}) {
        EXPECT_EQ(geo::optionFor(geo::crsFromOption(option)), option);
    }
    // Another false easting has no short text.
    const auto shifted = geo::Crs::fromText("+proj=tmerc +lon_0=103 +k=0.9999 +x_0=0 +datum=WGS84");
    EXPECT_TRUE(geo::crsFromOption(geo::optionFor(shifted)) == shifted);
}

TEST(CrsOption, refusesWhatIsNoProjection) {
    for (const char* const text :
         {"VN2000:", "VN2000:103", "VN2000:103:", "VN2000:103:0.9996x", "VN2000:103:1e9", "VN2000:nan:0.9996",
          "WGS84:900:0.9996", "VN2001:103:0.9996", ""}) {
        EXPECT_THROW(geo::crsFromOption(text), geo::Error) << text;
    }
}
