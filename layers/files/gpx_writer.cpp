// SPDX-License-Identifier: Apache-2.0
// GPX 1.1 by hand: the same points give the same bytes.
#include "layers/files/gpx_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>

#include "geo/base/error.hpp"
#include "layers/files/aside.hpp"
#include "layers/files/field_log.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/moment_text.hpp"
#include "layers/files/xml_text.hpp"
#include "layers/text/normal_form.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;
constexpr double angleStep_deg = 1e-9;
constexpr double heightStep_m = 1e-3;

[[noreturn]] void failPoint(const char* id, std::size_t row, std::vector<geo::Argument> arguments) {
    arguments.insert(arguments.begin(), {"row", static_cast<std::int64_t>(row)});
    throw geo::Error(geo::ErrorKind::BadData, id, std::move(arguments));
}

/// Nine decimals at most and none too many; never an exponent, which GPX does not know.
std::string decimalText(double number, int places) {
    std::string text = fmt::format("{:.{}f}", number, places);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

/// One line without control characters, which XML cannot hold.
std::string plainText(const std::string& text) {
    std::string plain = toNfc(text);
    std::ranges::replace_if(
        plain, [](char letter) { return static_cast<unsigned char>(letter) < 0x20; }, ' ');
    return plain;
}

/// A point as it will stand in the file.
FieldPoint settled(const GpxPoint& point, std::size_t row) {
    const auto [lon, lat] = point.lonLat_deg;
    const bool isOnEarth = std::abs(lon) <= 180 && std::abs(lat) <= 90;
    if (!isOnEarth) failPoint("gpx.off-the-earth", row, {{"lon", lon}, {"lat", lat}});
    if (point.elevation_m && !std::isfinite(*point.elevation_m)) failPoint("gpx.height-invalid", row, {});
    const auto moment = parseMoment(point.time);
    if (!moment && !point.time.empty()) failPoint("gpx.time-invalid", row, {{"time", point.time}});
    FieldPoint meant;
    meant.lonLat_deg = {lon == 180 ? -180 : lon, lat};  // GPX longitudes end below 180
    meant.elevation_m = point.elevation_m;
    if (moment) meant.time = isoMoment(*moment);
    meant.name = plainText(point.name);
    meant.note = plainText(point.comment);
    return meant;
}

void appendElement(std::string& out, const char* name, const std::string& text) {
    if (!text.empty()) out += fmt::format("    <{0}>{1}</{0}>\n", name, xmlEscaped(text));
}

void appendPoint(std::string& out, const FieldPoint& point, const std::string& symbol) {
    out += fmt::format("  <wpt lat=\"{}\" lon=\"{}\">\n", decimalText(point.lonLat_deg.y, 9),
                       decimalText(point.lonLat_deg.x, 9));
    if (point.elevation_m) appendElement(out, "ele", decimalText(*point.elevation_m, 3));
    appendElement(out, "time", point.time);
    appendElement(out, "name", point.name);
    appendElement(out, "cmt", point.note);
    appendElement(out, "sym", plainText(symbol));
    out += "  </wpt>\n";
}

std::string gpxText(std::span<const FieldPoint> meant, std::span<const GpxPoint> points,
                    const geo::Date& asOf) {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gpx version=\"1.1\" creator=\"Khoanh\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n";
    text += fmt::format("  <metadata><time>{}T00:00:00Z</time></metadata>\n", geo::isoText(asOf));
    for (std::size_t i = 0; i < meant.size(); ++i) appendPoint(text, meant[i], points[i].symbol);
    return text + "</gpx>\n";
}

void writeText(const fs::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (file) return;
    throw geo::Error(geo::ErrorKind::Internal, "file.write-failed",
                     {{"path", path.filename().string()}, {"reason", std::strerror(errno)}});
}

bool areSame(const FieldPoint& meant, const FieldPoint& found) {
    const bool haveHeights = meant.elevation_m.has_value() == found.elevation_m.has_value();
    return std::abs(meant.lonLat_deg.x - found.lonLat_deg.x) <= angleStep_deg &&
           std::abs(meant.lonLat_deg.y - found.lonLat_deg.y) <= angleStep_deg && haveHeights &&
           std::abs(meant.elevation_m.value_or(0) - found.elevation_m.value_or(0)) <= heightStep_m &&
           meant.time == found.time && meant.name == found.name && meant.note == found.note;
}

void requireSame(const fs::path& path, std::span<const FieldPoint> meant) {
    geo::Progress unheard;
    const std::vector<FieldPoint> found = readFieldLog(path, unheard).points;
    const auto [ours, theirs] = std::ranges::mismatch(meant, found, areSame);
    if (ours == meant.end() && theirs == found.end()) return;
    throw geo::Error(geo::ErrorKind::Internal, "file.written-differs",
                     {{"path", path.filename().string()},
                      {"layer", "waypoints"},
                      {"what", fmt::format("wpt {}", ours - meant.begin() + 1)}});
}

void requireGpx(const fs::path& target) {
    requireLocalPath(target);
    if (formatOf(target) == Format::Gpx) return;
    throw geo::Error(geo::ErrorKind::Refused, "file.format-not-allowed",
                     {{"path", target.string()}, {"formats", ".gpx"}});
}

}  // namespace

void writeGpx(const fs::path& target, std::span<const GpxPoint> points, const WriteOptions& options) {
    requireGpx(target);
    std::vector<FieldPoint> meant;
    for (const GpxPoint& point : points) meant.push_back(settled(point, meant.size() + 1));
    writeFileAside(target, [&](const fs::path& aside) {
        writeText(aside, gpxText(meant, points, options.asOf));
        requireSame(aside, meant);
    });
}

}  // namespace layers
