// SPDX-License-Identifier: Apache-2.0
// Points streamed through the ground into the file asked for, then told by unit.
#include "app/jobs/point_locations.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <numeric>

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/located_rows.hpp"
#include "app/jobs/where_nearby.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "layers/files/aside.hpp"
#include "layers/files/csv.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/layer_writer.hpp"
#include "layers/files/table_file.hpp"

namespace app {
namespace {

using layers::Format;

constexpr std::size_t bytesAtOnce = 1 << 20;

Format requireFormat(const std::filesystem::path& out) {
    const auto format = layers::formatOf(out);
    const bool isWritable = format && *format != Format::Kml && *format != Format::Gpx;
    if (isWritable && out.extension() != ".json") return *format;
    throw geo::Error(geo::ErrorKind::Usage, "export.format-unknown", {{"file", out.string()}});
}


geo::Metres reachOf(const PointLocationRequest& request) {
    if (!request.within)
        return request.nearest == layers::Kind::Rivers ? farthestStreamShown : farthestSiteShown;
    if (request.within->value > 0) return *request.within;
    throw geo::Error(geo::ErrorKind::Usage, "where.within-not-positive",
                     {{"within_m", request.within->value}});
}

CoordinatesAs coordinatesFor(Format format, const PointBatches& points) {
    if (!isTable(format)) return CoordinatesAs::Shape;
    return points.isTable() ? CoordinatesAs::Nothing : CoordinatesAs::Fields;
}

/// The day whose units are asked for.
geo::Date dayOf(const FigureRoom& room, const PointLocationRequest& request) {
    return unitsDay(room.units, request.level, request.unitsOn);
}

LocatingGround groundFor(const FigureRoom& room, const PointLocationRequest& request,
                         const geo::Crs& crsOfPoints) {
    auto units = unitShapes(room, request.level, dayOf(room, request));
    std::vector<geo::Geometry> zones;
    for (const layers::MappedUnit& unit : units) zones.push_back(unit.shape);
    geo::PointLocator locator(zones, room.workspace.settings().crs, crsOfPoints);
    std::optional<NearPlaces> places;
    if (request.nearest) places.emplace(room.workspace, room.project, *request.nearest);
    return {std::move(units), std::move(locator), std::move(places), reachOf(request)};
}

void writeCsvRows(const std::filesystem::path& file, LocatedRows& rows) {
    std::ofstream stream(file, std::ios::binary);
    std::string text;
    std::vector<std::string> cells;
    for (const layers::Field& field : rows.schema().fields()) cells.push_back(field.name);
    layers::appendCsvRow(text, cells);
    for (layers::Feature row; rows.next(row);) {
        cells.clear();
        for (const layers::Value& value : row.values) cells.push_back(layers::textIn(value));
        layers::appendCsvRow(text, cells);
        if (text.size() < bytesAtOnce) continue;
        stream << text;
        text.clear();
    }
    stream << text;
    stream.close();
    if (stream) return;
    throw geo::Error(geo::ErrorKind::Internal, "file.write-failed",
                     {{"path", file.filename().string()}, {"reason", std::strerror(errno)}});
}

void writeSheet(const std::filesystem::path& out, LocatedRows& rows, const layers::WriteOptions& options) {
    layers::Table table{rows.schema(), {}};
    for (layers::Feature row; rows.next(row);) table.rows.push_back(std::move(row.values));
    layers::TableText text;
    text.title = out.stem().string();
    layers::writeTable(out, table, text, options);
}

std::vector<std::filesystem::path> writeLayer(const std::filesystem::path& out, layers::FeatureStream rows,
                                              const layers::WriteOptions& options, geo::Progress& progress) {
    std::vector<layers::LayerToWrite> layers(1);
    layers.front().name = out.stem().string();
    layers.front().title = out.stem().string();
    layers.front().features = std::move(rows);
    return layers::writeLayers(out, std::move(layers), options, progress);
}

struct Writing {
    const std::filesystem::path& out;
    Format format;
    /// Of the points.
    const geo::Crs& crs;
    layers::WriteOptions options;
};

std::vector<std::filesystem::path> write(const Writing& writing, LocatedRows& rows, geo::Progress& progress) {
    switch (writing.format) {
        case Format::Csv:
            layers::writeFileAside(writing.out, [&](const auto& aside) { writeCsvRows(aside, rows); });
            return {writing.out};
        case Format::Xlsx:
            writeSheet(writing.out, rows, writing.options);
            return {writing.out};
        case Format::GeoJson:
            return writeLayer(writing.out, rows.stream(geo::Crs::fromText("EPSG:4326")), writing.options,
                              progress);
        case Format::GeoPackage:
        case Format::Shapefile:
        case Format::Kml:
        case Format::Gpx:
        case Format::MapInfo:
        case Format::FlatGeobuf:
        case Format::Zip:
        case Format::Xls:
        case Format::Ods:
            break;
    }
    return writeLayer(writing.out, rows.stream(writing.crs), writing.options, progress);
}

void addRow(Outcome& outcome, const layers::MappedUnit& unit, std::int64_t points) {
    outcome.rows.push_back({{"code", unit.code}, {"name", unit.name}, {"points", points}});
    outcome.summary.push_back(
        {"where.points-in-unit", {{"code", unit.code}, {"name", unit.name}, {"points", points}}});
}

/// Shapes of one code, one after the other as a province has them, are one unit.
void addUnits(Outcome& outcome, const LocatingGround& ground, const LocatedCounts& counts) {
    std::int64_t points = 0;
    for (std::size_t i = 0; i < ground.units.size(); ++i) {
        points += counts.inUnits[i];
        if (i + 1 < ground.units.size() && ground.units[i + 1].code == ground.units[i].code) continue;
        if (points > 0) addRow(outcome, ground.units[i], points);
        points = 0;
    }
    if (counts.outside == 0) return;
    outcome.rows.push_back({{"code", std::string()}, {"name", std::string()}, {"points", counts.outside}});
    outcome.summary.push_back({"where.points-outside", {{"points", counts.outside}}});
}

layers::Ledger ledgerOf(const LocatedCounts& counts) {
    layers::Ledger ledger;
    ledger.unit.clear();
    const auto inUnits = std::accumulate(counts.inUnits.begin(), counts.inUnits.end(), std::int64_t{0});
    ledger.add(layers::LedgerSide::In, "points", counts.read, 0);
    ledger.add(layers::LedgerSide::Out, "in-units", inUnits, 0);
    if (counts.outside > 0) ledger.add(layers::LedgerSide::Lost, "outside-all-units", counts.outside, 0);
    if (counts.withoutPosition > 0)
        ledger.add(layers::LedgerSide::Lost, "no-position", counts.withoutPosition, 0);
    return ledger;
}

void addFindings(Outcome& outcome, const LocatedRows& rows, const std::string& source) {
    for (layers::Finding finding : rows.findings()) {
        finding.source = source;
        outcome.findings.push_back(std::move(finding));
    }
    if (rows.findingsLeftOut() > 0) {
        outcome.findings.push_back(
            {{"where.points-more-findings", {{"count", rows.findingsLeftOut()}}}, 0, {}, source});
    }
}

void sayOperation(Outcome& outcome, const geo::Crs& from, const geo::Crs& to) {
    const geo::Transform transform(from, to);
    if (transform.isIdentity()) return;
    outcome.summary.push_back({"points.operation", {{"operation", transform.operation()}}});
}

void report(Outcome& outcome, const PointLocationRequest& request, const LocatingGround& ground,
            const LocatedCounts& counts) {
    outcome.summary.push_back({"where.points-heading",
                               {{"file", request.points.path.filename().string()},
                                {"points", counts.read},
                                {"level", layers::wordOf(request.level)}}});
    addUnits(outcome, ground, counts);
    if (counts.withoutPosition > 0)
        outcome.summary.push_back({"where.points-without-position", {{"points", counts.withoutPosition}}});
    outcome.ledger = ledgerOf(counts);
    for (const auto& file : outcome.files)
        outcome.summary.push_back({"export.wrote", {{"file", file.string()}}});
}

}  // namespace

Outcome locatePoints(const Project& project, const PointLocationRequest& request, geo::Progress& progress) {
    const Format format = requireFormat(request.out);
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    const FigureRoom room{workspace, project, units};
    PointBatches points = geo::inContext({"check.file", {{"file", request.points.path.string()}}},
                                         [&] { return PointBatches(request.points, workspace); });
    const LocatingGround ground = groundFor(room, request, points.crs());
    LocatedRows rows(points, ground, coordinatesFor(format, points), progress);
    Outcome outcome{.verb = "where", .project = project};
    layers::WriteOptions options;
    options.asOf = dayOf(room, request);
    options.onNote = [&](const geo::Message& note) { outcome.findings.push_back({note, 0, {}}); };
    outcome.files = write({request.out, format, points.crs(), options}, rows, progress);
    addFindings(outcome, rows, request.points.path.filename().string());
    report(outcome, request, ground, rows.counts());
    sayOperation(outcome, points.crs(), workspace.settings().crs);
    return outcome;
}

}  // namespace app
