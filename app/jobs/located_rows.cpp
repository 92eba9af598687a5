// SPDX-License-Identifier: Apache-2.0
// A batch is located at once, then handed out row by row.
#include "app/jobs/located_rows.hpp"

#include <cmath>
#include <memory>
#include <utility>

#include "geo/base/error.hpp"
#include "geo/base/parallel.hpp"
#include "geo/topology/faced_edges.hpp"

namespace app {
namespace {

/// More than anybody reads, and no file of millions fills the memory with its faults.
constexpr std::int64_t mostFindingsOfRows = 1000;
constexpr std::size_t pointsAtOnce = 1024;

double toDecimetre(geo::Metres distance) { return std::round(distance.value * 10) / 10; }

std::string unusedName(const layers::Schema& schema, const std::string& wanted) {
    std::string name = wanted;
    for (int number = 1; schema.indexOf(name); ++number) name = wanted + '_' + std::to_string(number);
    return name;
}

void addField(layers::Schema& schema, const std::string& name, layers::FieldType type) {
    schema.add({unusedName(schema, name), type});
}

layers::Schema schemaFor(const PointBatches& points, CoordinatesAs coordinates, bool hasPlaces) {
    layers::Schema schema = points.schema();
    if (coordinates == CoordinatesAs::Fields) {
        const bool isDegrees = points.crs().isGeographic();
        addField(schema, isDegrees ? "lon" : "east", layers::FieldType::Decimal);
        addField(schema, isDegrees ? "lat" : "north", layers::FieldType::Decimal);
    }
    addField(schema, "unit_code", layers::FieldType::Text);
    addField(schema, "unit_name", layers::FieldType::Text);
    if (!hasPlaces) return schema;
    addField(schema, "nearest_name", layers::FieldType::Text);
    addField(schema, "nearest_m", layers::FieldType::Decimal);
    return schema;
}

bool isPosition(geo::Coordinate at) { return std::isfinite(at.x) && std::isfinite(at.y); }

layers::Value numberOrNothing(double number) {
    return std::isfinite(number) ? layers::Value(number) : layers::Value();
}

/// Empty where the target has no place for it.
geo::Geometry movedBy(const geo::Transform& transform, geo::Geometry shape) {
    try {
        return transform.apply(std::move(shape));
    } catch (const geo::Error& error) {
        if (error.kind() != geo::ErrorKind::BadData) throw;
        return {};
    }
}

}  // namespace

LocatedRows::LocatedRows(PointBatches& points, const LocatingGround& ground, CoordinatesAs coordinates,
                         geo::Progress& progress)
    : m_points(points),
      m_ground(ground),
      m_coordinates(coordinates),
      m_progress(progress),
      m_schema(schemaFor(points, coordinates, ground.places.has_value())) {
    m_counts.inUnits.resize(ground.units.size());
}

bool LocatedRows::next(layers::Feature& row) {
    if (m_next == m_batch.rows.size() && !readBatch()) return false;
    row = answered(m_next++);
    return true;
}

layers::FeatureStream LocatedRows::stream(const geo::Crs& target) {
    const auto transform = std::make_shared<const geo::Transform>(m_points.crs(), target);
    return {m_schema, target, geo::GeometryKind::Point, m_points.count(), [this, transform](auto& row) {
                if (!next(row)) return false;
                row.geometry = movedBy(*transform, std::move(row.geometry));
                return true;
            }};
}

bool LocatedRows::readBatch() {
    m_progress.step("where.locating", m_counts.read, m_points.count());
    m_next = 0;
    if (!m_points.next(m_batch)) return false;
    m_onPlane = m_batch.at;
    m_units.resize(m_onPlane.size());
    m_ground.locator.locate(m_onPlane, m_units);
    if (m_ground.places) findNearest();
    keepFindings();
    count();
    return true;
}

void LocatedRows::findNearest() {
    m_nearest.resize(m_onPlane.size());
    geo::parallelFor(m_onPlane.size(), pointsAtOnce, [&](const geo::Chunk& chunk) {
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
            m_nearest[i] = m_ground.places->nearest(m_onPlane[i], m_ground.within);
        }
    });
}

void LocatedRows::keepFindings() {
    for (layers::Finding& finding : m_batch.findings) {
        const bool isOfRow = finding.row > 0;
        if (isOfRow && m_findingsOfRows == mostFindingsOfRows) {
            ++m_findingsLeftOut;
            continue;
        }
        m_findingsOfRows += isOfRow ? 1 : 0;
        m_findings.push_back(std::move(finding));
    }
}

void LocatedRows::count() {
    for (std::size_t i = 0; i < m_batch.at.size(); ++i) {
        ++m_counts.read;
        if (!isPosition(m_batch.at[i])) {
            ++m_counts.withoutPosition;
        } else if (m_units[i] == geo::noFace) {
            ++m_counts.outside;
        } else {
            ++m_counts.inUnits[m_units[i]];
        }
    }
}

layers::Feature LocatedRows::answered(std::size_t place) {
    layers::Feature& row = m_batch.rows[place];
    const geo::Coordinate at = m_batch.at[place];
    row.geometry = {};
    if (m_coordinates == CoordinatesAs::Shape && isPosition(at)) row.geometry = geo::Geometry::point(at);
    if (m_coordinates == CoordinatesAs::Fields) {
        row.values.push_back(numberOrNothing(at.x));
        row.values.push_back(numberOrNothing(at.y));
    }
    for (layers::Value& value : answerOf(place)) row.values.push_back(std::move(value));
    return std::move(row);
}

std::vector<layers::Value> LocatedRows::answerOf(std::size_t place) const {
    std::vector<layers::Value> values(2);
    if (m_units[place] != geo::noFace) {
        const layers::MappedUnit& unit = m_ground.units[m_units[place]];
        values = {unit.code, unit.name};
    }
    if (!m_ground.places) return values;
    values.resize(4);
    if (const auto& nearest = m_nearest[place]) {
        values[2] = m_ground.places->name(nearest->shape);
        values[3] = toDecimetre(nearest->distance);
    }
    return values;
}

}  // namespace app
