// SPDX-License-Identifier: Apache-2.0
// Tables of figures and targets: each row joined to its unit, or kept with the reason why not.
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <set>

#include "app/jobs/import_versions.hpp"
#include "app/jobs/intake.hpp"
#include "app/jobs/sheet_notes.hpp"
#include "app/jobs/source_rows.hpp"
#include "app/jobs/stated_unit.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/base/parallel.hpp"
#include "layers/indicators/epoch_join.hpp"
#include "layers/indicators/reported_fields.hpp"
#include "layers/indicators/share_reading.hpp"
#include "layers/indicators/targets.hpp"
#include "layers/indicators/term_conversion.hpp"
#include "layers/model/row_reader.hpp"

namespace app {
namespace {

/// What is stored, and how many rows of it are joined.
struct JoinedRows {
    layers::FeatureStream stored = {};
    std::vector<layers::Finding> findings = {};
    std::int64_t joined = 0;
    /// Where all joined rows are of one time.
    std::optional<geo::Date> epoch = {};
    std::optional<geo::Message> refusal = {};
};

/// What the file says beside its cells.
struct SourceWords {
    const layers::SheetNotes& notes;
    /// The heads the profile found.
    FoundColumns found = {};
};

SourceWords wordsOf(const Intake& intake, layers::LayerSource& source) {
    SourceWords words{source.sheetNotes()};
    const auto& profile = intake.request.profile;
    if (profile) words.found = layers::foundColumns(source.features().schema, *profile);
    return words;
}

layers::FeatureStream tableStream(layers::Schema schema, std::size_t count,
                                  std::function<bool(layers::Feature&)> next) {
    return {std::move(schema), std::nullopt, geo::GeometryKind::Empty, static_cast<std::int64_t>(count),
            std::move(next)};
}

layers::FeatureStream streamOf(layers::Schema schema, std::vector<layers::Feature> features) {
    const auto kept = std::make_shared<const std::vector<layers::Feature>>(std::move(features));
    return tableStream(std::move(schema), kept->size(),
                       [kept, index = std::size_t{0}](layers::Feature& feature) mutable {
                           if (index == kept->size()) return false;
                           feature = (*kept)[index++];
                           return true;
                       });
}

/// What is known of the table as a whole, and a finding for each row that wants one.
void noteJoin(JoinedRows& rows, const layers::TableJoin& join, const SourceRows& source,
              const std::vector<layers::UnitKey>& keys) {
    rows.epoch = join.epoch;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const layers::JoinedRow& row = join.rows[i];
        if (row.fault) rows.findings.push_back({*row.fault, source.features[i].sourceRow, keys[i].code});
        if (row.unit != nullptr) ++rows.joined;
    }
}

/// Each indicator the pack knows, and the unit its terms are counted in; empty: as reported.
using PackIndicators = std::map<std::string, std::string>;

PackIndicators packIndicators(const layers::Workspace& workspace) {
    const layers::Table table = workspace.readTable("pack_indicators");
    PackIndicators known;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const layers::RowReader reader(table, row);
        known[reader.text("indicator")] = layers::termUnitWritten(reader.text("term_unit"));
    }
    return known;
}

/// Rows of an indicator nobody knows are kept, but no figure will ever ask for them.
void noteIndicator(JoinedRows& rows, const PackIndicators& known, const std::string& indicator,
                   std::int64_t row) {
    if (known.contains(indicator)) return;
    rows.findings.push_back({{"import.indicator-unknown", {{"indicator", indicator}}}, row, {}});
}

/// A share beyond all or nothing, and a second target of one unit and year.
void noteTarget(JoinedRows& rows, const layers::Target& target,
                std::map<std::string, std::int64_t>& firstRows, std::int64_t row) {
    const bool isShare = target.unit == "%" || target.unit.empty();
    if (isShare && (target.value < 0 || target.value > 100)) {
        rows.findings.push_back({{"target.implausible", {{"code", target.unitCode}, {"value", target.value}}},
                                 row,
                                 target.unitCode});
    }
    const std::string key = target.indicator + ' ' + target.unitCode + ' ' + std::to_string(target.year);
    const auto [first, isNew] = firstRows.try_emplace(key, row);
    if (isNew) return;
    rows.findings.push_back({{"target.repeated", {{"code", target.unitCode}, {"first_row", first->second}}},
                             row,
                             target.unitCode});
}

std::vector<std::size_t> termColumns(const layers::ReportedFields& fields) {
    std::vector<std::size_t> columns;
    for (const auto& term : {fields.numerator, fields.denominator}) {
        if (term) columns.push_back(*term);
    }
    return columns;
}

std::vector<layers::ReportedRow> readReported(const SourceRows& source, const StatedUnits& stated,
                                              layers::DecimalMark mark) {
    constexpr std::size_t rowsOfAChunk = 4096;
    std::vector<layers::ReportedRow> rows(source.features.size());
    geo::parallelFor(rows.size(), rowsOfAChunk, [&](const geo::Chunk& chunk) {
        for (std::size_t i = chunk.begin; i < chunk.end; ++i)
            rows[i] =
                layers::reportedRowIn(source.features[i], stated.parts[i % stated.parts.size()], mark);
    });
    return rows;
}

/// Shares as amounts, then all terms in the unit their indicator is counted in.
void settleQuantities(const Intake& intake, const StatedUnits& stated, const PackIndicators& known,
                      std::vector<layers::ReportedRow>& read, JoinedRows& rows) {
    auto told = intake.request.share;
    if (!told && std::ranges::all_of(stated.parts, &layers::ReportedFields::isNumeratorPercent))
        told = layers::ShareReading::Percent;
    auto settled = layers::settleShares(read, told);
    if (settled.question) throw geo::Error(geo::ErrorKind::BadData, *settled.question);
    std::ranges::move(settled.findings, std::back_inserter(rows.findings));
    for (layers::ReportedRow& row : read) {
        const auto indicator = known.find(row.indicator);
        layers::convertTerms(row, indicator == known.end() ? std::string() : indicator->second);
    }
    std::ranges::move(layers::conversionFindings(read), std::back_inserter(rows.findings));
}

/// Made as they are stored: beside what was read they would fill memory a second time. The source must outlive
/// it.
layers::FeatureStream storedReported(const SourceRows& source, const layers::ReportedFields& fields,
                                     std::vector<layers::ReportedRow> read) {
    const auto kept = std::make_shared<const std::vector<layers::ReportedRow>>(std::move(read));
    return tableStream(layers::storedReportedSchema(source.schema, fields), kept->size(),
                       [&source, fields, kept, index = std::size_t{0}](layers::Feature& feature) mutable {
                           if (index == kept->size()) return false;
                           const layers::Feature& written = source.features[index];
                           feature = {{},
                                      layers::storedReportedValues(written, fields, (*kept)[index++]),
                                      written.sourceRow};
                           return true;
                       });
}

std::vector<std::optional<geo::Date>> describedDays(const std::vector<layers::ReportedRow>& rows) {
    std::vector<std::optional<geo::Date>> days;
    days.reserve(rows.size());
    for (const layers::ReportedRow& row : rows)
        days.push_back(row.period == 0 ? std::nullopt : std::optional(geo::Date{row.period, 12, 31}));
    return days;
}

JoinedRows reportedRows(const Intake& intake, const SourceRows& source, const SourceWords& words) {
    const auto fields = layers::reportedFieldsOf(source.schema);
    auto stated = settleUnits(fields, words.notes, intake.request.profile, words.found);
    const auto mark = decimalMark(source, termColumns(fields), intake.request.decimal);
    JoinedRows rows;
    rows.findings = decimalFindings(source, termColumns(fields), intake.request.decimal);
    if (stated.finding) rows.findings.push_back(*std::move(stated.finding));
    auto read = readReported(source, stated, mark);
    const auto known = packIndicators(intake.workspace);
    if (!layers::isStoredReported(fields)) settleQuantities(intake, stated, known, read, rows);
    std::vector<layers::UnitKey> keys;
    keys.reserve(read.size());
    for (const auto& row : read) keys.push_back(row.written);
    const auto join = joinKeys(intake, keys, intake.request.asOf, describedDays(read));
    noteJoin(rows, join, source, keys);
    rows.refusal = misJoinRefusal(intake, join, "import.mis-join");
    for (std::size_t i = 0; i < read.size(); ++i) {
        layers::setUnit(read[i], join.rows[i]);
        noteIndicator(rows, known, read[i].indicator, read[i].row);
    }
    std::ranges::move(layers::reportedFindings(read), std::back_inserter(rows.findings));
    rows.stored = storedReported(source, fields, std::move(read));
    return rows;
}

std::vector<std::size_t> allColumns(const layers::Schema& schema) {
    std::vector<std::size_t> columns(schema.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    return columns;
}

layers::Table tableOf(const SourceRows& source) {
    layers::Table table{source.schema, {}};
    for (const layers::Feature& feature : source.features) table.rows.push_back(feature.values);
    return table;
}

layers::Schema targetSchema() {
    using layers::FieldType;
    return {{"indicator", FieldType::Text}, {"unit_code", FieldType::Text},    {"year", FieldType::Whole},
            {"operator", FieldType::Text},  {"value", FieldType::Decimal},     {"unit", FieldType::Text},
            {"document", FieldType::Text},  {"legal_status", FieldType::Text}, {"source", FieldType::Text}};
}

layers::Value textOrNothing(const std::string& text) {
    return text.empty() ? layers::Value() : layers::Value(text);
}

std::vector<layers::Value> valuesOf(const layers::Target& target, const std::string& document) {
    return {target.indicator,
            textOrNothing(target.unitCode),
            std::int64_t{target.year},
            layers::wordOf(target.comparison),
            target.value,
            textOrNothing(target.unit),
            textOrNothing(target.document.empty() ? document : target.document),
            textOrNothing(target.legalStatus),
            textOrNothing(target.source)};
}

/// Targets bear codes without names: of which day, the table or whoever imports it says.
JoinedRows targetRows(const Intake& intake, const SourceRows& source) {
    JoinedRows rows;
    std::vector<layers::Feature> stored;
    const auto mark = decimalMark(source, allColumns(source.schema), intake.request.decimal);
    auto targets = layers::targetRows(tableOf(source), mark);
    std::vector<std::int64_t> numbers;
    for (const layers::Feature& feature : source.features) numbers.push_back(feature.sourceRow);
    auto settled = layers::settleTargetShares(targets, numbers, intake.request.share);
    if (settled.question) throw geo::Error(geo::ErrorKind::BadData, *settled.question);
    rows.findings = std::move(settled.findings);
    std::vector<layers::UnitKey> keys;
    for (const auto& target : targets) keys.push_back({target.unitCode, {}});
    const auto join = joinKeys(intake, keys, intake.request.asOf);
    noteJoin(rows, join, source, keys);
    rows.refusal = misJoinRefusal(intake, join, "import.mis-join");
    const auto known = packIndicators(intake.workspace);
    std::map<std::string, std::int64_t> firstRows;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        layers::Target target = targets[i];
        const layers::Feature& feature = source.features[i];
        noteIndicator(rows, known, target.indicator, feature.sourceRow);
        noteTarget(rows, target, firstRows, feature.sourceRow);
        // A target without a unit would be the whole country's.
        if (join.rows[i].unit == nullptr) continue;
        target.unitCode = join.rows[i].unit->code;
        stored.push_back({{}, valuesOf(target, intake.request.document), feature.sourceRow});
    }
    rows.stored = streamOf(targetSchema(), std::move(stored));
    return rows;
}

JoinedRows decisionRows(const Intake& intake, const SourceRows& source) {
    const auto decided = layers::mergedDecisions(nameDecisions(intake.workspace, intake.outcome.project),
                                                 layers::decisionsFromTable(tableOf(source)));
    const layers::Table table = layers::tableOf(decided);
    JoinedRows rows;
    std::vector<layers::Feature> stored;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        stored.push_back({{}, table.rows[i], static_cast<std::int64_t>(i + 1)});
    rows.stored = streamOf(table.schema, std::move(stored));
    rows.joined = static_cast<std::int64_t>(table.rows.size());
    return rows;
}

JoinedRows rowsOfKind(const Intake& intake, const SourceRows& source, const SourceWords& words) {
    if (intake.request.kind == layers::Kind::Targets) return targetRows(intake, source);
    if (intake.request.kind == layers::Kind::Names) return decisionRows(intake, source);
    return reportedRows(intake, source, words);
}

layers::Ledger ledgerOf(const JoinedRows& rows, std::int64_t read) {
    layers::Ledger ledger;
    ledger.unit = {};
    const std::int64_t stored = rows.stored.count;
    ledger.add(layers::LedgerSide::In, "read", read, 0);
    ledger.add(layers::LedgerSide::Out, "joined", rows.joined, 0);
    if (stored > rows.joined) ledger.add(layers::LedgerSide::Out, "not-joined", stored - rows.joined, 0);
    if (read > stored) ledger.add(layers::LedgerSide::Lost, "not-joined", read - stored, 0);
    return ledger;
}

/// What is wrong with the figures waits until it is known whose they are.
void keepJoinFindings(std::vector<layers::Finding>& findings) {
    std::erase_if(findings,
                  [](const layers::Finding& finding) { return !finding.message.id.starts_with("join."); });
}

}  // namespace

Stored storeRows(const Intake& intake, const std::filesystem::path& file) {
    auto source = layers::LayerSource::open(
        file, {intake.request.layerName, std::nullopt, intake.request.encoding, layers::WhenLacking::Accept});
    Stored stored{recordFor(intake, source)};
    if (auto same = sameVersion(intake, stored.record)) return unchanged(*std::move(same));
    const SourceWords words = wordsOf(intake, source);
    const SourceRows rows = readRows(featuresOf(intake, source), intake.progress);
    if (rows.features.empty()) throw geo::Error(geo::ErrorKind::BadData, "import.nothing-stored");
    JoinedRows joined = rowsOfKind(intake, rows, words);
    if (intake.request.kind == layers::Kind::Indicators) stored.record.epoch = joined.epoch;
    stored.refusal = joined.refusal;
    if (joined.stored.count == 0 && !stored.refusal)
        throw geo::Error(geo::ErrorKind::BadData, "import.nothing-stored");
    stored.findings = openingFindings(source);
    stored.findings.insert(stored.findings.end(), joined.findings.begin(), joined.findings.end());
    stored.ledger = ledgerOf(joined, static_cast<std::int64_t>(rows.features.size()));
    noteSheet(intake, stored, source);
    if (stored.refusal) {
        keepJoinFindings(stored.findings);
        noteText(stored, source);
        return stored;
    }
    noteText(stored, source);
    const std::int64_t id =
        intake.change.addLayer(stored.record, std::move(joined.stored), intake.progress);
    stored.record = intake.workspace.layer(id);
    return stored;
}

}  // namespace app
