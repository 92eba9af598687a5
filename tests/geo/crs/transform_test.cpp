// SPDX-License-Identifier: Apache-2.0
// Coordinates come out where the State's parameters put them.
#include "geo/crs/transform.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "geo/base/error.hpp"
#include "geo/crs/vn2000.hpp"

namespace {

using geo::Coordinate;
using geo::Crs;
using geo::Transform;

constexpr double millimetre = 0.0005;  // the tables print three decimals
constexpr double centimetre = 0.005;   // or two
constexpr double millimetre_deg = 1e-8;

/// The shift of QĐ 05/2007/QĐ-BTNMT in PROJ's position-vector signs.
constexpr const char* vn2000Shift =
    " +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";

struct Vector {
    std::string from;
    std::string to;
    Coordinate in;
    Coordinate out;
    double tolerance;
    std::string source;
};

const Coordinate laiChauCity{103.4582, 22.3964};

std::vector<Vector> vectors() {
    const std::string note = "the province's notes on VN-2000: local PROJ 9.1.1 with EPSG:6960";
    const std::string tmerc = "+proj=tmerc +lat_0=0 +lon_0=103 +k=0.9996 +x_0=500000 +y_0=0 +ellps=WGS84";
    return {
        {"EPSG:4326", "EPSG:9205", laiChauCity, {546981.276, 2477623.887}, millimetre, note},
        {"EPSG:9205", "EPSG:4326", {546981.276, 2477623.887}, laiChauCity, millimetre_deg, note},
        {"EPSG:4326", "EPSG:9206", laiChauCity, {444018.61, 2477653.81}, centimetre, note},
        {"EPSG:4326", "EPSG:5897", laiChauCity, {341043.76, 2478368.66}, centimetre, note},
        {"EPSG:4326", "EPSG:3405", laiChauCity, {341091.45, 2477625.07}, centimetre, note},
        {"EPSG:4326", "EPSG:4756", laiChauCity, {103.45629508, 22.39735147}, millimetre_deg, note},
        {"EPSG:4326", tmerc + vn2000Shift, laiChauCity, {546967.18, 2476880.53}, centimetre, note},
        {"OGC:CRS84", "EPSG:9205", laiChauCity, {546981.276, 2477623.887}, millimetre, "as EPSG:4326"},
        // Two VN-2000 zones share one datum: the projections alone differ.
        {"EPSG:9205", "EPSG:9206", {546981.276, 2477623.887}, {444018.61, 2477653.81}, centimetre, note},
        {"EPSG:9205", "EPSG:3405", {546981.276, 2477623.887}, {341091.45, 2477625.07}, centimetre, note},
        // The origin of a transverse Mercator projection on its meridian, by definition.
        {"EPSG:4756", "EPSG:9205", {103, 0}, {500000, 0}, millimetre, "definition of EPSG:9205"},
    };
}

}  // namespace

TEST(Transform, bringsEveryKnownPointToItsPlace) {
    for (const Vector& vector : vectors()) {
        const Transform transform(Crs::fromText(vector.from), Crs::fromText(vector.to));
        const Coordinate moved = transform.apply(vector.in);
        EXPECT_NEAR(moved.x, vector.out.x, vector.tolerance)
            << vector.from << " to " << vector.to << ": " << vector.source;
        EXPECT_NEAR(moved.y, vector.out.y, vector.tolerance)
            << vector.from << " to " << vector.to << ": " << vector.source;
    }
}

TEST(Transform, usesTheDecreesParametersInBothDirections) {
    const Crs wgs84 = Crs::fromText("EPSG:4326");
    for (const char* vn2000 : {"EPSG:9205", "EPSG:9208", "EPSG:3405", "EPSG:4756", "EPSG:9217"}) {
        EXPECT_NE(Transform(Crs::fromText(vn2000), wgs84).operation().find("EPSG:6960"), std::string::npos)
            << vn2000;
        EXPECT_NE(Transform(wgs84, Crs::fromText(vn2000)).operation().find("EPSG:6960"), std::string::npos)
            << vn2000;
    }
    EXPECT_EQ(Transform(Crs::fromText("EPSG:9205"), wgs84).operation(), "EPSG:6960 VN-2000 to WGS 84 (2)");
}

TEST(Transform, movesAPointOfTheMekongDeltaByTheSameParameters) {
    // EPSG:5194 differs by about half a metre there; PROJ on its own may prefer it (epsg.io: Mekong Delta
    // only).
    const Transform toDegrees(Crs::fromText("EPSG:4756"), Crs::fromText("EPSG:4326"));
    const Transform toPlane(Crs::fromText("+proj=longlat +ellps=WGS84" + std::string(vn2000Shift)),
                            Crs::fromText("EPSG:4326"));
    const Coordinate canTho{105.78, 10.03};
    EXPECT_NEAR(toDegrees.apply(canTho).x, toPlane.apply(canTho).x, 1e-9);
    EXPECT_NEAR(toDegrees.apply(canTho).y, toPlane.apply(canTho).y, 1e-9);
}

TEST(Transform, givesACustomMeridianTheSameDatum) {
    const Transform transform(Crs::fromText("EPSG:4326"), geo::vn2000TransverseMercator(103, 0.9996));
    const Coordinate moved = transform.apply(laiChauCity);
    EXPECT_NEAR(moved.x, 546967.18, centimetre);
    EXPECT_NEAR(moved.y, 2476880.53, centimetre);
    EXPECT_NE(transform.operation().find("EPSG:6960"), std::string::npos);
}

TEST(Transform, overrulesAShiftCopiedWithWrongSigns) {
    // WKT 1 as circulated: rotation signs not flipped for PROJ's convention, 0.79 m off.
    const std::string datum =
        R"(DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],TOWGS84[-191.90441429,-39.30318279,)"
        R"(-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278]],PRIMEM["Greenwich",0],)";
    const std::string projection =
        R"(PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",103],)"
        R"(PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],)";
    const std::string unit = R"(UNIT["degree",0.0174532925199433])";
    const std::string withCodes = R"(PROJCS["VN-2000 / TM-3 103-00",GEOGCS["VN-2000",)" + datum + unit +
                                  R"(,AUTHORITY["EPSG","4756"]],)" + projection +
                                  R"(UNIT["metre",1],AUTHORITY["EPSG","9205"]])";
    const std::string withoutCodes =
        R"(PROJCS["Lai Chau",GEOGCS["VN-2000",)" + datum + unit + "]," + projection + R"(UNIT["metre",1]])";
    for (const std::string& copied : {withCodes, withoutCodes}) {
        const Transform transform(Crs::fromText("EPSG:4326"), Crs::fromText(copied));
        EXPECT_NEAR(transform.apply(laiChauCity).x, 546981.276, millimetre) << copied;
        EXPECT_NEAR(transform.apply(laiChauCity).y, 2477623.887, millimetre) << copied;
    }
}

TEST(Transform, isTheIdentityBetweenEqualSystems) {
    const Transform transform(Crs::fromText("EPSG:9205"), Crs::fromText("EPSG:9205"));
    EXPECT_TRUE(transform.isIdentity());
    EXPECT_EQ(transform.operation(), "");
    EXPECT_EQ(transform.apply(laiChauCity), laiChauCity);
}

TEST(Transform, movesAWholeGeometryPointByPoint) {
    const Transform transform(Crs::fromText("EPSG:4326"), Crs::fromText("EPSG:9205"));
    const geo::Geometry line = geo::Geometry::lineString({laiChauCity, {102.5, 22.0}, {103.9, 22.8}});
    const geo::Geometry moved = transform.apply(line);
    ASSERT_EQ(moved.coordinates().size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(moved.coordinates()[i], transform.apply(line.coordinates()[i]));
    }
}

TEST(Transform, namesTheCoordinateThatHasNoPlace) {
    const Transform transform(Crs::fromText("EPSG:4326"), Crs::fromText("EPSG:9205"));
    try {
        transform.apply(Coordinate{103, 922});
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message(), (geo::Message{"crs.not-transformable", {{"x", 103.0}, {"y", 922.0}}}));
    }
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(transform.apply(Coordinate{nothing, 22}), geo::Error);
    EXPECT_THROW(transform.apply(Coordinate{103, std::numeric_limits<double>::infinity()}), geo::Error);
}

TEST(Transform, refusesToGuessBetweenUnrelatedDatums) {
    const Crs unknownDatum = Crs::fromText("+proj=tmerc +lon_0=103 +k=0.9999 +x_0=500000 +ellps=WGS84");
    try {
        const Transform transform(unknownDatum, Crs::fromText("EPSG:4326"));
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "crs.no-operation");
    }
    EXPECT_THROW(Transform(Crs(), Crs::fromText("EPSG:4326")), geo::Error);
}
