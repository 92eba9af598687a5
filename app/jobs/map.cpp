// SPDX-License-Identifier: Apache-2.0
// What the theme asks for, words for it, then painted.
#include "app/jobs/map.hpp"

#include <algorithm>
#include <set>

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/figures.hpp"
#include "app/jobs/map_content.hpp"
#include "app/jobs/map_words.hpp"
#include "app/jobs/plot_source.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "styles/paint/paint_file.hpp"
#include "styles/theme/ramp.hpp"
#include "styles/theme/theme_reader.hpp"

namespace app {
namespace {

std::string themesIn(const std::filesystem::path& folder) {
    std::set<std::string> themes;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".json") themes.insert(entry.path().stem().string());
    }
    std::string list;
    for (const std::string& theme : themes) list += (list.empty() ? "" : ", ") + theme;
    return list;
}

styles::Theme themeNamed(const MapRequest& request) {
    const auto file = request.themesFolder / (request.theme + ".json");
    if (std::filesystem::exists(file)) return styles::readTheme(file);
    throw geo::Error(geo::ErrorKind::Usage, "map.theme-unknown",
                     {{"theme", request.theme}, {"known", themesIn(request.themesFolder)}});
}

/// A province is drawn as the communes it consists of, a reach as the river it is part of.
void requireDrawable(layers::UnitLevel level) {
    if (level != layers::UnitLevel::Province && level != layers::UnitLevel::Reach) return;
    throw geo::Error(geo::ErrorKind::Usage, "map.level-not-drawn", {{"level", layers::wordOf(level)}});
}

void requireInView(const styles::MapSheet& sheet) {
    const auto isSeen = [&](const styles::MapUnit& unit) {
        return sheet.extent->intersects(unit.shape.extent());
    };
    if (!sheet.extent || std::ranges::any_of(sheet.units, isSeen)) return;
    throw geo::Error(geo::ErrorKind::Usage, "map.nothing-to-draw");
}

/// The figures of a map, computed where they are not kept yet, and the project that shows them.
class MapFigures {
  public:
    MapFigures(const Project& project, geo::Progress& progress) : m_project(project), m_progress(progress) {}

    std::vector<layers::Observation> of(const ComputeRequest& question) {
        Figures figures = figuresFor(m_project, question, m_progress);
        m_project = figures.project;
        std::ranges::move(figures.findings, std::back_inserter(m_findings));
        return std::move(figures.observations);
    }

    const Project& project() const { return m_project; }
    const std::vector<layers::Finding>& findings() const { return m_findings; }

  private:
    Project m_project;
    geo::Progress& m_progress;
    std::vector<layers::Finding> m_findings;
};

/// Everything a sheet is made from besides the workspace.
struct MapPlan {
    styles::Theme theme;
    ComputeRequest question;
    std::vector<layers::Observation> units;
    std::vector<layers::Observation> reaches;
    layers::Observation province;
};

bool hasLayers(const Project& project, layers::Kind kind) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    return !shownLayers(workspace, project, kind).empty();
}

ComputeRequest atLevel(ComputeRequest question, layers::UnitLevel level,
                       std::optional<geo::Date> unitsOn = std::nullopt) {
    question.level = level;
    question.unitsOn = unitsOn;
    return question;
}

/// The themes that draw rivers by figures and not as plain water.
bool valuesRivers(const styles::Theme& theme) { return theme.lines && theme.lines->colours.count() > 0; }

bool isByTarget(const styles::Theme& theme) { return theme.id == "targets"; }

/// Plain units have no classes, and only differences have a target to be classed about.
void requireClassable(const styles::Theme& theme, const std::optional<styles::Classing>& classing) {
    if (!classing) return;
    const bool isAboutTarget = classing->method == styles::ClassMethod::Target;
    if (!theme.base && (isByTarget(theme) || !isAboutTarget)) return;
    throw geo::Error(geo::ErrorKind::Usage, "map.classes-not-for-theme",
                     {{"theme", theme.id}, {"method", styles::wordOf(classing->method)}});
}

MapPlan planMap(const MapRequest& request, MapFigures& figures) {
    MapPlan plan{themeNamed(request), request.figures, {}, {}, {}};
    requireClassable(plan.theme, request.classing);
    if (!plan.theme.indicator.empty()) plan.question.indicator = plan.theme.indicator;
    if (!plan.theme.base) plan.units = figures.of(plan.question);
    const bool hasRivers = hasLayers(figures.project(), layers::Kind::Rivers) &&
                           hasLayers(figures.project(), layers::Kind::Basins);
    if (valuesRivers(plan.theme) && hasRivers) {
        plan.reaches = figures.of(atLevel(plan.question, layers::UnitLevel::Reach));
    }
    const auto unitsOn = plan.units.empty() ? plan.question.unitsOn : plan.units.front().unitsOn;
    ComputeRequest whole = atLevel(plan.question, layers::UnitLevel::Province, unitsOn);
    // The day of districts that are no more, or of basins, is none of the province's own.
    if (!layers::isAdministrative(plan.question.level)) whole.unitsOn = std::nullopt;
    if (!plan.units.empty()) whole.period = plan.units.front().asOf.year;
    plan.province = figures.of(whole).front();
    return plan;
}

geo::Date unitsOnOf(const FigureRoom& room, const MapPlan& plan) {
    if (!plan.units.empty()) return plan.units.front().unitsOn;
    return unitsDay(room.units, plan.question.level, plan.question.unitsOn);
}

/// Points with sectors are models, points with volumes outfalls.
layers::Kind kindOfPoints(const styles::Theme& theme) {
    return theme.points->colours.categories.empty() ? layers::Kind::Outfalls : layers::Kind::Models;
}

void addContent(styles::MapSheet& sheet, const FigureRoom& room, const MapPlan& plan,
                geo::Progress& progress) {
    const auto& theme = sheet.theme;
    const auto figures = wholeFigures(plan.units);
    sheet.units = mapUnits(room, plan.question.level, unitsOnOf(room, plan), figures);
    if (isByTarget(theme)) valueByTarget(sheet.units, figures, targets(room.workspace, room.project));
    if (theme.lines) sheet.lines = mapRivers(room, wholeFigures(plan.reaches));
    if (theme.plots) sheet.plots = plotSource(room, plan.question.period, *theme.plots, progress);
    if (!theme.points) return;
    sheet.points = kindOfPoints(theme) == layers::Kind::Outfalls ? mapOutfalls(room, plan.question.period)
                                                                 : mapModels(room, plan.question.period);
}

layers::SourceRecord bordersOf(const FigureRoom& room, const MapPlan& plan) {
    const auto level = plan.question.level;
    if (!layers::isAdministrative(level)) {
        return shownLayers(room.workspace, room.project, layers::Kind::Basins).back().source;
    }
    return unitLayer(room.workspace, room.project, room.units, level, unitsOnOf(room, plan)).source;
}

/// Values that stand in a class: what is marked instead is left to its mark.
std::vector<double> classedValues(const std::vector<styles::MapUnit>& units) {
    std::vector<double> values;
    for (const styles::MapUnit& unit : units) {
        const bool isMarked =
            unit.mark == styles::UnitMark::NotApplicable || unit.mark == styles::UnitMark::NoTarget;
        if (unit.value && !isMarked) values.push_back(*unit.value);
    }
    return values;
}

void classUnits(styles::MapSheet& sheet, const std::optional<styles::Classing>& classing) {
    if (!classing) return;
    const std::optional<double> turn = isByTarget(sheet.theme) ? std::optional(0.0) : std::nullopt;
    sheet.theme = styles::classedAnew(std::move(sheet.theme), {*classing, turn}, classedValues(sheet.units));
}

MapFacts factsOf(const FigureRoom& room, const MapPlan& plan, const MapRequest& request,
                 const styles::Theme& theme) {
    const std::int64_t illustrative =
        plan.theme.points ? illustrativePlaces(room, kindOfPoints(plan.theme), plan.question.period) : 0;
    return {.theme = theme,
            .level = plan.question.level,
            .sample = plan.units.empty() ? plan.province : plan.units.front(),
            .province = plan.province,
            .targets = targets(room.workspace, room.project),
            .rubber = plan.question.rubber,
            .borders = bordersOf(room, plan),
            .sectors = sectorNames(room.workspace),
            .indicator = indicatorFact(room.workspace, plan.question.indicator),
            .illustrative = illustrative,
            .classing = request.classing ? std::optional(request.classing->method) : std::nullopt};
}

styles::MapSheet sheetOf(const FigureRoom& room, const MapRequest& request, const MapPlan& plan,
                         const Catalogue& words, geo::Progress& progress) {
    styles::MapSheet sheet;
    sheet.theme = plan.theme;
    addContent(sheet, room, plan, progress);
    classUnits(sheet, request.classing);
    sheet.text = mapText(factsOf(room, plan, request, sheet.theme), words);
    sheet.formatValue = [language = words.language(), decimals = sheet.theme.decimals](double value) {
        return formatNumber(value, decimals, language);
    };
    sheet.formatLength = [language = words.language()](double length) {
        return formatShort(length, language);
    };
    sheet.formatAmount = sheet.formatLength;
    sheet.size = request.size;
    sheet.extent = request.extent;
    requireInView(sheet);
    if (!isByTarget(sheet.theme) && !sheet.theme.base) sheet.referenceMark = plan.province.value;
    return sheet;
}

Row rowOf(const MapRequest& request, const styles::MapSheet& sheet, const styles::ComposedMap& map) {
    const auto count = [](const auto& things) { return static_cast<std::int64_t>(things.size()); };
    return {{"file", request.out.string()},
            {"width", std::int64_t{request.size.width}},
            {"height", std::int64_t{request.size.height}},
            {"units", count(sheet.units)},
            {"points", count(sheet.points)},
            {"lines", count(sheet.lines)},
            {"plots", sheet.plots.count},
            {"labels", count(map.labels)},
            {"unlabelled", count(map.unlabelled)}};
}

}  // namespace

PreparedMap prepareMap(const Project& project, const MapRequest& request, const Catalogue& words,
                       geo::Progress& progress) {
    requireDrawable(request.figures.level);
    MapFigures figures(project, progress);
    const MapPlan plan = planMap(request, figures);
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    const FigureRoom room{workspace, figures.project(), units};
    return {sheetOf(room, request, plan, words, progress), figures.project(), figures.findings(),
            plan.province.asOf};
}

Outcome drawMap(const Project& project, const MapRequest& request, const MapTools& tools,
                geo::Progress& progress) {
    const PreparedMap prepared = prepareMap(project, request, tools.words, progress);
    progress.step("map.drawing");
    const auto map = styles::paintFile(request.out, prepared.sheet, prepared.asOf, tools.session);
    Outcome outcome{.verb = "map", .project = prepared.project, .findings = prepared.findings};
    outcome.files = {request.out};
    outcome.rows = {rowOf(request, prepared.sheet, map)};
    outcome.summary = {{"map.drawn", {{"file", request.out.string()}}}};
    return outcome;
}

}  // namespace app
