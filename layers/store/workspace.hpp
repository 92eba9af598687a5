// SPDX-License-Identifier: Apache-2.0
// The monitoring database: one file holding versions of layers, tables, runs and observations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/crs/crs.hpp"
#include "geo/shape/extent.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/model/feature_stream.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/model/shape_stream.hpp"
#include "layers/model/table.hpp"
#include "layers/store/mosaic_record.hpp"
#include "layers/store/run_record.hpp"

namespace layers {

class StoreConnection;

struct WorkspaceSettings {
    std::string province;
    geo::Crs crs;
    /// Where the province pack it was seeded from says it comes from.
    std::string packSource;
};

enum class Access { Read, Write };

/// A part of a layer's rows, as partitions() cuts it.
struct RowRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

enum class ShapesWanted { Yes, No };

/// Which part of a layer to read.
struct ReadRequest {
    /// Nothing: all rows.
    std::optional<RowRange> rows = std::nullopt;
    /// Nothing: all fields. Field names; the stream's schema holds those that exist, in this order.
    std::optional<std::vector<std::string>> fields = std::nullopt;
    ShapesWanted shapes = ShapesWanted::Yes;
    /// Nothing: wherever they lie; else those whose envelope meets it (in the layer's CRS), found by the
    /// index. No shape outside is ever copied. The stream's count is then unknown.
    std::optional<geo::Extent> window = std::nullopt;
};

/// One connection, for one thread; other threads open the file themselves. Any number of streams may be read
/// from it, and they may outlive it. Readers see the last committed change, never half of one.
class Workspace {
  public:
    /// Makes an empty workspace with one file at the path.
    /// Errors: Refused `store.exists`, `store.folder-missing`, `store.not-writable`, `store.disk-full`, each
    /// with path.
    static Workspace create(const std::filesystem::path& path, const WorkspaceSettings& settings);

    /// A workspace of an older schema is first brought to the current one, by readers too; that may take as
    /// long as reading the whole file. Errors: NotFound `store.missing`; BadData `store.not-a-workspace`,
    /// `store.damaged`; Refused `store.newer-schema`, `store.older-schema` (path, found, known) where an
    /// older one cannot be written, `store.busy` (path, holder), `store.read-only`.
    static Workspace open(const std::filesystem::path& path, Access access);

    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

    const std::filesystem::path& path() const;
    const WorkspaceSettings& settings() const { return m_settings; }
    int schemaVersion() const;

    /// Every version of every layer, oldest first; the project says which of them are shown.
    std::vector<LayerRecord> layers() const;
    /// Errors: NotFound `store.layer-missing` (layer).
    LayerRecord layer(std::int64_t id) const;

    /// The features of a layer in the order they were written.
    /// Errors: NotFound `store.layer-missing` (layer); while reading BadData `store.damaged`.
    FeatureStream readLayer(std::int64_t id, const ReadRequest& request = {}) const;

    /// Cuts a layer into at most so many ranges of about equal rows; each may be read by its own thread
    /// through its own Workspace. Ranges follow the data alone and together hold every row once.
    std::vector<RowRange> partitions(std::int64_t id, std::size_t parts) const;

    /// The rows of a layer cut into parts of about equal size, for reading at speed from any threads: each
    /// part is read through a connection of its own, shapes where they lie. What it reads is the layer as it
    /// is now, wherever it lies: a window is not for it. Errors: NotFound `store.layer-missing` (layer); while reading BadData `store.damaged`, Refused
    /// `store.layer-changed` (path) when another program has changed the layer's rows in the meantime.
    ShapeParts shapeParts(std::int64_t id, const ReadRequest& request = {}) const;

    /// The features whose envelope holds the position (in the layer's CRS), by their order in the layer.
    std::vector<Feature> featuresAt(std::int64_t id, geo::Coordinate position) const;
    /// The features whose envelope meets the window (in the layer's CRS), by their order in the layer.
    std::vector<Feature> featuresWithin(std::int64_t id, const geo::Extent& window) const;

    /// Hands over the kept tiles of a layer's coverage by their keys; none when it has none.
    void forEachCoverageTile(
        std::int64_t layer,
        const std::function<void(std::int64_t tile, std::span<const std::byte> bytes)>& visit) const;
    std::optional<std::vector<std::byte>> coverageTile(std::int64_t layer, std::int64_t tile) const;

    /// A layer simplified for drawing; nothing when none was kept.
    std::optional<MosaicRecord> mosaic(std::int64_t layer) const;
    /// The tiles of one level that meet a window, in order.
    std::vector<std::int64_t> mosaicTiles(std::int64_t layer, std::int64_t level,
                                          const geo::Extent& window) const;
    /// A geo::ArcTile as its bytes.
    std::optional<std::vector<std::byte>> mosaicTile(std::int64_t layer, std::int64_t level,
                                                     std::int64_t tile) const;

    /// Plain tables, as the current project sees them: of several versions the newest that was not undone.
    bool hasTable(std::string_view name) const;
    /// Errors: NotFound `store.table-missing` (table).
    Table readTable(std::string_view name) const;
    std::vector<std::string> tableNames() const;

    /// Every run, oldest first.
    std::vector<RunRecord> runs() const;
    std::vector<Observation> observations(std::int64_t runId) const;

    /// The current project as JSON text; empty before the first change.
    std::string currentProject() const;
    /// What undo() would bring back.
    std::optional<std::string> previousProject() const;
    /// Makes the parent of the current project the current one.
    /// Errors: Refused `store.nothing-to-undo`, `store.busy` (path, holder), `store.read-only`.
    void undo();
    /// Makes the newest project whose parent is the current one the current one: what undo() left.
    /// Errors: Refused `store.nothing-to-redo`, `store.busy` (path, holder), `store.read-only`.
    void redo();
    bool canRedo() const;

    /// Hands over, in a stable order, one text for every row of content, shapes included: workspaces with the
    /// same content give the same texts, whatever SpatiaLite stamps into its own tables.
    void forEachContentRow(const std::function<void(std::string_view)>& visit) const;

  private:
    friend class Change;
    Workspace(std::shared_ptr<StoreConnection> connection, WorkspaceSettings settings);

    std::shared_ptr<StoreConnection> m_connection;
    WorkspaceSettings m_settings;
};

}  // namespace layers
