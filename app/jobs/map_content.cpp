// SPDX-License-Identifier: Apache-2.0
// Layers and figures as things to draw.
#include "app/jobs/map_content.hpp"

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/site_register.hpp"
#include "app/jobs/water_inputs.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/topology/points.hpp"
#include "layers/checks/site_words.hpp"
#include "layers/text/names.hpp"

namespace app {
namespace {

const layers::Observation* find(const std::map<std::string, layers::Observation>& figures,
                                const std::string& code) {
    const auto found = figures.find(code);
    return found == figures.end() ? nullptr : &found->second;
}

styles::MapUnit mapUnit(layers::MappedUnit&& shape, const layers::Observation* figure) {
    styles::MapUnit unit;
    unit.code = std::move(shape.code);
    unit.name = layers::withoutUnitPrefix(shape.name);
    unit.labelAt = geo::labelPoint(shape.shape);
    unit.shape = std::move(shape.shape);
    if (figure == nullptr) return unit;
    unit.value = figure->value;
    unit.mark = markOf(*figure);
    return unit;
}

std::optional<double> treatedShare(const layers::Outfall& outfall) {
    if (!outfall.discharged_m3_day || !outfall.treated_m3_day) return std::nullopt;
    return layers::percentageOf(outfall.treated_m3_day, outfall.discharged_m3_day);
}

/// Remarks in brackets belong to the register, not on the map.
std::string labelOf(const std::string& name) { return name.substr(0, name.find(" (")); }

bool isDrawn(layers::OutfallVerdict verdict) {
    return verdict == layers::OutfallVerdict::Counts || verdict == layers::OutfallVerdict::TreatedUnknown ||
           verdict == layers::OutfallVerdict::VolumeUnknown;
}

}  // namespace

styles::UnitMark markOf(const layers::Observation& figure) {
    switch (figure.status) {
        case layers::Status::Carried:
            return styles::UnitMark::Carried;
        case layers::Status::Estimated:
        case layers::Status::Provisional:
            return styles::UnitMark::Estimated;
        case layers::Status::NotReported:
            return styles::UnitMark::NotReported;
        case layers::Status::NotApplicable:
            return styles::UnitMark::NotApplicable;
        case layers::Status::Measured:
        case layers::Status::Reported:
        case layers::Status::Missing:
        case layers::Status::Suppressed:
            break;
    }
    return styles::UnitMark::Plain;
}

std::map<std::string, layers::Observation> wholeFigures(
    const std::vector<layers::Observation>& observations) {
    std::map<std::string, layers::Observation> figures;
    for (const auto& observation : observations) {
        if (observation.part.empty()) figures.emplace(observation.unitCode, observation);
    }
    return figures;
}

std::vector<styles::MapUnit> mapUnits(const FigureRoom& room, layers::UnitLevel level, geo::Date day,
                                      const std::map<std::string, layers::Observation>& figures) {
    std::vector<styles::MapUnit> units;
    for (layers::MappedUnit& shape : unitShapes(room, level, day)) {
        const auto* const figure = find(figures, shape.code);
        units.push_back(mapUnit(std::move(shape), figure));
    }
    return units;
}

void valueByTarget(std::vector<styles::MapUnit>& units,
                   const std::map<std::string, layers::Observation>& figures,
                   const layers::Targets& targets) {
    for (styles::MapUnit& unit : units) {
        const auto* const figure = find(figures, unit.code);
        const auto* const target =
            figure != nullptr ? targets.targetFor(figure->indicator, unit.code, figure->asOf.year) : nullptr;
        if (target == nullptr) unit.mark = styles::UnitMark::NoTarget;
        unit.value = target != nullptr && figure->value
                         ? std::optional(-layers::gapTo(*target, *figure->value))
                         : std::nullopt;
    }
}

std::vector<styles::MapLine> mapRivers(const FigureRoom& room,
                                       const std::map<std::string, layers::Observation>& figures) {
    std::vector<styles::MapLine> lines;
    for (layers::RiverReach& reach : riverReaches(room.workspace, room.project)) {
        styles::MapLine line{reach.id, reach.name, std::move(reach.line), std::nullopt, 0};
        if (const auto* const figure = find(figures, reach.id)) {
            line.value = figure->value;
            line.amount = figure->denominator.value_or(0);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<styles::MapPoint> mapOutfalls(const FigureRoom& room, std::optional<int> period) {
    const auto outfalls = readOutfalls(room, requireAnswering(room, layers::Kind::Outfalls, period));
    const auto verdicts = layers::judgeOutfalls(outfalls);
    std::vector<styles::MapPoint> points;
    for (std::size_t i = 0; i < outfalls.size(); ++i) {
        const layers::Outfall& outfall = outfalls[i];
        if (!outfall.at || !isDrawn(verdicts[i])) continue;
        const auto share = treatedShare(outfall);
        points.push_back({outfall.id,
                          labelOf(outfall.name),
                          *outfall.at,
                          share,
                          {},
                          outfall.discharged_m3_day.value_or(0),
                          !share.has_value()});
    }
    return points;
}

std::vector<styles::MapPoint> mapModels(const FigureRoom& room, std::optional<int> period) {
    std::vector<styles::MapPoint> points;
    for (const auto& record : requireAnswering(room, layers::Kind::Models, period)) {
        for (const layers::Site& site : sitesOf(room.workspace, record)) {
            if (!site.at) continue;
            points.push_back({site.id, labelOf(site.name), *site.at, std::nullopt, site.sector, 0,
                              site.stage != "operating"});
        }
    }
    return points;
}

std::int64_t illustrativePlaces(const FigureRoom& room, layers::Kind kind, std::optional<int> period) {
    std::int64_t count = 0;
    for (const auto& record : requireAnswering(room, kind, period)) {
        auto stream = room.workspace.readLayer(
            record.id, {.fields = {{"position_status"}}, .shapes = layers::ShapesWanted::No});
        layers::Feature place;
        while (stream.next(place)) {
            const std::string written = layers::textIn(place.values.front());
            if (layers::normalPositionStatus(written) == "illustrative") ++count;
        }
    }
    return count;
}

}  // namespace app
