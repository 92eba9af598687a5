// SPDX-License-Identifier: Apache-2.0
// Files brought home from the field: which they are, and what stands in them.
#include "layers/files/field_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "tests/layers/files/sample_files.hpp"

namespace {

using layers::FieldLog;
using testing::StartsWith;

const std::string track = R"(<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
  <wpt lat="22.4" lon="103.45"><ele>950.5</ele><time>2025-07-01T08:15:00Z</time><name>Bãi rác Sìn Hồ</name>
    <cmt>xã Sìn Hồ</cmt><desc>có mùi</desc><hdop>1.2</hdop></wpt>
  <wpt lat="22.5" lon="103.5"><name>hai</name><cmt>như nhau</cmt><desc>như nhau</desc></wpt>
  <trk><name>t</name><trkseg>
    <trkpt lat="22.1" lon="103.1"><time>2025-07-01T15:15:00.250+07:00</time></trkpt>
    <trkpt lat="22.2" lon="103.2"/>
  </trkseg></trk>
</gpx>
)";

FieldLog read(const std::filesystem::path& path) {
    geo::Progress progress;
    return layers::readFieldLog(path, progress);
}

TEST(FieldLogs, areKnownByNameOrByTheirFirstSentence) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.txt",
                       "\r\n$GPGSA,M,3,5,13,15,,,,,,,,,,11.0,7.6,8.0*34\r\n");  // of happy.txt
    sample::writeBytes(folder / "b.txt", "a\tb\n1\t$2*00\n");

    EXPECT_TRUE(layers::isFieldLog("a.GPX"));
    EXPECT_TRUE(layers::isFieldLog("a.nmea"));
    EXPECT_TRUE(layers::isFieldLog(folder / "a.txt"));
    EXPECT_FALSE(layers::isFieldLog(folder / "b.txt"));
    EXPECT_FALSE(layers::isFieldLog(folder / "none.log"));
    EXPECT_FALSE(layers::isFieldLog(folder.path()));
    EXPECT_FALSE(layers::isFieldLog("a.csv"));
}

TEST(FieldLogs, giveWaypointsThenTrackPoints) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.gpx", track);

    const FieldLog log = read(folder / "a.gpx");

    ASSERT_EQ(log.points.size(), 4u);
    EXPECT_EQ(log.points[0].name, "Bãi rác Sìn Hồ");
    EXPECT_EQ(log.points[0].lonLat_deg, (geo::Coordinate{103.45, 22.4}));
    EXPECT_EQ(log.points[0].note, "xã Sìn Hồ; có mùi");
    EXPECT_EQ(log.points[0].time, "2025-07-01T08:15:00Z");
    EXPECT_EQ(log.points[0].elevation_m, 950.5);
    EXPECT_EQ(log.points[0].accuracy_m, 6);
    EXPECT_EQ(log.points[0].accuracyFrom, "hdop");
    EXPECT_EQ(log.points[1].note, "như nhau");
    EXPECT_EQ(log.points[1].time, "");
    EXPECT_FALSE(log.points[1].isTrack);
    EXPECT_TRUE(log.points[2].isTrack);
    EXPECT_EQ(log.points[2].time, "2025-07-01T08:15:00.250Z");
    EXPECT_EQ(log.points[3].row, 4);
}

TEST(FieldLogs, sayWhereTheyCameFrom) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.gpx", track);

    const layers::SourceRecord source = read(folder / "a.gpx").source;

    EXPECT_EQ(source.path, (folder / "a.gpx").string());
    EXPECT_EQ(source.sha256.size(), 64u);
    EXPECT_EQ(source.crs, "EPSG:4326");
    EXPECT_EQ(source.crsFrom, "file");
}

TEST(FieldLogs, bookGpxPointsOffTheEarth) {
    const sample::Folder folder;
    sample::writeBytes(
        folder / "a.gpx",
        R"(<gpx version="1.1"><wpt lat="122.4" lon="103.45"/><wpt lat="22" lon="103"/></gpx>)");

    const FieldLog log = read(folder / "a.gpx");

    ASSERT_EQ(log.points.size(), 1u);
    EXPECT_EQ(log.points[0].row, 2);
    ASSERT_EQ(log.faults.size(), 1u);
    EXPECT_EQ(log.faults[0].message, (geo::Message{"gpx.position", {{"count", std::int64_t{1}}}}));
    EXPECT_EQ(log.faults[0].row, 1);
}

TEST(FieldLogs, endInAnErrorWhenThereIsNothingInThem) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.nmea", "xin chào\n");
    sample::writeBytes(folder / "b.nmea", "");
    sample::writeBytes(folder / "c.gpx", track.substr(0, track.size() - 20));
    sample::writeBytes(folder / "d.gpx", "");

    EXPECT_THAT(sample::errorOf([&] { read(folder / "a.nmea"); }), StartsWith("nmea.no-sentence"));
    EXPECT_THAT(sample::errorOf([&] { read(folder / "b.nmea"); }), StartsWith("nmea.no-sentence"));
    EXPECT_THAT(sample::errorOf([&] { read(folder / "c.gpx"); }), StartsWith("file.truncated"));
    EXPECT_THAT(sample::errorOf([&] { read(folder / "d.gpx"); }), StartsWith("file.truncated"));
    EXPECT_THAT(sample::errorOf([&] { read(folder / "e.gpx"); }), StartsWith("file.missing"));
    EXPECT_THAT(sample::errorOf([&] { read(folder / "a.csv"); }), StartsWith("file."));
}

TEST(FieldLogs, stopWhenAsked) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.gpx", track);
    std::stop_source stop;
    stop.request_stop();
    geo::Progress progress({}, stop.get_token());

    EXPECT_THROW(layers::readFieldLog(folder / "a.gpx", progress), geo::Error);
}

TEST(FieldLogs, damagedBytesEndInAnErrorOrInPoints) {
    const sample::Folder folder;
    std::mt19937 random(20250701);
    for (int i = 0; i < 200; ++i) {
        std::string damaged = track;
        for (int byte = 0; byte < 6; ++byte) damaged[random() % damaged.size()] = static_cast<char>(random());
        sample::writeBytes(folder / "a.gpx", damaged);
        for (const char* const name : {"a.gpx", "b.nmea"}) {
            EXPECT_NO_FATAL_FAILURE(sample::errorOf([&] { read(folder / name); }));
        }
        sample::writeBytes(folder / "b.nmea", damaged);
    }
}

std::filesystem::path realLogs() {
    const char* const told = std::getenv("KHOANH_REAL_DATA");
    return (told != nullptr ? std::filesystem::path(told)
                            : std::filesystem::path(KHOANH_SOURCE_DIR) / "../shared/real") /
           "nmea";
}

TEST(FieldLogs, readARecordingMadeInOklahoma) {
    const auto path = realLogs() / "TrimbleR1.txt";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no real data here: name them in KHOANH_REAL_DATA";

    const FieldLog log = read(path);

    EXPECT_TRUE(layers::isFieldLog(path));
    ASSERT_EQ(log.points.size(), 316u);  // grep -c GGA
    EXPECT_EQ(log.faults.size(), 0u);
    EXPECT_NEAR(log.points[0].lonLat_deg.x, -97.30842789, 1e-8);  // 97°18.50567350' W
    EXPECT_NEAR(log.points[0].lonLat_deg.y, 36.29268834, 1e-8);   // 36°17.56130011' N
    EXPECT_EQ(log.points[0].time, "2016-03-10T22:56:51Z");
    EXPECT_NEAR(log.points[0].accuracy_m.value(), std::hypot(11.322, 8.847), 1e-9);
    EXPECT_EQ(log.points.back().time, "2016-03-10T23:02:06Z");
}

TEST(FieldLogs, readARecordingMadeInSwitzerland) {
    const auto path = realLogs() / "happy.txt";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no real data here: name them in KHOANH_REAL_DATA";

    const FieldLog log = read(path);

    EXPECT_TRUE(layers::isFieldLog(path));
    ASSERT_EQ(log.points.size(), 19u);                           // grep -c GGA
    EXPECT_NEAR(log.points[0].lonLat_deg.x, 9.26741910, 1e-7);   // 9°16.04514617' E
    EXPECT_NEAR(log.points[0].lonLat_deg.y, 46.81517251, 1e-7);  // 46°48.91035085' N
    EXPECT_EQ(log.points[0].time, "2022-12-30T10:21:11Z");  // the day stands in an RMC four seconds later
    EXPECT_EQ(log.points[0].accuracyFrom, "hdop");
    EXPECT_EQ(log.points[1].accuracyFrom, "receiver");
}

}  // namespace
