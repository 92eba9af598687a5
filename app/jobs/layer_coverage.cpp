// SPDX-License-Identifier: Apache-2.0
// Faces counted by cell, cells joined into tiles, each tile read with whatever lies around its faces.
#include "app/jobs/layer_coverage.hpp"

#include <algorithm>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/topology/coverage_builder.hpp"

namespace app {
namespace {

constexpr std::int64_t cellsInARow = 256;

/// A square of cells.
struct Tile {
    std::int64_t column;
    std::int64_t row;
    std::int64_t size;
    bool holds(std::int64_t cell) const {
        const std::int64_t x = cell % cellsInARow, y = cell / cellsInARow;
        return x >= column && x < column + size && y >= row && y < row + size;
    }
    std::int64_t key() const { return row * cellsInARow + column; }
};

/// The extent of a layer cut into cells.
class Cells {
  public:
    explicit Cells(const geo::Extent& extent) : m_extent(extent) {}

    /// The cell in which the middle of a face lies.
    std::int64_t of(const geo::Geometry& face) const {
        const geo::Extent box = face.extent();
        return placeOf(box.minY / 2 + box.maxY / 2 - m_extent.minY, m_extent.height()) * cellsInARow +
               placeOf(box.minX / 2 + box.maxX / 2 - m_extent.minX, m_extent.width());
    }

    /// A cell more on every side: rounding must not hide a face from its tile.
    geo::Extent around(const Tile& tile) const {
        const double width = m_extent.width() / cellsInARow, height = m_extent.height() / cellsInARow;
        const auto left = static_cast<double>(tile.column - 1), low = static_cast<double>(tile.row - 1);
        const auto size = static_cast<double>(tile.size + 2);
        return {m_extent.minX + left * width, m_extent.minY + low * height,
                m_extent.minX + (left + size) * width, m_extent.minY + (low + size) * height};
    }

  private:
    static std::int64_t placeOf(double distance, double whole) {
        if (!(whole > 0)) return 0;
        const auto place = static_cast<std::int64_t>(distance / whole * static_cast<double>(cellsInARow));
        return std::clamp<std::int64_t>(place, 0, cellsInARow - 1);
    }

    geo::Extent m_extent;
};

layers::FeatureStream facesOf(const layers::Workspace& workspace, std::int64_t layer,
                              std::optional<geo::Extent> window) {
    layers::ReadRequest request;
    request.fields = std::vector<std::string>{};
    request.window = window;
    return workspace.readLayer(layer, request);
}

using Counts = std::vector<std::int64_t>;

Counts facesInCells(const layers::Workspace& workspace, std::int64_t layer, const Cells& cells) {
    Counts counts(cellsInARow * cellsInARow);
    const auto faces = facesOf(workspace, layer, std::nullopt);
    for (layers::Feature face; faces.next(face);) {
        if (!face.geometry.isEmpty()) ++counts[static_cast<std::size_t>(cells.of(face.geometry))];
    }
    return counts;
}

std::int64_t facesIn(const Tile& tile, const Counts& counts) {
    std::int64_t faces = 0;
    for (std::int64_t row = tile.row; row < tile.row + tile.size; ++row) {
        for (std::int64_t column = tile.column; column < tile.column + tile.size; ++column)
            faces += counts[static_cast<std::size_t>(row * cellsInARow + column)];
    }
    return faces;
}

/// Quarters whatever holds too many, down to a cell.
void addTiles(const Tile& tile, const Counts& counts, std::int64_t facesInATile, std::vector<Tile>& tiles) {
    const std::int64_t faces = facesIn(tile, counts);
    if (faces == 0) return;
    if (faces <= facesInATile || tile.size == 1) return tiles.push_back(tile);
    const std::int64_t half = tile.size / 2;
    for (const std::int64_t row : {tile.row, tile.row + half}) {
        for (const std::int64_t column : {tile.column, tile.column + half})
            addTiles({column, row, half}, counts, facesInATile, tiles);
    }
}

/// Adds the tile's own faces and says how far they reach.
geo::Extent addOwnFaces(const layers::FeatureStream& faces, const Cells& cells, const Tile& tile,
                        geo::CoverageBuilder& builder) {
    geo::Extent reach;
    for (layers::Feature face; faces.next(face);) {
        if (face.geometry.isEmpty() || !tile.holds(cells.of(face.geometry))) continue;
        builder.addFace(face.sourceRow, face.geometry);
        reach.include(face.geometry.extent());
    }
    return reach;
}

void addNeighbours(const layers::FeatureStream& faces, const Cells& cells, const Tile& tile,
                   geo::CoverageBuilder& builder) {
    for (layers::Feature face; faces.next(face);) {
        if (!face.geometry.isEmpty() && !tile.holds(cells.of(face.geometry)))
            builder.addNeighbour(face.sourceRow, face.geometry);
    }
}

}  // namespace

void forEachTile(const layers::Workspace& workspace, const CoverageTask& task, geo::Progress& progress,
                 const std::function<TileKeeper(const CoverageTile&)>& make) {
    const layers::LayerRecord record = workspace.layer(task.layer);
    const Cells cells(record.extent);
    const Counts counts = facesInCells(workspace, task.layer, cells);
    std::vector<Tile> tiles;
    addTiles({0, 0, cellsInARow}, counts, task.facesInATile, tiles);
    std::int64_t done = 0;
    std::future<TileKeeper> before;
    for (const Tile& tile : tiles) {
        progress.step("coverage.building", done, record.featureCount);
        auto builder = std::make_unique<geo::CoverageBuilder>();
        const auto reach =
            addOwnFaces(facesOf(workspace, task.layer, cells.around(tile)), cells, tile, *builder);
        addNeighbours(facesOf(workspace, task.layer, reach), cells, tile, *builder);
        if (before.valid()) before.get()();
        before = std::async(std::launch::async, [&make, key = tile.key(), builder = std::move(builder)] {
            return make({key, builder->build()});
        });
        done += facesIn(tile, counts);
    }
    if (before.valid()) before.get()();
}

void storeCoverage(layers::Change& change, const layers::Workspace& workspace, const CoverageTask& task,
                   geo::Progress& progress) {
    forEachTile(workspace, task, progress, [&](const CoverageTile& tile) -> TileKeeper {
        return [&change, layer = task.layer, key = tile.key, bytes = tile.coverage.toBytes()] {
            change.addCoverage(layer, key, bytes);
        };
    });
}

}  // namespace app
