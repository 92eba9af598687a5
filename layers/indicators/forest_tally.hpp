// SPDX-License-Identifier: Apache-2.0
// What both ways of counting forest share: the plots asked, the rules, the answer with every hectare booked.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/date.hpp"
#include "geo/base/quantities.hpp"
#include "layers/checks/finding.hpp"
#include "layers/indicators/forest_plots.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/model/shape_stream.hpp"

namespace layers {

struct ForestRules {
    ForestCodes codes;
    std::vector<std::string> rubberSpecies;
    RubberRule rubber = RubberRule::Rule;
};

/// What the plots add up to in one unit.
struct UnitForest {
    geo::Hectares counted;
    /// Of all plots, forest or not: how much of the unit they speak of.
    geo::Hectares covered;
    /// All plots that speak of the unit, forest or not: none means no data.
    std::int64_t plots = 0;
    bool isCarried = false;
};

struct ForestTally {
    std::map<std::string, UnitForest> byUnit;
    Ledger ledger;
    std::vector<Finding> findings;
};

/// A code and a day on which it means the unit.
struct DatedCode {
    std::string code;
    geo::Date day;
};

/// One layer of plots, the name by which findings call it, and the day of the communes it declares.
struct PlotLayer {
    std::string name;
    ShapeParts rows;
    std::optional<geo::Date> epoch = {};
    /// A plot's commune where its own words fit one time only; without it, all are of the layer's.
    std::function<std::optional<DatedCode>(const UnitKey&)> communeOf = {};
};

/// Rows in all layers together; 0 when unknown.
std::int64_t rowCount(std::span<const PlotLayer> layers);

/// Errors: BadData `forest.fields-missing` (layer, fields); so for both.
ForestFields requireCodes(const PlotLayer& layer);
ForestFields requireRegister(const PlotLayer& layer);

/// A plot by the layer it stands in and its source row.
struct PlotAt {
    const PlotLayer& layer;
    std::int64_t row;
};

Finding findingAt(const PlotAt& plot, geo::Message message);

/// Adds `forest.no-code` (layer) or `forest.unknown-code` (layer, code), where the verdict says so.
void noteVerdict(std::vector<Finding>& findings, PlotVerdict verdict, const PlotFacts& facts,
                 const PlotAt& plot);

/// Adds `forest.codes-contradict` (layer, code, symbol, symbol_code) where MALDLR is one code and LDLR the
/// symbol of another; MALDLR is believed.
void noteContradiction(std::vector<Finding>& findings, const PlotFacts& facts, const ForestCodes& codes,
                       const PlotAt& plot);

/// A plot that stands twice, read again, and the one it repeats.
struct TwinVisit {
    std::size_t layer;
    const ShapeRow& plot;
    PlotAt first;
};

/// Calls visit() for every twin, layer by layer.
void visitTwins(std::span<const PlotLayer> layers, std::span<const PlotTwin> twins,
                const std::function<void(const TwinVisit&)>& visit);

/// `forest.duplicate` (layer, first_layer, first_row, area_ha).
Finding duplicateFinding(std::span<const PlotLayer> layers, const TwinVisit& twin, geo::Hectares area);

}  // namespace layers
