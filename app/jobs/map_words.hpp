// SPDX-License-Identifier: Apache-2.0
// The words of a map in the reader's language.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/jobs/map_kinds.hpp"
#include "app/words/catalogue.hpp"
#include "layers/indicators/forest_cover.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/workspace.hpp"
#include "styles/map/map_sheet.hpp"
#include "styles/theme/classing.hpp"

namespace app {

/// What the province pack says of an indicator.
struct IndicatorFact {
    std::string name_vi;
    std::string name_en;
};

/// Errors: nothing; an indicator the pack does not know has no names.
IndicatorFact indicatorFact(const layers::Workspace& workspace, const std::string& indicator);

/// The sectors of Annex II by their Roman numbers.
std::map<std::string, std::string> sectorNames(const layers::Workspace& workspace);

struct MapFacts {
    const styles::Theme& theme;
    layers::UnitLevel level = layers::UnitLevel::Commune;
    /// One of the figures shown: they share method, day, release and source.
    const layers::Observation& sample;
    /// The whole province by the same method.
    const layers::Observation& province;
    layers::Targets targets = {};
    layers::RubberRule rubber = layers::RubberRule::Rule;
    /// Where the borders come from.
    layers::SourceRecord borders = {};
    std::map<std::string, std::string> sectors = {};
    IndicatorFact indicator = {};
    /// Places shown where nobody says they really are.
    std::int64_t illustrative = 0;
    /// Nothing where classes are the theme's own.
    std::optional<styles::ClassMethod> classing = std::nullopt;
    /// Of panels, or the one year that changes are measured from.
    std::vector<YearFigures> years = {};
    /// A page of shapes says where it has an image instead.
    bool hasPlotsAsImage = false;
    /// What the size of circles stands for.
    std::optional<FigureTerm> symbols = std::nullopt;
    std::string symbolUnit = {};
};

styles::MapText mapText(const MapFacts& facts, const Catalogue& words);

/// How the figures were counted, one sentence each; nothing where there are no words for it.
std::vector<std::string> figureNotes(const layers::Observation& figure, layers::RubberRule rubber,
                                     const Catalogue& words);

/// Many files of one delivery are named by the first and their number.
std::string shortSource(const std::string& source, const Catalogue& words);

/// The day and the release: `Số liệu đến 31/12/2023 · Dự thảo, chưa công bố`.
std::string statusLineOf(const layers::Observation& figure, const Catalogue& words);

/// The words of classes or categories, in the order of the colours; sectors by their Roman numbers.
std::vector<std::string> colourLabels(const styles::Theme& theme, const styles::DataColours& colours,
                                      const std::map<std::string, std::string>& sectors, const Catalogue& words);

/// `dưới 35%`, `từ 35% đến dưới 45%`, `từ 65% trở lên`; all breaks with as many decimals as tell them apart.
std::vector<std::string> classLabels(const styles::ClassBreaks& breaks, const std::string& unit,
                                     const Catalogue& words);

}  // namespace app
