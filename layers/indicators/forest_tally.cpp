// SPDX-License-Identifier: Apache-2.0
// Required fields, findings about codes, and twins read again.
#include "layers/indicators/forest_tally.hpp"

#include <utility>

#include "geo/base/error.hpp"

namespace layers {
namespace {

[[noreturn]] void refuseFields(const PlotLayer& layer, const char* fields) {
    throw geo::Error(geo::ErrorKind::BadData, "forest.fields-missing",
                     {{"layer", layer.name}, {"fields", fields}});
}

/// Some of the twins, by index, and the places asked of one layer.
struct Asked {
    std::vector<std::size_t> twins;
    std::vector<std::int64_t> places;
};

Asked askedOf(std::span<const PlotTwin> twins, PlotPlace PlotTwin::*plot, std::size_t layer) {
    Asked asked;
    for (std::size_t i = 0; i < twins.size(); ++i) {
        if ((twins[i].*plot).layer != layer) continue;
        asked.twins.push_back(i);
        asked.places.push_back((twins[i].*plot).place);
    }
    return asked;
}

/// Reads the asked plots of every layer and calls visit(twin, row).
template <class Visit>
void readAgain(std::span<const PlotLayer> layers, std::span<const PlotTwin> twins, PlotPlace PlotTwin::*plot,
               Visit&& visit) {
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        const Asked asked = askedOf(twins, plot, layer);
        if (asked.twins.empty()) continue;
        const ShapeStream stream = layers[layer].rows.pick(asked.places);
        ShapeRow row;
        for (const std::size_t twin : asked.twins) {
            stream(row);
            visit(twin, row);
        }
    }
}

}  // namespace

std::int64_t rowCount(std::span<const PlotLayer> layers) {
    std::int64_t count = 0;
    for (const PlotLayer& layer : layers) {
        if (layer.rows.count < 0) return 0;
        count += layer.rows.count;
    }
    return count;
}

ForestFields requireCodes(const PlotLayer& layer) {
    const ForestFields fields = forestFieldsOf(layer.rows.schema);
    if (!fields.canBeJudged()) refuseFields(layer, "MALDLR, LDLR");
    return fields;
}

ForestFields requireRegister(const PlotLayer& layer) {
    const ForestFields fields = requireCodes(layer);
    if (!fields.isRegister()) refuseFields(layer, "DTICH, MAXA");
    return fields;
}

Finding findingAt(const PlotAt& plot, geo::Message message) {
    return {std::move(message), plot.row, {}, plot.layer.name};
}

void noteVerdict(std::vector<Finding>& findings, PlotVerdict verdict, const PlotFacts& facts,
                 const PlotAt& plot) {
    if (verdict == PlotVerdict::NoCode)
        findings.push_back(findingAt(plot, {"forest.no-code", {{"layer", plot.layer.name}}}));
    if (verdict != PlotVerdict::UnknownCode) return;
    const std::string code = facts.maldlr ? std::to_string(*facts.maldlr) : std::string(facts.ldlr);
    findings.push_back(
        findingAt(plot, {"forest.unknown-code", {{"layer", plot.layer.name}, {"code", code}}}));
}

void noteContradiction(std::vector<Finding>& findings, const PlotFacts& facts, const ForestCodes& codes,
                       const PlotAt& plot) {
    if (!facts.maldlr || *facts.maldlr == 0) return;
    const auto bySymbol = codes.codeOf(facts.ldlr);
    if (!bySymbol || *bySymbol == *facts.maldlr) return;
    findings.push_back(findingAt(plot, {"forest.codes-contradict",
                                        {{"layer", plot.layer.name},
                                         {"code", std::to_string(*facts.maldlr)},
                                         {"symbol", std::string(facts.ldlr)},
                                         {"symbol_code", std::to_string(*bySymbol)}}}));
}

void visitTwins(std::span<const PlotLayer> layers, std::span<const PlotTwin> twins,
                const std::function<void(const TwinVisit&)>& visit) {
    std::vector<std::int64_t> firstRows(twins.size());
    readAgain(layers, twins, &PlotTwin::first,
              [&](std::size_t twin, const ShapeRow& row) { firstRows[twin] = row.sourceRow; });
    readAgain(layers, twins, &PlotTwin::twin, [&](std::size_t twin, const ShapeRow& row) {
        visit({twins[twin].twin.layer, row, {layers[twins[twin].first.layer], firstRows[twin]}});
    });
}

Finding duplicateFinding(std::span<const PlotLayer> layers, const TwinVisit& twin, geo::Hectares area) {
    return findingAt({layers[twin.layer], twin.plot.sourceRow}, {"forest.duplicate",
                                                                 {{"layer", layers[twin.layer].name},
                                                                  {"first_layer", twin.first.layer.name},
                                                                  {"first_row", twin.first.row},
                                                                  {"area_ha", area.value}}});
}

}  // namespace layers
