// SPDX-License-Identifier: Apache-2.0
// Waypoints for a receiver, the same bytes for the same points.
#include "layers/files/gpx_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "layers/files/field_log.hpp"
#include "tests/layers/files/sample_files.hpp"

namespace {

using layers::GpxPoint;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<GpxPoint> points() {
    return {{{103.45, 22.4},
             950.5,
             "2025-07-01T08:15:00.5Z",
             "Bãi rác <Sìn Hồ> & \"quanh\"",
             "ngoài xã\n35 m",
             "Flag, Red"},
            {{-1e-7, 0}, std::nullopt, "", "", "", ""}};
}

std::string errorFor(const GpxPoint& point) {
    const sample::Folder folder;
    const std::vector<GpxPoint> one{points()[0], point};
    return sample::errorOf([&] { layers::writeGpx(folder / "a.gpx", one, sample::options()); });
}

TEST(GpxWriter, writesWaypointsByHand) {
    const sample::Folder folder;

    layers::writeGpx(folder / "a.gpx", points(), sample::options());

    EXPECT_EQ(sample::bytesOf(folder / "a.gpx"), R"(<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Khoanh" xmlns="http://www.topografix.com/GPX/1/1">
  <metadata><time>2024-12-31T00:00:00Z</time></metadata>
  <wpt lat="22.4" lon="103.45">
    <ele>950.5</ele>
    <time>2025-07-01T08:15:00.500Z</time>
    <name>Bãi rác &lt;Sìn Hồ&gt; &amp; &quot;quanh&quot;</name>
    <cmt>ngoài xã 35 m</cmt>
    <sym>Flag, Red</sym>
  </wpt>
  <wpt lat="0" lon="-0.0000001">
  </wpt>
</gpx>
)");
    EXPECT_THAT(sample::namesIn(folder.path()), ElementsAre("a.gpx"));
}

TEST(GpxWriter, givesTheSameBytesTwice) {
    const sample::Folder folder;

    layers::writeGpx(folder / "a.gpx", points(), sample::options());
    layers::writeGpx(folder / "b.gpx", points(), sample::options());

    EXPECT_EQ(sample::bytesOf(folder / "a.gpx"), sample::bytesOf(folder / "b.gpx"));
}

TEST(GpxWriter, writesWhatIsReadBack) {
    const sample::Folder folder;
    geo::Progress progress;

    layers::writeGpx(folder / "a.gpx", points(), sample::options());

    const auto read = layers::readFieldLog(folder / "a.gpx", progress).points;
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[0].name, "Bãi rác <Sìn Hồ> & \"quanh\"");
    EXPECT_EQ(read[0].time, "2025-07-01T08:15:00.500Z");
}

TEST(GpxWriter, writesAFileOfNoPoints) {
    const sample::Folder folder;

    layers::writeGpx(folder / "a.gpx", {}, sample::options());

    EXPECT_THAT(sample::bytesOf(folder / "a.gpx"), HasSubstr("</gpx>"));
}

TEST(GpxWriter, refusesPointsOffTheEarth) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(errorFor({{436000, 2480000}, {}, "", "", "", ""}),
              "gpx.off-the-earth row=2 lon=436000 lat=2480000");
    EXPECT_THAT(errorFor({{103, 90.1}, {}, "", "", "", ""}), StartsWith("gpx.off-the-earth"));
    EXPECT_THAT(errorFor({{nan, 22}, {}, "", "", "", ""}), StartsWith("gpx.off-the-earth"));
    EXPECT_THAT(errorFor({{103, 22}, nan, "", "", "", ""}), StartsWith("gpx.height-invalid"));
    EXPECT_EQ(errorFor({{180, -90}, {}, "", "", "", ""}), "");
}

TEST(GpxWriter, refusesATimeThatIsNone) {
    EXPECT_EQ(errorFor({{103, 22}, {}, "hôm qua", "", "", ""}), "gpx.time-invalid row=2 time=hôm qua");
    EXPECT_THAT(errorFor({{103, 22}, {}, "2025-02-30T08:00:00Z", "", "", ""}),
                StartsWith("gpx.time-invalid"));
    EXPECT_EQ(errorFor({{103, 22}, {}, "2025-07-01", "", "", ""}), "");
}

TEST(GpxWriter, leavesTheOldFileWhenAPointIsRefused) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.gpx", "cũ");
    const std::vector<GpxPoint> bad{{{1000, 0}, {}, "", "", "", ""}};

    EXPECT_THROW(layers::writeGpx(folder / "a.gpx", bad, sample::options()), geo::Error);

    EXPECT_EQ(sample::bytesOf(folder / "a.gpx"), "cũ");
    EXPECT_THAT(sample::namesIn(folder.path()), ElementsAre("a.gpx"));
}

TEST(GpxWriter, keepsToItsExtension) {
    const sample::Folder folder;

    EXPECT_THAT(sample::errorOf([&] { layers::writeGpx(folder / "a.kml", points(), sample::options()); }),
                StartsWith("file.format-not-allowed"));
}

TEST(GpxWriter, bearsBlanksAndControlCharactersInNames) {
    EXPECT_EQ(errorFor({{103, 22}, {}, "", "  hai  đầu \x01\x1F ", "\t", ""}), "");
}

}  // namespace
