// SPDX-License-Identifier: Apache-2.0
// Does every registered place lie in the commune it is registered in?
#pragma once

#include <span>
#include <vector>

#include "geo/base/quantities.hpp"
#include "layers/checks/finding.hpp"
#include "layers/checks/unit_map.hpp"
#include "layers/model/site.hpp"

namespace layers {

/// Registers give positions to a second of arc or read them off maps: nearer to its commune than this, a site
/// is in it.
constexpr geo::Metres siteTolerance{100};

/// The unit a site is registered in, by code or by name; nothing when the map knows neither, or when the two
/// mean different units, as codes used again after a reform do.
const MappedUnit* registeredUnitOf(const Site& site, const UnitMap& communes);

/// Compares positions with registered communes. A site without position is not compared; one in a commune the
/// map does not know, or in none, is only held against the whole of the map.
/// CRS: sites and map in the same, in metres.
/// Findings, both only beyond the tolerance:
///  - `site.other-commune` (id, name, declared, actual, distance_m: to the declared commune)
///  - `site.outside-all` (id, name)
std::vector<Finding> checkSiteLocations(std::span<const Site> sites, const UnitMap& communes,
                                        geo::Metres tolerance = siteTolerance);

}  // namespace layers
