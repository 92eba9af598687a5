// SPDX-License-Identifier: Apache-2.0
// Figures joined to shapes, words found, then painted.
#include "app/jobs/map.hpp"

#include <algorithm>
#include <map>

#include "app/jobs/figures.hpp"
#include "app/jobs/map_words.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/topology/points.hpp"
#include "layers/text/names.hpp"
#include "styles/paint/paint_file.hpp"
#include "styles/theme/theme_reader.hpp"

namespace app {
namespace {

styles::Theme themeNamed(const MapRequest& request) {
    const auto file = request.themesFolder / (request.theme + ".json");
    if (std::filesystem::exists(file)) return styles::readTheme(file);
    throw geo::Error(geo::ErrorKind::Usage, "map.theme-unknown", {{"theme", request.theme}});
}

styles::MapUnit mapUnit(const layers::Feature& feature) {
    styles::MapUnit unit;
    unit.code = layers::textIn(feature.values[0]);
    unit.name = layers::withoutUnitPrefix(layers::textIn(feature.values[1]));
    unit.labelAt = geo::labelPoint(feature.geometry);
    unit.shape = feature.geometry;
    return unit;
}

std::vector<styles::MapUnit> mapUnits(const layers::Workspace& workspace, std::int64_t layer,
                                      const std::vector<layers::Observation>& observations) {
    std::map<std::string, std::optional<double>> valueOf;
    for (const auto& observation : observations) valueOf[observation.unitCode] = observation.value;
    auto stream = workspace.readLayer(layer, {.fields = {{"code", "name"}}});
    std::vector<styles::MapUnit> units;
    layers::Feature feature;
    while (stream.next(feature)) {
        units.push_back(mapUnit(feature));
        const auto found = valueOf.find(units.back().code);
        if (found != valueOf.end()) units.back().value = found->second;
    }
    return units;
}

/// The same question asked of the whole province.
ComputeRequest provinceRequest(ComputeRequest request, const layers::Observation& sample) {
    request.level = layers::UnitLevel::Province;
    request.unitsOn = sample.unitsOn;
    return request;
}

/// A province is drawn as the communes it consists of; every other level as itself.
void requireDrawable(layers::UnitLevel level) {
    if (level != layers::UnitLevel::Province) return;
    throw geo::Error(geo::ErrorKind::Usage, "map.level-not-drawn", {{"level", layers::wordOf(level)}});
}

void requireInView(const styles::MapSheet& sheet) {
    const auto isSeen = [&](const styles::MapUnit& unit) {
        return sheet.extent->intersects(unit.shape.extent());
    };
    if (!sheet.extent || std::ranges::any_of(sheet.units, isSeen)) return;
    throw geo::Error(geo::ErrorKind::Usage, "map.nothing-to-draw");
}

struct MapFigures {
    const std::vector<layers::Observation>& units;
    const layers::Observation& province;
};

styles::MapSheet sheetOf(const Project& project, const MapRequest& request, const MapFigures& figures,
                         const Catalogue& words) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const layers::Observation& sample = figures.units.front();
    const layers::Observation& province = figures.province;
    const auto record = unitLayer(workspace, project, unitRegister(workspace), sample.level, sample.unitsOn);
    styles::MapSheet sheet;
    sheet.units = mapUnits(workspace, record.id, figures.units);
    sheet.theme = themeNamed(request);
    sheet.text = mapText(
        {sheet.theme, sample, province, targets(workspace), request.figures.rubber, record.source}, words);
    sheet.formatValue = [language = words.language(), decimals = sheet.theme.decimals](double value) {
        return formatNumber(value, decimals, language);
    };
    sheet.formatLength = [language = words.language()](double length) {
        return formatShort(length, language);
    };
    sheet.size = request.size;
    sheet.extent = request.extent;
    requireInView(sheet);
    sheet.referenceMark = province.value;
    return sheet;
}

}  // namespace

Outcome drawMap(const Project& project, const MapRequest& request, const MapTools& tools,
                geo::Progress& progress) {
    requireDrawable(request.figures.level);
    themeNamed(request);
    const Figures units = figuresFor(project, request.figures, progress);
    const auto& sample = units.observations.front();
    const Figures province = figuresFor(units.project, provinceRequest(request.figures, sample), progress);
    progress.step("map.drawing");
    const auto sheet =
        sheetOf(province.project, request, {units.observations, province.observations.front()}, tools.words);
    const auto map = styles::paintFile(request.out, sheet, sample.asOf, tools.session);
    Outcome outcome{.verb = "map", .project = province.project, .findings = units.findings};
    outcome.files = {request.out};
    outcome.rows = {{{"file", request.out.string()},
                     {"width", std::int64_t{request.size.width}},
                     {"height", std::int64_t{request.size.height}},
                     {"labels", static_cast<std::int64_t>(map.labels.size())},
                     {"unlabelled", static_cast<std::int64_t>(map.unlabelled.size())}}};
    outcome.summary = {{"map.drawn", {{"file", request.out.string()}}}};
    return outcome;
}

}  // namespace app
