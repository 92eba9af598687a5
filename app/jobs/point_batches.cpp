// SPDX-License-Identifier: Apache-2.0
// Rows read, their numbers found, their axes put in order.
#include "app/jobs/point_batches.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "app/jobs/check_columns.hpp"
#include "app/jobs/intake.hpp"
#include "app/jobs/source_rows.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

constexpr geo::Coordinate nowhere{std::numeric_limits<double>::quiet_NaN(),
                                  std::numeric_limits<double>::quiet_NaN()};

bool isPointKind(geo::GeometryKind kind) {
    return kind == geo::GeometryKind::Point || kind == geo::GeometryKind::MultiPoint;
}

/// One place or none: of several nobody says which is meant.
layers::WrittenPoint drawnPoint(const layers::Feature& row) {
    const auto coordinates = row.geometry.coordinates();
    if (coordinates.size() != 1) return {std::nullopt, std::nullopt, row.sourceRow};
    return {coordinates[0].x, coordinates[0].y, row.sourceRow};
}

std::string columnNames(const layers::Schema& schema,
                        const std::optional<layers::CoordinateFields>& columns) {
    if (!columns) return "X, Y";
    return schema.fields()[columns->east].name + ", " + schema.fields()[columns->north].name;
}

geo::Extent extentOf(const std::vector<layers::WrittenPoint>& points) {
    geo::Extent extent;
    for (const layers::WrittenPoint& point : points) {
        if (point.first && point.second) extent.include(geo::Coordinate{*point.first, *point.second});
    }
    return extent;
}

/// Heads that declare degrees mean WGS 84 unless another system of degrees was named.
std::optional<geo::Crs> crsOfTable(const std::optional<geo::Crs>& told, layers::AxisNames names) {
    if (names != layers::AxisNames::LonLat || (told && told->isGeographic())) return told;
    return geo::Crs::fromText("EPSG:4326");
}

bool isOnEarth(geo::Coordinate degrees) { return std::abs(degrees.x) <= 180 && std::abs(degrees.y) <= 90; }

std::vector<layers::WrittenPoint> writtenPoints(const std::vector<layers::Feature>& rows,
                                                const std::optional<layers::CoordinateFields>& columns,
                                                layers::DecimalMark mark) {
    std::vector<layers::WrittenPoint> points;
    points.reserve(rows.size());
    for (const layers::Feature& row : rows) {
        if (columns) {
            points.push_back(
                {numberAt(row, columns->east, mark), numberAt(row, columns->north, mark), row.sourceRow});
        } else {
            points.push_back(drawnPoint(row));
        }
    }
    return points;
}

}  // namespace

PointBatches::PointBatches(const FieldFile& file, const layers::Workspace& workspace)
    : m_source(layers::LayerSource::open(file.path, {file.layerName, file.crs, file.encoding})),
      m_stream(m_source.features()) {
    read();
    decide(file, workspace);
    m_province = provinceExtentIn(workspace, m_crs);
}

void PointBatches::read() {
    m_rows.clear();
    layers::Feature row;
    while (m_rows.size() < pointsInABatch && m_stream.next(row)) m_rows.push_back(std::move(row));
}

void PointBatches::decide(const FieldFile& file, const layers::Workspace& workspace) {
    if (m_stream.kind != geo::GeometryKind::Empty) {
        if (!isPointKind(m_stream.kind)) {
            throw geo::Error(geo::ErrorKind::BadData, "check.not-points",
                             {{"kind", geo::nameOf(m_stream.kind)}});
        }
        m_crs = m_stream.crs.value();
        m_names = m_crs.isGeographic() ? layers::AxisNames::LonLat : layers::AxisNames::EastNorth;
        return;
    }
    m_columns = layers::coordinateFieldsOf(schema());
    if (!m_columns) {
        throw geo::Error(geo::ErrorKind::BadData, "check.no-coordinates", {{"columns", namesOf(schema())}});
    }
    m_names = m_columns->names;
    const SourceRows sample{schema(), m_rows, m_stream.kind, std::nullopt};
    m_mark = file.decimal ? *file.decimal : decimalMarkOf(sample, FieldColumns{}, m_columns);
    const auto crs = crsOfTable(file.crs, m_names);
    if (!crs) {
        const auto extent = extentOf(writtenPoints(m_rows, m_columns, m_mark));
        throw geo::Error(geo::ErrorKind::BadData, "import.coordinates-no-crs",
                         {{"candidates", candidateList(workspace, extent)}});
    }
    m_crs = *crs;
}

bool PointBatches::next(PointBatch& batch) {
    batch.findings.clear();
    batch.rows.clear();
    std::swap(batch.rows, m_rows);
    place(batch);
    if (!batch.rows.empty()) read();
    return !batch.rows.empty();
}

void PointBatches::place(PointBatch& batch) {
    const auto written = writtenPoints(batch.rows, m_columns, m_mark);
    auto placed = layers::placePoints(written, m_names, m_province, columnNames(schema(), m_columns));
    std::erase_if(placed.findings,
                  [](const auto& finding) { return finding.message.id == "point.off-province"; });
    batch.findings = std::move(placed.findings);
    batch.at.clear();
    for (std::size_t i = 0; i < placed.at.size(); ++i) {
        const geo::Coordinate at = placed.at[i].value_or(nowhere);
        const bool isOffEarth = placed.at[i] && m_crs.isGeographic() && !isOnEarth(at);
        batch.at.push_back(isOffEarth ? nowhere : at);
        if (!isOffEarth) continue;
        const std::int64_t row = batch.rows[i].sourceRow;
        batch.findings.push_back({{"point.not-on-earth", {{"row", row}}}, row, {}});
    }
    keepOrder(placed.order);
}

/// Later batches are read as the first was, now under heads that say so.
void PointBatches::keepOrder(layers::AxisOrder order) {
    if (m_names == layers::AxisNames::Xy) m_names = layers::AxisNames::EastNorth;
    if (m_columns && order == layers::AxisOrder::NorthFirst) std::swap(m_columns->east, m_columns->north);
}

}  // namespace app
