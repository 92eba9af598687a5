// SPDX-License-Identifier: Apache-2.0
// Sums of both, plot by plot.
#include "app/jobs/plot_areas.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "geo/base/error.hpp"
#include "geo/measure/area.hpp"
#include "layers/indicators/forest_plots.hpp"

namespace app {
namespace {

/// Digitising and plots cut at borders stay below it over a whole layer.
constexpr double mostApart = 0.1;
/// A plot below it may round to nothing.
constexpr geo::Hectares leastPlot{0.01};

struct Slip {
    double times;
    const char* unit;
};
constexpr std::array slips{Slip{1e4, "m²"}, Slip{1e-2, "km²"}};

}  // namespace

layers::FeatureStream PlotAreas::noting(layers::FeatureStream plots) {
    const auto area = layers::forestFieldsOf(plots.schema).area;
    if (!area) return plots;
    m_column = plots.schema.fields()[*area].name;
    auto next = std::move(plots.next);
    plots.next = [this, area = *area, next = std::move(next)](layers::Feature& plot) {
        if (!next(plot)) return false;
        note(plot, area);
        return true;
    };
    return plots;
}

/// Plots that declare nothing are named when a figure is made of them.
void PlotAreas::note(const layers::Feature& plot, std::size_t area) {
    const auto declared_ha = layers::numberIn(plot.values[area]);
    if (!declared_ha || !std::isfinite(*declared_ha) || *declared_ha < 0 || !plot.geometry.isPolygonal())
        return;
    const geo::Hectares drawn = geo::toHectares(geo::planarArea(plot.geometry));
    if (*declared_ha > 0) {
        m_declared += geo::Hectares{*declared_ha};
        m_drawn += drawn;
        return;
    }
    if (drawn < leastPlot) return;
    if (m_zeros++ == 0) m_firstZero = plot.sourceRow;
    m_drawnAsZero += drawn;
}

void PlotAreas::requireHectares() const {
    for (const Slip& slip : slips) {
        const double apart = m_declared / m_drawn / slip.times;
        if (apart < 0.8 || apart > 1.25) continue;
        throw geo::Error(geo::ErrorKind::BadData, "forest.area-unit",
                         {{"column", m_column},
                          {"declared", m_declared.value},
                          {"drawn_ha", m_drawn.value},
                          {"unit", slip.unit}});
    }
}

std::vector<layers::Finding> PlotAreas::findings() const {
    std::vector<layers::Finding> findings;
    if (m_zeros > 0) {
        findings.push_back(
            {{"forest.area-zero",
              {{"column", m_column}, {"plots", m_zeros}, {"drawn_ha", m_drawnAsZero.value}}},
             m_firstZero,
             {}});
    }
    if (m_drawn.value <= 0) return findings;
    requireHectares();
    const double share = m_declared / m_drawn;
    if (std::abs(share - 1) <= mostApart) return findings;
    findings.push_back({{"forest.area-sum-differs",
                         {{"column", m_column},
                          {"declared_ha", m_declared.value},
                          {"drawn_ha", m_drawn.value},
                          {"percent", 100 * share}}},
                        0,
                        {}});
    return findings;
}

}  // namespace app
