// SPDX-License-Identifier: Apache-2.0
// An entry a target, an indicator with reports missing, an agency.
#include "app/jobs/year_pages.hpp"

#include <cmath>
#include <map>

#include "app/jobs/figure_words.hpp"
#include "app/jobs/office_paper.hpp"
#include "app/jobs/plan_cells.hpp"
#include "app/jobs/year_tables.hpp"

namespace app {
namespace {

constexpr styles::Colour good{0, 104, 92};
constexpr styles::Colour lacking{178, 72, 18};
constexpr styles::Colour unknown{120, 130, 140};

using Facts = std::vector<styles::FigureRow>;

styles::SymbolLook markOf(const std::string& verdict) {
    if (verdict == "met") return {styles::Symbol::Circle, 14, good, std::nullopt};
    if (verdict == "not-met") return {styles::Symbol::TriangleDown, 14, lacking, std::nullopt};
    return {styles::Symbol::Square, 14, unknown, std::nullopt};
}

std::string number(double value, int decimals, const Catalogue& words) {
    return formatNumber(value, decimals, words.language());
}

/// `2,50 điểm %` of shares, `3 mô hình` of anything else.
std::string amountText(const std::string& number, const std::string& unit, const Catalogue& words) {
    if (unit == "%") return words.sentence("desktop.points", {{"points", number}});
    return words.sentence("report.amount", {{"number", number}, {"unit", unit}});
}

std::string signedAmount(double value, const std::string& unit, const Catalogue& words) {
    return amountText((value > 0 ? "+" : "") + number(value, unit == "%" ? 2 : 0, words), unit, words);
}

std::string paceText(double pace, const std::string& unit, const Catalogue& words) {
    return words.sentence(pace < 0 ? "report.pace-down" : "report.pace-up",
                          {{"amount", amountText(number(std::abs(pace), 2, words), unit, words)}});
}

/// A document that calls itself a draft needs nobody to say so again.
std::string targetText(const layers::Target& target, const Catalogue& words) {
    const std::string id = "word." + target.legalStatus;
    const std::string status = words.knows(id) ? words.sentence(id) : std::string();
    const bool isSaid = target.document.find(status.substr(0, status.find(','))) != std::string::npos;
    return words.sentence(isSaid ? "report.target-plain" : "report.target",
                          {{"target", comparisonText(target, words)},
                           {"year", std::to_string(target.year)},
                           {"document", target.document},
                           {"status", target.legalStatus}});
}

std::string figureWithDay(const layers::Observation& figure, const Catalogue& words) {
    std::string text =
        words.sentence("report.figure", {{"value", valueText(figure.value, figure.unit, words)},
                                         {"day", geo::isoText(figure.asOf)},
                                         {"status", layers::wordOf(figure.status)},
                                         {"release", layers::wordOf(figure.release)}});
    if (figure.numerator && figure.denominator && !figure.termUnit.empty())
        text += words.sentence("report.terms", {{"numerator", *figure.numerator},
                                                {"denominator", *figure.denominator},
                                                {"unit", figure.termUnit}});
    return text;
}

/// Without the remedy: what to type belongs on a screen and not on paper.
std::string faultText(const geo::Message& fault, const Catalogue& words) {
    const std::string said = words.sentence(fault);
    return said.substr(0, said.find(';'));
}

Facts factsOf(const TargetStanding& standing, const Catalogue& words) {
    const layers::Target& target = standing.target;
    Facts facts{{words.sentence("report.label-target"), targetText(target, words)}};
    if (!standing.figure) {
        facts.push_back({words.sentence("report.label-figure"), faultText(*standing.fault, words)});
        return facts;
    }
    facts.push_back({words.sentence("report.label-figure"), figureWithDay(*standing.figure, words)});
    facts.push_back({words.sentence("report.label-difference"),
                     signedAmount(*differenceOf(standing), target.unit, words)});
    if (standing.before)
        facts.push_back({words.sentence("report.label-change"),
                         words.sentence("report.change",
                                        {{"points", signedAmount(*changeOf(standing), target.unit, words)},
                                         {"value", valueText(standing.before->value, standing.before->unit, words)},
                                         {"day", geo::isoText(standing.before->asOf)}})});
    if (const auto pace = paceOf(standing))
        facts.push_back({words.sentence("report.label-pace"), paceText(*pace, target.unit, words)});
    if (!standing.figure->source.empty())
        facts.push_back({words.sentence("report.label-source"), standing.figure->source});
    return facts;
}

void addTargets(std::vector<styles::MinutesEntry>& entries, const YearFacts& facts, const Catalogue& words) {
    for (const TargetStanding& standing : facts.targets) {
        const std::string verdict = verdictOf(standing);
        entries.push_back({std::to_string(entries.size() + 1), standing.name,
                           words.sentence("word.report-" + verdict), markOf(verdict),
                           factsOf(standing, words)});
    }
}

/// The units of one indicator, by what is said of their report.
void addMissing(std::vector<styles::MinutesEntry>& entries, const YearFacts& facts, const Catalogue& words) {
    std::map<std::string, std::map<std::string, std::pair<std::int64_t, std::string>>> byIndicator;
    for (const MissingReport& one : facts.missing) {
        auto& [count, names] = byIndicator[words.sentence(
            "report.missing-of", {{"name", one.name}, {"year", std::to_string(one.year)}})]
                                          [layers::wordOf(one.status)];
        names += (count++ == 0 ? "" : ", ") + one.unitName + " (" + one.unitCode + ")";
    }
    for (const auto& [title, byStatus] : byIndicator) {
        styles::MinutesEntry entry{std::to_string(entries.size() + 1), title, {}, markOf("no-figure"), {}};
        std::int64_t all = 0;
        for (const auto& [status, named] : byStatus) {
            all += named.first;
            entry.facts.push_back({words.sentence("word." + status), named.second});
        }
        entry.verdict = words.sentence("report.units", {{"count", all}});
        entries.push_back(std::move(entry));
    }
}

void addTablesMissing(std::vector<styles::MinutesEntry>& entries, const YearFacts& facts,
                      const Catalogue& words) {
    for (const MissingTable& one : facts.withoutTable)
        entries.push_back(
            {std::to_string(entries.size() + 1),
             words.sentence("report.missing-of", {{"name", one.name}, {"year", std::to_string(facts.year)}}),
             words.sentence("report.no-table-yet"),
             markOf("no-figure"),
             {}});
}

std::string sourceLine(const YearFacts& facts, const Catalogue& words) {
    const std::string workspace = facts.project.workspace.filename().string();
    if (!facts.asOf) return words.sentence("report.source-empty", {{"workspace", workspace}});
    return words.sentence("report.source", {{"workspace", workspace}, {"day", geo::isoText(*facts.asOf)}});
}

void addAgencies(std::vector<styles::MinutesEntry>& entries, const YearFacts& facts, const Catalogue& words) {
    for (const DueAgency& agency : facts.agencies) {
        const bool isRenamed = !agency.nameNow.empty() && agency.nameNow != agency.name;
        styles::MinutesEntry entry{
            std::to_string(entries.size() + 1),
            words.sentence("report.agency",
                           {{"name", agency.nameNow.empty() ? agency.name : agency.nameNow}}),
            words.sentence("report.agency-tasks",
                           {{"count", static_cast<std::int64_t>(agency.tasks.size())}}),
            markOf("no-figure"),
            {}};
        if (isRenamed) entry.facts.push_back({words.sentence("report.label-in-plan"), agency.name});
        if (agency.nameNow.empty())
            entry.facts.push_back({words.sentence("report.label-today"), words.sentence("report.no-heir")});
        for (const Row& task : agency.tasks)
            entry.facts.push_back({textOf(task, "number").empty() ? words.sentence("report.label-task")
                                                                  : textOf(task, "number"),
                                   textOf(task, "text")});
        entries.push_back(std::move(entry));
    }
}

styles::MinutesText textOf(const YearFacts& facts, const Catalogue& words) {
    const std::string year = std::to_string(facts.year);
    styles::MinutesText text;
    text.office = {words.sentence("report.office"), words.sentence("report.number")};
    addOfficeWords(text, words);
    text.title = words.sentence("report.heading");
    text.subtitle = words.sentence("report.title", {{"year", year}});
    text.entriesTitle = words.sentence("report.entries");
    text.notes = yearNotes(facts, words);
    text.placeAndDay = words.sentence("report.place-and-day");
    text.signers = {words.sentence("report.signer-writer"), words.sentence("report.signer-head")};
    text.sourceLine = sourceLine(facts, words);
    return text;
}

}  // namespace

styles::MinutesSheet yearPages(const YearFacts& facts, const Catalogue& words) {
    styles::MinutesSheet sheet;
    sheet.size = a4Upright;
    sheet.pixelsPerInch = paperDotsPerInch;
    sheet.text = textOf(facts, words);
    addTargets(sheet.entries, facts, words);
    addMissing(sheet.entries, facts, words);
    addTablesMissing(sheet.entries, facts, words);
    addAgencies(sheet.entries, facts, words);
    sheet.closing = {{words.sentence("report.label-results"), 4},
                     {words.sentence("report.label-proposals"), 3}};
    return sheet;
}

}  // namespace app
