// SPDX-License-Identifier: Apache-2.0
// KML, KMZ and GPX files as layers.
#include <cpl_vsi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/layers/files/sample_files.hpp"

namespace {

using layers::Value;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

std::string kml(const std::string& inside) {
    return R"(<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>tài liệu</name>)" +
           inside + "</Document></kml>\n";
}
std::string folderOf(const std::string& name, const std::string& inside) {
    return "<Folder><name>" + name + "</name>" + inside + "</Folder>";
}
std::string placemark(const std::string& name, const std::string& sector, const std::string& shape) {
    return "<Placemark><name>" + name + "</name><ExtendedData><Data name=\"linh_vuc\"><value>" + sector +
           "</value></Data></ExtendedData>" + shape + "</Placemark>";
}
const std::string point = "<Point><coordinates>103.45,22.4,950</coordinates></Point>";
const std::string square =
    "<Polygon><outerBoundaryIs><LinearRing><coordinates>103,22 103,23 104,23 "
    "103,22</coordinates></LinearRing>"
    "</outerBoundaryIs></Polygon>";

std::vector<std::string> fieldsOf(const layers::FeatureStream& stream) {
    std::vector<std::string> names;
    for (const auto& field : stream.schema.fields()) names.push_back(field.name);
    return names;
}

Value valueAt(const sample::Read& read, std::size_t row, const char* field) {
    return read.features.at(row).values.at(read.stream.schema.indexOf(field).value());
}

TEST(Kml, givesNamesAndExtendedDataAsColumnsInWgs84) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.kml",
                       kml(placemark("Mỏ sắt", "IX", point) + placemark("Mỏ đá", "X", point)));

    const auto read = sample::readAll(folder / "a.kml");

    EXPECT_THAT(fieldsOf(read.stream), ElementsAre("name", "linh_vuc"));
    EXPECT_EQ(read.stream.kind, geo::GeometryKind::Point);
    EXPECT_EQ(read.stream.crs->code(), "EPSG:4326");
    EXPECT_EQ(read.stream.count, 2);
    EXPECT_EQ(valueAt(read, 0, "name"), Value{std::string("Mỏ sắt")});
    EXPECT_EQ(valueAt(read, 1, "linh_vuc"), Value{std::string("X")});
    EXPECT_EQ(read.features[0].geometry.coordinates()[0], (geo::Coordinate{103.45, 22.4}));
    EXPECT_EQ(read.features[1].sourceRow, 2);
}

TEST(Kml, saysWhoNamedItsCrs) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.kml", kml(placemark("a", "b", point)));

    const auto source = layers::LayerSource::open(folder / "a.kml", {});

    EXPECT_EQ(source.crsFrom(), "file");
    EXPECT_EQ(source.record().crs, "EPSG:4326");
}

TEST(Kml, readsFoldersOfOneSortAsOne) {
    const sample::Folder folder;
    const std::string other =
        "<Placemark><name>ba</name><ExtendedData><Data name=\"giai_doan\"><value>2</value></Data>"
        "</ExtendedData>" +
        point + "</Placemark>";
    sample::writeBytes(folder / "các mỏ.kml", kml(folderOf("Huyện A", placemark("một", "IX", point)) +
                                                  folderOf("trống", "") + folderOf("Huyện B", other)));

    const auto read = sample::readAll(folder / "các mỏ.kml");

    ASSERT_EQ(read.features.size(), 2u);
    EXPECT_THAT(fieldsOf(read.stream), testing::UnorderedElementsAre("name", "linh_vuc", "giai_doan"));
    EXPECT_EQ(valueAt(read, 0, "linh_vuc"), Value{std::string("IX")});
    EXPECT_EQ(valueAt(read, 0, "giai_doan"), Value{});
    EXPECT_EQ(valueAt(read, 1, "name"), Value{std::string("ba")});
    EXPECT_EQ(read.features[1].sourceRow, 2);
    EXPECT_EQ(layers::LayerSource::open(folder / "các mỏ.kml", {}).layerName(), "các mỏ");
}

TEST(Kml, asksWhichFolderWhenTheirShapesDiffer) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.kml", kml(folderOf("diem", placemark("một", "IX", point)) +
                                             folderOf("vung", placemark("hai", "X", square))));
    layers::OpenOptions choice;
    choice.layerName = "vung";

    EXPECT_THAT(sample::errorOf([&] { sample::readAll(folder / "a.kml"); }),
                testing::AllOf(StartsWith("file.layer-choice"), HasSubstr("layers=diem, vung")));
    EXPECT_EQ(sample::readAll(folder / "a.kml", choice).stream.kind, geo::GeometryKind::Polygon);
}

TEST(Kml, isReadOutOfAnArchive) {
    const sample::Folder folder;
    const std::string text = kml(placemark("Mỏ sắt", "IX", point));
    VSILFILE* file = VSIFOpenL(("/vsizip/" + (folder / "a.zip").string() + "/doc.kml").c_str(), "wb");
    VSIFWriteL(text.data(), 1, text.size(), file);
    VSIFCloseL(file);
    std::filesystem::rename(folder / "a.zip", folder / "a.kmz");

    const auto read = sample::readAll(folder / "a.kmz");

    EXPECT_EQ(valueAt(read, 0, "name"), Value{std::string("Mỏ sắt")});
}

TEST(Kml, isRefusedWhenItIsCutEmptyOrNone) {
    const sample::Folder folder;
    const std::string text = kml(placemark("a", "b", point));
    sample::writeBytes(folder / "a.kml", text.substr(0, text.size() - 10));
    sample::writeBytes(folder / "b.kml", "");
    sample::writeBytes(folder / "c.kml", kml(""));
    sample::writeBytes(folder / "d.kmz", "PK nothing");

    EXPECT_THAT(sample::errorOf([&] { sample::readAll(folder / "a.kml"); }), StartsWith("file.truncated"));
    EXPECT_THAT(sample::errorOf([&] { sample::readAll(folder / "b.kml"); }), StartsWith("file.truncated"));
    EXPECT_THAT(sample::errorOf([&] { sample::readAll(folder / "c.kml"); }), StartsWith("file."));
    EXPECT_THAT(sample::errorOf([&] { sample::readAll(folder / "d.kmz"); }), StartsWith("file.unreadable"));
}

const std::string gpx = R"(<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
<wpt lat="22.4" lon="103.45"><ele>950</ele><time>2025-07-01T08:15:00Z</time><name>một</name></wpt>
<trk><name>đường</name><trkseg><trkpt lat="22" lon="103"/><trkpt lat="23" lon="104"/></trkseg></trk></gpx>)";

TEST(Gpx, givesItsWaypointsUnlessAnotherLayerIsNamed) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.gpx", gpx);
    layers::OpenOptions choice;
    choice.layerName = "tracks";

    const auto waypoints = sample::readAll(folder / "a.gpx");
    const auto tracks = sample::readAll(folder / "a.gpx", choice);

    EXPECT_THAT(fieldsOf(waypoints.stream), ElementsAre("ele", "time", "name"));
    EXPECT_EQ(valueAt(waypoints, 0, "time"), Value{std::string("2025-07-01T08:15:00Z")});
    EXPECT_EQ(waypoints.stream.kind, geo::GeometryKind::Point);
    EXPECT_EQ(waypoints.stream.crs->code(), "EPSG:4326");
    EXPECT_EQ(tracks.stream.kind, geo::GeometryKind::MultiLineString);
    EXPECT_EQ(tracks.features.size(), 1u);
}

TEST(Gpx, withoutWaypointsSaysWhatItHas) {
    const sample::Folder folder;
    std::string text = gpx;
    text.erase(text.find("<wpt"), text.find("</wpt>") + 6 - text.find("<wpt"));
    sample::writeBytes(folder / "a.gpx", text);
    sample::writeBytes(folder / "b.gpx", R"(<gpx version="1.1" creator="x"></gpx>)");

    EXPECT_THAT(sample::errorOf([&] { sample::readAll(folder / "a.gpx"); }),
                testing::AllOf(StartsWith("file.layer-choice"), HasSubstr("layers=tracks, track_points")));
    EXPECT_THAT(sample::errorOf([&] { sample::readAll(folder / "b.gpx"); }), StartsWith("file.empty-layer"));
}

TEST(KmlAndGpx, damagedBytesEndInAnErrorOrInFeatures) {
    const sample::Folder folder;
    std::mt19937 random(14);
    const std::vector<std::string> wholes{
        kml(folderOf("a", placemark("một", "IX", point)) + placemark("hai", "X", square)), gpx};
    for (int i = 0; i < 300; ++i) {
        std::string damaged = wholes[static_cast<std::size_t>(i % 2)];
        for (int byte = 0; byte < 6; ++byte) damaged[random() % damaged.size()] = static_cast<char>(random());
        const auto path = folder / (i % 2 == 0 ? "a.kml" : "a.gpx");
        sample::writeBytes(path, damaged);
        EXPECT_NO_FATAL_FAILURE(sample::errorOf([&] { sample::readAll(path); }));
    }
}

}  // namespace
