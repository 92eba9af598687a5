// SPDX-License-Identifier: Apache-2.0
// Places found by a name without accents, coordinates by any of their writings.
#include "app/jobs/place_search.hpp"

#include <gtest/gtest.h>

using app::CoordinateReading;
using app::FoundPlace;
using app::PlaceIndex;
using app::readTypedCoordinate;

namespace {

FoundPlace commune(const std::string& name) { return {.name = name, .kind = layers::Kind::Communes}; }

std::vector<std::string> namesOf(const std::vector<FoundPlace>& places) {
    std::vector<std::string> names;
    for (const FoundPlace& place : places) names.push_back(place.name);
    return names;
}

using Names = std::vector<std::string>;

void expectDegrees(const char* text, double lat, double lon) {
    const auto typed = readTypedCoordinate(text);
    ASSERT_TRUE(typed) << text;
    EXPECT_EQ(typed->reading, CoordinateReading::LatitudeLongitude) << text;
    EXPECT_NEAR(typed->at.x, lon, 1e-9) << text;
    EXPECT_NEAR(typed->at.y, lat, 1e-9) << text;
}

void expectPlane(const char* text, double north, double east) {
    const auto typed = readTypedCoordinate(text);
    ASSERT_TRUE(typed) << text;
    EXPECT_EQ(typed->reading, CoordinateReading::NorthEast) << text;
    EXPECT_NEAR(typed->at.x, east, 1e-6) << text;
    EXPECT_NEAR(typed->at.y, north, 1e-6) << text;
}

}  // namespace

TEST(PlaceIndex, findsNamesTypedWithoutAccentsAndKeepsAllThatDifferByAccentsOnly) {
    const PlaceIndex index({commune("Xã Nậm Cha"), commune("Xã Nậm Chà"), commune("Xã Bum Tở")});
    EXPECT_EQ(namesOf(index.find("nam cha", 9)), (Names{"Xã Nậm Cha", "Xã Nậm Chà"}));
    EXPECT_EQ(namesOf(index.find("BUM TO", 9)), (Names{"Xã Bum Tở"}));
}

TEST(PlaceIndex, putsNamesThatBeginWithWhatWasTypedFirst) {
    const PlaceIndex index({commune("Xã Khun Há"), commune("Xã Há Xã"), commune("Phường Tân Phong")});
    EXPECT_EQ(namesOf(index.find("ha", 9)).front(), "Xã Há Xã");
}

TEST(PlaceIndex, findsNothingForNothing) {
    const PlaceIndex index({commune("Xã Bum Tở")});
    EXPECT_TRUE(index.find("", 9).empty());
    EXPECT_TRUE(index.find("  ", 9).empty());
    EXPECT_TRUE(index.find("zzz", 9).empty());
}

TEST(ReadTypedCoordinate, knowsDecimalDegreesWithPointOrCommaInEitherOrder) {
    expectDegrees("22.3964 103.4582", 22.3964, 103.4582);
    expectDegrees("22,3964; 103,4582", 22.3964, 103.4582);
    expectDegrees("103.4582, 22.3964", 22.3964, 103.4582);
    expectDegrees("22.3964°B 103.4582°Đ", 22.3964, 103.4582);
}

TEST(ReadTypedCoordinate, knowsMinutesAndSeconds) {
    expectDegrees("22°23'47\"B 103°27'30\"Đ", 22 + 23.0 / 60 + 47.0 / 3600, 103 + 27.0 / 60 + 30.0 / 3600);
    expectDegrees("103°27′30″E 22°23′47″N", 22 + 23.0 / 60 + 47.0 / 3600, 103 + 27.0 / 60 + 30.0 / 3600);
    expectDegrees("22°23.5'N 103°27.25'E", 22 + 23.5 / 60, 103 + 27.25 / 60);
}

TEST(ReadTypedCoordinate, takesTheLargerNumberOfMetresForTheNorthing) {
    expectPlane("2477623.9 546981.3", 2477623.9, 546981.3);
    expectPlane("2.477.623,9 546.981,3", 2477623.9, 546981.3);
    expectPlane("546981.3 2477623.9", 2477623.9, 546981.3);
}

TEST(ReadTypedCoordinate, takesThreeDecimalsForDegreesAndTwoGroupsForMetres) {
    expectDegrees("22.396 103.458", 22.396, 103.458);
    expectDegrees("22.396°B 103.458°Đ", 22.396, 103.458);
    expectDegrees("103.458, 22.396", 22.396, 103.458);
    expectPlane("2.477.623 546.981", 2477623, 546981);
    expectPlane("546.981,3 2.477.623,9", 2477623.9, 546981.3);
}

TEST(ReadTypedCoordinate, refusesWhatIsNoPair) {
    for (const char* text : {"", "Bum Tở", "22.3964", "1 2 3", "200 300", "22°23'47\"B"}) {
        EXPECT_FALSE(readTypedCoordinate(text)) << text;
    }
}
