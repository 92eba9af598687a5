// SPDX-License-Identifier: Apache-2.0
// Borders chosen, places matched with them, readings compared, the verdict put into a message.
#include "app/jobs/crs_guard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/jobs/site_register.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/vn2000.hpp"
#include "layers/checks/crs_fit.hpp"
#include "layers/checks/site_locations.hpp"

namespace app {
namespace {

constexpr std::size_t mostListed = 6;
/// Less than any mistake of zone, scale or datum makes.
constexpr geo::Metres smallShift{5};

struct Borders {
    layers::UnitMap map;
    std::string source;
    /// Of the units the file itself speaks of.
    bool areOfItsDay = false;
};

/// Else any communes, else any districts, the latest first.
std::optional<layers::LayerRecord> anyUnits(const Intake& intake) {
    for (const auto kind : {layers::Kind::Communes, layers::Kind::Districts}) {
        const auto records = shownLayers(intake.workspace, intake.outcome.project, kind);
        const auto byDay = [](const auto& a, const auto& b) { return a.epoch < b.epoch; };
        if (!records.empty()) return *std::ranges::max_element(records, byDay);
    }
    return std::nullopt;
}

std::optional<Borders> bordersFor(const Intake& intake) {
    const auto level = levelOf(intake.request.kind).value_or(layers::UnitLevel::Commune);
    const auto ofItsDay =
        findUnitLayer(intake.workspace, intake.outcome.project, intake.units, level, epochOf(intake));
    const auto record = ofItsDay ? ofItsDay : anyUnits(intake);
    if (!record) return std::nullopt;
    return Borders{unitMapOf(intake.workspace, *record),
                   std::filesystem::path(record->source.path).filename().string(), ofItsDay.has_value()};
}

const layers::MappedUnit* unitOf(const SampledPlace& place, const layers::UnitMap& map) {
    if (place.code.empty() && place.name.empty()) return nullptr;
    layers::Site site;
    site.communeCode = place.code;
    site.communeName = place.name;
    return layers::registeredUnitOf(site, map);
}

/// Places whose unit is known; where few are, vertices that may lie on any border.
layers::CrsControls controlsFrom(const Intake& intake, const CrsSample& sample, const Borders& borders) {
    layers::CrsControls controls{borders.map, intake.workspace.settings().crs, {}, {}};
    controls.kind =
        levelOf(intake.request.kind) ? layers::ControlKind::OwnBorder : layers::ControlKind::OwnUnit;
    for (const SampledPlace& place : sample.places()) {
        const auto* const unit = borders.areOfItsDay ? unitOf(place, borders.map) : nullptr;
        if (unit != nullptr) controls.points.push_back({place.numbers, unit});
    }
    if (controls.points.size() * 2 > sample.places().size() || !sample.hasShapes()) return controls;
    controls.kind = layers::ControlKind::AnyBorder;
    controls.points.clear();
    for (const SampledPlace& place : sample.places()) controls.points.push_back({place.numbers});
    return controls;
}

bool isReadAs(const geo::CrsCandidate& candidate, const geo::Crs& crs) {
    return candidate.axes == geo::AxesRead::AsWritten && candidate.crs == crs;
}

/// Every system whose place is the province, as named and without a shift of datum.
std::vector<geo::CrsCandidate> readingsOf(const Intake& intake, const CrsSample& sample) {
    auto readings = geo::candidatesFor(sample.typicalExtent(), provinceExtentInDegrees(intake.workspace));
    const std::size_t named = readings.size();
    for (std::size_t i = 0; i < named; ++i) {
        if (auto twin = geo::unshifted(readings[i])) readings.push_back(std::move(*twin));
    }
    return readings;
}

std::string textOf(const geo::CrsCandidate& candidate) {
    const bool isExchanged = candidate.axes == geo::AxesRead::Exchanged;
    return geo::optionFor(candidate.crs) + (isExchanged ? " (X↔Y)" : "");
}

double percentOf(const layers::CrsFit& fit) { return std::round(1000 * fit.share) / 10; }

std::string textOf(const layers::CrsFit& fit) {
    return fmt::format("{} {:.0f} %", textOf(fit.candidate), percentOf(fit));
}

template <class Fits>
std::string listOf(const Fits& fits, std::size_t from = 0) {
    std::string list;
    for (std::size_t i = from; i < std::min(fits.size(), mostListed); ++i) {
        list += (list.empty() ? "" : ", ") + textOf(fits[i]);
    }
    return list.empty() ? "–" : list;
}

geo::Message messageOf(const char* id, const layers::CrsContradiction& contradiction,
                       const layers::CrsControls& controls, const Borders& borders) {
    const auto& [declared, better, apart] = contradiction;
    return {id,
            {{"crs", geo::optionFor(declared.candidate.crs)},
             {"better", better.candidate.crs.name()},
             {"option", geo::optionFor(better.candidate.crs)},
             {"shift_m", apart.value},
             {"controls", static_cast<std::int64_t>(controls.points.size())},
             {"percent", percentOf(declared)},
             {"better_percent", percentOf(better)},
             {"control", borders.source}}};
}

/// What no other system explains: places that do not lie in the unit they declare.
std::vector<layers::Finding> strayFindings(const layers::CrsControls& controls,
                                           const geo::CrsCandidate& declared, const Borders& borders) {
    constexpr double fewest = 0.8;
    if (controls.kind != layers::ControlKind::OwnUnit) return {};
    const auto fit = layers::rankReadings(controls, std::array{declared}).fits.front();
    if (fit.share >= fewest) return {};
    return {{{"shape.off-declared-units",
              {{"controls", static_cast<std::int64_t>(controls.points.size())},
               {"percent", percentOf(fit)},
               {"control", borders.source}}},
             0,
             {}}};
}

[[noreturn]] void refuse(const char* id, std::vector<geo::Argument> arguments) {
    throw geo::Error(geo::ErrorKind::BadData, id, std::move(arguments));
}

[[noreturn]] void refuseByRanking(const layers::CrsRanking& ranking, const layers::CrsControls& controls,
                                  const Borders& borders) {
    const layers::CrsFit& best = ranking.fits.front();
    std::vector<geo::Argument> arguments{{"controls", static_cast<std::int64_t>(controls.points.size())},
                                         {"control", borders.source}};
    if (ranking.verdict != layers::CrsVerdict::Sure) {
        arguments.push_back({"candidates", listOf(ranking.fits)});
        arguments.push_back({"option", geo::optionFor(best.candidate.crs)});
        refuse("crs.unsaid-alike", std::move(arguments));
    }
    arguments.push_back({"name", best.candidate.crs.name()});
    arguments.push_back({"option", geo::optionFor(best.candidate.crs)});
    arguments.push_back({"percent", percentOf(best)});
    arguments.push_back({"others", listOf(ranking.fits, 1)});
    const bool isExchanged =
        best.candidate.axes == geo::AxesRead::Exchanged && controls.kind != layers::ControlKind::OwnUnit;
    refuse(isExchanged ? "crs.unsaid-exchanged" : "crs.unsaid-sure", std::move(arguments));
}

constexpr std::string_view planeOnWgs84 = "WGS84:";

/// Nobody maps in zones of VN-2000 on WGS 84: programs that do not know VN-2000 write its files so (MapInfo).
/// The numbers may be of either, 223 m apart.
void refuseLostDatum(const geo::Crs& declared) {
    const std::string option = geo::optionFor(declared);
    if (!option.starts_with(planeOnWgs84)) return;
    const std::string vn2000 = "VN2000:" + option.substr(planeOnWgs84.size());
    refuse("crs.datum-lost", {{"crs", option}, {"option", geo::optionFor(geo::crsFromOption(vn2000))}});
}

}  // namespace

std::vector<layers::Finding> crsEvidence(const Intake& intake, const CrsSample& sample,
                                         const geo::Crs& declared, std::string_view crsFrom) {
    if (crsFrom != "user") refuseLostDatum(declared);
    const auto borders = bordersFor(intake);
    if (!borders) return {};
    const layers::CrsControls controls = controlsFrom(intake, sample, *borders);
    const geo::CrsCandidate asDeclared{declared};
    if (controls.points.empty() || layers::fitsAsDeclared(controls, asDeclared)) return {};
    auto rivals = readingsOf(intake, sample);
    std::erase_if(rivals, [&](const auto& rival) { return isReadAs(rival, declared); });
    const auto contradiction = layers::contradictionOf(controls, asDeclared, rivals);
    if (!contradiction && sample.hasShapes()) return strayFindings(controls, asDeclared, *borders);
    if (!contradiction) return {};
    const bool isSmall = contradiction->apart < smallShift;
    if (isSmall) return {{messageOf("crs.rotation-signs", *contradiction, controls, *borders), 0, {}}};
    if (crsFrom == "user") return {{messageOf("crs.fits-better", *contradiction, controls, *borders), 0, {}}};
    throw geo::Error(geo::ErrorKind::BadData,
                     messageOf("crs.contradicted", *contradiction, controls, *borders));
}

void refuseWithoutCrs(const Intake& intake, const CrsSample& sample) {
    const auto readings = readingsOf(intake, sample);
    if (readings.empty()) {
        const geo::Extent& extent = sample.extent();
        refuse("crs.unsaid-nowhere",
               {{"minX", extent.minX}, {"minY", extent.minY}, {"maxX", extent.maxX}, {"maxY", extent.maxY}});
    }
    if (const auto borders = bordersFor(intake)) {
        const layers::CrsControls controls = controlsFrom(intake, sample, *borders);
        const auto ranking = layers::rankReadings(controls, readings);
        if (ranking.verdict != layers::CrsVerdict::None) refuseByRanking(ranking, controls, *borders);
    }
    refuse("crs.unsaid",
           {{"candidates", listOf(readings)}, {"option", geo::optionFor(readings.front().crs)}});
}

void requireInProvince(const Intake& intake, const layers::LayerRecord& record, const CrsSample& sample) {
    const geo::Extent province = provinceExtent(intake.workspace);
    const bool isNowhere = province.isEmpty() || record.extent.isEmpty();
    if (isNowhere || province.intersects(record.extent)) return;
    const auto readings = readingsOf(intake, sample);
    std::string candidates = listOf(readings);
    if (const auto borders = bordersFor(intake)) {
        const auto ranking = layers::rankReadings(controlsFrom(intake, sample, *borders), readings);
        if (ranking.verdict != layers::CrsVerdict::None) candidates = listOf(ranking.fits);
    }
    refuse("crs.off-province", {{"crs", record.source.crs}, {"candidates", candidates}});
}

}  // namespace app
