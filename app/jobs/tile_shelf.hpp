// SPDX-License-Identifier: Apache-2.0
// Tiles of mosaics made ready for drawing, from one picture to the next.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/shape/extent.hpp"
#include "layers/store/workspace.hpp"
#include "styles/map/ready_tile.hpp"

namespace app {

struct TileWish {
    std::int64_t level;
    const geo::Extent& window;
    /// Carries the wish to stop.
    const geo::Progress& progress;
};

/// Keeps some 60 MB of tiles: those of a province at one scale. One thread at a time.
class TileShelf {
  public:
    /// The workspace must outlive it.
    explicit TileShelf(const layers::Workspace& workspace) : m_workspace(workspace) {}

    using Tiles = std::vector<std::shared_ptr<const styles::ReadyTile>>;
    /// Those of a level that meet a window; what is not kept is read. Errors: BadData `shape.tile-damaged`;
    /// Stopped, and what had been made ready is kept.
    Tiles within(std::int64_t layer, const TileWish& wish);

  private:
    struct Key {
        std::int64_t layer;
        std::int64_t level;
        std::int64_t tile;
        auto operator<=>(const Key&) const = default;
    };
    void fetch(const std::vector<Key>& missing, const geo::Progress& progress);

    const layers::Workspace& m_workspace;
    std::map<Key, std::shared_ptr<const styles::ReadyTile>> m_kept;
    std::size_t m_points = 0;
};

}  // namespace app
