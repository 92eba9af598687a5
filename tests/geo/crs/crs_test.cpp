// SPDX-License-Identifier: Apache-2.0
// A CRS is read from what people and files write, and means the same however it was written.
#include "geo/crs/crs.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"

namespace {
using geo::Crs;
}

TEST(Crs, isReadFromACodeInAnyCaseOrFromTheNumberAlone) {
    const Crs expected = Crs::fromText("EPSG:9205");
    EXPECT_EQ(expected.code(), "EPSG:9205");
    EXPECT_EQ(expected.epsg(), 9205);
    EXPECT_EQ(expected.name(), "VN-2000 / TM-3 103-00");
    for (const char* text : {"epsg:9205", "9205", " EPSG:9205\n", "urn:ogc:def:crs:EPSG::9205"}) {
        EXPECT_EQ(Crs::fromText(text).code(), "EPSG:9205") << text;
        EXPECT_EQ(Crs::fromText(text), expected) << text;
    }
}

TEST(Crs, knowsItsMeridianAndWhetherItIsGeographic) {
    EXPECT_EQ(Crs::fromText("EPSG:9208").centralMeridian_deg(), 104.75);
    EXPECT_EQ(Crs::fromText("EPSG:3405").centralMeridian_deg(), 105.0);
    EXPECT_FALSE(Crs::fromText("EPSG:9205").isGeographic());
    EXPECT_TRUE(Crs::fromText("EPSG:4756").isGeographic());
    EXPECT_EQ(Crs::fromText("EPSG:4756").centralMeridian_deg(), std::nullopt);
}

TEST(Crs, survivesItsOwnWkt) {
    for (const char* text : {"EPSG:9205", "EPSG:4326", "EPSG:3405", "OGC:CRS84"}) {
        const Crs crs = Crs::fromText(text);
        EXPECT_EQ(Crs::fromText(crs.wkt()), crs) << text;
        EXPECT_EQ(Crs::fromText(crs.wkt()).code(), crs.code()) << text;
    }
}

TEST(Crs, isRecognisedFromTheDialectOfShapefiles) {
    for (const char* text : {"EPSG:9205", "EPSG:9208", "EPSG:3405", "EPSG:4326"}) {
        EXPECT_EQ(Crs::fromText(Crs::fromText(text).esriWkt()).code(), text);
    }
    EXPECT_NE(Crs::fromText("EPSG:9205").esriWkt().find("D_Vietnam_2000"), std::string::npos);
}

TEST(Crs, equalsAnotherSpellingOfTheSame) {
    EXPECT_EQ(Crs::fromText("EPSG:4326"), Crs::fromText("OGC:CRS84"));
    EXPECT_NE(Crs::fromText("EPSG:9205"), Crs::fromText("EPSG:9206"));
    EXPECT_NE(Crs::fromText("EPSG:4326"), Crs::fromText("EPSG:4756"));
    EXPECT_NE(Crs::fromText("EPSG:4326"), Crs());
    EXPECT_EQ(Crs(), Crs());
}

TEST(Crs, refusesTextThatIsNone) {
    for (const char* text :
         {"", "EPSG:", "EPSG:999999", "EPSG:6960", "kinh tuyến 103", "+proj=nothing", "{}", "-9205"}) {
        try {
            Crs::fromText(text);
            FAIL() << text;
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.kind(), geo::ErrorKind::Usage);
            EXPECT_EQ(error.message(), (geo::Message{"crs.unknown", {{"text", text}}}));
        }
    }
}

TEST(Crs, knowsTheDegreesItIsMadeOf) {
    EXPECT_EQ(Crs::fromText("EPSG:9205").geographicBase().code(), "EPSG:4756");
    EXPECT_EQ(Crs::fromText("EPSG:3405").geographicBase().code(), "EPSG:4756");
    EXPECT_EQ(Crs::fromText("EPSG:32648").geographicBase().code(), "EPSG:4326");
    EXPECT_EQ(Crs::fromText("EPSG:4756").geographicBase().code(), "EPSG:4756");
    EXPECT_EQ(Crs::fromText("EPSG:9205+5773").geographicBase().code(), "EPSG:4756");  // with heights
    EXPECT_FALSE(Crs::fromText("EPSG:4978").geographicBase().isKnown());              // geocentric
    EXPECT_FALSE(Crs().geographicBase().isKnown());
}

TEST(Crs, knowsItsEllipsoid) {
    EXPECT_NEAR(Crs::fromText("EPSG:9205").ellipsoid().semiMajor_m, 6'378'137, 1e-6);
    EXPECT_NEAR(1 / Crs::fromText("EPSG:9205").ellipsoid().flattening, 298.257223563, 1e-9);
    EXPECT_NEAR(Crs::fromText("EPSG:4147").ellipsoid().semiMajor_m, 6'378'245,
                1e-6);  // Hanoi 1972: Krassowsky
    EXPECT_EQ(Crs::fromText("+proj=longlat +R=6371000").ellipsoid(), (geo::Ellipsoid{6'371'000, 0}));
    EXPECT_EQ(Crs().ellipsoid(), geo::Ellipsoid());
}
