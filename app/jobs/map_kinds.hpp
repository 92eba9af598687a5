// SPDX-License-Identifier: Apache-2.0
// Other ways to show a theme's figures: years beside one another, what changed, amounts as circles.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/words/catalogue.hpp"
#include "layers/checks/finding.hpp"
#include "layers/indicators/observation.hpp"
#include "styles/map/map_sheet.hpp"

namespace app {

/// Which of the two a share is made of.
enum class FigureTerm { Numerator, Denominator };
/// Errors: nothing when the word names neither.
std::optional<FigureTerm> parseFigureTerm(std::string_view word);
std::string wordOf(FigureTerm term);

using FiguresByUnit = std::map<std::string, layers::Observation>;

/// The same question asked of one year.
struct YearFigures {
    int year = 0;
    FiguresByUnit units;
    layers::Observation province;
};

/// One panel a year, each unit by its figure of that year, the province's below the year.
void addPanels(styles::MapSheet& sheet, const std::vector<YearFigures>& years, const Catalogue& words);

/// Values units by how much they rose since an earlier year, in points; nothing where either year has none,
/// and marked as the less certain of both.
void valueByChange(std::vector<styles::MapUnit>& units, const FiguresByUnit& before);

/// What the area of circles stands for.
struct SymbolAmounts {
    /// As layers::termUnitWritten() has it; empty where no figure names one.
    std::string unit;
    /// `map.symbols-other-unit` (name, unit, wanted).
    std::vector<layers::Finding> findings;
};

/// Units become circles where their names would stand: colour by class, area by a term, the value beside. A
/// unit without either has the smallest one, hollow, as has one whose term is in another unit than those of most;
/// one that the figure does not apply to has none.
SymbolAmounts drawAsSymbols(styles::MapSheet& sheet, const FiguresByUnit& figures, FigureTerm term);

/// As many as it takes, up to three more, for a number to stay in its class: −0.02 below zero is no `0,0`.
int decimalsWithin(const styles::ClassBreaks& breaks, double value, int least);

/// `+2,3`: a change says which way.
std::string formatChange(double change, int decimals, Language language);

}  // namespace app
