// SPDX-License-Identifier: Apache-2.0
// Units as cutters, pieces as rows, rows into a file.
#include "app/jobs/cut_export.hpp"

#include <algorithm>

#include "app/jobs/cut_rows.hpp"
#include "app/jobs/figure_layers.hpp"
#include "app/jobs/overlay_words.hpp"
#include "app/jobs/unit_areas.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/files/layer_writer.hpp"

namespace app {
namespace {

using layers::LedgerSide;

struct UnitCutters {
    geo::Date unitsOn;
    std::vector<layers::Unit> units;
    Cutters cutters;
};

UnitCutters unitCutters(const FigureRoom& room, const CutExportRequest& request) {
    const geo::Date day = unitsDay(room.units, request.level, request.unitsOn);
    UnitCutters made{day, askedUnits(room, request.level, day), {}};
    made.cutters.schema = {{"unit_code", layers::FieldType::Text}, {"unit_name", layers::FieldType::Text}};
    for (layers::Zone& zone : zonesOf(room, request.level, day)) {
        const auto unit = std::ranges::find(made.units, zone.unitCode, &layers::Unit::code);
        const std::string name = unit == made.units.end() ? std::string() : unit->name;
        made.cutters.faces.push_back({std::move(zone.shape), {zone.unitCode, name}, 0});
    }
    return made;
}

void addUnitRow(Outcome& outcome, const std::string& code, const std::string& name,
                const layers::PlotSum& sum) {
    const double area_ha = layers::toHectares(sum.area).value;
    outcome.rows.push_back({{"code", code}, {"name", name}, {"polygons", sum.plots}, {"area_ha", area_ha}});
    if (code.empty()) {
        outcome.summary.push_back({"area.outside", {{"area_ha", area_ha}, {"polygons", sum.plots}}});
        return;
    }
    outcome.summary.push_back(
        {"area.unit", {{"code", code}, {"name", name}, {"area_ha", area_ha}, {"polygons", sum.plots}}});
}

/// Several shapes may be one unit's.
void addUnitRows(Outcome& outcome, const UnitCutters& by, const CutTally& tally) {
    for (const layers::Unit& unit : by.units) {
        layers::PlotSum sum;
        for (std::size_t place = 0; place < by.cutters.faces.size(); ++place) {
            if (layers::textIn(by.cutters.faces[place].values.front()) == unit.code) {
                sum += tally.byCutter[place];
            }
        }
        if (sum.plots != 0) addUnitRow(outcome, unit.code, unit.name, sum);
    }
    if (tally.rests.plots != 0) addUnitRow(outcome, {}, {}, tally.rests);
}

layers::Ledger ledgerOf(const FaceReader& faces, const CutTally& tally) {
    layers::Ledger ledger;
    book(ledger, LedgerSide::In, "read", faces.read());
    book(ledger, LedgerSide::Gained, "zones-overlap", tally.overlapped);
    bookRounding(ledger, tally.rounding);
    book(ledger, LedgerSide::Out, "in-units", tally.shared);
    book(ledger, LedgerSide::Out, "outside-all-units", tally.rests);
    book(ledger, LedgerSide::Lost, "shape-unusable", {faces.unusable(), {}});
    return ledger;
}

}  // namespace

Outcome exportCutLayer(const Project& project, const CutExportRequest& request, geo::Progress& progress) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    const UnitCutters by = unitCutters({workspace, project, units}, request);
    FaceSource source = openFaces(&workspace, project, request.layer);
    requireSystem(source, workspace.settings().crs);
    FaceReader faces(source, request.threads);
    CutRows rows(faces, by.cutters, {CutPart::SharedAndRest, request.sliverWidth, request.threads}, progress);
    Outcome outcome{.verb = "export", .project = project};
    layers::WriteOptions options;
    options.asOf = by.unitsOn;
    options.encoding = request.encoding;
    options.onNote = [&](const geo::Message& note) { outcome.findings.push_back({note, 0, {}}); };
    writeRows(outcome, request.out, rows.features(), options, progress);
    if (faces.read().plots == faces.unusable()) {
        throw geo::Error(geo::ErrorKind::BadData, "area.no-polygons", {{"source", source.name}});
    }
    addFindings(outcome, faces, rows);
    outcome.ledger = ledgerOf(faces, rows.tally());
    addUnitRows(outcome, by, rows.tally());
    sayWritten(outcome);
    return outcome;
}

}  // namespace app
