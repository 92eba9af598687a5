// SPDX-License-Identifier: Apache-2.0
// Plots as rows of the inventory.
#include "tests/layers/indicators/planted_plots.hpp"

#include <algorithm>
#include <utility>

#include "geo/shape/wkb.hpp"

using layers::FieldType;

namespace planted {
namespace {

std::optional<geo::ShapeView> viewWkb(std::span<const std::byte> blob) {
    return blob.empty() ? std::nullopt : std::optional(geo::ShapeView::ofWkb(blob));
}

/// The place of a feature is its index.
void fill(layers::ShapeRow& row, const layers::Feature& feature, std::vector<std::byte>& bytes) {
    bytes = feature.geometry.isEmpty() ? std::vector<std::byte>() : geo::toWkb(feature.geometry);
    row.blob = bytes;
    row.viewShape = viewWkb;
    row.values.clear();
    for (const layers::Value& value : feature.values) row.values.push_back(layers::viewOf(value));
    row.sourceRow = feature.sourceRow;
}

layers::ShapeStream streamOver(const std::vector<layers::Feature>& features, std::size_t begin, std::size_t end) {
    return [&features, end, next = begin, bytes = std::vector<std::byte>()](layers::ShapeRow& row) mutable {
        if (next == end) return false;
        row.place = static_cast<std::int64_t>(next);
        fill(row, features[next++], bytes);
        return true;
    };
}

}  // namespace

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

layers::PlotLayer layerOf(const std::vector<layers::Feature>& features, std::size_t rowsInAPart) {
    layers::ShapeParts rows;
    rows.schema = inventorySchema();
    rows.count = static_cast<std::int64_t>(features.size());
    rows.parts = (features.size() + rowsInAPart - 1) / rowsInAPart;
    rows.open = [&features, rowsInAPart](std::size_t part) {
        const std::size_t first = part * rowsInAPart;
        return streamOver(features, first, std::min(first + rowsInAPart, features.size()));
    };
    rows.pick = [&features](std::vector<std::int64_t> places) -> layers::ShapeStream {
        return [&features, places = std::move(places), next = std::size_t{0},
                bytes = std::vector<std::byte>()](layers::ShapeRow& row) mutable {
            if (next == places.size()) return false;
            fill(row, features[static_cast<std::size_t>(places[next++])], bytes);
            return true;
        };
    };
    return {"plots.shp", std::move(rows)};
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
