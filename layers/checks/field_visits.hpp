// SPDX-License-Identifier: Apache-2.0
// Is a point somebody stood at inside the commune it should be in?
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/quantities.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/topology/nearest_index.hpp"
#include "layers/checks/finding.hpp"
#include "layers/checks/unit_map.hpp"
#include "layers/model/field_point.hpp"
#include "layers/model/site.hpp"

namespace layers {

enum class Verdict { Inside, Outside, Undetermined };
/// `inside`, `outside`, `undetermined`.
std::string wordOf(Verdict verdict);

/// Where the commune a point is held against was taken from.
enum class VisitBasis { DeclaredCommune, DeclaredSite, NearestSite, Underfoot, NearestBorder, Nothing };
/// `declared-commune`, `declared-site`, `nearest-site`, `underfoot`, `nearest-border`, `nothing`.
std::string wordOf(VisitBasis basis);

/// What a handheld receiver reaches under open canopy; taken where the source says nothing of accuracy.
constexpr double assumedAccuracy_m = 15;
/// Farther off, the nearest site is not what the point is about.
constexpr geo::Metres siteReach{500};

struct VisitAnswer {
    Verdict verdict = Verdict::Undetermined;
    VisitBasis basis = VisitBasis::Nothing;
    /// The unit compared with; empty when there is none.
    std::string declaredCode;
    std::string declaredName;
    /// The unit underfoot; empty off all units.
    std::string actualCode;
    std::string actualName;
    /// Undetermined only: the other unit the point may lie in; empty at the end of the map.
    std::string neighbourCode;
    std::string neighbourName;
    /// To the border of the unit compared with, inside as outside; infinite when there is none.
    geo::Metres toBorder;
    double accuracy_m = assumedAccuracy_m;
    bool isAccuracyAssumed = false;
    /// Of lying in the unit compared with: 1/2 on its border, and where nothing is known.
    double probabilityInside = 0.5;
    /// The declared site, else the nearest one within reach; as the sites are counted.
    std::optional<std::size_t> site;
    /// Infinite when there is no site or nobody knows where it is.
    geo::Metres toSite;
    /// The declared commune or site is none of those known, and something else was compared with.
    bool isCommuneUnknown = false;
    bool isSiteUnknown = false;
};

/// Compares a point with its declared commune, else with that of its declared site, else of the nearest site
/// within 500 m (not for points of a track, which pass sites by), else with the commune underfoot; off all
/// units with the nearest one within twice the accuracy.
///
/// Inside or outside is said only when the border is farther than twice the accuracy, which covers 95 % of
/// fixes. The probability takes the nearest border as straight and the error across it as normal, with the
/// accuracy as its standard deviation: 68 % of errors stay under the accuracy, 95 % under twice. (A round
/// error whose radius holds 68 % would have two thirds of that across the border; canopy and slopes make
/// heavier tails.) An accuracy that is no positive number is unknown: 15 m are assumed, and said.
///
/// CRS: position, map and sites in the same, in metres. The index is that of the sites, in their order.
VisitAnswer judgeVisit(const FieldPoint& point, geo::Coordinate position, const UnitMap& communes,
                       std::span<const Site> sites, const geo::NearestIndex& siteIndex);

/// The index judgeVisit() asks: a point for each site, nothing for sites without position.
geo::NearestIndex indexOfSites(std::span<const Site> sites);

/// The probability of being inside, `inward` metres from the border (negative outside), with a normal error.
double probabilityInside(geo::Metres inward, double accuracy_m);

/// What a person should look at, in the order of the points; as many answers as points.
/// Findings:
///  - `check.outside` (name, declared, actual, distance_m, accuracy_m, accuracy_from)
///  - `check.undetermined` (name, unit, distance_m, accuracy_m, accuracy_from)
///  - `check.off-units` (name)
///  - `check.far-from-site` (name, site, distance_m, accuracy_m): beyond 100 m and twice the accuracy
///  - `check.commune-unknown` (name, declared), `check.site-unknown` (name, site)
/// Points of tracks come last and together, a finding for each unit:
///  - `check.track-outside` (unit, count, first_row, distance_m: that of the farthest)
///  - `check.track-undetermined` (unit, count, first_row): only where a commune or site was declared
///  - `check.track-off-units` (count, first_row), `check.track-commune-unknown` (declared, count, first_row)
std::vector<Finding> visitFindings(std::span<const FieldPoint> points, std::span<const VisitAnswer> answers);

}  // namespace layers
