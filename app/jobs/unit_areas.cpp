// SPDX-License-Identifier: Apache-2.0
// Areas of territories on the plane and on the ellipsoid.
#include "app/jobs/unit_areas.hpp"

#include <memory>
#include <utility>

#include "app/jobs/figure_layers.hpp"
#include "geo/crs/areal_scale.hpp"
#include "geo/crs/transform.hpp"
#include "geo/measure/area.hpp"

namespace app {
namespace {

geo::SquareMetres ellipsoidalArea(const geo::Geometry& shape, const geo::Crs& crs) {
    const geo::Transform toDegrees(crs, crs.geographicBase());
    return geo::ellipsoidalArea(toDegrees.apply(shape));
}

}  // namespace

std::vector<layers::Zone> zonesOf(const FigureRoom& room, layers::UnitLevel level, geo::Date day) {
    std::vector<layers::Zone> zones;
    for (layers::MappedUnit& unit : unitShapes(room, level, day)) {
        zones.push_back({std::move(unit.code), std::move(unit.shape)});
    }
    return zones;
}

std::map<std::string, geo::Hectares> zoneAreas(std::span<const layers::Zone> zones, AreaKind kind,
                                               const geo::Crs& crs) {
    std::map<std::string, geo::Hectares> areas;
    for (const layers::Zone& zone : zones) {
        const geo::SquareMetres area =
            kind == AreaKind::Plane ? geo::planarArea(zone.shape) : ellipsoidalArea(zone.shape, crs);
        areas[zone.unitCode] += geo::toHectares(area);
    }
    return areas;
}

layers::AreaFactor areaFactor(std::span<const layers::Zone> zones, AreaKind kind, const geo::Crs& crs) {
    if (kind == AreaKind::Plane) return {};
    geo::Extent extent;
    for (const layers::Zone& zone : zones) extent.include(zone.shape.extent());
    const auto scale = std::make_shared<const geo::ArealScale>(crs, extent);
    return [scale](geo::Coordinate place) { return scale->at(place); };
}

}  // namespace app
