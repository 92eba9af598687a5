// SPDX-License-Identifier: Apache-2.0
// Open, take in, check, store; then one commit for all files.
#include "app/jobs/import.hpp"

#include <algorithm>
#include <utility>

#include "app/jobs/layer_intake.hpp"
#include "app/jobs/overlap_watch.hpp"
#include "app/jobs/unit_intake.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/vn2000.hpp"
#include "layers/files/digest.hpp"
#include "layers/files/layer_source.hpp"
#include "layers/files/table_file.hpp"
#include "layers/indicators/forest_plots.hpp"
#include "layers/store/change.hpp"

namespace app {
namespace {

/// What every file of one import shares.
struct Intake {
    const ImportRequest& request;
    layers::Workspace& workspace;
    layers::Change& change;
    const layers::UnitRegister& units;
    geo::Progress& progress;
    Outcome& outcome;
};

struct Stored {
    layers::LayerRecord record;
    std::vector<layers::Finding> findings;
    layers::Ledger ledger;
};

std::optional<layers::UnitLevel> levelOf(layers::Kind kind) {
    if (kind == layers::Kind::Communes) return layers::UnitLevel::Commune;
    if (kind == layers::Kind::Districts) return layers::UnitLevel::District;
    return std::nullopt;
}

geo::Date epochOf(const ImportRequest& request, const layers::UnitRegister& units) {
    if (request.epoch) return *request.epoch;
    if (request.asOf) return *request.asOf;
    return unitsDay(units, levelOf(request.kind).value_or(layers::UnitLevel::Commune), std::nullopt);
}

layers::LayerRecord recordFor(const Intake& intake, const layers::LayerSource& source) {
    layers::LayerRecord record;
    record.kind = intake.request.kind;
    record.name = source.layerName();
    record.source = source.record();
    if (intake.request.kind != layers::Kind::Layer) record.epoch = epochOf(intake.request, intake.units);
    record.asOf = intake.request.asOf;
    record.release = intake.request.release;
    record.document = intake.request.document;
    record.crs = intake.workspace.settings().crs;
    return record;
}

std::string candidateList(const layers::Workspace& workspace, const geo::Extent& extent) {
    std::string list;
    for (const auto& candidate : geo::candidatesFor(extent, provinceExtentInDegrees(workspace))) {
        const auto& crs = candidate.crs;
        list += (list.empty() ? "" : ", ") + (crs.code().empty() ? crs.name() : crs.code());
    }
    return list;
}

/// A layer that shares nothing with the province was read in a system it is not in.
void requireInProvince(const Intake& intake, const layers::LayerRecord& record,
                       const geo::Extent& extentInFile) {
    const geo::Extent province = provinceExtent(intake.workspace);
    if (province.isEmpty() || record.featureCount == 0 || province.intersects(record.extent)) return;
    throw geo::Error(
        geo::ErrorKind::BadData, "crs.off-province",
        {{"crs", record.source.crs}, {"candidates", candidateList(intake.workspace, extentInFile)}});
}

void noteOtherCrs(Stored& stored, const layers::LayerSource& source, const ImportRequest& request) {
    if (!request.crs || !source.crsInFile() || *source.crsInFile() == *request.crs) return;
    stored.findings.push_back(
        {{"crs.file-says-other",
          {{"file_crs", source.crsInFile()->name()}, {"used_crs", request.crs->name()}}},
         0,
         {}});
}

/// Notes the extent of what flows by, before it is moved.
layers::FeatureStream measuringExtent(layers::FeatureStream source, geo::Extent& extent) {
    auto next = std::move(source.next);
    source.next = [next = std::move(next), &extent](layers::Feature& feature) {
        if (!next(feature)) return false;
        extent.include(feature.geometry.extent());
        return true;
    };
    return source;
}

void append(std::vector<layers::Finding>& all, const std::vector<layers::Finding>& some) {
    all.insert(all.end(), some.begin(), some.end());
}

std::int64_t storeUnits(const Intake& intake, const layers::LayerRecord& record, LayerIntake& features,
                        Stored& stored) {
    UnitIntake unitIntake(features.features(), intake.units, {*levelOf(record.kind), *record.epoch});
    const std::int64_t id = intake.change.addLayer(record, unitIntake.features(), intake.progress);
    append(stored.findings, features.findings());
    append(stored.findings, unitIntake.findings());
    return id;
}

bool isPolygonal(geo::GeometryKind kind) {
    return kind == geo::GeometryKind::Polygon || kind == geo::GeometryKind::MultiPolygon;
}

void requirePlots(const layers::FeatureStream& plots) {
    if (!layers::forestFieldsOf(plots.schema).canBeJudged()) {
        throw geo::Error(geo::ErrorKind::BadData, "import.column-missing", {{"columns", "MALDLR, LDLR"}});
    }
}

std::int64_t storePlots(const Intake& intake, const layers::LayerRecord& record, LayerIntake& features,
                        Stored& stored) {
    OverlapWatch watch(features.features());
    requirePlots(watch.features());
    const std::int64_t id = intake.change.addLayer(record, watch.features(), intake.progress);
    append(stored.findings, features.findings());
    append(stored.findings, watch.findings(intake.progress));
    return id;
}

std::int64_t storeFeatures(const Intake& intake, const layers::LayerRecord& record, LayerIntake& features,
                           Stored& stored) {
    if (record.kind != layers::Kind::Layer && !isPolygonal(features.kind())) {
        throw geo::Error(geo::ErrorKind::BadData, "import.not-polygons");
    }
    if (levelOf(record.kind)) return storeUnits(intake, record, features, stored);
    if (record.kind == layers::Kind::Forest) return storePlots(intake, record, features, stored);
    const std::int64_t id = intake.change.addLayer(record, features.features(), intake.progress);
    append(stored.findings, features.findings());
    return id;
}

/// The version the change has just written, with the count and extent it was given.
layers::LayerRecord written(const Intake& intake, std::int64_t id) { return intake.workspace.layer(id); }

Stored storeLayer(const Intake& intake, const std::filesystem::path& file) {
    auto source = layers::LayerSource::open(
        file, {intake.request.layerName, intake.request.crs, intake.request.encoding});
    layers::LayerRecord record = recordFor(intake, source);
    geo::Extent extentInFile;
    LayerIntake features(measuringExtent(source.features(), extentInFile), record.crs,
                         provinceExtent(intake.workspace));
    record.source.operation = features.operation();
    Stored stored;
    noteOtherCrs(stored, source, intake.request);
    stored.record = written(intake, storeFeatures(intake, record, features, stored));
    stored.ledger = features.ledger();
    if (stored.record.featureCount == 0) throw geo::Error(geo::ErrorKind::BadData, "import.nothing-stored");
    requireInProvince(intake, stored.record, extentInFile);
    return stored;
}

/// A newer version takes the place of what it replaces: units of the same day, a file read again.
bool replaces(const layers::LayerRecord& newer, const layers::LayerRecord& older) {
    if (newer.kind != older.kind) return false;
    if (levelOf(newer.kind)) return newer.epoch == older.epoch;
    return newer.asOf == older.asOf && newer.name == older.name &&
           std::filesystem::path(newer.source.path).filename() ==
               std::filesystem::path(older.source.path).filename();
}

void show(Project& project, const layers::Workspace& workspace, const layers::LayerRecord& record) {
    std::erase_if(project.layers, [&](std::int64_t id) { return replaces(record, workspace.layer(id)); });
    project.layers.push_back(record.id);
}

double area_ha(const layers::Ledger& ledger) { return ledger.total(layers::LedgerSide::Out); }

void report(Outcome& outcome, const std::filesystem::path& file, const Stored& stored) {
    const layers::LayerRecord& record = stored.record;
    outcome.rows.push_back({{"file", file.string()},
                            {"layer", record.id},
                            {"kind", layers::wordOf(record.kind)},
                            {"features", record.featureCount},
                            {"area_ha", area_ha(stored.ledger)},
                            {"crs", record.source.crs},
                            {"crs_from", record.source.crsFrom},
                            {"operation", record.source.operation},
                            {"encoding", record.source.encoding},
                            {"sha256", record.source.sha256}});
    outcome.summary.push_back({"import.layer",
                               {{"file", file.filename().string()},
                                {"kind", layers::wordOf(record.kind)},
                                {"count", record.featureCount},
                                {"area_km2", area_ha(stored.ledger) / 100},
                                {"crs", record.source.crs},
                                {"encoding", record.source.encoding}}});
}

void merge(layers::Ledger& all, const layers::Ledger& one) {
    for (const auto side : layers::ledgerSides) {
        for (const auto& entry : one.entries(side)) all.add(side, entry.reason, entry.count, entry.amount);
    }
}

void importLayer(const Intake& intake, const std::filesystem::path& file) {
    const Stored stored = storeLayer(intake, file);
    show(intake.outcome.project, intake.workspace, stored.record);
    append(intake.outcome.findings, stored.findings);
    merge(intake.outcome.ledger, stored.ledger);
    report(intake.outcome, file, stored);
}

/// Old units the table does not know, and units of the table that no register knows.
std::vector<layers::Finding> lineageFindings(const layers::Lineage& lineage,
                                             const layers::UnitRegister& units) {
    std::vector<layers::Finding> findings;
    const auto note = [&](const char* id, const std::string& code, const std::string& name,
                          const geo::Date& day) {
        findings.push_back({{id, {{"code", code}, {"name", name}, {"day", geo::isoText(day)}}}, 0, code});
    };
    const auto commune = layers::UnitLevel::Commune;
    for (const layers::LineageRow& row : lineage.rows()) {
        const auto oldUnits = units.inForce(commune, dayBefore(row.date));
        const auto isOld = [&](const layers::Unit& unit) { return unit.code == row.oldCode; };
        if (std::ranges::none_of(oldUnits, isOld))
            note("units.unknown", row.oldCode, row.oldName, dayBefore(row.date));
        if (units.find(row.newCode, commune, row.date) == nullptr) {
            note("units.unknown", row.newCode, row.newName, row.date);
        }
    }
    for (const layers::Unit& unit : units.inForce(commune, dayBefore(lineage.rows().front().date))) {
        if (lineage.successors(unit.code).empty()) note("units.absent", unit.code, unit.name, *unit.validTo);
    }
    return findings;
}

void importLineage(const Intake& intake, const std::filesystem::path& file) {
    const layers::Table table = layers::readTable(file, intake.request.encoding);
    if (table.rows.empty()) throw geo::Error(geo::ErrorKind::BadData, "import.nothing-stored");
    const auto newest = unitsDay(intake.units, layers::UnitLevel::Commune, std::nullopt);
    const auto lineage = layers::lineageFromTable(table, intake.request.epoch.value_or(newest));
    for (const std::string& code : lineage.incompleteShares()) {
        intake.outcome.findings.push_back({{"units.share-incomplete", {{"code", code}}}, 0, code});
    }
    append(intake.outcome.findings, lineageFindings(lineage, intake.units));
    intake.change.addTable("lineage", table);
    intake.outcome.project.lineageTable = "lineage";
    ++intake.outcome.project.lineageVersion;
    const auto count = static_cast<std::int64_t>(table.rows.size());
    intake.outcome.rows.push_back({{"file", file.string()},
                                   {"kind", "lineage"},
                                   {"rows", count},
                                   {"sha256", layers::sha256OfFile(file)}});
    intake.outcome.summary.push_back(
        {"import.table", {{"file", file.filename().string()}, {"count", count}}});
}

void importFile(const Intake& intake, const std::filesystem::path& file) {
    intake.progress.step("import.opening");
    geo::inContext({"import.reading", {{"file", file.string()}}}, [&] {
        if (intake.request.kind == layers::Kind::Lineage) return importLineage(intake, file);
        importLayer(intake, file);
    });
}

layers::RunRecord runOf(const Outcome& outcome, const ImportRequest& request) {
    return {.job = "import",
            .parameters = layers::wordOf(request.kind),
            .ledger = outcome.ledger,
            .findings = outcome.findings,
            .asOf = request.asOf};
}

}  // namespace

Outcome importFiles(const Project& project, const ImportRequest& request, geo::Progress& progress) {
    if (request.kind == layers::Kind::Forest && !request.asOf) {
        throw geo::Error(geo::ErrorKind::Usage, "import.as-of-missing");
    }
    auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    const auto units = unitRegister(workspace);
    Outcome outcome{.verb = "import", .project = project};
    layers::Change change(workspace);
    // Only now is it certain that no other program changes the project.
    outcome.project = currentProject(workspace);
    const Intake intake{request, workspace, change, units, progress, outcome};
    for (const auto& file : request.files) importFile(intake, file);
    if (request.dryRun) {
        outcome.project = project;
        outcome.summary.push_back({"import.dry-run", {}});
        return outcome;
    }
    change.addRun(runOf(outcome, request));
    change.commit(toJson(outcome.project));
    return outcome;
}

}  // namespace app
