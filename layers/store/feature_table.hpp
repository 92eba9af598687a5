// SPDX-License-Identifier: Apache-2.0
// Features in and out of a SpatiaLite table.
#pragma once

#include <cstdint>
#include <memory>

#include "geo/base/progress.hpp"
#include "geo/shape/extent.hpp"
#include "layers/model/feature_stream.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/store_connection.hpp"
#include "layers/store/stored_table.hpp"
#include "layers/store/workspace.hpp"

namespace layers {

/// What a pass over the features found out about them.
struct WrittenFeatures {
    geo::GeometryKind kind = geo::GeometryKind::Empty;
    std::int64_t count = 0;
    geo::Extent extent;
};

/// Writes all features of a stream into an empty table, then makes it a layer of SpatiaLite with its R-tree;
/// without any shape and kind it stays a plain table.
WrittenFeatures writeFeatures(const StoreConnection& connection, const StoredTable& table,
                              FeatureStream& features, int srid, geo::Progress& progress);

/// Streams what the request names, in the order of writing.
FeatureStream readFeatures(std::shared_ptr<const StoreConnection> connection, const StoredTable& table,
                           const LayerRecord& record, const ReadRequest& request);

/// The same in parts, for any threads.
ShapeParts readShapes(const StoreConnection& connection, const StoredTable& table, const LayerRecord& record,
                      const ReadRequest& request);

std::vector<RowRange> rowRanges(const StoreConnection& connection, const StoredTable& table,
                                std::size_t parts);

}  // namespace layers
