// SPDX-License-Identifier: Apache-2.0
// Shown layers gathered by kind and day; shapes and names read from them.
#include "app/jobs/map_overlay.hpp"

#include <algorithm>
#include <array>

#include "app/jobs/workspace_view.hpp"

namespace app {
namespace {

using enum layers::Kind;

constexpr std::array overlayKinds{Communes, Districts, Rivers, Basins,     Forest, Clusters,
                                  Landfills, Mines,    Hydropower, Models, Outfalls};

bool isUnits(layers::Kind kind) { return kind == Communes || kind == Districts; }

void addTo(std::vector<OverlayChoice>& choices, const layers::LayerRecord& record) {
    const auto epoch = isUnits(record.kind) ? record.epoch : std::nullopt;
    const auto same = std::ranges::find_if(choices, [&](const OverlayChoice& choice) {
        return choice.kind == record.kind && choice.epoch == epoch;
    });
    if (same == choices.end()) {
        choices.push_back({record.kind, epoch, {record.id}, record.featureCount});
        return;
    }
    same->layers.push_back(record.id);
    same->count += record.featureCount;
}

std::string nameOf(const layers::Feature& feature, std::optional<std::size_t> field) {
    return field ? layers::textIn(feature.values[*field]) : std::string();
}

void addShape(MapOverlay& overlay, layers::Kind kind, layers::Feature&& feature, const std::string& name) {
    const geo::Geometry& shape = feature.geometry;
    if (shape.isEmpty()) return;
    if (shape.kind() == geo::GeometryKind::Point || shape.kind() == geo::GeometryKind::MultiPoint) {
        overlay.places.push_back({kind, name, shape.coordinates().front()});
    } else if (kind == Rivers) {
        overlay.streams.push_back(std::move(feature.geometry));
    } else {
        overlay.borders.push_back(std::move(feature.geometry));
    }
}

}  // namespace

std::vector<OverlayChoice> overlayChoices(const Project& project) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    std::vector<OverlayChoice> choices;
    for (const layers::Kind kind : overlayKinds) {
        auto records = shownLayers(workspace, project, kind);
        std::ranges::stable_sort(records, std::ranges::greater{}, &layers::LayerRecord::epoch);
        for (const layers::LayerRecord& record : records) addTo(choices, record);
    }
    return choices;
}

MapOverlay readOverlay(const Project& project, const OverlayChoice& choice, geo::Progress& progress) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    MapOverlay overlay;
    for (const std::int64_t id : choice.layers) {
        progress.step("desktop.reading-layer");
        auto stream = workspace.readLayer(id);
        const auto name = stream.schema.indexOfAny({"name", "ten"});
        for (layers::Feature feature; stream.next(feature);) {
            const std::string text = nameOf(feature, name);
            addShape(overlay, choice.kind, std::move(feature), text);
        }
    }
    return overlay;
}

}  // namespace app
