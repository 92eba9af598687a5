// SPDX-License-Identifier: Apache-2.0
// Says what is known of a unit, and what is not.
#include "app/jobs/atlas_words.hpp"

#include <cmath>

#include "app/jobs/figure_words.hpp"

namespace app {
namespace {

std::string nameOf(const AtlasFacts& facts) {
    return facts.figure != nullptr ? facts.figure->unitName : facts.unit.name;
}

std::string columnTitle(const layers::Observation& figure, const std::string& column, const Catalogue& words) {
    const std::string own = "column." + figure.indicator + "-" + column;
    return words.sentence(words.knows(own) ? own : "column." + column);
}

void addTerm(styles::MapText& text, const layers::Observation& figure, const std::string& column,
             const std::optional<double>& term, const Catalogue& words) {
    if (!term) return;
    const int decimals = figure.termUnit == "ha" ? 1 : 0;
    text.table.push_back(
        {columnTitle(figure, column, words), formatNumber(*term, decimals, words.language())});
}

/// Above or below, in points; the sentence of a target that is met says so.
std::string gapText(const AtlasFacts& facts, const Catalogue& words) {
    const double missing = layers::gapTo(*facts.target, *facts.figure->value);
    return words.sentence(missing > 0 ? "map.below-target" : "map.target-met",
                          {{"year", std::to_string(facts.target->year)},
                           {"target", facts.target->value},
                           {"gap", std::abs(missing)}});
}

void addTarget(styles::MapText& text, const AtlasFacts& facts, const Catalogue& words) {
    if (facts.target == nullptr) {
        text.table.push_back({words.sentence("map.atlas-target"), words.sentence("map.atlas-no-target")});
        return;
    }
    text.table.push_back({words.sentence("map.atlas-target-year", {{"year", std::to_string(facts.target->year)}}),
                          comparisonText(*facts.target, words)});
    if (facts.figure->value) text.figure.note = gapText(facts, words);
}

}  // namespace

void writeUnit(styles::MapText& text, const AtlasFacts& facts, const Catalogue& words) {
    const std::string name = nameOf(facts);
    text.subtitle = text.title;
    text.title = name;
    // A long legend of plots leaves no room for how figures are counted; the page of the whole says it.
    if (facts.theme.plots) text.notes.clear();
    text.notes.push_back(words.sentence("map.atlas-counts"));
    text.figure = {};
    if (facts.figure == nullptr) return;
    const layers::Observation& figure = *facts.figure;
    text.figure = {name, figureText(figure, words), {}};
    addTerm(text, figure, "numerator", figure.numerator, words);
    addTerm(text, figure, "denominator", figure.denominator, words);
    text.table.push_back({words.sentence("column.status"), words.sentence("word." + layers::wordOf(figure.status))});
    addTarget(text, facts, words);
}

std::string pageLine(std::int64_t page, std::int64_t pages, const Catalogue& words) {
    return words.sentence("map.atlas-page", {{"page", page}, {"pages", pages}});
}

styles::IndexRow indexHead(const Catalogue& words) {
    return {words.sentence("map.atlas-unit"), words.sentence("map.atlas-figure"),
            words.sentence("map.atlas-page-head")};
}

styles::IndexRow indexRow(const AtlasFacts& facts, std::size_t page, const Catalogue& words) {
    const std::string figure = facts.figure != nullptr ? figureText(*facts.figure, words) : std::string();
    return {nameOf(facts), figure, std::to_string(page)};
}

}  // namespace app
