// SPDX-License-Identifier: Apache-2.0
// Vertices by their number, with what their feature says of its unit.
#include "app/jobs/crs_sample.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/jobs/workspace_view.hpp"
#include "layers/indicators/forest_plots.hpp"
#include "layers/units/unit_fields.hpp"

namespace app {
namespace {

/// Between half of these and all are held: some in every square of a few kilometres of a province.
constexpr std::size_t mostPlaces = 8192;

geo::Extent withoutOutermost(std::vector<double> x, std::vector<double> y) {
    std::ranges::sort(x);
    std::ranges::sort(y);
    const std::size_t out = x.size() / 100;
    return {x[out], y[out], x[x.size() - 1 - out], y[y.size() - 1 - out]};
}

}  // namespace

CrsSample::CrsSample(const layers::Schema& schema, layers::Kind kind) : m_level(levelOf(kind)) {
    if (kind == layers::Kind::Forest) {
        m_level = layers::UnitLevel::Commune;
        m_code = layers::forestFieldsOf(schema).commune;
    } else if (m_level) {
        const auto fields = layers::unitFieldsOf(schema, *m_level).value_or(layers::UnitFields{});
        m_code = fields.code;
        m_name = fields.name;
    }
}

void CrsSample::add(const layers::Feature& feature) {
    const auto vertices = feature.geometry.coordinates();
    m_extent.include(feature.geometry.extent());
    m_hasShapes = m_hasShapes || vertices.size() > 1;
    const std::uint64_t begin = m_next;
    m_next += vertices.size();
    std::uint64_t number = (begin + m_stride - 1) / m_stride * m_stride;
    while (number < m_next) {
        const geo::Coordinate vertex = vertices[number - begin];
        if (std::isfinite(vertex.x) && std::isfinite(vertex.y)) {
            m_places.push_back({vertex, m_code ? layers::unitCodeIn(feature.values[*m_code], *m_level) : "",
                                m_name ? layers::textIn(feature.values[*m_name]) : ""});
            m_numbers.push_back(number);
        }
        number += m_stride;
        if (m_places.size() < mostPlaces) continue;
        thinOut();
        number = (number + m_stride - 1) / m_stride * m_stride;
    }
}

void CrsSample::add(SampledPlace place) {
    m_extent.include(place.numbers);
    m_numbers.push_back(m_next++);
    m_places.push_back(std::move(place));
}

void CrsSample::thinOut() {
    m_stride *= 2;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_numbers[i] % m_stride != 0) continue;
        if (i != kept) m_places[kept] = std::move(m_places[i]);
        m_numbers[kept++] = m_numbers[i];
    }
    m_places.resize(kept);
    m_numbers.resize(kept);
}

geo::Extent CrsSample::typicalExtent() const {
    if (m_places.empty()) return m_extent;
    std::vector<double> x, y;
    for (const SampledPlace& place : m_places) {
        x.push_back(place.numbers.x);
        y.push_back(place.numbers.y);
    }
    return withoutOutermost(std::move(x), std::move(y));
}

layers::FeatureStream sampling(layers::FeatureStream source, CrsSample& sample) {
    auto next = std::move(source.next);
    source.next = [next = std::move(next), &sample](layers::Feature& feature) {
        if (!next(feature)) return false;
        sample.add(feature);
        return true;
    };
    return source;
}

}  // namespace app
