// SPDX-License-Identifier: Apache-2.0
// What the theme asks for, words for it, then painted.
#include "app/jobs/map.hpp"

#include <algorithm>

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/figures.hpp"
#include "app/jobs/map_content.hpp"
#include "app/jobs/map_words.hpp"
#include "app/jobs/plot_source.hpp"
#include "app/jobs/theme_choice.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/files/formats.hpp"
#include "styles/map/plot_layer.hpp"
#include "styles/paint/paint_file.hpp"
#include "styles/theme/ramp.hpp"

namespace app {
namespace {

const char* const changeTheme = "change";

bool isByTarget(const styles::Theme& theme) { return theme.id == "targets"; }
bool isByChange(const styles::Theme& theme) { return theme.id == changeTheme; }

/// Values that turn at zero: how far from a target, how much since a year.
bool showsDifferences(const styles::Theme& theme) { return isByTarget(theme) || isByChange(theme); }

void requireOneKind(const MapRequest& request) {
    const int kinds = (request.years.empty() ? 0 : 1) + (request.since ? 1 : 0) + (request.symbols ? 1 : 0);
    if (kinds > 1) throw geo::Error(geo::ErrorKind::Usage, "map.kinds-exclude");
}

/// The theme asked for, or that of changes with its indicator. Other kinds of map show figures of units.
styles::Theme themeOf(const MapRequest& request) {
    requireOneKind(request);
    styles::Theme theme = chosenTheme(request.theme, request.themeFile, request.themesFolder);
    // A theme of one's own may be one of changes too.
    if (isByChange(theme) && !request.since) throw geo::Error(geo::ErrorKind::Usage, "map.since-missing");
    const bool isPlain = request.years.empty() && !request.since && !request.symbols;
    if (isPlain) return theme;
    if (theme.base || isByTarget(theme))
        throw geo::Error(geo::ErrorKind::Usage, "map.kind-not-for-theme", {{"theme", theme.id}});
    if (!request.since || isByChange(theme)) return theme;
    styles::Theme change = chosenTheme(changeTheme, {}, request.themesFolder);
    change.indicator = theme.indicator;
    return change;
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
        addOnce(m_findings, std::move(figures.findings));
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
    /// Of panels, or the one year that changes are measured from.
    std::vector<YearFigures> years = {};
    /// Of the units, whether the theme shows them or the request asks for them.
    std::vector<layers::Observation> figures = {};
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

/// Plain units have no classes, and only differences have a target to be classed about.
void requireClassable(const styles::Theme& theme, const std::optional<styles::Classing>& classing) {
    if (!classing) return;
    const bool isAboutTarget = classing->method == styles::ClassMethod::Target;
    if (!theme.base && (showsDifferences(theme) || !isAboutTarget)) return;
    throw geo::Error(geo::ErrorKind::Usage, "map.classes-not-for-theme",
                     {{"theme", theme.id}, {"method", styles::wordOf(classing->method)}});
}

/// What the units and the province were in a year, on the day of the units shown.
YearFigures figuresOfYear(const MapPlan& plan, int year, MapFigures& figures) {
    ComputeRequest question = plan.question;
    question.period = year;
    question.unitsOn = plan.units.front().unitsOn;
    YearFigures found{year, wholeFigures(figures.of(question)), {}};
    found.province = figures.of(atLevel(question, layers::UnitLevel::Province, question.unitsOn)).front();
    return found;
}

void addYears(MapPlan& plan, const MapRequest& request, MapFigures& figures) {
    if (plan.units.empty()) return;
    for (const int year : request.years) plan.years.push_back(figuresOfYear(plan, year, figures));
    if (!request.since) return;
    if (*request.since >= plan.units.front().asOf.year)
        throw geo::Error(geo::ErrorKind::Usage, "map.since-not-before",
                         {{"since", std::to_string(*request.since)},
                          {"year", std::to_string(plan.units.front().asOf.year)}});
    plan.years.push_back(figuresOfYear(plan, *request.since, figures));
}

MapPlan planMap(const MapRequest& request, MapFigures& figures) {
    MapPlan plan{themeOf(request), request.figures, {}, {}, {}};
    const bool showsFigures = !plan.theme.base;
    requireClassable(plan.theme, request.classing);
    if (!plan.theme.indicator.empty()) plan.question.indicator = plan.theme.indicator;
    if (!request.years.empty()) plan.question.period = request.years.back();
    if (showsFigures || request.wantsFigures) plan.figures = figures.of(plan.question);
    if (showsFigures) plan.units = plan.figures;
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
    addYears(plan, request, figures);
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
    // A map does not depend on the order its borders came in.
    std::ranges::sort(sheet.units, {}, &styles::MapUnit::code);
    sheet.mosaic = styles::mosaicOf(sheet);
    if (isByChange(theme)) valueByChange(sheet.units, plan.years.front().units);
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
void addClassed(const styles::PanelFigure& figure, std::vector<double>& values) {
    if (figure.value && styles::holdsFigure(figure.mark)) values.push_back(*figure.value);
}

std::vector<double> classedValues(const styles::MapSheet& sheet) {
    std::vector<double> values;
    for (const styles::MapPanel& panel : sheet.panels)
        for (const styles::PanelFigure& figure : panel.figures) addClassed(figure, values);
    if (!sheet.panels.empty()) return values;
    for (const styles::MapUnit& unit : sheet.units) addClassed({unit.value, unit.mark}, values);
    return values;
}

/// Nobody knows beforehand how much will have changed.
std::optional<styles::Classing> classingOf(const styles::Theme& theme, const MapRequest& request) {
    if (request.classing || !isByChange(theme)) return request.classing;
    return styles::Classing{styles::ClassMethod::Pretty};
}

void classUnits(styles::MapSheet& sheet, const MapRequest& request) {
    const auto classing = classingOf(sheet.theme, request);
    if (!classing) return;
    const std::optional<double> turn = showsDifferences(sheet.theme) ? std::optional(0.0) : std::nullopt;
    sheet.theme = styles::classedAnew(std::move(sheet.theme), {*classing, turn}, classedValues(sheet));
}

bool isOfShapes(const std::filesystem::path& file) { return layers::extensionOf(file) != ".png"; }

MapFacts factsOf(const FigureRoom& room, const MapPlan& plan, const MapRequest& request,
                 const styles::MapSheet& sheet, const SymbolAmounts& amounts) {
    const std::int64_t illustrative =
        plan.theme.points ? illustrativePlaces(room, kindOfPoints(plan.theme), plan.question.period) : 0;
    return {.theme = sheet.theme,
            .level = plan.question.level,
            .sample = plan.units.empty() ? plan.province : plan.units.front(),
            .province = plan.province,
            .targets = targets(room.workspace, room.project),
            .rubber = plan.question.rubber,
            .borders = bordersOf(room, plan),
            .sectors = sectorNames(room.workspace),
            .indicator = indicatorFact(room.workspace, plan.question.indicator),
            .illustrative = illustrative,
            .classing = request.classing ? std::optional(request.classing->method) : std::nullopt,
            .years = plan.years,
            .hasPlotsAsImage = isOfShapes(request.out) && styles::drawsPlotsAsImage(sheet),
            .symbols = request.symbols,
            .symbolUnit = amounts.unit};
}

/// A theme that says `ha` of shares would lie about every number.
void requireUnitOf(const styles::Theme& theme, const MapPlan& plan) {
    const std::string& unit = plan.units.empty() ? plan.province.unit : plan.units.front().unit;
    if (showsDifferences(theme) || theme.unit.empty() || unit.empty() || theme.unit == unit) return;
    throw geo::Error(geo::ErrorKind::Usage, "map.theme-unit", {{"unit", theme.unit}, {"known", unit}});
}

styles::MapSheet sheetOf(const FigureRoom& room, const MapRequest& request, const MapPlan& plan,
                         const Catalogue& words, geo::Progress& progress,
                         std::vector<layers::Finding>& findings) {
    requireUnitOf(plan.theme, plan);
    styles::MapSheet sheet;
    sheet.theme = plan.theme;
    sheet.size = request.size;
    sheet.extent = request.extent;
    addContent(sheet, room, plan, progress);
    if (!request.years.empty()) addPanels(sheet, plan.years, words);
    classUnits(sheet, request);
    sheet.formatValue = [language = words.language(), least = sheet.theme.decimals,
                         breaks = sheet.theme.breaks, isChange = isByChange(sheet.theme)](double value) {
        const int decimals = decimalsWithin(breaks, value, least);
        return isChange ? formatChange(value, decimals, language) : formatNumber(value, decimals, language);
    };
    SymbolAmounts amounts;
    if (request.symbols) amounts = drawAsSymbols(sheet, wholeFigures(plan.units), *request.symbols);
    std::ranges::move(amounts.findings, std::back_inserter(findings));
    sheet.text = mapText(factsOf(room, plan, request, sheet, amounts), words);
    sheet.formatLength = [language = words.language()](double length) {
        return formatShort(length, language);
    };
    sheet.formatAmount = sheet.formatLength;
    requireInView(sheet);
    dressPage(sheet, request.page, room.workspace.settings().crs, words);
    const bool isOfOneYear = !showsDifferences(sheet.theme) && sheet.panels.empty();
    if (isOfOneYear && !sheet.theme.base) sheet.referenceMark = plan.province.value;
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
    auto findings = figures.findings();
    auto sheet = sheetOf(room, request, plan, words, progress, findings);
    return {std::move(sheet),
            figures.project(),
            std::move(findings),
            plan.province.asOf,
            plan.figures,
            targets(room.workspace, room.project),
            plan.question,
            plan.province};
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
