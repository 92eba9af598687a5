// SPDX-License-Identifier: Apache-2.0
// Facts gathered, written as the file's name asks.
#include "app/jobs/year_report.hpp"

#include "app/jobs/office_paper.hpp"
#include "app/jobs/year_pages.hpp"
#include "app/jobs/year_tables.hpp"
#include "geo/base/error.hpp"
#include "layers/files/formats.hpp"

namespace app {
namespace {

bool isPaper(const std::filesystem::path& out) { return layers::extensionOf(out) == ".pdf"; }

void requireFormat(const std::filesystem::path& out) {
    if (out.empty() || isPaper(out) || layers::formatOf(out) == layers::Format::Xlsx) return;
    throw geo::Error(geo::ErrorKind::Usage, "report.format-unknown", {{"file", out.string()}});
}

geo::Date dayOfFile(const YearFacts& facts) { return facts.asOf.value_or(geo::lastDayOf(facts.year)); }

void write(const std::filesystem::path& out, const YearFacts& facts, const MapTools& tools) {
    if (!isPaper(out))
        return layers::writeTables(out, yearSheets(facts, tools.words),
                                   {dayOfFile(facts), layers::Encoding::Utf8, {}});
    const styles::MinutesSheet sheet = yearPages(facts, tools.words);
    paintOfficePaper({out, sheet.text.subtitle, dayOfFile(facts)}, sheet, tools.session,
                     [](std::size_t, std::size_t) {});
}

/// Why there is no figure stands among the findings.
geo::Message lineOf(const TargetStanding& standing) {
    if (!standing.figure) return {"report.line-none", {{"name", standing.name}}};
    return {standing.target.unit == "%" ? "report.line" : "report.line-amount",
            {{"name", standing.name},
             {"value", *standing.figure->value},
             {"unit", standing.figure->unit},
             {"day", geo::isoText(standing.figure->asOf)},
             {"status", layers::wordOf(standing.figure->status)},
             {"difference", *differenceOf(standing)},
             {"operator", layers::wordOf(standing.target.comparison)},
             {"target", standing.target.value},
             {"year", std::to_string(standing.target.year)}}};
}

/// Of a target without a figure, or with one that should be newer.
geo::Message faultOf(const TargetStanding& standing, const Catalogue& words) {
    return {standing.figure ? "report.newer-failed" : "report.line-no-figure",
            {{"name", standing.name}, {"reason", words.sentence(*standing.fault)}}};
}

void addFindings(Outcome& outcome, const YearFacts& facts, const Catalogue& words) {
    for (const TargetStanding& standing : facts.targets)
        if (standing.fault) outcome.findings.push_back({faultOf(standing, words), 0, {}});
    for (const MissingTable& one : facts.withoutTable)
        outcome.findings.push_back(
            {{"report.no-table", {{"name", one.name}, {"year", std::to_string(facts.year)}}}, 0, {}});
    for (const MissingReport& one : facts.missing)
        outcome.findings.push_back({{"report.missing",
                                     {{"name", one.name},
                                      {"year", std::to_string(one.year)},
                                      {"unit", one.unitName},
                                      {"code", one.unitCode},
                                      {"status", layers::wordOf(one.status)}}},
                                    0,
                                    one.unitCode});
}

}  // namespace

Outcome reportYear(const Project& project, const YearReportRequest& request, const MapTools& tools,
                   geo::Progress& progress) {
    requireFormat(request.out);
    const YearFacts facts = yearFacts(project, request.year, tools.words.language(), progress);
    Outcome outcome{.verb = "report", .project = facts.project, .findings = facts.findings};
    for (const TargetStanding& standing : facts.targets) {
        outcome.rows.push_back(rowOf(standing));
        outcome.summary.push_back(lineOf(standing));
    }
    addFindings(outcome, facts, tools.words);
    outcome.summary.push_back({"report.count",
                               {{"year", std::to_string(facts.year)},
                                {"tables", static_cast<std::int64_t>(facts.withoutTable.size())},
                                {"missing", static_cast<std::int64_t>(facts.missing.size())},
                                {"agencies", static_cast<std::int64_t>(facts.agencies.size())}}});
    if (request.out.empty()) return outcome;
    progress.throwIfStopped();
    write(request.out, facts, tools);
    outcome.files.push_back(request.out);
    outcome.summary.push_back({"export.wrote", {{"file", request.out.string()}}});
    return outcome;
}

}  // namespace app
