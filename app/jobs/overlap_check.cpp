// SPDX-License-Identifier: Apache-2.0
// Tile by tile through the layer's index; a pair belongs to the tile where what both reach begins.
#include "app/jobs/overlap_check.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "geo/base/quantities.hpp"
#include "geo/topology/overlaps.hpp"

namespace app {
namespace {

/// Digitised borders that do not match leave slivers; less than this is drawing, not data.
constexpr geo::SquareMetres leastOverlap{1.0};

struct Overlap {
    std::int64_t earlierRow;
    std::int64_t laterRow;
    double area_m2;
};

/// Squares over an extent, each with its left and lower side.
class Tiles {
  public:
    Tiles(const geo::Extent& extent, std::int64_t count)
        : m_extent(extent),
          m_perSide(static_cast<std::int64_t>(
              std::ceil(std::sqrt(static_cast<double>(std::max<std::int64_t>(count, 1)))))) {}

    std::int64_t count() const { return m_perSide * m_perSide; }
    geo::Extent at(std::int64_t tile) const {
        const std::int64_t column = tile % m_perSide;
        const std::int64_t row = tile / m_perSide;
        return {sideX(column), sideY(row), sideX(column + 1), sideY(row + 1)};
    }
    bool holds(std::int64_t tile, geo::Coordinate corner) const { return tile == indexOf(corner); }

  private:
    double sideX(std::int64_t column) const {
        return m_extent.minX +
               m_extent.width() * static_cast<double>(column) / static_cast<double>(m_perSide);
    }
    double sideY(std::int64_t row) const {
        return m_extent.minY + m_extent.height() * static_cast<double>(row) / static_cast<double>(m_perSide);
    }
    /// By comparing with the very sides the tiles are read by, so that none falls between two.
    std::int64_t indexOf(geo::Coordinate corner) const {
        std::int64_t column = 0, row = 0;
        while (column + 1 < m_perSide && corner.x >= sideX(column + 1)) ++column;
        while (row + 1 < m_perSide && corner.y >= sideY(row + 1)) ++row;
        return row * m_perSide + column;
    }

    geo::Extent m_extent;
    std::int64_t m_perSide;
};

struct TilePolygons {
    std::vector<geo::Geometry> shapes;
    std::vector<std::int64_t> rows;
};

TilePolygons readTile(const layers::Workspace& workspace, std::int64_t layer, const geo::Extent& window) {
    layers::ReadRequest request;
    request.fields = std::vector<std::string>{};
    request.window = window;
    const layers::FeatureStream stream = workspace.readLayer(layer, request);
    TilePolygons polygons;
    for (layers::Feature feature; stream.next(feature);) {
        polygons.shapes.push_back(std::move(feature.geometry));
        polygons.rows.push_back(feature.sourceRow);
    }
    return polygons;
}

/// The lower left corner of what both envelopes hold.
geo::Coordinate sharedCorner(const geo::Geometry& first, const geo::Geometry& second) {
    const geo::Extent a = first.extent(), b = second.extent();
    return {std::max(a.minX, b.minX), std::max(a.minY, b.minY)};
}

layers::Finding findingOf(const Overlap& overlap, const std::string& id) {
    return {{id,
             {{"other_row", overlap.earlierRow},
              {"area_ha", geo::toHectares(geo::SquareMetres{overlap.area_m2}).value}}},
            overlap.laterRow,
            {}};
}

}  // namespace

std::vector<layers::Finding> overlapFindings(const layers::Workspace& workspace,
                                             const OverlapQuestion& question, geo::Progress& progress) {
    const layers::LayerRecord record = workspace.layer(question.layer);
    const Tiles tiles(record.extent, record.featureCount / question.polygonsInATile + 1);
    std::vector<Overlap> overlaps;
    for (std::int64_t tile = 0; tile < tiles.count(); ++tile) {
        progress.step("topology.overlaps", tile, tiles.count());
        const TilePolygons polygons = readTile(workspace, question.layer, tiles.at(tile));
        for (const auto& pair : geo::findOverlaps(polygons.shapes, leastOverlap, progress)) {
            const auto corner = sharedCorner(polygons.shapes[pair.first], polygons.shapes[pair.second]);
            if (!tiles.holds(tile, corner)) continue;
            overlaps.push_back({polygons.rows[pair.first], polygons.rows[pair.second], pair.area_m2});
        }
    }
    std::ranges::sort(overlaps, {}, [](const Overlap& overlap) {
        return std::tuple(overlap.earlierRow, overlap.laterRow);
    });
    std::vector<layers::Finding> findings;
    for (const Overlap& overlap : overlaps) findings.push_back(findingOf(overlap, question.findingId));
    return findings;
}

}  // namespace app
