// SPDX-License-Identifier: Apache-2.0
// Plots as rows of the inventory.
#include "tests/layers/indicators/planted_plots.hpp"

#include <algorithm>

using layers::FieldType;

namespace planted {

geo::Geometry squareAt(double x, double y, double side) {
    return geo::Geometry::polygon({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

layers::Schema inventorySchema() {
    return {{"maldlr", FieldType::Whole}, {"ldlr", FieldType::Text},     {"sldlr", FieldType::Text},
            {"malr3", FieldType::Whole},  {"dtich", FieldType::Decimal}, {"maxa", FieldType::Text},
            {"tk", FieldType::Text},      {"khoanh", FieldType::Text},   {"lo", FieldType::Text}};
}

std::vector<layers::Feature> featuresOf(const std::vector<Plot>& plots) {
    std::vector<layers::Feature> features;
    for (const Plot& plot : plots) {
        const auto row = static_cast<std::int64_t>(features.size()) + 1;
        const layers::Value maldlr = plot.maldlr != 0 ? layers::Value(plot.maldlr) : layers::Value();
        const std::string lo = plot.lo == "1" ? std::to_string(1000 + row) : plot.lo;
        features.push_back({plot.shape,
                            {maldlr, plot.ldlr, plot.species, plot.malr3, plot.dtich, plot.maxa, std::string("600"),
                             std::string("4"), lo},
                            row});
    }
    return features;
}

layers::ForestRules rules(layers::RubberRule rubber) {
    return {layers::ForestCodes({{1, "TXG1", true, "natural", {}},
                                 {60, "RTG", true, "planted", {}},
                                 {72, "DTR", false, "planted-young", {}},
                                 {92, "DT2", false, "other", {}}}),
            {"Cao su"},
            rubber};
}

layers::PlotStream streamOf(const std::vector<layers::Feature>& features) {
    return {"plots.shp", layers::streamOver(inventorySchema(), std::nullopt, geo::GeometryKind::Polygon, features)};
}

layers::LedgerEntry entryOf(const layers::Ledger& ledger, layers::LedgerSide side, const std::string& reason) {
    const auto& entries = ledger.entries(side);
    const auto found = std::ranges::find(entries, reason, &layers::LedgerEntry::reason);
    return found != entries.end() ? *found : layers::LedgerEntry{reason, 0, {}};
}

std::vector<layers::Finding> findingsOf(const layers::ForestTally& tally, const std::string& id) {
    std::vector<layers::Finding> found;
    std::ranges::copy_if(tally.findings, std::back_inserter(found),
                         [&](const layers::Finding& finding) { return finding.message.id == id; });
    return found;
}

}  // namespace planted
