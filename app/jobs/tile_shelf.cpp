// SPDX-License-Identifier: Apache-2.0
// Read one by one, made ready on all cores.
#include "app/jobs/tile_shelf.hpp"

#include "geo/base/parallel.hpp"

namespace app {
namespace {

constexpr std::size_t mostPoints = 6'000'000;

}  // namespace

TileShelf::Tiles TileShelf::within(std::int64_t layer, const TileWish& wish) {
    std::vector<Key> wanted, missing;
    for (const std::int64_t tile : m_workspace.mosaicTiles(layer, wish.level, wish.window)) {
        wanted.push_back({layer, wish.level, tile});
        if (!m_kept.contains(wanted.back())) missing.push_back(wanted.back());
    }
    // Mostly tiles of a scale nobody looks at any more.
    if (!missing.empty() && m_points > mostPoints) {
        m_kept.clear();
        m_points = 0;
        missing = wanted;
    }
    fetch(missing, wish.progress);
    Tiles tiles;
    for (const Key& key : wanted) tiles.push_back(m_kept.at(key));
    return tiles;
}

void TileShelf::fetch(const std::vector<Key>& missing, const geo::Progress& progress) {
    std::vector<std::vector<std::byte>> bytes;
    for (const Key& key : missing) {
        progress.throwIfStopped();
        bytes.push_back(m_workspace.mosaicTile(key.layer, key.level, key.tile).value());
    }
    Tiles made(missing.size());
    geo::parallelFor(missing.size(), 1, [&](const geo::Chunk& chunk) {
        if (progress.stopRequested()) return;
        made[chunk.index] = std::make_shared<const styles::ReadyTile>(geo::arcTileFrom(bytes[chunk.index]));
    });
    for (std::size_t i = 0; i < missing.size(); ++i) {
        if (!made[i]) continue;
        m_points += made[i]->tile().points.size();
        m_kept[missing[i]] = std::move(made[i]);
    }
    progress.throwIfStopped();
}

}  // namespace app
