// SPDX-License-Identifier: Apache-2.0
// Figures to panels, differences and circles.
#include "app/jobs/map_kinds.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/jobs/figure_words.hpp"
#include "app/jobs/map_content.hpp"
#include "app/words/numbers.hpp"

namespace app {
namespace {

std::string provinceNote(const layers::Observation& province, const Catalogue& words) {
    if (!province.value) return words.sentence("map.panel-province-missing");
    const bool isLessCertain = markOf(province) != styles::UnitMark::Plain;
    const std::string doubt = isLessCertain ? statusSuffix(province.status, words) : std::string();
    return words.sentence("map.panel-province", {{"value", figureText(province, words) + doubt}});
}

const layers::Observation* figureOf(const FiguresByUnit& figures, const std::string& code) {
    const auto found = figures.find(code);
    return found == figures.end() ? nullptr : &found->second;
}

std::optional<double> amountOf(const FiguresByUnit& figures, const std::string& code, FigureTerm term) {
    const auto* const figure = figureOf(figures, code);
    if (figure == nullptr) return std::nullopt;
    return term == FigureTerm::Numerator ? figure->numerator : figure->denominator;
}

/// Of those that have the term; the first by name of several as frequent.
std::string unitOfMost(const FiguresByUnit& figures, FigureTerm term) {
    std::map<std::string, int> counts;
    for (const auto& [code, figure] : figures)
        if (amountOf(figures, code, term)) ++counts[figure.termUnit];
    const auto most = std::ranges::max_element(counts, {}, [](const auto& each) { return each.second; });
    return most == counts.end() ? std::string() : most->first;
}

layers::Finding otherUnit(const styles::MapUnit& unit, const std::string& termUnit, const std::string& wanted) {
    return {{"map.symbols-other-unit", {{"name", unit.name}, {"unit", termUnit}, {"wanted", wanted}}},
            0,
            unit.code};
}

styles::PanelFigure panelFigure(const styles::MapUnit& unit, const FiguresByUnit& figures) {
    const auto* const figure = figureOf(figures, unit.code);
    return figure == nullptr ? styles::PanelFigure{} : styles::PanelFigure{figure->value, markOf(*figure)};
}

/// Marks stand in the order of growing doubt.
styles::UnitMark lessCertain(styles::UnitMark a, styles::UnitMark b) { return std::max(a, b); }

}  // namespace

std::optional<FigureTerm> parseFigureTerm(std::string_view word) {
    for (const FigureTerm term : {FigureTerm::Numerator, FigureTerm::Denominator})
        if (word == wordOf(term)) return term;
    return std::nullopt;
}

std::string wordOf(FigureTerm term) { return term == FigureTerm::Numerator ? "numerator" : "denominator"; }

void addPanels(styles::MapSheet& sheet, const std::vector<YearFigures>& years, const Catalogue& words) {
    for (const YearFigures& each : years) {
        styles::MapPanel panel{std::to_string(each.year), provinceNote(each.province, words), {}};
        for (const styles::MapUnit& unit : sheet.units)
            panel.figures.push_back(panelFigure(unit, each.units));
        sheet.panels.push_back(std::move(panel));
    }
}

void valueByChange(std::vector<styles::MapUnit>& units, const FiguresByUnit& before) {
    for (styles::MapUnit& unit : units) {
        const auto earlier = panelFigure(unit, before);
        unit.value = unit.value && earlier.value ? std::optional(*unit.value - *earlier.value) : std::nullopt;
        unit.mark = lessCertain(unit.mark, earlier.mark);
    }
}

SymbolAmounts drawAsSymbols(styles::MapSheet& sheet, const FiguresByUnit& figures, FigureTerm term) {
    SymbolAmounts amounts{unitOfMost(figures, term), {}};
    sheet.theme = styles::withUnitsAsSymbols(std::move(sheet.theme));
    for (const styles::MapUnit& unit : sheet.units) {
        if (unit.mark == styles::UnitMark::NotApplicable) continue;
        const std::string written = unit.value ? sheet.formatValue(*unit.value) : std::string();
        auto amount = amountOf(figures, unit.code, term);
        if (amount && figures.at(unit.code).termUnit != amounts.unit) {
            amounts.findings.push_back(otherUnit(unit, figures.at(unit.code).termUnit, amounts.unit));
            amount.reset();
        }
        const bool isKnown = unit.value && amount;
        sheet.points.push_back(
            {unit.code, written, unit.labelAt, unit.value, {}, amount.value_or(0), !isKnown});
    }
    return amounts;
}

int decimalsWithin(const styles::ClassBreaks& breaks, double value, int least) {
    constexpr int mostMore = 3;
    for (int decimals = least; decimals < least + mostMore; ++decimals) {
        const double scale = std::pow(10.0, decimals);
        if (breaks.classOf(std::round(value * scale) / scale) == breaks.classOf(value)) return decimals;
    }
    return least + mostMore;
}

std::string formatChange(double change, int decimals, Language language) {
    const std::string written = formatNumber(change, decimals, language);
    return change > 0 ? "+" + written : written;
}

}  // namespace app
