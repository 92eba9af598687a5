// SPDX-License-Identifier: Apache-2.0
// Stored features as outfalls, reaches and basins.
#include "app/jobs/water_inputs.hpp"

#include <algorithm>
#include <functional>

#include "app/jobs/workspace_view.hpp"

namespace app {
namespace {

/// Visits identifier, name and shape of every feature of the newest shown layer of a kind.
template <class Visit>
void forEachKeyed(const layers::Workspace& workspace, const Project& project, layers::Kind kind,
                  std::string_view identifier, Visit&& visit) {
    const auto records = shownLayers(workspace, project, kind);
    if (records.empty()) return;
    auto stream = workspace.readLayer(records.back().id, {.fields = {{std::string(identifier), "name"}}});
    layers::Feature feature;
    while (stream.next(feature)) {
        visit(layers::textIn(feature.values[0]), layers::textIn(feature.values[1]), feature.geometry);
    }
}

}  // namespace

std::vector<layers::Outfall> readOutfalls(const FigureRoom& room, std::vector<layers::LayerRecord> records) {
    std::ranges::sort(records, std::greater<>(), &layers::LayerRecord::id);
    std::vector<layers::Outfall> outfalls;
    for (const auto& record : records) {
        const auto fields = layers::outfallFieldsOf(record.schema);
        auto stream = room.workspace.readLayer(record.id);
        layers::Feature feature;
        while (stream.next(feature)) {
            outfalls.push_back(layers::outfallIn(feature, fields, layers::DecimalMark::Point));
        }
    }
    return outfalls;
}

std::vector<layers::RiverReach> riverReaches(const layers::Workspace& workspace, const Project& project) {
    std::vector<layers::RiverReach> reaches;
    forEachKeyed(workspace, project, layers::Kind::Rivers, "reach_id",
                 [&](std::string id, std::string name, const geo::Geometry& line) {
                     reaches.push_back({std::move(id), std::move(name), line});
                 });
    return reaches;
}

std::vector<layers::SubBasin> subBasins(const layers::Workspace& workspace, const Project& project) {
    std::vector<layers::SubBasin> basins;
    forEachKeyed(workspace, project, layers::Kind::Basins, "code",
                 [&](std::string code, std::string name, const geo::Geometry& shape) {
                     basins.push_back({std::move(code), std::move(name), shape});
                 });
    return basins;
}

}  // namespace app
