// SPDX-License-Identifier: Apache-2.0
// The workspace: making, opening, reading, undoing.
#include "layers/store/workspace.hpp"

#include <algorithm>

#include "geo/base/error.hpp"
#include "layers/store/content_rows.hpp"
#include "layers/store/coverage_records.hpp"
#include "layers/store/feature_table.hpp"
#include "layers/store/layer_records.hpp"
#include "layers/store/migration.hpp"
#include "layers/store/mosaic_records.hpp"
#include "layers/store/projects.hpp"
#include "layers/store/run_records.hpp"
#include "layers/store/store_connection.hpp"
#include "layers/store/store_schema.hpp"
#include "layers/store/stored_table.hpp"

namespace layers {
namespace {

[[noreturn]] void refuse(geo::ErrorKind kind, const char* id, const std::filesystem::path& path) {
    throw geo::Error(kind, id, {{"path", path.string()}});
}

using Neighbour = std::optional<std::int64_t> (*)(const StoreConnection&, std::int64_t);

/// Makes a neighbour of the current project the current one.
void moveProject(const std::filesystem::path& path, StoreConnection& connection, Neighbour neighbour,
                 const char* noneId) {
    if (connection.isReadOnly()) refuse(geo::ErrorKind::Refused, "store.read-only", path);
    connection.execute("BEGIN IMMEDIATE");
    const auto next = neighbour(connection, currentProjectId(connection));
    if (!next) {
        connection.execute("ROLLBACK");
        refuse(geo::ErrorKind::Refused, noneId, path);
    }
    setCurrentProject(connection, *next);
    connection.execute("COMMIT");
}

void requireRoomFor(const std::filesystem::path& path) {
    std::error_code fault;
    if (std::filesystem::exists(path, fault)) refuse(geo::ErrorKind::Refused, "store.exists", path);
    const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
    if (!std::filesystem::is_directory(folder, fault))
        refuse(geo::ErrorKind::Refused, "store.folder-missing", folder);
}

void requireFile(const std::filesystem::path& path) {
    std::error_code fault;
    if (!std::filesystem::exists(path, fault)) refuse(geo::ErrorKind::NotFound, "store.missing", path);
    if (!std::filesystem::is_regular_file(path, fault) || std::filesystem::file_size(path, fault) == 0) {
        refuse(geo::ErrorKind::BadData, "store.not-a-workspace", path);
    }
}

std::shared_ptr<StoreConnection> connect(const std::filesystem::path& path, ConnectionMode mode) {
    auto connection = std::make_shared<StoreConnection>(path, mode);
    if (knownSchemaVersion(*connection) == currentSchemaVersion) return connection;
    connection.reset();
    migrateWorkspace(path);
    connection = std::make_shared<StoreConnection>(path, mode);
    if (knownSchemaVersion(*connection) != currentSchemaVersion) refuseOlderSchema(*connection);
    return connection;
}

}  // namespace

Workspace::Workspace(std::shared_ptr<StoreConnection> connection, WorkspaceSettings settings)
    : m_connection(std::move(connection)), m_settings(std::move(settings)) {}

Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

Workspace Workspace::create(const std::filesystem::path& path, const WorkspaceSettings& settings) {
    requireRoomFor(path);
    try {
        auto connection = std::make_shared<StoreConnection>(path, ConnectionMode::Create);
        createSchema(*connection, settings);
        return Workspace(std::move(connection), settings);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        throw;
    }
}

Workspace Workspace::open(const std::filesystem::path& path, Access access) {
    requireFile(path);
    const ConnectionMode mode = access == Access::Write ? ConnectionMode::Write : ConnectionMode::Read;
    auto connection = connect(path, mode);
    if (access == Access::Write && !connection->canWriteFile()) {
        refuse(geo::ErrorKind::Refused, "store.read-only", path);
    }
    WorkspaceSettings settings = readSettings(*connection);
    return Workspace(std::move(connection), std::move(settings));
}

const std::filesystem::path& Workspace::path() const { return m_connection->path(); }

int Workspace::schemaVersion() const { return static_cast<int>(m_connection->number("PRAGMA user_version")); }

std::vector<LayerRecord> Workspace::layers() const {
    std::vector<LayerRecord> records;
    for (StoredLayer& layer : readLayers(*m_connection)) records.push_back(std::move(layer.record));
    return records;
}

LayerRecord Workspace::layer(std::int64_t id) const { return readLayerRecord(*m_connection, id).record; }

FeatureStream Workspace::readLayer(std::int64_t id, const ReadRequest& request) const {
    const StoredLayer layer = readLayerRecord(*m_connection, id);
    return readFeatures(m_connection, readStoredTable(*m_connection, layer.tableName), layer.record, request);
}

std::vector<RowRange> Workspace::partitions(std::int64_t id, std::size_t parts) const {
    const StoredLayer layer = readLayerRecord(*m_connection, id);
    return rowRanges(*m_connection, readStoredTable(*m_connection, layer.tableName), parts);
}

ShapeParts Workspace::shapeParts(std::int64_t id, const ReadRequest& request) const {
    const StoredLayer layer = readLayerRecord(*m_connection, id);
    return readShapes(*m_connection, readStoredTable(*m_connection, layer.tableName), layer.record, request);
}

void Workspace::forEachCoverageTile(
    std::int64_t layer,
    const std::function<void(std::int64_t tile, std::span<const std::byte> bytes)>& visit) const {
    visitCoverage(*m_connection, layer, visit);
}

std::optional<std::vector<std::byte>> Workspace::coverageTile(std::int64_t layer, std::int64_t tile) const {
    return readCoverageTile(*m_connection, layer, tile);
}

std::optional<MosaicRecord> Workspace::mosaic(std::int64_t layer) const {
    return readMosaic(*m_connection, layer);
}

std::vector<std::int64_t> Workspace::mosaicTiles(std::int64_t layer, std::int64_t level,
                                                 const geo::Extent& window) const {
    return mosaicTilesWithin(*m_connection, layer, level, window);
}

std::optional<std::vector<std::byte>> Workspace::mosaicTile(std::int64_t layer, std::int64_t level,
                                                            std::int64_t tile) const {
    return readMosaicTile(*m_connection, layer, level, tile);
}

std::vector<Feature> Workspace::featuresAt(std::int64_t id, geo::Coordinate position) const {
    return featuresWithin(id, {position.x, position.y, position.x, position.y});
}

std::vector<Feature> Workspace::featuresWithin(std::int64_t id, const geo::Extent& window) const {
    ReadRequest request;
    request.window = window;
    const FeatureStream stream = readLayer(id, request);
    std::vector<Feature> features;
    for (Feature feature; stream.next(feature);) features.push_back(feature);
    return features;
}

bool Workspace::hasTable(std::string_view name) const {
    const std::vector<std::string> names = tableNames();
    return std::ranges::find(names, name) != names.end();
}

Table Workspace::readTable(std::string_view name) const { return readPlainTable(*m_connection, name); }

std::vector<std::string> Workspace::tableNames() const { return plainTableNames(*m_connection); }

std::vector<RunRecord> Workspace::runs() const { return readRuns(*m_connection); }

std::vector<Observation> Workspace::observations(std::int64_t runId) const {
    return readObservations(*m_connection, runId);
}

std::string Workspace::currentProject() const {
    return projectJson(*m_connection, currentProjectId(*m_connection));
}

std::optional<std::string> Workspace::previousProject() const {
    const auto parent = parentOf(*m_connection, currentProjectId(*m_connection));
    if (!parent) return std::nullopt;
    return projectJson(*m_connection, *parent);
}

void Workspace::undo() {
    moveProject(path(), *m_connection, parentOf, "store.nothing-to-undo");
}

void Workspace::redo() {
    moveProject(path(), *m_connection, newestChildOf, "store.nothing-to-redo");
}

bool Workspace::canRedo() const {
    return newestChildOf(*m_connection, currentProjectId(*m_connection)).has_value();
}

void Workspace::forEachContentRow(const std::function<void(std::string_view)>& visit) const {
    visitContentRows(*m_connection, visit);
}

}  // namespace layers
