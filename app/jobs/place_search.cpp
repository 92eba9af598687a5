// SPDX-License-Identifier: Apache-2.0
// Names without accents beside names as they are.
#include "app/jobs/place_search.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "app/jobs/workspace_view.hpp"
#include "geo/topology/points.hpp"
#include "layers/text/names.hpp"
#include "layers/text/plain_words.hpp"

namespace app {
namespace {

using enum layers::Kind;

/// In the order they are listed.
constexpr std::array namedKinds{Communes, Districts, Basins,     Rivers, Clusters,
                                Landfills, Mines,    Hydropower, Models, Outfalls};

geo::Coordinate middleOf(const geo::Geometry& shape) {
    return shape.isPolygonal() ? shape.extent().centre()
                               : shape.coordinates()[shape.coordinates().size() / 2];
}

void addLayer(std::vector<FoundPlace>& places, const layers::Workspace& workspace,
              const layers::LayerRecord& record) {
    const auto name = record.schema.indexOfAny({"name", "ten"});
    const auto code = record.schema.indexOf("code");
    if (!name) return;
    auto stream = workspace.readLayer(record.id);
    for (layers::Feature feature; stream.next(feature);) {
        const std::string text = layers::textIn(feature.values[*name]);
        if (text.empty() || feature.geometry.isEmpty()) continue;
        places.push_back({text, record.kind, code ? layers::textIn(feature.values[*code]) : std::string(),
                          record.epoch, middleOf(feature.geometry), feature.geometry.extent()});
    }
}

/// A river in many reaches is found once, whole.
void mergeRivers(std::vector<FoundPlace>& places) {
    std::vector<FoundPlace> merged;
    std::unordered_map<std::string, std::size_t> rivers;
    for (FoundPlace& place : places) {
        const bool isRiver = place.kind == Rivers;
        const auto known = isRiver ? rivers.find(place.name) : rivers.end();
        if (known != rivers.end()) {
            merged[known->second].extent.include(place.extent);
            continue;
        }
        if (isRiver) rivers.emplace(place.name, merged.size());
        merged.push_back(std::move(place));
    }
    places = std::move(merged);
}

/// Without its kind, so that `bum to` finds `Xã Bum Tở` as a name that begins so.
std::string keyOf(const std::string& name) { return layers::plainKey(layers::withoutUnitPrefix(name)); }

}  // namespace

PlaceIndex::PlaceIndex(std::vector<FoundPlace> places) {
    for (FoundPlace& place : places) {
        std::string key = keyOf(place.name);
        m_entries.push_back({std::move(key), std::move(place)});
    }
}

PlaceIndex PlaceIndex::of(const Project& project, geo::Progress& progress) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    std::vector<FoundPlace> places;
    for (const layers::Kind kind : namedKinds) {
        progress.throwIfStopped();
        auto records = shownLayers(workspace, project, kind);
        std::ranges::stable_sort(records, std::ranges::greater{}, &layers::LayerRecord::epoch);
        for (const layers::LayerRecord& record : records) addLayer(places, workspace, record);
    }
    mergeRivers(places);
    return PlaceIndex(std::move(places));
}

std::vector<FoundPlace> PlaceIndex::find(std::string_view typed, std::size_t most) const {
    const std::string key = keyOf(std::string(typed));
    std::vector<FoundPlace> found;
    if (key.empty()) return found;
    const auto take = [&](bool atTheStart) {
        for (const Entry& entry : m_entries) {
            const std::size_t at = entry.key.find(key);
            const bool isHit = at != std::string::npos && (at == 0) == atTheStart;
            if (isHit && found.size() < most) found.push_back(entry.place);
        }
    };
    take(true);
    take(false);
    return found;
}

}  // namespace app
