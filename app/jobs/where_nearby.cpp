// SPDX-License-Identifier: Apache-2.0
// Windows that widen until something lies in them.
#include "app/jobs/where_nearby.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/jobs/site_register.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/topology/points.hpp"

namespace app {
namespace {

constexpr std::array<geo::Metres, 3> windows{{{1'000}, {5'000}, farthestStreamShown}};

geo::Extent windowAround(geo::Coordinate position, geo::Metres reach) {
    return {position.x - reach.value, position.y - reach.value, position.x + reach.value,
            position.y + reach.value};
}

double toDecimetre(geo::Metres distance) { return std::round(distance.value * 10) / 10; }

std::string textOf(const layers::LayerRecord& record, const layers::Feature& feature, std::string_view name) {
    const auto field = record.schema.indexOf(name);
    return field ? layers::textIn(feature.values[*field]) : std::string();
}

struct NearFeature {
    layers::LayerRecord record;
    layers::Feature feature;
    geo::Metres distance;
};

std::optional<NearFeature> nearestWithin(const layers::Workspace& workspace,
                                         const std::vector<layers::LayerRecord>& records,
                                         geo::Coordinate position, geo::Metres reach) {
    std::optional<NearFeature> nearest;
    for (const layers::LayerRecord& record : records) {
        for (layers::Feature& feature : workspace.featuresWithin(record.id, windowAround(position, reach))) {
            const geo::Metres distance = geo::distanceToBoundary(feature.geometry, position);
            if (distance > reach || (nearest && distance >= nearest->distance)) continue;
            nearest = NearFeature{record, std::move(feature), distance};
        }
    }
    return nearest;
}

void addStream(Outcome& outcome, const NearFeature& stream) {
    const std::string name = textOf(stream.record, stream.feature, "name");
    const double distance_m = toDecimetre(stream.distance);
    outcome.rows.push_back({{"what", "stream"},
                            {"reach_id", textOf(stream.record, stream.feature, "reach_id")},
                            {"name", name},
                            {"distance_m", distance_m},
                            {"layer", stream.record.id},
                            {"row", stream.feature.sourceRow},
                            {"source", stream.record.source.path}});
    outcome.summary.push_back({"where.stream", {{"name", name}, {"distance_m", distance_m}}});
}

struct PlacedSite {
    layers::Site site;
    geo::Metres distance;
};

void addSite(Outcome& outcome, const PlacedSite& near) {
    const double distance_m = toDecimetre(near.distance);
    outcome.rows.push_back({{"what", "site"},
                            {"kind", layers::wordOf(near.site.kind)},
                            {"site_id", near.site.id},
                            {"name", near.site.name},
                            {"distance_m", distance_m},
                            {"commune_code", near.site.communeCode},
                            {"commune_name", near.site.communeName},
                            {"position_status", near.site.positionStatus},
                            {"row", near.site.row}});
    outcome.summary.push_back(
        {"where.site",
         {{"kind", layers::wordOf(near.site.kind)}, {"name", near.site.name}, {"distance_m", distance_m}}});
}

/// The unit that holds the position, or lies nearest to it, among those within borderInDoubt.
struct Bordering {
    std::optional<layers::Feature> own;
    std::optional<layers::Feature> other;
};

Bordering borderingUnits(const layers::Workspace& workspace, const layers::LayerRecord& units,
                         geo::Coordinate position) {
    Bordering bordering;
    geo::Metres nearest = borderInDoubt;
    for (layers::Feature& feature :
         workspace.featuresWithin(units.id, windowAround(position, borderInDoubt))) {
        if (!bordering.own && geo::containsPoint(feature.geometry, position)) {
            bordering.own = std::move(feature);
            continue;
        }
        const geo::Metres distance = geo::distanceToBoundary(feature.geometry, position);
        if (distance > nearest) continue;
        nearest = distance;
        bordering.other = std::move(feature);
    }
    return bordering;
}

}  // namespace

void addNearestStream(Outcome& outcome, const layers::Workspace& workspace, geo::Coordinate position) {
    const auto rivers = shownLayers(workspace, outcome.project, layers::Kind::Rivers);
    for (const geo::Metres reach : windows) {
        if (const auto stream = nearestWithin(workspace, rivers, position, reach)) {
            return addStream(outcome, *stream);
        }
    }
}

void addNearestSites(Outcome& outcome, const layers::Workspace& workspace, geo::Coordinate position) {
    std::vector<PlacedSite> near;
    for (layers::Site& site : registeredSites(workspace, outcome.project)) {
        if (!site.at) continue;
        const geo::Metres distance{std::hypot(site.at->x - position.x, site.at->y - position.y)};
        if (distance <= farthestSiteShown) near.push_back({std::move(site), distance});
    }
    std::ranges::stable_sort(near, {}, [](const PlacedSite& site) { return site.distance; });
    if (near.size() > mostSitesShown) near.resize(mostSitesShown);
    for (const PlacedSite& site : near) addSite(outcome, site);
}

void noteNearBorder(Outcome& outcome, const layers::Workspace& workspace, const layers::LayerRecord& units,
                    geo::Coordinate position) {
    const Bordering bordering = borderingUnits(workspace, units, position);
    if (!bordering.own) return;
    const geo::Metres distance = geo::distanceToBoundary(bordering.own->geometry, position);
    if (distance > borderInDoubt) return;
    const std::string unit = textOf(units, *bordering.own, "name");
    const std::string code = textOf(units, *bordering.own, "code");
    if (!bordering.other) {
        outcome.findings.push_back(
            {{"where.near-edge", {{"unit", unit}, {"distance_m", toDecimetre(distance)}}}, 0, code});
        return;
    }
    outcome.findings.push_back({{"where.near-border",
                                 {{"unit", unit},
                                  {"other", textOf(units, *bordering.other, "name")},
                                  {"distance_m", toDecimetre(distance)}}},
                                0,
                                code});
}

}  // namespace app
