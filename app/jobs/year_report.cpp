// SPDX-License-Identifier: Apache-2.0
// Facts gathered, written as the file's name asks.
#include "app/jobs/year_report.hpp"

#include "app/jobs/year_pages.hpp"
#include "app/jobs/year_tables.hpp"
#include "geo/base/error.hpp"
#include "layers/files/formats.hpp"
#include "styles/paint/paint_file.hpp"
#include "styles/paint/qt_canvas.hpp"

namespace app {
namespace {

bool isPaper(const std::filesystem::path& out) { return out.extension() == ".pdf"; }

void requireFormat(const std::filesystem::path& out) {
    if (out.empty() || isPaper(out) || layers::formatOf(out) == layers::Format::Xlsx) return;
    throw geo::Error(geo::ErrorKind::Usage, "report.format-unknown", {{"file", out.string()}});
}

void paint(const std::filesystem::path& out, const YearFacts& facts, const MapTools& tools) {
    const styles::MinutesSheet sheet = yearPages(facts, tools.words);
    const auto measure = styles::makeTextMeasure(tools.session);
    const auto pages = styles::minutesPages(sheet, *measure);
    std::size_t next = 0;
    const auto nextPage = [&]() -> std::optional<styles::Page> {
        if (next == pages.size()) return std::nullopt;
        const styles::MinutesPage& page = pages[next++];
        return styles::Page{sheet.size, sheet.pixelsPerInch, sheet.text.subtitle,
                            [&](styles::Canvas& canvas, const styles::TextMeasure& room) {
                                styles::drawMinutesPage(sheet, page, canvas, room);
                            }};
    };
    styles::paintPages(out, nextPage, facts.asOf, tools.session);
}

void write(const std::filesystem::path& out, const YearFacts& facts, const MapTools& tools) {
    if (isPaper(out)) return paint(out, facts, tools);
    layers::writeTables(out, yearSheets(facts, tools.words), {facts.asOf, layers::Encoding::Utf8, {}});
}

geo::Message lineOf(const TargetStanding& standing) {
    if (!standing.figure) return {"report.line-no-figure", {{"name", standing.name}}};
    return {"report.line",
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

void addFindings(Outcome& outcome, const YearFacts& facts) {
    for (const TargetStanding& standing : facts.targets)
        if (standing.fault)
            outcome.findings.push_back({{"report.line-no-figure", {{"name", standing.name}}}, 0, {}});
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
    const YearFacts facts = yearFacts(project, request.year, progress);
    Outcome outcome{.verb = "report", .project = facts.project, .findings = facts.findings};
    for (const TargetStanding& standing : facts.targets) {
        outcome.rows.push_back(rowOf(standing));
        outcome.summary.push_back(lineOf(standing));
    }
    addFindings(outcome, facts);
    outcome.summary.push_back({"report.count",
                               {{"missing", static_cast<std::int64_t>(facts.missing.size())},
                                {"agencies", static_cast<std::int64_t>(facts.agencies.size())}}});
    if (request.out.empty()) return outcome;
    progress.throwIfStopped();
    write(request.out, facts, tools);
    outcome.files.push_back(request.out);
    outcome.summary.push_back({"export.wrote", {{"file", request.out.string()}}});
    return outcome;
}

}  // namespace app
