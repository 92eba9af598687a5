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

ComputeRequest provinceRequest(ComputeRequest request) {
    request.level = layers::UnitLevel::Province;
    return request;
}

/// The province's own figure of the same data, if it was computed.
std::optional<layers::Observation> provinceFigure(const Project& project, const ComputeRequest& request,
                                                  const layers::Observation& sample) {
    auto question = provinceRequest(request);
    question.unitsOn = sample.unitsOn;
    question.method = parseCoverMethod(sample.method);
    auto kept = keptFigures(project, question);
    if (!kept) {
        question.unitsOn.reset();
        kept = keptFigures(project, question);
    }
    return kept && !kept->empty() ? std::optional(kept->front()) : std::nullopt;
}

/// A province is drawn as the communes it consists of; every other level as itself.
void requireDrawable(layers::UnitLevel level) {
    if (level != layers::UnitLevel::Province) return;
    throw geo::Error(geo::ErrorKind::Usage, "map.level-not-drawn", {{"level", layers::wordOf(level)}});
}

styles::MapSheet sheetOf(const Project& project, const MapRequest& request, const Figures& figures,
                         const Catalogue& words) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const layers::Observation& sample = figures.observations.front();
    const auto record = unitLayer(workspace, project, unitRegister(workspace), sample.level, sample.unitsOn);
    styles::MapSheet sheet;
    sheet.units = mapUnits(workspace, record.id, figures.observations);
    sheet.theme = themeNamed(request);
    const auto province = provinceFigure(project, request.figures, sample);
    sheet.text = mapText({sheet.theme, sample, province, targets(workspace), record.source}, words);
    sheet.formatNumber = [language = words.language()](double number) { return formatShort(number, language); };
    sheet.size = request.size;
    sheet.extent = request.extent;
    if (province) sheet.referenceMark = province->value;
    return sheet;
}

}  // namespace

Outcome drawMap(const Project& project, const MapRequest& request, const MapTools& tools, geo::Progress& progress) {
    requireDrawable(request.figures.level);
    themeNamed(request);
    const Figures figures = figuresFor(project, request.figures, progress);
    progress.step("map.drawing");
    const styles::MapSheet sheet = sheetOf(figures.project, request, figures, tools.words);
    const auto map = styles::paintFile(request.out, sheet, figures.observations.front().asOf, tools.session);
    Outcome outcome{.verb = "map", .project = figures.project, .findings = figures.findings};
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
