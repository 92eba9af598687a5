// SPDX-License-Identifier: Apache-2.0
// Territories on the map, ready to measure plots against.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/message.hpp"
#include "geo/shape/geometry.hpp"
#include "geo/shape/shape_view.hpp"
#include "geo/topology/plot_tabulator.hpp"
#include "geo/topology/zone_index.hpp"
#include "layers/indicators/area_sums.hpp"

namespace layers {

/// A territory on the map and the unit whose figure it adds to.
struct Zone {
    std::string unitCode;
    geo::Geometry shape;
};

/// The ratio of the area asked for to plane area around a place; nothing for plane area. Called from several
/// threads.
using AreaFactor = std::function<double(geo::Coordinate)>;

/// Immutable once made; any number of threads may read it.
class UnitZones {
  public:
    UnitZones(std::span<const Zone> zones, AreaFactor factor);

    const geo::ZoneIndex& index() const { return m_index; }
    /// Ascending, each once.
    const std::vector<std::string>& units() const { return m_units; }
    const std::vector<std::uint32_t>& unitOfZone() const { return m_unitOfZone; }
    double factorAt(geo::Coordinate place) const { return m_factor ? m_factor(place) : 1.0; }

  private:
    geo::ZoneIndex m_index;
    std::vector<std::string> m_units;
    std::vector<std::uint32_t> m_unitOfZone;
    AreaFactor m_factor;
};

/// Measures one plot after another; one for each thread.
class PlotMeasure {
  public:
    explicit PlotMeasure(const UnitZones& zones)
        : m_zones(zones), m_tabulator(zones.index(), geo::PlotTabulator::Rings::Unknown) {}

    /// Whether there was an area to measure.
    bool measure(const std::optional<geo::ShapeView>& plot);
    /// What is to be said where the rings of the plot measured last crossed and were taken by the even-odd
    /// rule.
    std::optional<geo::Message> repair() const;
    /// Of the plot measured last.
    const PlotAreas& areas() const { return m_areas; }

  private:
    const UnitZones& m_zones;
    geo::PlotTabulator m_tabulator;
    const geo::ZoneIndex::Shares* m_shares = nullptr;
    PlotAreas m_areas;
};

}  // namespace layers
