// SPDX-License-Identifier: Apache-2.0
// Dates are read strictly and written in ISO 8601.
#include "geo/base/date.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"

TEST(Date, standsForTheLastDayWhenOnlyAYearIsGiven) {
    EXPECT_EQ(geo::parseDate("2024"), (geo::Date{2024, 12, 31}));
}

TEST(Date, refusesADayTheCalendarDoesNotHave) {
    EXPECT_EQ(geo::parseDate("2025-02-29"), std::nullopt);
    EXPECT_NE(geo::parseDate("2024-02-29"), std::nullopt);
}

TEST(Date, refusesTextThatIsNotIso) {
    for (const char* text : {"", "1/7/2025", "2025-7-1", "20250701", "2025-07-01T00", "abcd", "+025"}) {
        EXPECT_EQ(geo::parseDate(text), std::nullopt) << text;
    }
}

TEST(Date, namesTheTextItCannotRead) {
    try {
        geo::requireDate("hôm nay");
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message(), (geo::Message{"date.invalid", {{"text", "hôm nay"}}}));
    }
}

TEST(Date, writesWhatItReads) { EXPECT_EQ(geo::isoText(geo::requireDate("2025-07-01")), "2025-07-01"); }
