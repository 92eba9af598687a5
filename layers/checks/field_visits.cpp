// SPDX-License-Identifier: Apache-2.0
// One point against the commune it should lie in.
#include "layers/checks/field_visits.hpp"

#include <cmath>
#include <limits>

#include "layers/checks/site_locations.hpp"
#include "layers/text/names.hpp"
#include "layers/text/normal_form.hpp"

namespace layers {
namespace {

constexpr geo::Metres infinite{std::numeric_limits<double>::infinity()};

bool isNumber(geo::Coordinate position) { return std::isfinite(position.x) && std::isfinite(position.y); }

bool isKnown(const std::optional<double>& accuracy_m) {
    return accuracy_m && std::isfinite(*accuracy_m) && *accuracy_m > 0;
}

void setAccuracy(VisitAnswer& answer, const FieldPoint& point) {
    answer.isAccuracyAssumed = !isKnown(point.accuracy_m);
    answer.accuracy_m = answer.isAccuracyAssumed ? assumedAccuracy_m : *point.accuracy_m;
}

geo::Metres slackOf(const VisitAnswer& answer) { return {2 * answer.accuracy_m}; }

/// What is asked, and what it is asked of.
struct Question {
    const FieldPoint& point;
    geo::Coordinate position;
    const UnitMap& communes;
    std::span<const Site> sites;
    const geo::NearestIndex& siteIndex;
};

/// Two sites under one name mean neither, unless one of them has it as its identifier.
std::optional<std::size_t> siteCalled(const std::string& written, std::span<const Site> sites) {
    if (!isUtf8(written)) return std::nullopt;
    const std::string key = matchKey(written);
    std::optional<std::size_t> byName;
    int named = 0;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (isUtf8(sites[i].id) && matchKey(sites[i].id) == key) return i;
        if (!isUtf8(sites[i].name) || matchKey(sites[i].name) != key) continue;
        byName = i;
        ++named;
    }
    return named == 1 ? byName : std::nullopt;
}

geo::Metres distanceBetween(geo::Coordinate a, geo::Coordinate b) {
    return {std::hypot(a.x - b.x, a.y - b.y)};
}

void setDeclaredSite(VisitAnswer& answer, const Question& asked) {
    answer.site = siteCalled(asked.point.declaredSite, asked.sites);
    answer.isSiteUnknown = !answer.site;
    if (!answer.site || !asked.sites[*answer.site].at || !isNumber(asked.position)) return;
    answer.toSite = distanceBetween(asked.position, *asked.sites[*answer.site].at);
}

void setNearestSite(VisitAnswer& answer, const Question& asked) {
    if (!isNumber(asked.position)) return;
    const auto nearest = asked.siteIndex.nearest(asked.position, siteReach);
    if (!nearest || nearest->shape >= asked.sites.size()) return;
    answer.site = nearest->shape;
    answer.toSite = nearest->distance;
}

void setSite(VisitAnswer& answer, const Question& asked) {
    answer.toSite = infinite;
    if (!asked.point.declaredSite.empty()) setDeclaredSite(answer, asked);
    if (!answer.site) setNearestSite(answer, asked);
}

struct Reference {
    const MappedUnit* unit = nullptr;
    VisitBasis basis = VisitBasis::Nothing;
};

Reference referenceFromSite(const VisitAnswer& answer, const Question& asked) {
    if (!answer.site) return {};
    const bool isDeclared = !asked.point.declaredSite.empty() && !answer.isSiteUnknown;
    if (!isDeclared && asked.point.isTrack) return {};
    const MappedUnit* const unit = registeredUnitOf(asked.sites[*answer.site], asked.communes);
    if (unit == nullptr) return {};
    return {unit, isDeclared ? VisitBasis::DeclaredSite : VisitBasis::NearestSite};
}

Reference referenceUnderfoot(const VisitAnswer& answer, const Question& asked) {
    const MappedUnit* const underfoot = asked.communes.at(asked.position);
    if (underfoot != nullptr) return {underfoot, VisitBasis::Underfoot};
    const MappedUnit* const nearest = asked.communes.nearest(asked.position, slackOf(answer));
    if (nearest == nullptr) return {};
    return {nearest, VisitBasis::NearestBorder};
}

Reference referenceOf(VisitAnswer& answer, const Question& asked) {
    if (!asked.point.declaredCommune.empty()) {
        const MappedUnit* const declared = asked.communes.find(asked.point.declaredCommune);
        if (declared != nullptr) return {declared, VisitBasis::DeclaredCommune};
        answer.isCommuneUnknown = true;
    }
    const Reference fromSite = referenceFromSite(answer, asked);
    return fromSite.unit != nullptr ? fromSite : referenceUnderfoot(answer, asked);
}

Verdict verdictOf(geo::Metres inward, geo::Metres slack) {
    if (inward > slack) return Verdict::Inside;
    return inward < slack * -1 ? Verdict::Outside : Verdict::Undetermined;
}

/// Beyond the border: the unit underfoot where it is not the one compared with, else the nearest other one.
const MappedUnit* neighbourOf(const VisitAnswer& answer, const Question& asked, const MappedUnit& unit) {
    const MappedUnit* const underfoot = asked.communes.at(asked.position);
    if (underfoot != nullptr && underfoot != &unit) return underfoot;
    return asked.communes.nearest(asked.position, slackOf(answer), &unit);
}

void judgeAgainst(VisitAnswer& answer, const Question& asked, const MappedUnit& unit) {
    answer.declaredCode = unit.code;
    answer.declaredName = unit.name;
    if (!isNumber(asked.position)) return;
    answer.toBorder = asked.communes.distanceToBorder(unit, asked.position);
    if (!std::isfinite(answer.toBorder.value)) return;
    const geo::Metres inward = answer.toBorder * (asked.communes.contains(unit, asked.position) ? 1 : -1);
    answer.verdict = verdictOf(inward, slackOf(answer));
    answer.probabilityInside = probabilityInside(inward, answer.accuracy_m);
    if (answer.verdict != Verdict::Undetermined) return;
    if (const MappedUnit* const neighbour = neighbourOf(answer, asked, unit)) {
        answer.neighbourCode = neighbour->code;
        answer.neighbourName = neighbour->name;
    }
}

void judgeWithoutUnit(VisitAnswer& answer, const Question& asked) {
    if (!isNumber(asked.position) || asked.communes.units().empty()) return;
    answer.verdict = Verdict::Outside;
    answer.probabilityInside = 0;
}

void setActual(VisitAnswer& answer, const MappedUnit* actual) {
    if (actual == nullptr) return;
    answer.actualCode = actual->code;
    answer.actualName = actual->name;
}

}  // namespace

std::string wordOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::Inside:
            return "inside";
        case Verdict::Outside:
            return "outside";
        case Verdict::Undetermined:
            return "undetermined";
    }
    return {};
}

std::string wordOf(VisitBasis basis) {
    switch (basis) {
        case VisitBasis::DeclaredCommune:
            return "declared-commune";
        case VisitBasis::DeclaredSite:
            return "declared-site";
        case VisitBasis::NearestSite:
            return "nearest-site";
        case VisitBasis::Underfoot:
            return "underfoot";
        case VisitBasis::NearestBorder:
            return "nearest-border";
        case VisitBasis::Nothing:
            return "nothing";
    }
    return {};
}

double probabilityInside(geo::Metres inward, double accuracy_m) {
    return 0.5 * std::erfc(-inward.value / (accuracy_m * std::sqrt(2.0)));
}

geo::NearestIndex indexOfSites(std::span<const Site> sites) {
    std::vector<geo::Geometry> places;
    places.reserve(sites.size());
    for (const Site& site : sites)
        places.push_back(site.at ? geo::Geometry::point(*site.at) : geo::Geometry());
    return geo::NearestIndex(places);
}

VisitAnswer judgeVisit(const FieldPoint& point, geo::Coordinate position, const UnitMap& communes,
                       std::span<const Site> sites, const geo::NearestIndex& siteIndex) {
    const Question asked{point, position, communes, sites, siteIndex};
    VisitAnswer answer;
    answer.toBorder = infinite;
    setAccuracy(answer, point);
    setSite(answer, asked);
    setActual(answer, communes.at(position));
    const Reference reference = referenceOf(answer, asked);
    answer.basis = reference.basis;
    if (reference.unit != nullptr)
        judgeAgainst(answer, asked, *reference.unit);
    else
        judgeWithoutUnit(answer, asked);
    return answer;
}

}  // namespace layers
