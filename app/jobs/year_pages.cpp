// SPDX-License-Identifier: Apache-2.0
// An entry a target, an indicator with reports missing, an agency.
#include "app/jobs/year_pages.hpp"

#include <map>
#include <memory>

#include "app/jobs/plan_cells.hpp"
#include "app/jobs/year_tables.hpp"

namespace app {
namespace {

constexpr styles::SizePx a4Upright{1240, 1754};
constexpr double dotsPerInch = 150;
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

std::string signedPoints(double value, const Catalogue& words) {
    return words.sentence("desktop.points", {{"points", (value > 0 ? "+" : "") + number(value, 2, words)}});
}

std::string figureText(const layers::Observation& figure, const Catalogue& words) {
    std::string text =
        words.sentence("report.figure", {{"value", number(*figure.value, 2, words) + figure.unit},
                                         {"day", geo::isoText(figure.asOf)},
                                         {"status", layers::wordOf(figure.status)},
                                         {"release", layers::wordOf(figure.release)}});
    if (figure.numerator && figure.denominator && !figure.termUnit.empty())
        text += words.sentence("report.terms", {{"numerator", *figure.numerator},
                                                {"denominator", *figure.denominator},
                                                {"unit", figure.termUnit}});
    return text;
}

Facts factsOf(const TargetStanding& standing, const Catalogue& words) {
    const layers::Target& target = standing.target;
    Facts facts{{words.sentence("report.label-target"),
                 words.sentence("report.target", {{"operator", layers::wordOf(target.comparison)},
                                                  {"value", target.value},
                                                  {"unit", target.unit},
                                                  {"year", std::to_string(target.year)},
                                                  {"document", target.document},
                                                  {"status", target.legalStatus}})}};
    if (!standing.figure) {
        facts.push_back({words.sentence("report.label-figure"), words.sentence(*standing.fault)});
        return facts;
    }
    facts.push_back({words.sentence("report.label-figure"), figureText(*standing.figure, words)});
    facts.push_back(
        {words.sentence("report.label-difference"), signedPoints(*differenceOf(standing), words)});
    if (standing.before)
        facts.push_back(
            {words.sentence("report.label-change"),
             words.sentence("report.change",
                            {{"points", signedPoints(*changeOf(standing), words)},
                             {"value", number(*standing.before->value, 2, words) + standing.before->unit},
                             {"day", geo::isoText(standing.before->asOf)}})});
    if (const auto pace = paceOf(standing))
        facts.push_back(
            {words.sentence("report.label-pace"), words.sentence("desktop.pace", {{"points", *pace}})});
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
    text.heading = {words.sentence("report.country"), words.sentence("report.motto")};
    text.title = words.sentence("report.heading");
    text.subtitle = words.sentence("report.title", {{"year", year}});
    text.entriesTitle = words.sentence("report.entries");
    text.notes = yearNotes(facts, words);
    text.placeAndDay = words.sentence("report.place-and-day");
    text.signers = {words.sentence("report.signer-writer"), words.sentence("report.signer-head")};
    text.signHint = words.sentence("report.sign-hint");
    text.sourceLine = words.sentence(
        "report.source",
        {{"workspace", facts.project.workspace.filename().string()}, {"day", geo::isoText(facts.asOf)}});
    text.pageLine = [said = std::make_shared<const Catalogue>(words)](std::size_t page, std::size_t pages) {
        return said->sentence("report.page", {{"page", static_cast<std::int64_t>(page)},
                                              {"pages", static_cast<std::int64_t>(pages)}});
    };
    return text;
}

}  // namespace

styles::MinutesSheet yearPages(const YearFacts& facts, const Catalogue& words) {
    styles::MinutesSheet sheet;
    sheet.size = a4Upright;
    sheet.pixelsPerInch = dotsPerInch;
    sheet.text = textOf(facts, words);
    addTargets(sheet.entries, facts, words);
    addMissing(sheet.entries, facts, words);
    addAgencies(sheet.entries, facts, words);
    sheet.closing = {{words.sentence("report.label-results"), 4},
                     {words.sentence("report.label-proposals"), 3}};
    return sheet;
}

}  // namespace app
