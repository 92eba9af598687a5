// SPDX-License-Identifier: Apache-2.0
// Checked points as a table, a layer or waypoints.
#include <algorithm>
#include <string_view>

#include "app/jobs/check_report.hpp"
#include "app/jobs/table_words.hpp"
#include "geo/base/error.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/gpx_writer.hpp"
#include "layers/files/layer_writer.hpp"
#include "layers/files/table_file.hpp"

namespace app {
namespace {

constexpr std::size_t isoDateLength = 10;

layers::WriteOptions optionsOf(const CheckFile& file) {
    layers::WriteOptions options;
    options.asOf = file.asOf;
    return options;
}

/// A point on its own, not as part of its track.
Stretch alone(const CheckedPoint& checked) { return {0, 1, checked.answer.toBorder}; }

std::vector<Row> allRows(const std::vector<CheckedPoint>& points, const CheckGround& ground) {
    std::vector<Row> rows;
    rows.reserve(points.size());
    for (const CheckedPoint& checked : points) rows.push_back(rowOf(checked, alone(checked), ground));
    return rows;
}

std::vector<std::string> titles(const layers::Schema& schema, const CheckGround& ground,
                                const Catalogue& words) {
    auto heads = columnTitles(schema, "check", words);
    for (const FormerUnits& former : ground.formerUnits()) {
        const auto column = schema.indexOf(former.cell);
        const char* const id = former.cell.starts_with("district_") ? "check.districts-on" : "check.units-on";
        if (column) heads[*column] = words.sentence(id, {{"day", geo::isoText(former.day)}});
    }
    return heads;
}

void writePointTable(const CheckFile& file, layers::Table table, const CheckGround& ground,
                     const Catalogue& words) {
    if (layers::formatOf(file.out) == layers::Format::Xlsx) {
        putColumnIntoWords(table, "verdict", {}, words);
        putColumnIntoWords(table, "accuracy_from", "accuracy-", words);
        putColumnIntoWords(table, "declared_from", "basis-", words);
        putColumnIntoWords(table, "site_kind", {}, words);
        putColumnIntoWords(table, "is_track", "yes-", words);
    }
    layers::TableText text;
    text.title = words.sentence("check.title");
    text.notes = {words.sentence("check.note-accuracy"), words.sentence("check.note-verdict")};
    text.columnTitles = titles(table.schema, ground, words);
    layers::writeTable(file.out, table, text, optionsOf(file));
}

/// The workspace's system holds every point, or degrees do.
bool hasPlaceForAll(const std::vector<CheckedPoint>& points) {
    return std::ranges::all_of(points, [](const CheckedPoint& checked) { return checked.at.has_value(); });
}

std::vector<std::filesystem::path> writePointLayer(const CheckFile& file, layers::Table table,
                                                   const std::vector<CheckedPoint>& points,
                                                   const Catalogue& words, geo::Progress& progress) {
    const bool isPlane = layers::formatOf(file.out) != layers::Format::GeoJson && hasPlaceForAll(points);
    std::vector<layers::Feature> features;
    features.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const geo::Coordinate at = isPlane ? *points[i].at : points[i].point.lonLat_deg;
        features.push_back({geo::Geometry::point(at), std::move(table.rows[i]), points[i].point.row});
    }
    layers::LayerToWrite layer;
    layer.name = "checked_points";
    layer.title = words.sentence("check.title");
    layer.features = layers::streamOver(table.schema, isPlane ? file.crs : geo::Crs::fromText("EPSG:4326"),
                                        geo::GeometryKind::Point, features);
    std::vector<layers::LayerToWrite> toWrite;
    toWrite.push_back(std::move(layer));
    return layers::writeLayers(file.out, std::move(toWrite), optionsOf(file), progress);
}

/// Whether a text has the form of another, in which `d` stands for a digit.
bool hasForm(std::string_view text, std::string_view form) {
    return std::ranges::equal(text, form, [](char sign, char wanted) {
        return wanted == 'd' ? sign >= '0' && sign <= '9' : sign == wanted;
    });
}

bool isClock(std::string_view text) {
    const bool isShaped = hasForm(text, "Tdd:dd:ddZ") || hasForm(text, "Tdd:dd:dd.dddZ");
    return isShaped && text.substr(1, 2) < "24" && text.substr(4, 2) < "60" && text.substr(7, 2) < "60";
}

/// GPX knows no other form of time than ISO 8601 in UTC.
std::string gpxTime(const std::string& time) {
    if (!geo::parseDate(time.substr(0, isoDateLength)) || time.size() < isoDateLength) return {};
    const std::string_view clock = std::string_view(time).substr(isoDateLength);
    return clock.empty() || isClock(clock) ? time : time.substr(0, isoDateLength);
}

std::vector<layers::GpxPoint> waypoints(const std::vector<CheckedPoint>& points, const Catalogue& words) {
    std::vector<layers::GpxPoint> waypoints;
    waypoints.reserve(points.size());
    for (const CheckedPoint& checked : points) {
        layers::GpxPoint waypoint;
        waypoint.lonLat_deg = checked.point.lonLat_deg;
        waypoint.elevation_m = checked.point.elevation_m;
        waypoint.time = gpxTime(checked.point.time);
        waypoint.name = checked.point.name.empty()
                            ? words.sentence("check.unnamed", {{"row", checked.point.row}})
                            : checked.point.name;
        waypoint.comment = words.sentence(lineOf(checked, alone(checked), words));
        waypoints.push_back(std::move(waypoint));
    }
    return waypoints;
}

}  // namespace

std::vector<std::filesystem::path> writeChecked(const CheckFile& file,
                                                const std::vector<CheckedPoint>& points,
                                                const CheckGround& ground, const Catalogue& words,
                                                geo::Progress& progress) {
    const auto format = layers::formatOf(file.out);
    if (format == layers::Format::Gpx) {
        layers::writeGpx(file.out, waypoints(points, words), optionsOf(file));
        return {file.out};
    }
    layers::Table table = tableOfRows(allRows(points, ground));
    if (format == layers::Format::Csv || format == layers::Format::Xlsx) {
        writePointTable(file, std::move(table), ground, words);
        return {file.out};
    }
    return writePointLayer(file, std::move(table), points, words, progress);
}

bool isMinutes(const std::filesystem::path& out) { return layers::extensionOf(out) == ".pdf"; }

void requireWritable(const std::filesystem::path& out) {
    const auto format = layers::formatOf(out);
    const auto writable = layers::writableExtensions();
    if (format && std::ranges::find(writable, layers::extensionOf(out)) != writable.end()) return;
    if (format == layers::Format::Gpx || isMinutes(out)) return;
    throw geo::Error(geo::ErrorKind::Usage, "check.format-unknown", {{"file", out.string()}});
}

}  // namespace app
