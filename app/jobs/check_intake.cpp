// SPDX-License-Identifier: Apache-2.0
// A log as it is; rows through their columns, their numbers and the order of their axes.
#include "app/jobs/check_intake.hpp"

#include <cmath>

#include "app/jobs/check_columns.hpp"
#include "app/jobs/intake.hpp"
#include "app/jobs/source_rows.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "layers/checks/point_placement.hpp"
#include "layers/files/field_log.hpp"
#include "layers/files/layer_source.hpp"

namespace app {
namespace {

/// Points a log has without a position on earth; other faults are no points.
std::int64_t pointsLostTo(const geo::Message& fault) {
    const auto count = std::ranges::find(fault.arguments, "count", &geo::Argument::name);
    if (fault.id != "gpx.position" || count == fault.arguments.end()) return 0;
    return std::get<std::int64_t>(count->value);
}

FieldPoints fromLog(const FieldFile& file, geo::Progress& progress) {
    layers::FieldLog log = layers::readFieldLog(file.path, progress);
    FieldPoints points{.points = std::move(log.points), .findings = {}, .source = std::move(log.source)};
    for (layers::FieldLogFault& fault : log.faults) {
        points.withoutPosition += pointsLostTo(fault.message);
        points.findings.push_back({std::move(fault.message), fault.row, {}});
    }
    return points;
}

/// Rows as the file has them: what they say, and the numbers they say it with.
struct Written {
    std::vector<layers::FieldPoint> points;
    std::vector<layers::WrittenPoint> numbers;
    layers::AxisNames names = layers::AxisNames::LonLat;
    std::string columns;
    std::optional<geo::Crs> crs;
    std::vector<layers::Finding> findings = {};
};

Written fromTable(const SourceRows& rows, std::optional<layers::DecimalMark> told) {
    const layers::Schema& schema = rows.schema;
    const auto coordinates = layers::coordinateFieldsOf(schema);
    if (!coordinates) {
        throw geo::Error(geo::ErrorKind::BadData, "check.no-coordinates", {{"columns", namesOf(schema)}});
    }
    const FieldColumns columns = fieldColumnsOf(schema);
    const auto mark = told ? *told : decimalMarkOf(rows, columns, coordinates);
    Written written{
        .points = {},
        .numbers = {},
        .names = coordinates->names,
        .columns = schema.fields()[coordinates->east].name + ", " + schema.fields()[coordinates->north].name,
        .crs = std::nullopt};
    for (const layers::Feature& row : rows.features) {
        written.points.push_back(fieldPointIn(row, columns, mark));
        written.numbers.push_back(
            {numberAt(row, coordinates->east, mark), numberAt(row, coordinates->north, mark), row.sourceRow});
    }
    written.findings = readElevations(written.points, rows, columns, told);
    return written;
}

/// A point; a multipoint of one; nothing else is a place somebody stood at.
layers::WrittenPoint positionOf(const layers::Feature& feature) {
    if (feature.geometry.isEmpty()) return {std::nullopt, std::nullopt, feature.sourceRow};
    const geo::Coordinate at = feature.geometry.coordinates().front();
    return {at.x, at.y, feature.sourceRow};
}

Written fromLayer(const SourceRows& rows, std::optional<layers::DecimalMark> told) {
    const FieldColumns columns = fieldColumnsOf(rows.schema);
    const auto mark = told ? *told : decimalMarkOf(rows, columns, std::nullopt);
    Written written{
        .points = {},
        .numbers = {},
        .names = rows.crs->isGeographic() ? layers::AxisNames::LonLat : layers::AxisNames::EastNorth,
        .columns = "X, Y",
        .crs = rows.crs};
    for (const layers::Feature& feature : rows.features) {
        written.points.push_back(fieldPointIn(feature, columns, mark));
        written.numbers.push_back(positionOf(feature));
    }
    written.findings = readElevations(written.points, rows, columns, told);
    return written;
}

geo::Extent extentOf(const std::vector<layers::WrittenPoint>& numbers) {
    geo::Extent extent;
    for (const layers::WrittenPoint& point : numbers) {
        if (point.first && point.second) extent.include(geo::Coordinate{*point.first, *point.second});
    }
    return extent;
}

[[noreturn]] void refuseWithoutCrs(const layers::Workspace& workspace, const layers::LayerSource& source,
                                   const FieldFile& file, const geo::Extent& extent) {
    geo::Error error(geo::ErrorKind::BadData, "file.no-crs",
                     {{"path", file.path.string()},
                      {"layer", source.layerName()},
                      {"minX", extent.minX},
                      {"minY", extent.minY},
                      {"maxX", extent.maxX},
                      {"maxY", extent.maxY}});
    const std::string candidates = candidateList(workspace, extent);
    if (!candidates.empty()) error.addContext({"check.crs-candidates", {{"candidates", candidates}}});
    throw error;
}

/// Heads that declare degrees mean WGS 84 unless another system of degrees was named.
std::optional<geo::Crs> crsOfTable(const FieldFile& file, layers::AxisNames names) {
    if (names != layers::AxisNames::LonLat) return file.crs;
    if (file.crs && file.crs->isGeographic()) return file.crs;
    return geo::Crs::fromText("EPSG:4326");
}

bool isOnEarth(geo::Coordinate degrees) { return std::abs(degrees.x) <= 180 && std::abs(degrees.y) <= 90; }

/// Nothing where the system has no place for the numbers.
std::optional<geo::Coordinate> degreesOf(const geo::Transform& transform, geo::Coordinate at) {
    try {
        const geo::Coordinate degrees = transform.apply(at);
        return isOnEarth(degrees) ? std::optional(degrees) : std::nullopt;
    } catch (const geo::Error& error) {
        if (error.kind() != geo::ErrorKind::BadData) throw;
        return std::nullopt;
    }
}

void placeAll(FieldPoints& points, Written written, const geo::Extent& province) {
    const auto placed = layers::placePoints(written.numbers, written.names, province, written.columns);
    points.findings = std::move(written.findings);
    points.findings.insert(points.findings.end(), placed.findings.begin(), placed.findings.end());
    const geo::Transform transform(*written.crs, geo::Crs::fromText("EPSG:4326"));
    for (std::size_t i = 0; i < written.points.size(); ++i) {
        layers::FieldPoint& point = written.points[i];
        const auto degrees = placed.at[i] ? degreesOf(transform, *placed.at[i]) : std::nullopt;
        if (placed.at[i] && !degrees) {
            points.findings.push_back({{"point.not-on-earth", {{"row", point.row}}}, point.row, {}});
        }
        if (!degrees) {
            ++points.withoutPosition;
            continue;
        }
        point.lonLat_deg = *degrees;
        points.points.push_back(std::move(point));
    }
}

bool isPointKind(geo::GeometryKind kind) {
    return kind == geo::GeometryKind::Point || kind == geo::GeometryKind::MultiPoint;
}

FieldPoints fromRows(const FieldFile& file, const layers::Workspace& workspace, geo::Progress& progress) {
    auto source = layers::LayerSource::open(file.path, {file.layerName, file.crs, file.encoding});
    const SourceRows rows = readRows(source.features(), progress);
    const bool isTable = rows.kind == geo::GeometryKind::Empty;
    if (!isTable && !isPointKind(rows.kind)) {
        throw geo::Error(geo::ErrorKind::BadData, "check.not-points", {{"kind", geo::nameOf(rows.kind)}});
    }
    Written written = isTable ? fromTable(rows, file.decimal) : fromLayer(rows, file.decimal);
    if (isTable) written.crs = crsOfTable(file, written.names);
    if (!written.crs) refuseWithoutCrs(workspace, source, file, extentOf(written.numbers));
    FieldPoints points{.points = {}, .findings = {}, .source = source.record()};
    const geo::Extent province = provinceExtentIn(workspace, *written.crs);
    placeAll(points, std::move(written), province);
    return points;
}

}  // namespace

FieldPoints readFieldPoints(const FieldFile& file, const layers::Workspace& workspace,
                            geo::Progress& progress) {
    progress.step("check.reading");
    FieldPoints points =
        layers::isFieldLog(file.path) ? fromLog(file, progress) : fromRows(file, workspace, progress);
    if (points.points.empty() && points.withoutPosition == 0) {
        throw geo::Error(geo::ErrorKind::BadData, "check.no-points");
    }
    const std::string name = file.path.filename().string();
    for (layers::Finding& finding : points.findings) finding.source = name;
    return points;
}

}  // namespace app
