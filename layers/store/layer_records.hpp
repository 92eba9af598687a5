// SPDX-License-Identifier: Apache-2.0
// What is kept of every layer besides its features.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layers/model/layer_record.hpp"
#include "layers/store/store_connection.hpp"

namespace layers {

struct StoredLayer {
    LayerRecord record;
    std::string tableName;
};

std::int64_t nextLayerId(const StoreConnection& connection);
void insertLayer(const StoreConnection& connection, std::int64_t project, const StoredLayer& layer);
void updateEpoch(const StoreConnection& connection, std::int64_t id, const geo::Date& day);
std::vector<StoredLayer> readLayers(const StoreConnection& connection);
/// Errors: NotFound `store.layer-missing` (layer).
StoredLayer readLayerRecord(const StoreConnection& connection, std::int64_t id);

}  // namespace layers
