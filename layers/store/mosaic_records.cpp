// SPDX-License-Identifier: Apache-2.0
// Mosaics in and out of the file.
#include "layers/store/mosaic_records.hpp"

#include <cmath>

#include "geo/base/error.hpp"

namespace layers {
namespace {

constexpr std::string_view hasLayer = "SELECT 1 FROM khoanh_layer WHERE id = ?";
constexpr std::string_view insertRecord =
    "INSERT INTO khoanh_mosaic (layer, mean_side, finest, levels) VALUES (?, ?, ?, ?)";
constexpr std::string_view insertClass =
    "INSERT INTO khoanh_mosaic_class (layer, position, name, row_count) VALUES (?, ?, ?, ?)";
constexpr std::string_view insertTile =
    "INSERT INTO khoanh_mosaic_tile (layer, level, tile, min_x, min_y, max_x, max_y, bytes) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view selectRecord =
    "SELECT mean_side, finest, levels FROM khoanh_mosaic WHERE layer = ?";
constexpr std::string_view selectClasses =
    "SELECT name, row_count FROM khoanh_mosaic_class WHERE layer = ? ORDER BY position";
constexpr std::string_view selectTiles =
    "SELECT tile FROM khoanh_mosaic_tile WHERE layer = ? AND level = ? "
    "AND min_x <= ? AND max_x >= ? AND min_y <= ? AND max_y >= ? ORDER BY tile";
constexpr std::string_view selectTile =
    "SELECT bytes FROM khoanh_mosaic_tile WHERE layer = ? AND level = ? AND tile = ?";

}  // namespace

void insertMosaic(const StoreConnection& connection, std::int64_t layer, const MosaicRecord& record) {
    Statement known = connection.prepare(hasLayer);
    if (!known.bindAll(layer).step())
        throw geo::Error(geo::ErrorKind::NotFound, "store.layer-missing", {{"layer", layer}});
    connection.prepare(insertRecord).bindAll(layer, record.meanSide_m, record.finest_m, record.levels).run();
    std::int64_t position = 0;
    for (const MosaicClass& each : record.classes)
        connection.prepare(insertClass).bindAll(layer, position++, each.name, each.rows).run();
}

void insertMosaicTile(const StoreConnection& connection, std::int64_t layer, const MosaicTileKey& key,
                      std::span<const std::byte> bytes) {
    Statement statement = connection.prepare(insertTile);
    const geo::Extent& extent = key.extent;
    statement.bindAll(layer, key.level, key.tile, extent.minX, extent.minY, extent.maxX, extent.maxY)
        .bindBorrowed(8, bytes);
    statement.run();
}

std::optional<MosaicRecord> readMosaic(const StoreConnection& connection, std::int64_t layer) {
    Statement record = connection.prepare(selectRecord);
    if (!record.bindAll(layer).step()) return std::nullopt;
    MosaicRecord mosaic{record.decimal(0), record.decimal(1), record.whole(2), {}};
    // Without a scale or a level it is none: plots are drawn as they lie.
    if (!(std::isfinite(mosaic.finest_m) && mosaic.finest_m > 0) || mosaic.levels < 1) return std::nullopt;
    Statement classes = connection.prepare(selectClasses);
    classes.bindAll(layer);
    while (classes.step()) mosaic.classes.push_back({classes.text(0), classes.whole(1)});
    return mosaic;
}

std::vector<std::int64_t> mosaicTilesWithin(const StoreConnection& connection, std::int64_t layer,
                                            std::int64_t level, const geo::Extent& window) {
    std::vector<std::int64_t> tiles;
    Statement statement = connection.prepare(selectTiles);
    statement.bindAll(layer, level, window.maxX, window.minX, window.maxY, window.minY);
    while (statement.step()) tiles.push_back(statement.whole(0));
    return tiles;
}

std::optional<std::vector<std::byte>> readMosaicTile(const StoreConnection& connection, std::int64_t layer,
                                                     std::int64_t level, std::int64_t tile) {
    Statement statement = connection.prepare(selectTile);
    if (!statement.bindAll(layer, level, tile).step()) return std::nullopt;
    const std::span<const std::byte> bytes = statement.blob(0);
    return std::vector(bytes.begin(), bytes.end());
}

}  // namespace layers
