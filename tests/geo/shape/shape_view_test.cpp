// SPDX-License-Identifier: Apache-2.0
// Blobs of every dialect are read where they lie.
#include "geo/shape/shape_view.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "geo/base/error.hpp"
#include "geo/shape/wkb.hpp"
#include "tests/geo/shape/samples.hpp"

using geo::Geometry;
using geo::GeometryKind;
using geo::ShapeView;
using samples::bytesFromHex;

namespace {

std::string faultOf(const std::vector<std::byte>& blob) {
    try {
        ShapeView::ofWkb(blob);
        return "none";
    } catch (const geo::Error& error) {
        return error.what();
    }
}

}  // namespace

TEST(ShapeView, readsBackWhatWasWrittenInEveryDialect) {
    for (const Geometry& geometry : samples::oneOfEachKind()) {
        EXPECT_EQ(ShapeView::ofWkb(toWkb(geometry)).toGeometry(), geometry);
        EXPECT_EQ(ShapeView::ofSpatialite(toSpatialite(geometry, 9205)).toGeometry(), geometry);
        EXPECT_EQ(ShapeView::ofGeoPackage(toGeoPackage(geometry, 9205)).toGeometry(), geometry);
    }
}

TEST(ShapeView, readsBackEmptyGeometriesOfEveryKind) {
    for (const auto kind :
         {GeometryKind::Empty, GeometryKind::Point, GeometryKind::Polygon, GeometryKind::MultiPolygon}) {
        const Geometry nothing(kind);
        EXPECT_EQ(ShapeView::ofWkb(toWkb(nothing)).toGeometry(), nothing);
        EXPECT_EQ(ShapeView::ofSpatialite(toSpatialite(nothing, 1)).toGeometry(), nothing);
        EXPECT_EQ(ShapeView::ofGeoPackage(toGeoPackage(nothing, 1)).toGeometry(), nothing);
        EXPECT_TRUE(ShapeView::ofGeoPackage(toGeoPackage(nothing, 1)).envelope().isEmpty());
    }
}

TEST(ShapeView, knowsTheSridAndTheEnvelopeOfItsBlob) {
    const Geometry polygon = samples::polygonWithHole();
    const auto spatialite = toSpatialite(polygon, 9205);
    const auto geoPackage = toGeoPackage(polygon, 3405);
    EXPECT_EQ(ShapeView::ofSpatialite(spatialite).srid(), 9205);
    EXPECT_EQ(ShapeView::ofGeoPackage(geoPackage).srid(), 3405);
    for (const auto& view : {ShapeView::ofSpatialite(spatialite), ShapeView::ofGeoPackage(geoPackage)}) {
        EXPECT_EQ(view.envelope(), (geo::Extent{0, 0, 10, 10}));
    }
    const auto wkb = toWkb(polygon);
    EXPECT_EQ(ShapeView::ofWkb(wkb).envelope(), (geo::Extent{0, 0, 10, 10}));
    EXPECT_EQ(ShapeView::ofWkb(wkb).srid(), std::nullopt);
}

TEST(ShapeView, readsBigEndianWkb) {
    // POINT (1 2), written by hand from OGC 06-103r4 §8.
    const auto blob = bytesFromHex(
        "0000000001"
        "3FF0000000000000"
        "4000000000000000");
    EXPECT_EQ(ShapeView::ofWkb(blob).toGeometry(), Geometry::point({1, 2}));
}

TEST(ShapeView, readsPartsOfMixedByteOrder) {
    // MULTIPOINT (1 2, 1 2): the whole big-endian, the second point little-endian.
    const auto blob = bytesFromHex(
        "0000000004"
        "00000002"
        "0000000001"
        "3FF0000000000000"
        "4000000000000000"
        "0101000000"
        "000000000000F03F"
        "0000000000000040");
    const Geometry expected = samples::multi(GeometryKind::MultiPoint, {{{1, 2}}, {{1, 2}}});
    EXPECT_EQ(ShapeView::ofWkb(blob).toGeometry(), expected);
}

TEST(ShapeView, skipsHeightsAndMeasures) {
    const std::string xy =
        "000000000000F03F"
        "0000000000000040";
    const std::string z = "0000000000000840";
    const Geometry expected = Geometry::point({1, 2});
    EXPECT_EQ(ShapeView::ofWkb(bytesFromHex("01E9030000" + xy + z)).toGeometry(), expected);  // ISO Z: 1001
    EXPECT_EQ(ShapeView::ofWkb(bytesFromHex("01D1070000" + xy + z)).toGeometry(), expected);  // ISO M: 2001
    EXPECT_EQ(ShapeView::ofWkb(bytesFromHex("01B90B0000" + xy + z + z)).toGeometry(),
              expected);                                                                      // ISO ZM: 3001
    EXPECT_EQ(ShapeView::ofWkb(bytesFromHex("0101000080" + xy + z)).toGeometry(), expected);  // EWKB Z
    EXPECT_EQ(ShapeView::ofWkb(bytesFromHex("01010000C0" + xy + z + z)).toGeometry(), expected);  // EWKB ZM
}

TEST(ShapeView, readsTheSridOfEwkb) {
    const auto blob = bytesFromHex(
        "0101000020"
        "F5230000"
        "000000000000F03F"
        "0000000000000040");
    EXPECT_EQ(ShapeView::ofWkb(blob).srid(), 9205);
    EXPECT_EQ(ShapeView::ofWkb(blob).toGeometry(), Geometry::point({1, 2}));
}

TEST(ShapeView, readsABlobThatSpatialiteWrote) {
    // SELECT hex(MakePoint(1, 2, 9205)) in SpatiaLite 5.0.1.
    const auto blob = bytesFromHex(
        "0001F5230000000000000000F03F0000000000000040000000000000F03F0000000000000040"
        "7C01000000000000000000F03F0000000000000040FE");
    const ShapeView view = ShapeView::ofSpatialite(blob);
    EXPECT_EQ(view.toGeometry(), Geometry::point({1, 2}));
    EXPECT_EQ(toSpatialite(Geometry::point({1, 2}), 9205), blob);
}

TEST(ShapeView, readsAndWritesAMultiPolygonAsSpatialiteDoes) {
    // SELECT hex(GeomFromText('MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0),(4 4,4 6,6 6,6 4,4 4)),
    // ((20 0,30 0,25 7.5,20 0)))', 9205)) in SpatiaLite 5.0.1.
    const auto blob = bytesFromHex(
        "0001F5230000000000000000000000000000000000000000000000003E4000000000000024407C0600000002000000690300"
        "00000200"
        "0000050000000000000000000000000000000000000000000000000024400000000000000000000000000000244000000000"
        "00002440"
        "0000000000000000000000000000244000000000000000000000000000000000050000000000000000001040000000000000"
        "10400000"
        "0000000010400000000000001840000000000000184000000000000018400000000000001840000000000000104000000000"
        "00001040"
        "000000000000104069030000000100000004000000000000000000344000000000000000000000000000003E400000000000"
        "00000000"
        "000000000039400000000000001E4000000000000034400000000000000000FE");
    EXPECT_EQ(ShapeView::ofSpatialite(blob).toGeometry(), samples::multiPolygon());
    EXPECT_EQ(toSpatialite(samples::multiPolygon(), 9205), blob);
}

TEST(ShapeView, readsBlobsThatDoNotBeginOnAWordBorder) {
    for (const Geometry& geometry : samples::oneOfEachKind()) {
        std::vector<std::byte> shifted{std::byte{0}};
        appendWkb(shifted, geometry);
        EXPECT_EQ(ShapeView::ofWkb(std::span(shifted).subspan(1)).toGeometry(), geometry);
    }
}

TEST(ShapeView, closesARingThatTheBlobLeftOpen) {
    Geometry open(GeometryKind::Polygon);
    open.beginPart();
    samples::addRing(open, {{0, 0}, {1, 0}, {0, 1}});
    const auto blob = toWkb(open);
    EXPECT_EQ(ShapeView::ofWkb(blob).toGeometry(), Geometry::polygon({{0, 0}, {1, 0}, {0, 1}}));
}

TEST(ShapeView, keepsCoordinatesThatAreNoNumbers) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto blob =
        toWkb(Geometry::lineString({{0, 0}, {nan, 1}, {std::numeric_limits<double>::infinity(), 2}}));
    const Geometry read = ShapeView::ofWkb(blob).toGeometry();
    ASSERT_EQ(read.coordinates().size(), 3U);
    EXPECT_TRUE(std::isnan(read.coordinates()[1].x));
    EXPECT_FALSE(hasFiniteCoordinates(read));
}

TEST(ShapeView, visitsPathsPartByPart) {
    const auto blob = toWkb(samples::multiPolygon());
    std::vector<bool> starts;
    ShapeView::ofWkb(blob).forEachPath(
        [&](const geo::PathView&, bool startsPart) { starts.push_back(startsPart); });
    EXPECT_EQ(starts, (std::vector<bool>{true, false, true}));
}

TEST(ShapeView, namesTheKindItDoesNotRead) {
    EXPECT_EQ(faultOf(bytesFromHex("010A00000000000000")),
              "shape.kind-unsupported kind=10");  // curve polygon
    EXPECT_EQ(faultOf(bytesFromHex("010700000001000000")),
              "shape.kind-unsupported kind=7");                              // a full collection
    EXPECT_EQ(faultOf(bytesFromHex("0200000001")), "shape.blob-malformed");  // no byte order
}

TEST(ToWkb, refusesASingleKindWithSeveralParts) {
    Geometry wrong(GeometryKind::Polygon);
    for (int part = 0; part < 2; ++part) {
        wrong.beginPart();
        samples::addRing(wrong, {{0, 0}, {1, 0}, {0, 1}, {0, 0}});
    }
    EXPECT_THROW(toWkb(wrong), geo::Error);
}
