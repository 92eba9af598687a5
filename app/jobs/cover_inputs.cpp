// SPDX-License-Identifier: Apache-2.0
// Defaults decided from what the layers hold.
#include "app/jobs/cover_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "geo/measure/area.hpp"

namespace app {
namespace {

/// What was approved is shown; a newer draft answers only when its year is asked for.
std::vector<layers::LayerRecord> approvedIfAny(std::vector<layers::LayerRecord> records) {
    const auto isApproved = [](const auto& record) { return record.release == layers::Release::Approved; };
    if (std::ranges::any_of(records, isApproved)) std::erase_if(records, std::not_fn(isApproved));
    return records;
}

std::vector<layers::LayerRecord> plotsOfLatestDay(std::vector<layers::LayerRecord> records,
                                                  std::optional<int> period) {
    std::optional<geo::Date> latest;
    for (const auto& record : records) {
        if (!record.asOf || (period && record.asOf->year != *period)) continue;
        latest = std::max(latest.value_or(*record.asOf), *record.asOf);
    }
    std::erase_if(records, [&](const auto& record) { return !latest || record.asOf != latest; });
    return records;
}

bool isRegister(const std::vector<layers::LayerRecord>& records) {
    return std::ranges::all_of(
        records, [](const auto& record) { return layers::forestFieldsOf(record.schema).isRegister(); });
}

DenominatorKind usualDenominator(CoverMethod method) {
    return method == CoverMethod::Register ? DenominatorKind::Official : DenominatorKind::Geometric;
}

layers::Release leastSettled(const std::vector<layers::LayerRecord>& records) {
    return std::ranges::min_element(records, {}, &layers::LayerRecord::release)->release;
}

/// Transform to longitude and latitude; one for each thread that measures.
geo::Transform toDegrees(const geo::Crs& crs) { return {crs, geo::Crs::fromText("EPSG:4326")}; }

geo::SquareMetres measuredArea(const geo::Geometry& shape, AreaKind kind, const geo::Crs& crs) {
    if (kind == AreaKind::Plane) return geo::planarArea(shape);
    return geo::ellipsoidalArea(toDegrees(crs).apply(shape));
}

std::string provinceCode(const layers::UnitRegister& units, const geo::Date& day) {
    const auto provinces = units.inForce(layers::UnitLevel::Province, day);
    return provinces.empty() ? std::string() : provinces.front().code;
}

/// The layer whose shapes together are the province: its communes, or where there are none, its districts.
layers::LayerRecord provinceLayer(const layers::Workspace& workspace, const Project& project,
                                  const layers::UnitRegister& units, const geo::Date& day) {
    const auto communes = findUnitLayer(workspace, project, units, layers::UnitLevel::Commune, day);
    const auto districts = findUnitLayer(workspace, project, units, layers::UnitLevel::District, day);
    if (!communes && districts && !units.inForce(layers::UnitLevel::District, day).empty()) return *districts;
    return unitLayer(workspace, project, units, layers::UnitLevel::Commune, day);
}

/// The same text for every day on which the same units were in force.
std::string canonicalDay(const layers::UnitRegister& units, layers::UnitLevel level, const geo::Date& day) {
    for (const geo::Date& epoch : units.epochs(level)) {
        if (areSameUnits(units, level, epoch, day)) return geo::isoText(epoch);
    }
    return geo::isoText(day);
}

}  // namespace

CoverPlan planCover(const layers::Workspace& workspace, const Project& project,
                    const layers::UnitRegister& units, const ComputeRequest& request) {
    CoverPlan plan;
    auto forest = shownLayers(workspace, project, layers::Kind::Forest);
    if (forest.empty()) throw geo::Error(geo::ErrorKind::NotFound, "compute.no-forest");
    plan.plots = plotsOfLatestDay(request.period ? std::move(forest) : approvedIfAny(std::move(forest)),
                                  request.period);
    if (plan.plots.empty()) {
        throw geo::Error(geo::ErrorKind::NotFound, "compute.no-forest-that-year",
                         {{"year", std::to_string(*request.period)}});
    }
    plan.method =
        request.method.value_or(isRegister(plan.plots) ? CoverMethod::Register : CoverMethod::Overlay);
    plan.denominator = request.denominator.value_or(usualDenominator(plan.method));
    plan.area = request.area;
    plan.level = request.level;
    plan.unitsOn = unitsDay(units, request.level, request.unitsOn);
    if (units.inForce(plan.level, plan.unitsOn).empty()) {
        throw geo::Error(geo::ErrorKind::NotFound, "units.none-that-day",
                         {{"level", layers::wordOf(plan.level)}, {"day", geo::isoText(plan.unitsOn)}});
    }
    plan.asOf = *plan.plots.front().asOf;
    plan.rubber = request.rubber;
    plan.release = leastSettled(plan.plots);
    return plan;
}

std::string questionText(const CoverPlan& plan, const layers::Workspace& workspace, const Project& project,
                         const layers::UnitRegister& units) {
    std::string text =
        fmt::format("forest-cover by={}@{} as-of={} method={} denominator={} area={} rubber={} lineage={}",
                    layers::wordOf(plan.level), canonicalDay(units, plan.level, plan.unitsOn),
                    geo::isoText(plan.asOf), wordOf(plan.method), wordOf(plan.denominator), wordOf(plan.area),
                    layers::wordOf(plan.rubber), project.lineageVersion);
    for (const auto& record : plan.plots) text += fmt::format(" plots={}", record.id);
    for (const auto& record : shownLayers(workspace, project)) {
        if (record.kind == layers::Kind::Communes || record.kind == layers::Kind::Districts) {
            text += fmt::format(" borders={}", record.id);
        }
    }
    return text;
}

std::string sourceText(const CoverPlan& plan) {
    std::string text;
    for (const auto& record : plan.plots) {
        text += (text.empty() ? "" : "; ") + std::filesystem::path(record.source.path).filename().string();
    }
    return text;
}

std::vector<layers::Zone> zonesOf(const layers::Workspace& workspace, const Project& project,
                                  const layers::UnitRegister& units, const CoverPlan& plan) {
    const bool isProvince = plan.level == layers::UnitLevel::Province;
    const auto record = isProvince ? provinceLayer(workspace, project, units, plan.unitsOn)
                                   : unitLayer(workspace, project, units, plan.level, plan.unitsOn);
    const std::string province = provinceCode(units, plan.unitsOn);
    auto stream = workspace.readLayer(record.id, {.fields = {{"code"}}});
    std::vector<layers::Zone> zones;
    layers::Feature feature;
    while (stream.next(feature)) {
        zones.push_back({isProvince ? province : layers::textIn(feature.values.front()), feature.geometry});
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
