// SPDX-License-Identifier: Apache-2.0
// Registered places against the shapes of communes.
#include "layers/checks/site_locations.hpp"

#include <cmath>
#include <optional>
#include <utility>

namespace layers {
namespace {

Finding otherCommune(const Site& site, const MappedUnit& declared, const MappedUnit& actual,
                     geo::Metres distance) {
    return {{"site.other-commune",
             {{"id", site.id},
              {"name", site.name},
              {"declared", declared.name},
              {"actual", actual.name},
              {"distance_m", distance.value}}},
            site.row,
            actual.code};
}

Finding outsideAll(const Site& site) {
    return {{"site.outside-all", {{"id", site.id}, {"name", site.name}}}, site.row, {}};
}

/// Underfoot, or as near as the tolerance where the border of the map runs between.
const MappedUnit* unitUnder(geo::Coordinate position, const UnitMap& communes, geo::Metres tolerance) {
    const MappedUnit* const underfoot = communes.at(position);
    return underfoot != nullptr ? underfoot : communes.nearest(position, tolerance);
}

std::optional<Finding> checkSite(const Site& site, const UnitMap& communes, geo::Metres tolerance) {
    if (!site.at) return std::nullopt;
    const MappedUnit* const actual = unitUnder(*site.at, communes, tolerance);
    if (actual == nullptr) return outsideAll(site);
    const MappedUnit* const declared = registeredUnitOf(site, communes);
    if (declared == nullptr || declared == actual) return std::nullopt;
    const geo::Metres distance = communes.distanceTo(*declared, *site.at);
    if (distance <= tolerance || !std::isfinite(distance.value)) return std::nullopt;
    return otherCommune(site, *declared, *actual, distance);
}

}  // namespace

const MappedUnit* registeredUnitOf(const Site& site, const UnitMap& communes) {
    const MappedUnit* const byCode = communes.find(site.communeCode);
    const MappedUnit* const byName = communes.find(site.communeName);
    if (byCode != nullptr && byName != nullptr && byCode != byName) return nullptr;
    return byCode != nullptr ? byCode : byName;
}

std::vector<Finding> checkSiteLocations(std::span<const Site> sites, const UnitMap& communes,
                                        geo::Metres tolerance) {
    std::vector<Finding> findings;
    for (const Site& site : sites) {
        if (auto finding = checkSite(site, communes, tolerance)) findings.push_back(std::move(*finding));
    }
    return findings;
}

}  // namespace layers
