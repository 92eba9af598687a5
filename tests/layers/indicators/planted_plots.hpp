// SPDX-License-Identifier: Apache-2.0
// Hand-made plots of forest with areas known beforehand.
#pragma once

#include <string>
#include <vector>

#include "layers/indicators/forest_tally.hpp"
#include "layers/model/feature.hpp"

namespace planted {

/// One plot before it is a feature: the defaults are ten hectares of natural forest in commune 00001.
struct Plot {
    geo::Geometry shape = {};
    std::int64_t maldlr = 1;
    std::string ldlr = "TXG1";
    std::string species = {};
    std::int64_t malr3 = 2;
    layers::Value dtich = 10.0;
    std::string maxa = "00001";
    std::string lo = "1";
};

/// A square with its lower left corner here; a side of 1,000 m encloses 100 ha.
geo::Geometry squareAt(double x, double y, double side = 1000);

layers::Schema inventorySchema();

/// Each plot has a lô of its own unless it names one; rows are counted from 1.
std::vector<layers::Feature> featuresOf(const std::vector<Plot>& plots);

/// Of the inventory's codes: 1 and 60 count, 72 and 92 do not; rubber is `Cao su`.
layers::ForestRules rules(layers::RubberRule rubber = layers::RubberRule::Rule);

/// The features as one layer called `plots.shp`, cut into parts of so many rows; they must outlive it.
layers::PlotLayer layerOf(const std::vector<layers::Feature>& features, std::size_t rowsInAPart = 100);

/// Hectares and number booked under a reason; zero when there is no such entry.
layers::LedgerEntry entryOf(const layers::Ledger& ledger, layers::LedgerSide side, const std::string& reason);

/// The findings with this id.
std::vector<layers::Finding> findingsOf(const layers::ForestTally& tally, const std::string& id);

}  // namespace planted
