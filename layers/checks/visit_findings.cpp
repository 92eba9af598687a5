// SPDX-License-Identifier: Apache-2.0
// What of the answers to field points deserves a look.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "layers/checks/field_visits.hpp"
#include "layers/checks/site_locations.hpp"

namespace layers {
namespace {

std::string nameOf(const FieldPoint& point) {
    return point.name.empty() ? fmt::format("#{}", point.row) : point.name;
}

/// `assumed`, `stated`, or how the receiver or file knew it: `accuracy-hdop`.
std::string accuracySource(const FieldPoint& point, const VisitAnswer& answer) {
    if (answer.isAccuracyAssumed) return "assumed";
    return point.accuracyFrom.empty() ? "stated" : "accuracy-" + point.accuracyFrom;
}

Finding outside(const FieldPoint& point, const VisitAnswer& answer) {
    return {{"check.outside",
             {{"name", nameOf(point)},
              {"declared", answer.declaredName},
              {"actual", answer.actualName},
              {"distance_m", answer.toBorder.value},
              {"accuracy_m", answer.accuracy_m},
              {"accuracy_from", accuracySource(point, answer)}}},
            point.row,
            answer.declaredCode};
}

Finding undetermined(const FieldPoint& point, const VisitAnswer& answer) {
    return {{"check.undetermined",
             {{"name", nameOf(point)},
              {"unit", answer.declaredName},
              {"distance_m", answer.toBorder.value},
              {"accuracy_m", answer.accuracy_m},
              {"accuracy_from", accuracySource(point, answer)}}},
            point.row,
            answer.declaredCode};
}

Finding offUnits(const FieldPoint& point, const VisitAnswer& answer) {
    return {{"check.off-units", {{"name", nameOf(point)}}}, point.row, answer.declaredCode};
}

Finding farFromSite(const FieldPoint& point, const VisitAnswer& answer) {
    return {{"check.far-from-site",
             {{"name", nameOf(point)},
              {"site", point.declaredSite},
              {"distance_m", answer.toSite.value},
              {"accuracy_m", answer.accuracy_m}}},
            point.row,
            answer.declaredCode};
}

Finding communeUnknown(const FieldPoint& point) {
    return {{"check.commune-unknown", {{"name", nameOf(point)}, {"declared", point.declaredCommune}}},
            point.row,
            {}};
}

Finding siteUnknown(const FieldPoint& point) {
    return {{"check.site-unknown", {{"name", nameOf(point)}, {"site", point.declaredSite}}}, point.row, {}};
}

bool isOffUnits(const VisitAnswer& answer) {
    return answer.verdict == Verdict::Outside && answer.actualCode.empty() && answer.actualName.empty();
}

/// A position that was no number, or a map without units, has no distance to speak of.
bool isUndeterminedAtABorder(const VisitAnswer& answer) {
    return answer.verdict == Verdict::Undetermined && std::isfinite(answer.toBorder.value);
}

bool isFarFromItsSite(const FieldPoint& point, const VisitAnswer& answer) {
    if (point.declaredSite.empty() || answer.isSiteUnknown || !std::isfinite(answer.toSite.value))
        return false;
    return answer.toSite.value > siteTolerance.value + 2 * answer.accuracy_m;
}

void addMarked(std::vector<Finding>& findings, const FieldPoint& point, const VisitAnswer& answer) {
    if (answer.isCommuneUnknown) findings.push_back(communeUnknown(point));
    if (!point.declaredSite.empty() && answer.isSiteUnknown) findings.push_back(siteUnknown(point));
    if (isOffUnits(answer))
        findings.push_back(offUnits(point, answer));
    else if (answer.verdict == Verdict::Outside)
        findings.push_back(outside(point, answer));
    if (isUndeterminedAtABorder(answer)) findings.push_back(undetermined(point, answer));
    if (isFarFromItsSite(point, answer)) findings.push_back(farFromSite(point, answer));
}

/// Points of tracks that share a fault.
struct Gathered {
    std::string unitName;
    std::int64_t count = 0;
    std::int64_t firstRow = 0;
    double farthest_m = 0;
};

/// By code of the unit, or by the name that is written and unknown.
using ByUnit = std::map<std::string, Gathered>;

void gather(ByUnit& group, const std::string& code, const FieldPoint& point, const VisitAnswer& answer) {
    Gathered& gathered = group[code];
    gathered.unitName = answer.declaredName;
    gathered.firstRow = gathered.count == 0 ? point.row : std::min(gathered.firstRow, point.row);
    ++gathered.count;
    gathered.farthest_m = std::max(gathered.farthest_m, answer.toBorder.value);
}

struct TrackFaults {
    ByUnit outside;
    ByUnit undetermined;
    ByUnit offUnits;
    ByUnit communeUnknown;
};

/// A track that is declared nowhere crosses borders as it likes.
bool isDeclared(const VisitAnswer& answer) {
    return answer.basis == VisitBasis::DeclaredCommune || answer.basis == VisitBasis::DeclaredSite;
}

void gatherTrack(TrackFaults& faults, const FieldPoint& point, const VisitAnswer& answer) {
    if (answer.isCommuneUnknown) gather(faults.communeUnknown, point.declaredCommune, point, answer);
    if (isOffUnits(answer))
        gather(faults.offUnits, {}, point, answer);
    else if (answer.verdict == Verdict::Outside)
        gather(faults.outside, answer.declaredCode, point, answer);
    if (isUndeterminedAtABorder(answer) && isDeclared(answer))
        gather(faults.undetermined, answer.declaredCode, point, answer);
}

void addOutside(std::vector<Finding>& findings, const ByUnit& group) {
    for (const auto& [code, gathered] : group) {
        findings.push_back({{"check.track-outside",
                             {{"unit", gathered.unitName},
                              {"count", gathered.count},
                              {"first_row", gathered.firstRow},
                              {"distance_m", gathered.farthest_m}}},
                            gathered.firstRow,
                            code});
    }
}

void addUndetermined(std::vector<Finding>& findings, const ByUnit& group) {
    for (const auto& [code, gathered] : group) {
        findings.push_back(
            {{"check.track-undetermined",
              {{"unit", gathered.unitName}, {"count", gathered.count}, {"first_row", gathered.firstRow}}},
             gathered.firstRow,
             code});
    }
}

void addOffUnits(std::vector<Finding>& findings, const ByUnit& group) {
    for (const auto& [code, gathered] : group) {
        findings.push_back(
            {{"check.track-off-units", {{"count", gathered.count}, {"first_row", gathered.firstRow}}},
             gathered.firstRow,
             code});
    }
}

void addCommuneUnknown(std::vector<Finding>& findings, const ByUnit& group) {
    for (const auto& [declared, gathered] : group) {
        findings.push_back(
            {{"check.track-commune-unknown",
              {{"declared", declared}, {"count", gathered.count}, {"first_row", gathered.firstRow}}},
             gathered.firstRow,
             {}});
    }
}

}  // namespace

std::vector<Finding> visitFindings(std::span<const FieldPoint> points, std::span<const VisitAnswer> answers) {
    std::vector<Finding> findings;
    TrackFaults tracks;
    for (std::size_t i = 0; i < std::min(points.size(), answers.size()); ++i) {
        if (points[i].isTrack)
            gatherTrack(tracks, points[i], answers[i]);
        else
            addMarked(findings, points[i], answers[i]);
    }
    addOutside(findings, tracks.outside);
    addUndetermined(findings, tracks.undetermined);
    addOffUnits(findings, tracks.offUnits);
    addCommuneUnknown(findings, tracks.communeUnknown);
    return findings;
}

}  // namespace layers
