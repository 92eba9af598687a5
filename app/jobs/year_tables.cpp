// SPDX-License-Identifier: Apache-2.0
// Facts into rows, codes into words.
#include "app/jobs/year_tables.hpp"

#include "app/jobs/plan_cells.hpp"
#include "app/jobs/table_words.hpp"

namespace app {
namespace {

CellValue dayOrNothing(const std::optional<layers::Observation>& figure) {
    return figure ? CellValue(geo::isoText(figure->asOf)) : CellValue();
}

Row rowOf(const MissingReport& missing) {
    return {{"indicator_name", missing.name},
            {"period", std::int64_t{missing.year}},
            {"unit_code", missing.unitCode},
            {"unit_name", missing.unitName},
            {"status", layers::wordOf(missing.status)}};
}

/// All its communes: the year stands in no table.
Row rowOf(const MissingTable& table, int year) {
    return {{"indicator_name", table.name},
            {"period", std::int64_t{year}},
            {"unit_code", CellValue()},
            {"unit_name", CellValue()},
            {"status", std::string("no-table")}};
}

/// What came of the reports is not known to the workspace: the column waits for whoever receives them.
Row rowOf(const DueAgency& agency) {
    return {{"agency", agency.name},
            {"agency_now", textOrNothing(agency.nameNow)},
            {"lead_now_certainty", textOrNothing(agency.certainty)},
            {"tasks", static_cast<std::int64_t>(agency.tasks.size())},
            {"received", CellValue()}};
}

Row taskRow(const Row& task, const DueAgency& agency) {
    return {{"number", textOrNothing(textOf(task, "number"))},
            {"text", textOf(task, "text")},
            {"lead", agency.name},
            {"lead_now", textOrNothing(agency.nameNow)},
            {"product", textOrNothing(textOf(task, "product"))},
            {"result", CellValue()}};
}

layers::TableSheet sheetOf(const char* name, const std::vector<Row>& rows, const YearFacts& facts,
                           const Catalogue& words) {
    layers::TableSheet sheet{tableOfRows(rows), {}};
    for (const auto& [column, prefix] : {std::pair{"status", ""},
                                         {"release", ""},
                                         {"verdict", "report-"},
                                         {"operator", ""},
                                         {"legal_status", ""},
                                         {"lead_now_certainty", "certainty-"}})
        putColumnIntoWords(sheet.table, column, prefix, words);
    const std::string id = std::string("report.sheet-") + name;
    sheet.text.sheetName = words.sentence(id);
    sheet.text.title =
        words.sentence("report.title", {{"year", std::to_string(facts.year)}}) + " – " + words.sentence(id);
    sheet.text.columnTitles = columnTitles(sheet.table.schema, "report", words);
    return sheet;
}

}  // namespace

std::string verdictOf(const TargetStanding& standing) {
    if (!standing.figure) return "no-figure";
    return layers::isMet(standing.target, *standing.figure->value) ? "met" : "not-met";
}

Row rowOf(const TargetStanding& standing) {
    const auto& figure = standing.figure;
    return {{"indicator", standing.target.indicator},
            {"indicator_name", standing.name},
            {"operator", layers::wordOf(standing.target.comparison)},
            {"target", standing.target.value},
            {"target_year", std::int64_t{standing.target.year}},
            {"document", textOrNothing(standing.target.document)},
            {"legal_status", textOrNothing(standing.target.legalStatus)},
            {"value", numberOrNothing(figure ? figure->value : std::nullopt)},
            {"unit", standing.target.unit},
            {"as_of", dayOrNothing(figure)},
            {"status", figure ? layers::wordOf(figure->status) : std::string("missing")},
            {"release", figure ? CellValue(layers::wordOf(figure->release)) : CellValue()},
            {"numerator", numberOrNothing(figure ? figure->numerator : std::nullopt)},
            {"denominator", numberOrNothing(figure ? figure->denominator : std::nullopt)},
            {"term_unit", figure ? textOrNothing(figure->termUnit) : CellValue()},
            {"difference", numberOrNothing(differenceOf(standing))},
            {"before", numberOrNothing(standing.before ? standing.before->value : std::nullopt)},
            {"before_as_of", dayOrNothing(standing.before)},
            {"change", numberOrNothing(changeOf(standing))},
            {"pace", numberOrNothing(paceOf(standing))},
            {"verdict", verdictOf(standing)},
            {"source", figure ? textOrNothing(figure->source) : CellValue()}};
}

std::vector<std::string> yearNotes(const YearFacts& facts, const Catalogue& words) {
    const std::string year = std::to_string(facts.year);
    return {words.sentence("report.note-figures", {{"year", year}}),
            words.sentence("report.note-reports", {{"year", year}}), words.sentence("report.note-results"),
            words.sentence("report.note-agencies")};
}

std::vector<layers::TableSheet> yearSheets(const YearFacts& facts, const Catalogue& words) {
    std::vector<Row> targets, missing, agencies, tasks;
    for (const TargetStanding& standing : facts.targets) targets.push_back(rowOf(standing));
    for (const MissingReport& one : facts.missing) missing.push_back(rowOf(one));
    for (const MissingTable& one : facts.withoutTable) missing.push_back(rowOf(one, facts.year));
    for (const DueAgency& agency : facts.agencies) {
        agencies.push_back(rowOf(agency));
        for (const Row& task : agency.tasks) tasks.push_back(taskRow(task, agency));
    }
    std::vector<layers::TableSheet> sheets{sheetOf("targets", targets, facts, words)};
    if (!missing.empty()) sheets.push_back(sheetOf("missing", missing, facts, words));
    if (!agencies.empty()) sheets.push_back(sheetOf("agencies", agencies, facts, words));
    if (!tasks.empty()) sheets.push_back(sheetOf("tasks", tasks, facts, words));
    sheets.front().text.notes = yearNotes(facts, words);
    return sheets;
}

}  // namespace app
