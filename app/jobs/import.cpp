// SPDX-License-Identifier: Apache-2.0
// Every file by its kind; then one commit for all of them.
#include "app/jobs/import.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "app/jobs/import_versions.hpp"
#include "app/jobs/intake.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/text/normal_form.hpp"

namespace app {
namespace {

void show(Project& project, const layers::Workspace& workspace, const layers::LayerRecord& record) {
    std::erase_if(project.layers, [&](std::int64_t id) { return replaces(record, workspace.layer(id)); });
    project.layers.push_back(record.id);
}

double area_ha(const layers::Ledger& ledger) { return ledger.total(layers::LedgerSide::Out); }

/// A system nobody registered, by its name: its well-known text fills a page.
std::string crsForPeople(const std::string& crs) {
    const auto begin = crs.find('"');
    const auto end = begin == std::string::npos ? begin : crs.find('"', begin + 1);
    return end == std::string::npos ? crs : crs.substr(begin + 1, end - begin - 1);
}

/// One line for people.
geo::Message lineOf(const std::string& file, const Stored& stored) {
    const layers::LayerRecord& record = stored.record;
    const std::string kind = layers::wordOf(record.kind);
    if (layers::isTable(record.kind)) {
        return {"import.rows", {{"file", file}, {"kind", kind}, {"count", record.featureCount}}};
    }
    if (stored.ledger.unit.empty()) {
        return {"import.places",
                {{"file", file}, {"kind", kind}, {"count", record.featureCount}, {"crs", crsForPeople(record.source.crs)}}};
    }
    return {"import.layer",
            {{"file", file},
             {"kind", kind},
             {"count", record.featureCount},
             {"area_km2", area_ha(stored.ledger) / 100},
             {"crs", crsForPeople(record.source.crs)},
             {"encoding", record.source.encoding}}};
}

std::vector<Row> sampleRows(const Stored& stored) {
    std::vector<Row> rows;
    for (const auto& sample : stored.textSamples)
        rows.push_back({{"before", sample.before}, {"after", sample.after}});
    return rows;
}

std::vector<Row> leftOutRows(const Stored& stored) {
    std::vector<Row> rows;
    for (const geo::Message& line : stored.leftOut) {
        Row& row = rows.emplace_back();
        for (const geo::Argument& argument : line.arguments)
            std::visit([&](const auto& value) { row.push_back({argument.name, value}); }, argument.value);
    }
    return rows;
}

void report(const Intake& intake, const std::filesystem::path& file, const Stored& stored) {
    const layers::LayerRecord& record = stored.record;
    Outcome& outcome = intake.outcome;
    outcome.rows.push_back({{"file", file.string()},
                            {"layer", record.id},
                            {"kind", layers::wordOf(record.kind)},
                            {"features", record.featureCount},
                            {"area_ha", area_ha(stored.ledger)},
                            {"crs", record.source.crs},
                            {"crs_from", record.source.crsFrom},
                            {"operation", record.source.operation},
                            {"encoding", record.source.encoding},
                            {"text_samples", sampleRows(stored)},
                            {"left_out", leftOutRows(stored)},
                            {"sha256", record.source.sha256}});
    outcome.summary.push_back(lineOf(file.filename().string(), stored));
    const auto leftOut = static_cast<std::int64_t>(stored.leftOut.size());
    if (leftOut > 0) outcome.summary.push_back({"sheet.left-out-count", {{"count", leftOut}}});
    if (!intake.request.dryRun) return;
    outcome.summary.insert(outcome.summary.end(), stored.leftOut.begin(), stored.leftOut.end());
    for (const auto& sample : stored.textSamples)
        outcome.summary.push_back(
            {"import.text-sample", {{"before", sample.before}, {"after", sample.after}}});
}

void merge(layers::Ledger& all, const layers::Ledger& one) {
    all.unit = one.unit;
    for (const auto side : layers::ledgerSides) {
        for (const auto& entry : one.entries(side)) all.add(side, entry.reason, entry.count, entry.amount);
    }
}

Stored store(const Intake& intake, const std::filesystem::path& file) {
    const layers::Kind kind = intake.request.kind;
    if (layers::isTable(kind)) return storeRows(intake, file);
    if (layers::isSite(kind) || kind == layers::Kind::Outfalls) return storePlaces(intake, file);
    return storeLayer(intake, file);
}

/// Bytes that are no letters, as `?`.
std::string legible(std::string name) {
    for (char& letter : name)
        if (static_cast<unsigned char>(letter) >= 0x80) letter = '?';
    return name;
}

/// Whoever names two files at once wants both.
void requireNoneReplaced(const Intake& intake, const std::filesystem::path& file,
                         const layers::LayerRecord& record) {
    if (record.kind == layers::Kind::Names) return;
    for (const std::int64_t id : intake.outcome.project.layers) {
        if (std::ranges::count(intake.before.layers, id) > 0) continue;
        const layers::LayerRecord other = intake.workspace.layer(id);
        if (!replaces(record, other)) continue;
        throw geo::Error(geo::ErrorKind::Usage, "import.replaces-in-one-command",
                         {{"file", file.string()}, {"other", other.source.path}});
    }
}

void noteGone(const Intake& intake, Stored& stored) {
    if (auto gone = goneFrom(intake, stored.record)) stored.findings.push_back({*std::move(gone), 0, {}});
}

void importLayer(const Intake& intake, const std::filesystem::path& file) {
    Stored stored = store(intake, file);
    if (stored.isUnchanged) {
        report(intake, file, stored);
        intake.outcome.summary.back() = {"import.unchanged", {{"file", file.filename().string()}}};
        return;
    }
    std::optional<geo::Message> difference;
    if (!stored.refusal) {
        requireNoneReplaced(intake, file, stored.record);
        difference = differenceFrom(intake, stored.record);
        noteGone(intake, stored);
        show(intake.outcome.project, intake.workspace, stored.record);
    }
    for (layers::Finding& finding : stored.findings) finding.source = layers::toNfc(file.filename().string());
    std::ranges::move(stored.findings, std::back_inserter(intake.outcome.findings));
    merge(intake.outcome.ledger, stored.ledger);
    if (stored.refusal) intake.outcome.refusal = std::move(stored.refusal);
    report(intake, file, stored);
    if (difference) intake.outcome.summary.push_back(*difference);
}

/// What is kept of a file, and shown of it, is its name.
void requireNameInUtf8(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    if (layers::isUtf8(name)) return;
    throw geo::Error(geo::ErrorKind::BadData, "import.name-not-utf8", {{"file", legible(name)}});
}

void importFile(const Intake& intake, const std::filesystem::path& file) {
    intake.progress.step("import.opening");
    requireNameInUtf8(file);
    geo::inContext({"import.reading", {{"file", file.string()}}}, [&] {
        if (intake.request.kind == layers::Kind::Lineage) return importLineage(intake, file);
        importLayer(intake, file);
    });
}

/// No file's name holds a line break that anybody typed.
constexpr char fileSeparator = '\n';

std::string joined(const std::vector<std::filesystem::path>& files) {
    std::string names;
    for (const auto& file : files) names += (names.empty() ? "" : "\n") + file.filename().string();
    return names;
}

layers::RunRecord runOf(const Outcome& outcome, const ImportRequest& request) {
    return {.job = "import",
            .parameters = layers::wordOf(request.kind) + fileSeparator + joined(request.files),
            .ledger = outcome.ledger,
            .findings = outcome.findings,
            .asOf = request.asOf};
}

/// What says nothing of its day cannot answer a question about one.
bool needsDay(layers::Kind kind) {
    return kind == layers::Kind::Forest || kind == layers::Kind::Outfalls || kind == layers::Kind::Models;
}

}  // namespace

std::set<std::string> importedFiles(const layers::RunRecord& run) {
    std::set<std::string> files;
    std::istringstream lines(run.parameters);
    std::string line;
    // The kind stands first.
    std::getline(lines, line);
    while (std::getline(lines, line)) files.insert(line);
    return files;
}

Outcome importFiles(const Project& project, const ImportRequest& request, geo::Progress& progress) {
    if (needsDay(request.kind) && !request.asOf) {
        throw geo::Error(geo::ErrorKind::Usage, "import.as-of-missing",
                         {{"kind", layers::wordOf(request.kind)}});
    }
    auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    const auto units = unitRegister(workspace);
    Outcome outcome{.verb = "import", .project = project};
    layers::Change change(workspace);
    // Only now is it certain that no other program changes the project.
    outcome.project = currentProject(workspace);
    const Project before = outcome.project;
    const Intake intake{request, workspace, change, units, progress, outcome, before};
    for (const auto& file : request.files) importFile(intake, file);
    if (request.dryRun || outcome.refusal) {
        outcome.project = project;
        outcome.summary.push_back({outcome.refusal ? "import.nothing-kept" : "import.dry-run", {}});
        return outcome;
    }
    // Files that were all here before change nothing, not even the history.
    if (outcome.project == before) return outcome;
    outcome.project.imports.push_back(change.addRun(runOf(outcome, request)));
    change.commit(toJson(outcome.project));
    return outcome;
}

}  // namespace app
