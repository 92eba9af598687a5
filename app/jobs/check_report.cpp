// SPDX-License-Identifier: Apache-2.0
// Rows and lines of checked points.
#include "app/jobs/check_report.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

using CellValue = decltype(Cell::value);

CellValue textOrNothing(const std::string& text) { return text.empty() ? CellValue() : CellValue(text); }

/// Ten to the decimals a number is worth: a millimetre, a decimetre, a centimetre in degrees.
double rounded(double number, double steps) { return std::round(number * steps) / steps; }

CellValue distanceCell(geo::Metres distance) {
    return std::isfinite(distance.value) ? CellValue(rounded(distance.value, 10)) : CellValue();
}

CellValue planeCell(const std::optional<geo::Coordinate>& at, double geo::Coordinate::*axis) {
    return at ? CellValue(rounded((*at).*axis, 1000)) : CellValue();
}

std::string accuracyFrom(const CheckedPoint& checked) {
    return checked.answer.isAccuracyAssumed ? "assumed" : checked.point.accuracyFrom;
}

void addPosition(Row& row, const CheckedPoint& checked) {
    const layers::FieldPoint& point = checked.point;
    row.push_back({"name", textOrNothing(point.name)});
    row.push_back({"time", textOrNothing(point.time)});
    row.push_back({"lon", rounded(point.lonLat_deg.x, 1e8)});
    row.push_back({"lat", rounded(point.lonLat_deg.y, 1e8)});
    row.push_back({"east", planeCell(checked.at, &geo::Coordinate::x)});
    row.push_back({"north", planeCell(checked.at, &geo::Coordinate::y)});
    row.push_back(
        {"elevation_m", point.elevation_m ? CellValue(rounded(*point.elevation_m, 1000)) : CellValue()});
    row.push_back({"accuracy_m", rounded(checked.answer.accuracy_m, 1000)});
    row.push_back({"accuracy_from", textOrNothing(accuracyFrom(checked))});
}

void addUnderfoot(Row& row, const CheckedPoint& checked, const CheckGround& ground) {
    row.push_back({"unit_code", textOrNothing(checked.answer.actualCode)});
    row.push_back({"unit_name", textOrNothing(checked.answer.actualName)});
    const auto& former = checked.underfoot.formerUnits;
    for (std::size_t i = 0; i < ground.formerUnits().size(); ++i) {
        row.push_back(
            {ground.formerUnits()[i].cell, i < former.size() ? textOrNothing(former[i]) : CellValue()});
    }
    row.push_back({"basin", textOrNothing(checked.underfoot.basin)});
    const auto& stream = checked.underfoot.stream;
    row.push_back({"stream", stream ? textOrNothing(stream->name) : CellValue()});
    row.push_back({"stream_distance_m", stream ? distanceCell(stream->distance) : CellValue()});
}

void addSite(Row& row, const CheckedPoint& checked, const CheckGround& ground) {
    const auto near = siteOf(checked);
    const layers::Site* const site = near ? &ground.sites()[near->site] : nullptr;
    row.push_back({"site_id", site != nullptr ? textOrNothing(site->id) : CellValue()});
    row.push_back({"site_name", site != nullptr ? textOrNothing(site->name) : CellValue()});
    row.push_back({"site_kind", site != nullptr ? CellValue(layers::wordOf(site->kind)) : CellValue()});
    row.push_back({"site_distance_m", near ? distanceCell(near->distance) : CellValue()});
}

void addVerdict(Row& row, const CheckedPoint& checked, const Stretch& stretch) {
    row.push_back({"declared_code", textOrNothing(checked.answer.declaredCode)});
    row.push_back({"declared_name", textOrNothing(checked.answer.declaredName)});
    row.push_back({"declared_from", layers::wordOf(checked.answer.basis)});
    row.push_back({"verdict", layers::wordOf(checked.answer.verdict)});
    row.push_back({"border_distance_m", distanceCell(stretch.toBorder)});
    row.push_back({"probability_inside", rounded(checked.answer.probabilityInside, 1e4)});
    row.push_back({"is_track", checked.point.isTrack});
    row.push_back({"points", static_cast<std::int64_t>(stretch.count)});
    row.push_back({"note", textOrNothing(checked.point.note)});
    row.push_back({"device", textOrNothing(checked.point.device)});
    row.push_back({"photo", textOrNothing(checked.point.photo)});
    row.push_back({"row", checked.point.row});
}

bool isSameStretch(const CheckedPoint& a, const CheckedPoint& b) {
    return a.point.isTrack && b.point.isTrack && a.point.name == b.point.name &&
           a.answer.verdict == b.answer.verdict && a.answer.actualCode == b.answer.actualCode &&
           a.answer.declaredCode == b.answer.declaredCode;
}

std::string spokenName(const CheckedPoint& checked, const Stretch& stretch, const Catalogue& words) {
    const std::string name = checked.point.name.empty()
                                 ? words.sentence("check.unnamed", {{"row", checked.point.row}})
                                 : checked.point.name;
    if (!checked.point.isTrack) return name;
    const auto count = static_cast<std::int64_t>(stretch.count);
    return words.sentence("check.track", {{"name", name}, {"count", count}});
}

}  // namespace

std::vector<Stretch> stretchesOf(const std::vector<CheckedPoint>& points) {
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const geo::Metres toBorder = points[i].answer.toBorder;
        if (i > 0 && isSameStretch(points[i - 1], points[i])) {
            ++stretches.back().count;
            stretches.back().toBorder = std::min(stretches.back().toBorder, toBorder);
        } else {
            stretches.push_back({i, 1, toBorder});
        }
    }
    return stretches;
}

Row rowOf(const CheckedPoint& checked, const Stretch& stretch, const CheckGround& ground) {
    Row row;
    addPosition(row, checked);
    addUnderfoot(row, checked, ground);
    addSite(row, checked, ground);
    addVerdict(row, checked, stretch);
    return row;
}

std::optional<NearSite> siteOf(const CheckedPoint& checked) {
    if (!checked.answer.site) return checked.underfoot.site;
    return NearSite{*checked.answer.site, checked.answer.toSite};
}

std::vector<geo::Message> besideOf(const CheckedPoint& checked, const CheckGround& ground) {
    std::vector<geo::Message> beside;
    if (const auto near = siteOf(checked); near && std::isfinite(near->distance.value)) {
        const layers::Site& site = ground.sites()[near->site];
        beside.push_back({"where.site",
                          {{"kind", layers::wordOf(site.kind)},
                           {"name", site.name},
                           {"distance_m", near->distance.value}}});
    }
    if (const auto& stream = checked.underfoot.stream) {
        beside.push_back({"where.stream", {{"name", stream->name}, {"distance_m", stream->distance.value}}});
    }
    return beside;
}

geo::Message lineOf(const CheckedPoint& checked, const Stretch& stretch, const Catalogue& words) {
    const layers::VisitAnswer& answer = checked.answer;
    const std::string name = spokenName(checked, stretch, words);
    const std::string verdict = layers::wordOf(answer.verdict);
    if (answer.verdict == layers::Verdict::Outside && answer.actualCode.empty()) {
        return {"check.line-off-units", {{"name", name}, {"verdict", verdict}}};
    }
    return {"check.line-" + verdict,
            {{"name", name},
             {"verdict", verdict},
             {"declared", answer.declaredName},
             {"actual", answer.actualName},
             {"distance_m", stretch.toBorder.value},
             {"accuracy_m", answer.accuracy_m}}};
}

}  // namespace app
