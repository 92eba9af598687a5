// SPDX-License-Identifier: Apache-2.0
// One source found, measured against the units, told by unit and by class.
#include "app/jobs/tabulate.hpp"

#include <algorithm>
#include <map>

#include "app/jobs/area_source.hpp"
#include "app/jobs/figure_layers.hpp"
#include "app/jobs/table_words.hpp"
#include "app/jobs/unit_areas.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/table_file.hpp"
#include "layers/indicators/area_table.hpp"

namespace app {
namespace {

using layers::AreaCell;
using layers::PlotSum;

struct Tabulation {
    const TabulateRequest& request;
    geo::Date unitsOn;
    std::vector<layers::Unit> units;
    layers::AreaTable table;
};

void requireTable(const std::filesystem::path& out) {
    const auto format = layers::formatOf(out);
    if (format == layers::Format::Csv || format == layers::Format::Xlsx) return;
    throw geo::Error(geo::ErrorKind::Usage, "area.not-a-table", {{"file", out.string()}});
}

std::string nameOf(const Tabulation& tabulation, const std::string& code) {
    const auto unit = std::ranges::find(tabulation.units, code, &layers::Unit::code);
    return unit == tabulation.units.end() ? std::string() : unit->name;
}

Row rowOf(const Tabulation& tabulation, const AreaCell& cell) {
    Row row{{"code", cell.unitCode}, {"name", nameOf(tabulation, cell.unitCode)}};
    if (!tabulation.request.classField.empty()) row.push_back({"class", cell.className});
    row.push_back({"polygons", cell.plots.plots});
    row.push_back({"area_ha", layers::toHectares(cell.plots.area).value});
    row.push_back({"area_kind", wordOf(tabulation.request.area)});
    row.push_back({"units_on", geo::isoText(tabulation.unitsOn)});
    return row;
}

std::map<std::string, PlotSum> sumsBy(const std::vector<AreaCell>& cells, std::string AreaCell::*key) {
    std::map<std::string, PlotSum> sums;
    for (const AreaCell& cell : cells) sums[cell.*key] += cell.plots;
    return sums;
}

void addUnitLines(Outcome& outcome, const Tabulation& tabulation) {
    auto byUnit = sumsBy(tabulation.table.cells, &AreaCell::unitCode);
    for (const layers::Unit& unit : tabulation.units) {
        const PlotSum& sum = byUnit[unit.code];
        outcome.summary.push_back({"area.unit",
                                   {{"code", unit.code},
                                    {"name", unit.name},
                                    {"area_ha", layers::toHectares(sum.area).value},
                                    {"polygons", sum.plots}}});
    }
    const auto outside = byUnit.find("");
    if (outside == byUnit.end()) return;
    const PlotSum& sum = outside->second;
    outcome.summary.push_back(
        {"area.outside", {{"area_ha", layers::toHectares(sum.area).value}, {"polygons", sum.plots}}});
}

/// A polygon over two units stands in both, so that only areas add up.
void addClassLines(Outcome& outcome, const Tabulation& tabulation) {
    if (tabulation.request.classField.empty()) return;
    for (const auto& [name, sum] : sumsBy(tabulation.table.cells, &AreaCell::className)) {
        const geo::Hectares area = layers::toHectares(sum.area);
        if (name.empty()) outcome.summary.push_back({"area.no-class", {{"area_ha", area.value}}});
        if (!name.empty())
            outcome.summary.push_back({"area.class", {{"class", name}, {"area_ha", area.value}}});
    }
}

geo::Message headingOf(const Tabulation& tabulation) {
    return {"area.heading",
            {{"source", tabulation.request.source},
             {"level", layers::wordOf(tabulation.request.level)},
             {"units_on", geo::isoText(tabulation.unitsOn)},
             {"area", wordOf(tabulation.request.area)}}};
}

void writeRows(Outcome& outcome, const Tabulation& tabulation, const Catalogue& words) {
    const std::filesystem::path& out = *tabulation.request.out;
    layers::Table table = tableOfRows(outcome.rows);
    layers::WriteOptions options;
    options.asOf = tabulation.unitsOn;
    layers::TableText text;
    text.title = words.sentence(headingOf(tabulation));
    text.columnTitles = columnTitles(table.schema, "area", words);
    if (layers::formatOf(out) == layers::Format::Xlsx) {
        putColumnIntoWords(table, "area_kind", "area-", words);
    }
    layers::writeTable(out, table, text, options);
    outcome.files.push_back(out);
    outcome.summary.push_back({"export.wrote", {{"file", out.string()}}});
}

Tabulation measured(const FigureRoom& room, const TabulateRequest& request, geo::Progress& progress) {
    const geo::Date day = unitsDay(room.units, request.level, request.unitsOn);
    const auto zones = zonesOf(room, request.level, day);
    const AreaSource source = areaSource(room, request);
    const auto factor = areaFactor(zones, request.area, room.workspace.settings().crs);
    Tabulation tabulation{
        request, day, askedUnits(room, request.level, day),
        layers::tabulateAreas({zones, request.classField, factor}, source.polygons, source.name, progress)};
    if (!tabulation.table.cells.empty()) return tabulation;
    throw geo::Error(geo::ErrorKind::BadData, "area.no-polygons", {{"source", source.name}});
}

}  // namespace

Outcome tabulateLayer(const Project& project, const TabulateRequest& request, const Catalogue& words,
                      geo::Progress& progress) {
    if (request.out) requireTable(*request.out);
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    Tabulation tabulation = measured({workspace, project, units}, request, progress);
    Outcome outcome{.verb = "tabulate", .project = project};
    outcome.findings = std::move(tabulation.table.findings);
    outcome.ledger = tabulation.table.ledger;
    for (const AreaCell& cell : tabulation.table.cells) outcome.rows.push_back(rowOf(tabulation, cell));
    outcome.summary.push_back(headingOf(tabulation));
    addUnitLines(outcome, tabulation);
    addClassLines(outcome, tabulation);
    if (request.out) writeRows(outcome, tabulation, words);
    return outcome;
}

}  // namespace app
