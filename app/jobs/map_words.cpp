// SPDX-License-Identifier: Apache-2.0
// Title, legend and notes from the figures' own facts.
#include "app/jobs/map_words.hpp"

#include <filesystem>

#include "app/jobs/figure_words.hpp"
#include "layers/model/row_reader.hpp"

namespace app {
namespace {

using Arguments = std::vector<geo::Argument>;

std::string classLabel(const styles::ClassBreaks& breaks, std::size_t index, const std::string& unit,
                       const Catalogue& words) {
    const auto from = breaks.from(index);
    const auto below = breaks.below(index);
    // A sign stands at each number; a word stands once, in the title.
    const std::string sign = unit == "%" ? unit : std::string();
    const auto written = [&](double at) {
        return formatNumber(at, styles::decimalsOf(breaks), words.language());
    };
    if (!from && !below) return words.sentence("map.class-all");
    if (!from) return words.sentence("map.class-below", {{"below", written(*below)}, {"unit", sign}});
    if (!below) return words.sentence("map.class-from", {{"from", written(*from)}, {"unit", sign}});
    return words.sentence("map.class-between",
                          {{"from", written(*from)}, {"below", written(*below)}, {"unit", sign}});
}

std::string levelWord(const std::string& prefix, layers::UnitLevel level, const Catalogue& words) {
    return words.sentence(prefix + layers::wordOf(level));
}

/// The sentence of an id, or nothing where a theme has none.
std::string sentenceIfAny(const std::string& id, const Catalogue& words, Arguments arguments = {}) {
    return words.knows(id) ? words.sentence(id, std::move(arguments)) : std::string();
}

bool isOfChange(const MapFacts& facts) { return facts.theme.id == "change"; }

/// ` (ước tính)` where either of two figures is no more than that.
std::string doubtOf(const layers::Observation& now, const layers::Observation& before,
                    const Catalogue& words) {
    for (const layers::Status status : {layers::Status::Estimated, layers::Status::Provisional})
        if (now.status == status || before.status == status)
            return statusSuffix(status, words);
    return {};
}

/// How the province went from an earlier year to this one.
styles::MapFigure provinceChange(const MapFacts& facts, const Catalogue& words) {
    const layers::Observation& before = facts.years.front().province;
    if (!facts.province.value || !before.value) return {};
    const auto written = [&](double value) {
        return withUnit(formatNumber(value, 2, words.language()), facts.province.unit, words);
    };
    const double change = *facts.province.value - *before.value;
    return {words.sentence("map.province") + doubtOf(facts.province, before, words),
            words.sentence("map.change-points", {{"change", formatChange(change, 2, words.language())}}),
            words.sentence("map.change-from", {{"since", std::to_string(before.asOf.year)},
                                               {"year", std::to_string(facts.province.asOf.year)},
                                               {"before", written(*before.value)},
                                               {"now", written(*facts.province.value)}})};
}

styles::MapFigure provinceFigure(const MapFacts& facts, const Catalogue& words) {
    if (isOfChange(facts)) return provinceChange(facts, words);
    if (!facts.province.value) return {};
    const double value = *facts.province.value;
    styles::MapFigure figure{words.sentence("map.province"), figureText(facts.province, words), {}};
    if (facts.province.status == layers::Status::Estimated ||
        facts.province.status == layers::Status::Provisional) {
        figure.title += statusSuffix(facts.province.status, words);
    }
    const auto* target =
        facts.targets.targetFor(facts.sample.indicator, facts.province.unitCode, facts.province.asOf.year);
    if (target == nullptr) return figure;
    const double missing = layers::gapTo(*target, value);
    figure.note = words.sentence(missing > 0 ? "map.below-target" : "map.target-met",
                                 {{"year", std::to_string(target->year)},
                                  {"target", target->value},
                                  {"gap", missing > 0 ? missing : -missing}});
    return figure;
}

std::string fileName(const std::string& path) { return std::filesystem::path(path).filename().string(); }

std::string releaseId(layers::Release release) {
    switch (release) {
        case layers::Release::Draft:
            return "map.release-draft";
        case layers::Release::Provisional:
            return "map.release-provisional";
        case layers::Release::Approved:
            return "map.release-approved";
    }
    return {};
}

/// An approved figure names the document that published it, where it is known.
std::string releaseText(const layers::Observation& figure, const Catalogue& words) {
    const bool isPublished = figure.release == layers::Release::Approved && !figure.document.empty();
    if (!isPublished) return words.sentence(releaseId(figure.release));
    const bool isNumber = figure.document.front() >= '0' && figure.document.front() <= '9';
    return words.sentence(isNumber ? "map.release-by-number" : "map.release-by-document",
                          {{"document", figure.document}});
}

/// Sectors are named by the plan, other categories by us; those of a theme of one's own keep their key.
std::string categoryLabel(const styles::Theme& theme, const std::string& key,
                          const std::map<std::string, std::string>& sectors, const Catalogue& words) {
    const auto sector = sectors.find(key);
    if (sector != sectors.end()) return key + ". " + sector->second;
    const std::string id = "category." + theme.id + "." + key;
    return words.knows(id) ? words.sentence(id) : key;
}

/// The words of a section: `map.points.outfalls`, `map.points-size.outfalls` and so on.
styles::LegendText legendText(const MapFacts& facts, const std::string& section,
                              const styles::DataColours& colours, const Catalogue& words) {
    const auto word = [&](const std::string& part) {
        return sentenceIfAny("map." + section + part + "." + facts.theme.id, words,
                             {{"unit", facts.theme.unit}});
    };
    return {word(""),         colourLabels(facts.theme, colours, facts.sectors, words),
            word("-no-data"), word("-count"),
            word("-size"),    word("-solid"),
            word("-hollow"),  words.sentence("map.cluster")};
}

std::string indicatorName(const MapFacts& facts, const Catalogue& words) {
    return words.language() == Language::Vietnamese ? facts.indicator.name_vi : facts.indicator.name_en;
}

/// The id of a theme's words; of a theme of one's own, that of words for any indicator.
std::string ownOr(const std::string& prefix, const std::string& theme, const Catalogue& words) {
    return prefix + (words.knows(prefix + theme) ? theme : "own");
}

/// Circles of units: the classes of the theme, and what their size stands for.
styles::LegendText symbolLegend(const MapFacts& facts, const Catalogue& words) {
    styles::LegendText text;
    text.title = words.sentence(ownOr("map.legend.", facts.theme.id, words),
                                {{"unit", facts.theme.unit}, {"indicator", indicatorName(facts, words)}});
    text.labels = classLabels(facts.theme.points->colours.breaks, facts.theme.unit, words);
    text.noDataLabel = statusWord(layers::Status::Missing, words);
    text.countSuffix = levelWord("map.count-", facts.level, words);
    const std::string id = "map.symbols-" + wordOf(*facts.symbols) + ".";
    text.sizeTitle = words.sentence(id + (words.knows(id + facts.sample.indicator) ? facts.sample.indicator : "own"),
                                    {{"unit", facts.symbolUnit.empty() ? words.sentence("map.unit-not-told") : facts.symbolUnit}});
    return text;
}

void addLegends(styles::MapText& text, const MapFacts& facts, const Catalogue& words) {
    const styles::Theme& theme = facts.theme;
    if (!theme.base) {
        text.legendTitle = words.sentence(ownOr("map.legend.", theme.id, words),
                                          {{"unit", theme.unit}, {"indicator", indicatorName(facts, words)}});
        text.classLabels = classLabels(theme.breaks, theme.unit, words);
    }
    if (theme.lines) text.lineLegend = legendText(facts, "lines", theme.lines->colours, words);
    if (facts.symbols) {
        text.pointLegend = symbolLegend(facts, words);
    } else if (theme.points) {
        text.pointLegend = legendText(facts, "points", theme.points->colours, words);
    }
    if (theme.plots) text.plotLegend = legendText(facts, "plots", theme.plots->colours, words);
}

void addStatusLabels(styles::MapText& text, const Catalogue& words) {
    text.noDataLabel = statusWord(layers::Status::Missing, words);
    text.carriedLabel = statusWord(layers::Status::Carried, words);
    text.estimatedLabel = statusWord(layers::Status::Estimated, words);
    text.notReportedLabel = statusWord(layers::Status::NotReported, words);
    text.notApplicableLabel = statusWord(layers::Status::NotApplicable, words);
    text.noTargetLabel = words.sentence("map.no-target");
}

}  // namespace

std::string shortSource(const std::string& source, const Catalogue& words) {
    const std::size_t first = source.find("; ");
    if (first == std::string::npos) return source;
    std::int64_t others = 1;
    for (std::size_t at = source.find("; ", first + 1); at != std::string::npos;
         at = source.find("; ", at + 1)) {
        ++others;
    }
    return words.sentence("map.source-and-others", {{"file", source.substr(0, first)}, {"count", others}});
}

std::string statusLineOf(const layers::Observation& figure, const Catalogue& words) {
    return words.sentence("map.as-of", {{"day", geo::isoText(figure.asOf)}}) + " · " + releaseText(figure, words);
}

std::vector<std::string> figureNotes(const layers::Observation& figure, layers::RubberRule rubber,
                                     const Catalogue& words) {
    const std::string note = sentenceIfAny("map.note." + figure.indicator, words);
    if (!note.empty()) return {note};
    if (!words.knows("map.method-" + figure.method)) return {};
    return {words.sentence("map.method-" + figure.method),
            words.sentence("map.rubber-" + layers::wordOf(rubber)),
            words.sentence("map.denominator-" + figure.denominatorKind)};
}

IndicatorFact indicatorFact(const layers::Workspace& workspace, const std::string& indicator) {
    const layers::Table table = workspace.readTable("pack_indicators");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const layers::RowReader reader(table, row);
        if (reader.text("indicator") == indicator) return {reader.text("name_vi"), reader.text("name_en")};
    }
    return {};
}

std::map<std::string, std::string> sectorNames(const layers::Workspace& workspace) {
    std::map<std::string, std::string> names;
    if (!workspace.hasTable("pack_annex2_sectors")) return names;
    const layers::Table table = workspace.readTable("pack_annex2_sectors");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const layers::RowReader reader(table, row);
        names[reader.text("roman")] = reader.text("name_vi");
    }
    return names;
}

std::vector<std::string> colourLabels(const styles::Theme& theme, const styles::DataColours& colours,
                                      const std::map<std::string, std::string>& sectors,
                                      const Catalogue& words) {
    if (colours.categories.empty()) {
        return colours.ramp.empty() ? std::vector<std::string>{}
                                    : classLabels(colours.breaks, theme.unit, words);
    }
    std::vector<std::string> labels;
    for (const styles::Category& category : colours.categories) {
        labels.push_back(categoryLabel(theme, category.key, sectors, words));
    }
    return labels;
}

std::vector<std::string> classLabels(const styles::ClassBreaks& breaks, const std::string& unit,
                                     const Catalogue& words) {
    std::vector<std::string> labels;
    for (std::size_t index = 0; index < breaks.count(); ++index) {
        labels.push_back(classLabel(breaks, index, unit, words));
    }
    return labels;
}

/// `2025`, or `2021–2025` where years stand beside one another.
std::string yearText(const MapFacts& facts) {
    const std::string year = std::to_string(facts.sample.asOf.year);
    const bool hasPanels = !facts.years.empty() && !isOfChange(facts);
    return hasPanels ? std::to_string(facts.years.front().year) + "–" + year : year;
}

std::string titleOf(const MapFacts& facts, const Catalogue& words) {
    const std::string since = facts.years.empty() ? std::string() : std::to_string(facts.years.front().year);
    return words.sentence(
        ownOr("map.title.", facts.theme.id, words),
        {{"year", yearText(facts)}, {"since", since}, {"indicator", indicatorName(facts, words)}});
}

/// About zero, what changed has no target.
std::string classingNote(const MapFacts& facts) {
    const bool isAboutZero = isOfChange(facts) && *facts.classing == styles::ClassMethod::Target;
    return isAboutZero ? "map.classes-change" : "map.classes-" + styles::wordOf(*facts.classing);
}

/// Those of all years shown, each once.
std::string sourcesOf(const MapFacts& facts) {
    std::string sources;
    const auto add = [&](const layers::Observation& figure) {
        if (sources.find(figure.source) != std::string::npos) return;
        sources += (sources.empty() ? "" : "; ") + figure.source;
    };
    for (const YearFigures& year : facts.years) add(year.province);
    add(facts.sample);
    return sources;
}

styles::MapText mapText(const MapFacts& facts, const Catalogue& words) {
    const layers::Observation& sample = facts.sample;
    styles::MapText text;
    text.title = titleOf(facts, words);
    text.subtitle =
        words.sentence("map.by-" + layers::wordOf(facts.level), {{"province", facts.province.unitName}});
    addLegends(text, facts, words);
    addStatusLabels(text, words);
    text.countSuffix = levelWord("map.count-", facts.level, words);
    text.referenceLabel = facts.province.value ? words.sentence("map.reference") : std::string();
    text.figure = provinceFigure(facts, words);
    text.notes = figureNotes(sample, facts.rubber, words);
    if (isOfChange(facts)) text.notes.push_back(words.sentence("map.note-change"));
    if (facts.classing) text.notes.push_back(words.sentence(classingNote(facts)));
    if (facts.hasPlotsAsImage) text.notes.push_back(words.sentence("map.note-plots-as-image"));
    if (facts.illustrative > 0) {
        text.notes.push_back(words.sentence("map.illustrative", {{"count", facts.illustrative}}));
    }
    text.sourceLine = words.sentence("map.source", {{"plots", shortSource(sourcesOf(facts), words)},
                                                    {"borders", fileName(facts.borders.path)}});
    text.statusLine = statusLineOf(sample, words);
    text.northLetter = words.sentence("map.north");
    text.scaleUnit = "km";
    return text;
}

}  // namespace app
