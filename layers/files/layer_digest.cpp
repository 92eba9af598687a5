// SPDX-License-Identifier: Apache-2.0
// Weighted sums of coordinates, areas and values; a running hash of texts.
#include "layers/files/layer_digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace layers {
namespace {

// A prime, so that rows exchanged among each other change the sums.
constexpr std::int64_t weightCycle = 1009;
constexpr double relativeStep = 1e-9;

std::uint64_t hashOf(std::uint64_t start, std::string_view text) {
    std::uint64_t hash = start ^ 0xcbf29ce484222325ULL;  // FNV-1a: an accident detector, no seal
    for (const char letter : text) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001b3ULL;
    }
    return hash;
}

struct PathMeasure {
    double area = 0;
    double length = 0;
};

/// About the first point, so that large coordinates keep their digits.
PathMeasure measure(geo::Path path) {
    PathMeasure measured;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double ax = path[i - 1].x - path[0].x, ay = path[i - 1].y - path[0].y;
        const double bx = path[i].x - path[0].x, by = path[i].y - path[0].y;
        measured.area += (ax * by - bx * ay) / 2;
        measured.length += std::abs(bx - ax) + std::abs(by - ay);
    }
    measured.area = std::abs(measured.area);
    return measured;
}

bool near(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }

}  // namespace

void LayerDigest::Sum::add(double value, double weight) {
    signedSum += value * weight;
    absoluteSum += std::abs(value) * weight;
}

LayerDigest::LayerDigest(const Schema& schema) {
    for (const Field& field : schema.fields()) m_columns.push_back({field.name, field.type, 0, 0, {}});
}

void LayerDigest::add(const Feature& feature) {
    const auto weight = static_cast<double>(1 + m_rows % weightCycle);
    ++m_rows;
    addShape(feature.geometry, weight);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        addValue(i < feature.values.size() ? feature.values[i] : Value{}, weight, m_columns[i]);
    }
}

void LayerDigest::addShape(const geo::Geometry& shape, double weight) {
    if (!shape.isEmpty()) ++m_shapes;
    m_coordinates += static_cast<std::int64_t>(shape.coordinates().size());
    for (const geo::Coordinate point : shape.coordinates()) {
        m_x.add(point.x, weight);
        m_y.add(point.y, weight);
    }
    for (std::size_t i = 0; i < shape.pathCount(); ++i) {
        const PathMeasure measured = measure(shape.path(i));
        m_area.add(measured.area, weight);
        m_length += measured.length * weight;
    }
}

void LayerDigest::addValue(const Value& value, double weight, Column& column) {
    if (column.type == FieldType::Text) {
        if (isMissing(value)) ++column.missing;
        const std::string* const text = std::get_if<std::string>(&value);
        column.texts = hashOf(column.texts, isMissing(value) ? std::string_view("\0", 1)
                                            : text != nullptr ? std::string_view(*text)
                                                              : std::string_view(textIn(value)));
        return;
    }
    const auto number = numberIn(value);
    if (number && std::isfinite(*number)) {
        column.numbers.add(*number, weight);
    } else {
        ++column.missing;
    }
}

std::optional<std::string> LayerDigest::difference(const Column& ours, const Column& theirs) {
    if (ours.missing != theirs.missing) return fmt::format("{}: NULL {} {}", ours.name, ours.missing, theirs.missing);
    if (ours.type == FieldType::Text) {
        if (ours.texts == theirs.texts) return std::nullopt;
        return fmt::format("{}: {:x} {:x}", ours.name, ours.texts, theirs.texts);
    }
    const double mine = ours.numbers.signedSum, other = theirs.numbers.signedSum;
    if (near(mine, other, relativeStep * ours.numbers.absoluteSum)) return std::nullopt;
    return fmt::format("{}: {} {}", ours.name, mine, other);
}

std::optional<std::string> LayerDigest::differenceFrom(const LayerDigest& other, double coordinateStep) const {
    if (m_rows != other.m_rows) return fmt::format("rows {} {}", m_rows, other.m_rows);
    if (m_shapes != other.m_shapes) return fmt::format("shapes {} {}", m_shapes, other.m_shapes);
    if (m_coordinates != other.m_coordinates) return fmt::format("vertices {} {}", m_coordinates, other.m_coordinates);
    const double slack = coordinateStep * static_cast<double>(m_coordinates) * weightCycle;
    const bool sameX = near(m_x.signedSum, other.m_x.signedSum, slack + relativeStep * m_x.absoluteSum);
    const bool sameY = near(m_y.signedSum, other.m_y.signedSum, slack + relativeStep * m_y.absoluteSum);
    if (!sameX || !sameY) return "coordinates";
    const double areaSlack = coordinateStep * m_length + relativeStep * m_area.absoluteSum;
    if (!near(m_area.signedSum, other.m_area.signedSum, areaSlack)) {
        return fmt::format("area {} {}", m_area.signedSum, other.m_area.signedSum);
    }
    if (m_rows == 0) return std::nullopt;  // GeoJSON knows its fields from its features alone
    if (m_columns.size() != other.m_columns.size()) {
        return fmt::format("fields {} {}", m_columns.size(), other.m_columns.size());
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (auto found = difference(m_columns[i], other.m_columns[i])) return found;
    }
    return std::nullopt;
}

}  // namespace layers
