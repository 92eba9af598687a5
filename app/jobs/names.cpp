// SPDX-License-Identifier: Apache-2.0
// Unmatched rows gathered by what they write; answers applied to the rows that are stored.
#include "app/jobs/names.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/indicators/epoch_join.hpp"
#include "layers/indicators/name_proposals.hpp"
#include "layers/indicators/reported_fields.hpp"
#include "layers/store/change.hpp"
#include "layers/text/names.hpp"
#include "layers/text/plain_words.hpp"

namespace app {
namespace {

using layers::NameDecision;
using layers::NameKey;
using layers::UnitKey;

/// One table of figures as it is stored.
struct StoredTable {
    layers::LayerRecord record;
    layers::ReportedFields fields;
    std::vector<layers::Feature> features = {};
    std::vector<layers::ReportedRow> rows = {};
};

std::string fileOf(const layers::LayerRecord& record) {
    return std::filesystem::path(record.source.path).filename().string();
}

StoredTable readStored(const layers::Workspace& workspace, const layers::LayerRecord& record) {
    StoredTable table{record, layers::reportedFieldsOf(record.schema)};
    auto stream = workspace.readLayer(record.id, {.shapes = layers::ShapesWanted::No});
    layers::Feature feature;
    while (stream.next(feature)) {
        table.features.push_back(feature);
        table.rows.push_back(layers::reportedRowIn(feature, table.fields, layers::DecimalMark::Point));
    }
    return table;
}

std::vector<StoredTable> storedTables(const layers::Workspace& workspace, const Project& project,
                                      geo::Progress& progress) {
    std::vector<StoredTable> tables;
    for (const auto& record : shownLayers(workspace, project, layers::Kind::Indicators)) {
        progress.throwIfStopped();
        tables.push_back(readStored(workspace, record));
    }
    return tables;
}

struct Unmatched {
    UnitKey written;
    std::int64_t rows = 0;
    std::set<std::string> files = {};
};

/// Rows without code and name name nothing that could be answered.
bool isUnmatched(const layers::ReportedRow& row) {
    return row.unitCode.empty() && !(row.written.code.empty() && row.written.name.empty());
}

std::map<NameKey, Unmatched> unmatchedIn(const std::vector<StoredTable>& tables) {
    std::map<NameKey, Unmatched> found;
    for (const StoredTable& table : tables) {
        for (const layers::ReportedRow& row : table.rows) {
            if (!isUnmatched(row)) continue;
            Unmatched& name = found[layers::nameKeyOf(row.written)];
            name.written = row.written;
            ++name.rows;
            name.files.insert(fileOf(table.record));
        }
    }
    return found;
}

std::string calledBy(const UnitKey& key) { return key.name.empty() ? key.code : key.name; }

/// The whole writing, `Xã Bản Bo (03412, Sìn Hồ)`: what tells it from others of its name.
std::string calledInFull(const UnitKey& key) {
    std::string beside = key.name.empty() ? std::string() : key.code;
    if (!key.district.empty()) beside += (beside.empty() ? "" : ", ") + key.district;
    return beside.empty() ? calledBy(key) : calledBy(key) + " (" + beside + ")";
}

std::string listOf(const std::set<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

Row rowOf(const layers::NameProposal& proposal) {
    return {{"code", proposal.unit->code},
            {"name", proposal.unit->name},
            {"day", geo::isoText(proposal.epoch)},
            {"reason", layers::wordOf(proposal.reason)}};
}

void describe(Outcome& outcome, const Unmatched& name, const layers::UnitRegister& units) {
    const auto proposals = layers::proposalsFor(name.written, units);
    Row proposed;
    for (std::size_t i = 0; i < proposals.size(); ++i)
        proposed.push_back({std::to_string(i + 1), rowOf(proposals[i])});
    outcome.rows.push_back({{"written_code", name.written.code},
                            {"written_name", name.written.name},
                            {"written_district", name.written.district},
                            {"rows", name.rows},
                            {"files", listOf(name.files)},
                            {"proposals", std::move(proposed)}});
    outcome.summary.push_back(
        {"names.unmatched",
         {{"written", calledInFull(name.written)}, {"rows", name.rows}, {"files", listOf(name.files)}}});
    for (const auto& proposal : proposals)
        outcome.summary.push_back({"names.proposal",
                                   {{"written", calledInFull(name.written)},
                                    {"name", proposal.unit->name},
                                    {"code", proposal.unit->code},
                                    {"day", geo::isoText(proposal.epoch)},
                                    {"reason", "proposal-" + layers::wordOf(proposal.reason)}}});
}

Outcome listNames(const Project& project, geo::Progress& progress) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    Outcome outcome{.verb = "names", .project = project};
    const auto unmatched = unmatchedIn(storedTables(workspace, project, progress));
    const auto decided = static_cast<std::int64_t>(nameDecisions(workspace, project).size());
    outcome.summary.push_back(
        {"names.heading", {{"count", static_cast<std::int64_t>(unmatched.size())}, {"decided", decided}}});
    for (const auto& [key, name] : unmatched) describe(outcome, name, units);
    return outcome;
}

std::vector<const layers::Unit*> unitsWithCode(const layers::UnitRegister& units, const NameAnswer& answer) {
    std::vector<const layers::Unit*> found;
    for (const layers::Unit& unit : units.units()) {
        if (unit.code != layers::unitCodeIn(layers::Value(answer.unitCode), unit.level)) continue;
        if (!answer.day || unit.isInForce(*answer.day)) found.push_back(&unit);
    }
    return found;
}

geo::Date dayOf(const layers::Unit& unit, const layers::UnitRegister& units) {
    for (const geo::Date& day : units.epochs(layers::UnitLevel::Commune))
        if (unit.isInForce(day)) return day;
    return unit.validFrom.value_or(geo::Date{});
}

/// The one unit an answer names: of several times the one its name is like, else whoever answers must say.
const layers::Unit& unitMeant(const NameAnswer& answer, const UnitKey& written,
                              const layers::UnitRegister& units) {
    const auto found = unitsWithCode(units, answer);
    if (found.empty())
        throw geo::Error(geo::ErrorKind::NotFound, "names.no-such-unit", {{"code", answer.unitCode}});
    if (found.size() == 1) return *found.front();
    std::vector<const layers::Unit*> likely;
    for (const auto& proposal : layers::proposalsFor(written, units))
        if (proposal.reason != layers::ProposalReason::Code && std::ranges::count(found, proposal.unit) > 0)
            likely.push_back(proposal.unit);
    if (likely.size() == 1) return *likely.front();
    std::set<std::string> days;
    for (const layers::Unit* const unit : found)
        days.insert(unit->name + " @" + geo::isoText(dayOf(*unit, units)));
    throw geo::Error(geo::ErrorKind::Usage, "names.day-needed",
                     {{"code", answer.unitCode}, {"days", listOf(days)}});
}

/// Whether an answer that gives no more than a text can mean a writing.
bool fitsText(const UnitKey& written, const std::string& text) {
    return layers::matchKey(calledBy(written)) == text || layers::matchKey(calledInFull(written)) == text;
}

/// The one writing an answer speaks of: of several of one name none is guessed.
const UnitKey& writingMeant(const UnitKey& answered, const std::map<NameKey, Unmatched>& unmatched) {
    if (const auto same = unmatched.find(layers::nameKeyOf(answered)); same != unmatched.end())
        return same->second.written;
    const bool isTextAlone = answered.code.empty() && answered.district.empty();
    std::vector<const UnitKey*> fitting;
    std::set<std::string> writings;
    for (const auto& [key, name] : unmatched) {
        if (!isTextAlone || !fitsText(name.written, layers::matchKey(answered.name))) continue;
        fitting.push_back(&name.written);
        writings.insert(calledInFull(name.written));
    }
    if (fitting.size() == 1) return *fitting.front();
    if (fitting.empty())
        throw geo::Error(geo::ErrorKind::NotFound, "names.not-unmatched",
                         {{"written", calledInFull(answered)}});
    throw geo::Error(geo::ErrorKind::Usage, "names.several-writings",
                     {{"written", answered.name}, {"writings", listOf(writings)}});
}

std::vector<NameDecision> decisionsOf(const std::vector<NameAnswer>& answers,
                                      const std::map<NameKey, Unmatched>& unmatched,
                                      const layers::UnitRegister& units) {
    std::vector<NameDecision> decisions;
    for (const NameAnswer& answer : answers) {
        const UnitKey& written = writingMeant(answer.written, unmatched);
        const layers::Unit& unit = unitMeant(answer, written, units);
        decisions.push_back({written, unit.level, unit.code, answer.day.value_or(dayOf(unit, units))});
    }
    return decisions;
}

/// Rows joined by answers, each table that has some in a new version.
class Rejoining {
  public:
    Rejoining(layers::Workspace& workspace, layers::Change& change, const layers::UnitRegister& units,
              const std::vector<NameDecision>& decisions)
        : m_workspace(workspace), m_change(change), m_units(units) {
        for (const NameDecision& decision : decisions)
            m_decisions[layers::nameKeyOf(decision.written)] = decision;
    }

    void rejoin(StoredTable& table, Project& project, geo::Progress& progress) {
        const auto joined = joinRows(table);
        m_read += static_cast<std::int64_t>(table.rows.size());
        if (joined.empty()) return;
        m_joined += static_cast<std::int64_t>(joined.size());
        const std::int64_t id = m_change.addLayer(
            table.record,
            layers::streamOver(table.record.schema, std::nullopt, geo::GeometryKind::Empty, table.features),
            progress);
        std::ranges::replace(project.layers, table.record.id, id);
        m_rowsOfFile[fileOf(table.record)] = joined;
    }

    /// What earlier runs found in those files and still holds.
    layers::RunRecord run(const Project& project) const {
        layers::RunRecord run;
        run.job = "import";
        run.parameters = "names";
        for (const auto& [file, rows] : m_rowsOfFile) run.parameters += '\n' + file;
        for (const layers::RunRecord& earlier : m_workspace.runs()) {
            if (std::ranges::count(project.imports, earlier.id) == 0) continue;
            for (const layers::Finding& finding : earlier.findings)
                if (stillHolds(finding)) run.findings.push_back(finding);
        }
        return run;
    }
    layers::Ledger ledger() const {
        layers::Ledger ledger;
        ledger.unit = {};
        ledger.add(layers::LedgerSide::In, "read", m_read, 0);
        ledger.add(layers::LedgerSide::Out, "joined-by-answer", m_joined, 0);
        ledger.add(layers::LedgerSide::Out, "unchanged", m_read - m_joined, 0);
        return ledger;
    }
    std::int64_t joined() const { return m_joined; }

  private:
    std::set<std::int64_t> joinRows(StoredTable& table) const {
        std::set<std::int64_t> joined;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            layers::ReportedRow& row = table.rows[i];
            const auto decision = m_decisions.find(layers::nameKeyOf(row.written));
            if (!isUnmatched(row) || decision == m_decisions.end()) continue;
            const auto& [writing, decided] = *decision;
            layers::setUnit(row, {m_units.find(decided.unitCode, decided.level, decided.epoch), decided.epoch,
                                  layers::JoinBasis::Decision, std::nullopt});
            table.features[i].values = layers::storedReportedValues(table.features[i], table.fields, row);
            joined.insert(table.features[i].sourceRow);
        }
        return joined;
    }
    bool stillHolds(const layers::Finding& finding) const {
        const auto rows = m_rowsOfFile.find(finding.source);
        if (rows == m_rowsOfFile.end()) return false;
        return !(finding.message.id.starts_with("join.") && rows->second.contains(finding.row));
    }

    layers::Workspace& m_workspace;
    layers::Change& m_change;
    const layers::UnitRegister& m_units;
    std::map<NameKey, NameDecision> m_decisions;
    std::map<std::string, std::set<std::int64_t>> m_rowsOfFile;
    std::int64_t m_read = 0;
    std::int64_t m_joined = 0;
};

void keepDecisions(layers::Change& change, Project& project, const layers::Workspace& workspace,
                   const std::vector<NameDecision>& decisions, geo::Progress& progress) {
    const layers::Table table =
        layers::tableOf(layers::mergedDecisions(nameDecisions(workspace, project), decisions));
    std::vector<layers::Feature> features;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        features.push_back({{}, table.rows[i], static_cast<std::int64_t>(i + 1)});
    layers::LayerRecord record;
    record.kind = layers::Kind::Names;
    record.name = "names";
    record.source.path = "names";
    record.crs = workspace.settings().crs;
    const std::int64_t id = change.addLayer(
        record, layers::streamOver(table.schema, std::nullopt, geo::GeometryKind::Empty, features), progress);
    std::erase_if(project.layers,
                  [&](std::int64_t shown) { return workspace.layer(shown).kind == layers::Kind::Names; });
    project.layers.push_back(id);
}

Outcome acceptNames(const Project& project, const NamesRequest& request, geo::Progress& progress) {
    auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    const auto units = unitRegister(workspace);
    Outcome outcome{.verb = "names", .project = project};
    layers::Change change(workspace);
    outcome.project = currentProject(workspace);
    auto tables = storedTables(workspace, outcome.project, progress);
    const auto decisions = decisionsOf(request.accepted, unmatchedIn(tables), units);
    Rejoining rejoining(workspace, change, units, decisions);
    for (StoredTable& table : tables) rejoining.rejoin(table, outcome.project, progress);
    const auto run = rejoining.run(outcome.project);
    keepDecisions(change, outcome.project, workspace, decisions, progress);
    outcome.ledger = rejoining.ledger();
    outcome.project.imports.push_back(change.addRun(run));
    outcome.summary.push_back(
        {"names.accepted",
         {{"names", static_cast<std::int64_t>(decisions.size())}, {"rows", rejoining.joined()}}});
    change.commit(toJson(outcome.project));
    return outcome;
}

std::string sortingNameOf(const AnswerableUnit& one) {
    return layers::plainKey(layers::withoutUnitPrefix(one.unit.name));
}

}  // namespace

NameAnswer readNameAnswer(const std::string& text) {
    const auto equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
        throw geo::Error(geo::ErrorKind::Usage, "usage.form",
                         {{"option", "--accept"}, {"text", text}, {"form", "TÊN=MÃ@NGÀY"}});
    return answerFor({{}, text.substr(0, equals)}, text.substr(equals + 1));
}

NameAnswer answerFor(const UnitKey& written, const std::string& unit) {
    NameAnswer answer{written, unit, std::nullopt};
    const auto at = answer.unitCode.find('@');
    if (at == std::string::npos) return answer;
    answer.day = geo::requireDate(answer.unitCode.substr(at + 1));
    answer.unitCode.erase(at);
    return answer;
}

std::vector<AnswerableUnit> answerableUnits(const Project& project) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    std::vector<AnswerableUnit> known;
    for (const layers::Unit& unit : units.units())
        if (layers::isAdministrative(unit.level)) known.push_back({unit, dayOf(unit, units)});
    std::ranges::stable_sort(known, std::ranges::greater{}, &AnswerableUnit::day);
    std::ranges::stable_sort(known, {}, sortingNameOf);
    return known;
}

std::int64_t unmatchedRows(const Project& project, geo::Progress& progress) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    std::int64_t rows = 0;
    for (const auto& [key, name] : unmatchedIn(storedTables(workspace, project, progress))) rows += name.rows;
    return rows;
}

Outcome answerNames(const Project& project, const NamesRequest& request, geo::Progress& progress) {
    return request.accepted.empty() ? listNames(project, progress) : acceptNames(project, request, progress);
}

}  // namespace app
