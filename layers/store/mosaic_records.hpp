// SPDX-License-Identifier: Apache-2.0
// A layer's mosaic, simplified for drawing, as it is kept beside the layer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/shape/extent.hpp"
#include "layers/store/mosaic_record.hpp"
#include "layers/store/store_connection.hpp"

namespace layers {

/// Errors: NotFound `store.layer-missing` (layer).
void insertMosaic(const StoreConnection& connection, std::int64_t layer, const MosaicRecord& record);
void insertMosaicTile(const StoreConnection& connection, std::int64_t layer, const MosaicTileKey& key,
                      std::span<const std::byte> bytes);

std::optional<MosaicRecord> readMosaic(const StoreConnection& connection, std::int64_t layer);
std::vector<std::int64_t> mosaicTilesWithin(const StoreConnection& connection, std::int64_t layer,
                                            std::int64_t level, const geo::Extent& window);
std::optional<std::vector<std::byte>> readMosaicTile(const StoreConnection& connection, std::int64_t layer,
                                                     std::int64_t level, std::int64_t tile);

}  // namespace layers
