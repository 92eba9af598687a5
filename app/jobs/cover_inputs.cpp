// SPDX-License-Identifier: Apache-2.0
// Defaults decided from what the layers hold.
#include "app/jobs/cover_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "geo/measure/area.hpp"

namespace app {
namespace {

bool isRegister(const std::vector<layers::LayerRecord>& records) {
    return std::ranges::all_of(
        records, [](const auto& record) { return layers::forestFieldsOf(record.schema).isRegister(); });
}

/// Nobody declares the basin of a plot: only the map knows it.
CoverMethod methodFor(const CoverPlan& plan, const ComputeRequest& request) {
    if (layers::isAdministrative(plan.level)) {
        return request.method.value_or(isRegister(plan.plots) ? CoverMethod::Register : CoverMethod::Overlay);
    }
    if (request.method == CoverMethod::Register) {
        throw geo::Error(geo::ErrorKind::Usage, "compute.basin-by-map-only");
    }
    return CoverMethod::Overlay;
}

DenominatorKind usualDenominator(CoverMethod method) {
    return method == CoverMethod::Register ? DenominatorKind::Official : DenominatorKind::Geometric;
}

/// Transform to longitude and latitude; one for each thread that measures.
geo::Transform toDegrees(const geo::Crs& crs) { return {crs, geo::Crs::fromText("EPSG:4326")}; }

geo::SquareMetres measuredArea(const geo::Geometry& shape, AreaKind kind, const geo::Crs& crs) {
    if (kind == AreaKind::Plane) return geo::planarArea(shape);
    return geo::ellipsoidalArea(toDegrees(crs).apply(shape));
}

}  // namespace

CoverPlan planCover(const FigureRoom& room, const ComputeRequest& request) {
    CoverPlan plan;
    plan.plots = requireAnswering(room, layers::Kind::Forest, request.period);
    plan.level = request.level;
    plan.method = methodFor(plan, request);
    plan.denominator = request.denominator.value_or(usualDenominator(plan.method));
    plan.area = request.area;
    plan.unitsOn = unitsDay(room.units, request.level, request.unitsOn);
    plan.asOf = *plan.plots.front().asOf;
    plan.rubber = request.rubber;
    return plan;
}

std::string questionText(const FigureRoom& room, const CoverPlan& plan) {
    std::string text = fmt::format("forest-cover {} as-of={} method={} denominator={} area={} rubber={}",
                                   territoryQuestion(room, plan.level, plan.unitsOn), geo::isoText(plan.asOf),
                                   wordOf(plan.method), wordOf(plan.denominator), wordOf(plan.area),
                                   layers::wordOf(plan.rubber));
    for (const auto& record : plan.plots) text += fmt::format(" plots={}", record.id);
    return text;
}

std::vector<layers::Zone> zonesOf(const FigureRoom& room, const CoverPlan& plan) {
    std::vector<layers::Zone> zones;
    for (layers::MappedUnit& unit : unitShapes(room, plan.level, plan.unitsOn)) {
        zones.push_back({std::move(unit.code), std::move(unit.shape)});
    }
    return zones;
}

std::map<std::string, geo::Hectares> zoneAreas(const std::vector<layers::Zone>& zones, const CoverPlan& plan,
                                               const geo::Crs& crs) {
    std::map<std::string, geo::Hectares> areas;
    for (const layers::Zone& zone : zones) {
        areas[zone.unitCode] += geo::toHectares(measuredArea(zone.shape, plan.area, crs));
    }
    return areas;
}

layers::OverlayTally::AreaFactor areaFactor(const CoverPlan& plan, const geo::Crs& crs) {
    if (plan.area == AreaKind::Plane) return {};
    return [crs](const geo::Geometry& plot) {
        thread_local const geo::Transform transform = toDegrees(crs);
        const double plane_m2 = geo::planarArea(plot).value;
        return plane_m2 > 0 ? geo::ellipsoidalArea(transform.apply(plot)).value / plane_m2 : 1.0;
    };
}

}  // namespace app
