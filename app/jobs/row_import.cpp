// SPDX-License-Identifier: Apache-2.0
// Tables of figures and targets: each row joined to its unit, or kept with the reason why not.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "app/jobs/intake.hpp"
#include "app/jobs/source_rows.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/indicators/reported_fields.hpp"
#include "layers/indicators/targets.hpp"
#include "layers/indicators/unit_join.hpp"
#include "layers/model/row_reader.hpp"

namespace app {
namespace {

constexpr std::array rowLevels{layers::UnitLevel::Commune, layers::UnitLevel::District,
                               layers::UnitLevel::Province};

/// What is stored, and how many rows of it are joined.
struct JoinedRows {
    layers::Schema schema;
    std::vector<layers::Feature> features = {};
    std::vector<layers::Finding> findings = {};
    std::int64_t joined = 0;
};

std::vector<layers::UnitJoin> joinsOf(const Intake& intake, geo::Date epoch,
                                      const std::vector<layers::SpellingPair>& spellings) {
    std::vector<layers::UnitJoin> joins;
    for (const auto level : rowLevels) joins.emplace_back(intake.units, level, epoch, spellings);
    return joins;
}

void noteFault(JoinedRows& rows, const layers::UnitMatch& match, const layers::Feature& row,
               const std::string& code) {
    if (match.fault) rows.findings.push_back({*match.fault, row.sourceRow, code});
    if (match.unit != nullptr) ++rows.joined;
}

std::set<std::string> packIndicators(const layers::Workspace& workspace) {
    const layers::Table table = workspace.readTable("pack_indicators");
    std::set<std::string> known;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        known.insert(layers::RowReader(table, row).text("indicator"));
    }
    return known;
}

/// Rows of an indicator nobody knows are kept, but no figure will ever ask for them.
void noteIndicator(JoinedRows& rows, const std::set<std::string>& known, const std::string& indicator,
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

JoinedRows reportedRows(const Intake& intake, const SourceRows& source, geo::Date epoch) {
    const auto fields = layers::reportedFieldsOf(source.schema);
    const auto mark = decimalMark(source, termColumns(fields), intake.request.decimal);
    const auto spellings = layers::spellingPairsFromTable(spellingPairs(intake.workspace));
    const auto joins = joinsOf(intake, epoch, spellings);
    JoinedRows rows{layers::storedReportedSchema(source.schema, fields)};
    rows.findings = decimalFindings(source, termColumns(fields), intake.request.decimal);
    const auto known = packIndicators(intake.workspace);
    std::vector<layers::ReportedRow> read;
    for (const layers::Feature& feature : source.features) {
        layers::ReportedRow row = layers::reportedRowIn(feature, fields, mark);
        const auto match = layers::matchAtAnyLevel(joins, {row.unitCode, row.unitName});
        noteFault(rows, match, feature, row.unitCode);
        noteIndicator(rows, known, row.indicator, feature.sourceRow);
        row.unitCode = match.unit != nullptr ? match.unit->code : std::string();
        if (match.unit != nullptr) row.unitName = match.unit->name;
        rows.features.push_back({{}, layers::storedReportedValues(feature, fields, row), feature.sourceRow});
        read.push_back(std::move(row));
    }
    std::ranges::move(layers::reportedFindings(read), std::back_inserter(rows.findings));
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

/// Targets bear codes without names: whoever names the day of the codes says what they mean.
layers::UnitMatch matchCode(const Intake& intake, const std::vector<layers::UnitJoin>& joins, geo::Date epoch,
                            const std::string& code) {
    if (!intake.request.epoch) return layers::matchAtAnyLevel(joins, {code, {}});
    for (const auto level : rowLevels) {
        if (const auto* const unit = intake.units.find(code, level, epoch)) return {unit, std::nullopt};
    }
    return layers::matchAtAnyLevel(joins, {code, {}});
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

JoinedRows targetRows(const Intake& intake, const SourceRows& source, geo::Date epoch) {
    const auto spellings = layers::spellingPairsFromTable(spellingPairs(intake.workspace));
    const auto joins = joinsOf(intake, epoch, spellings);
    JoinedRows rows{targetSchema()};
    const auto mark = decimalMark(source, allColumns(source.schema), intake.request.decimal);
    const auto targets = layers::targetRows(tableOf(source), mark);
    const auto known = packIndicators(intake.workspace);
    std::map<std::string, std::int64_t> firstRows;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        layers::Target target = targets[i];
        const layers::Feature& feature = source.features[i];
        const auto match = matchCode(intake, joins, epoch, target.unitCode);
        noteFault(rows, match, feature, target.unitCode);
        noteIndicator(rows, known, target.indicator, feature.sourceRow);
        noteTarget(rows, target, firstRows, feature.sourceRow);
        target.unitCode = match.unit != nullptr ? match.unit->code : std::string();
        // A target without a unit would be the whole country's.
        if (match.unit == nullptr) continue;
        rows.features.push_back({{}, valuesOf(target, intake.request.document), feature.sourceRow});
    }
    return rows;
}

layers::Ledger ledgerOf(const JoinedRows& rows, std::int64_t read) {
    layers::Ledger ledger;
    ledger.unit = {};
    const auto stored = static_cast<std::int64_t>(rows.features.size());
    ledger.add(layers::LedgerSide::In, "read", read, 0);
    ledger.add(layers::LedgerSide::Out, "joined", rows.joined, 0);
    if (stored > rows.joined) ledger.add(layers::LedgerSide::Out, "not-joined", stored - rows.joined, 0);
    if (read > stored) ledger.add(layers::LedgerSide::Lost, "not-joined", read - stored, 0);
    return ledger;
}

}  // namespace

Stored storeRows(const Intake& intake, const std::filesystem::path& file) {
    auto source = layers::LayerSource::open(
        file, {intake.request.layerName, std::nullopt, intake.request.encoding, layers::WhenLacking::Accept});
    const SourceRows rows = readRows(source, intake.progress);
    if (rows.features.empty()) throw geo::Error(geo::ErrorKind::BadData, "import.nothing-stored");
    Stored stored{recordFor(intake, source)};
    const geo::Date epoch = *stored.record.epoch;
    JoinedRows joined = intake.request.kind == layers::Kind::Targets ? targetRows(intake, rows, epoch)
                                                                     : reportedRows(intake, rows, epoch);
    if (joined.features.empty()) throw geo::Error(geo::ErrorKind::BadData, "import.nothing-stored");
    stored.findings = std::move(joined.findings);
    stored.ledger = ledgerOf(joined, static_cast<std::int64_t>(rows.features.size()));
    const std::int64_t id = intake.change.addLayer(
        stored.record,
        layers::streamOver(joined.schema, std::nullopt, geo::GeometryKind::Empty, joined.features),
        intake.progress);
    stored.record = intake.workspace.layer(id);
    return stored;
}

}  // namespace app
