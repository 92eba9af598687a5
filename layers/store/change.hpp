// SPDX-License-Identifier: Apache-2.0
// One transaction on a workspace: everything of it, or nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/model/feature_stream.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/model/table.hpp"
#include "layers/store/run_record.hpp"
#include "layers/store/workspace.hpp"

namespace layers {

/// Rolled back unless committed; one error ends it, and the file is as it was.
class Change {
  public:
    /// Waits for another writer as long as its patience lasts.
    /// Errors: Refused `store.busy` (path, holder), `store.read-only`.
    explicit Change(Workspace& workspace, std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~Change();
    Change(const Change&) = delete;
    Change& operator=(const Change&) = delete;

    /// Writes a new version of a layer: all features of the stream in its CRS (or the record's, or the
    /// workspace's). The record's id, schema, kind of geometry, count and extent are taken from what was
    /// written. Single shapes become multiple ones where the stream's kind says so. Steps: `store.writing`,
    /// `store.indexing`. Errors: Stopped; Refused `store.disk-full`; BadData `shape.kind-mismatch` in context
    /// `store.row` (row); whatever the stream throws.
    std::int64_t addLayer(LayerRecord record, FeatureStream features, geo::Progress& progress);

    /// Says of a layer of this change on which day its unit codes were valid, once its rows have shown it.
    void setEpoch(std::int64_t layer, const geo::Date& day);

    /// Keeps a tile of a layer's coverage; one kept under the same key before is replaced.
    /// Errors: NotFound `store.layer-missing` (layer).
    void addCoverage(std::int64_t layer, std::int64_t tile, std::span<const std::byte> bytes);
    /// Keeps what a layer is drawn from at small scales, its record once and then every tile.
    /// Errors: NotFound `store.layer-missing` (layer).
    void addMosaic(std::int64_t layer, const MosaicRecord& record);
    void addMosaicTile(std::int64_t layer, const MosaicTileKey& key, std::span<const std::byte> bytes);

    /// Writes a new version of a plain table; the former stays for undo.
    void addTable(std::string_view name, const Table& table);

    std::int64_t addRun(const RunRecord& run);
    void addObservations(std::int64_t run, std::span<const Observation> observations);

    /// Ends the change with a new current project, whose parent is the former one.
    void commit(std::string_view projectJson);

  private:
    template <class Work>
    auto guarded(Work&& work);
    void rollback() noexcept;

    std::shared_ptr<StoreConnection> m_connection;
    geo::Crs m_defaultCrs;
    std::int64_t m_project = 0;
    bool m_isOpen = false;
};

}  // namespace layers
