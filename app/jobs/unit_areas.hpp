// SPDX-License-Identifier: Apache-2.0
// Territories as zones, and areas as a request wants them measured: on the plane or on the ellipsoid.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "app/jobs/figure_task.hpp"
#include "geo/base/quantities.hpp"
#include "geo/crs/crs.hpp"
#include "layers/indicators/unit_zones.hpp"

namespace app {

/// The shapes of the units of a level in force on a day, a province as its communes.
/// Errors: NotFound `units.no-layer`.
std::vector<layers::Zone> zonesOf(const FigureRoom& room, layers::UnitLevel level, geo::Date day);

/// The area of every unit on the map, by code. The ellipsoid is that of the system's own datum.
std::map<std::string, geo::Hectares> zoneAreas(std::span<const layers::Zone> zones, AreaKind kind,
                                               const geo::Crs& crs);

/// The ratio by which plane areas around a place become those asked for, wherever the zones lie.
layers::AreaFactor areaFactor(std::span<const layers::Zone> zones, AreaKind kind, const geo::Crs& crs);

}  // namespace app
