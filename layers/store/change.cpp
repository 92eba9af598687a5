// SPDX-License-Identifier: Apache-2.0
// A change: begun, filled, committed or rolled back.
#include "layers/store/change.hpp"

#include "geo/base/error.hpp"
#include "layers/store/coverage_records.hpp"
#include "layers/store/feature_table.hpp"
#include "layers/store/layer_records.hpp"
#include "layers/store/mosaic_records.hpp"
#include "layers/store/projects.hpp"
#include "layers/store/run_records.hpp"
#include "layers/store/store_connection.hpp"
#include "layers/store/store_schema.hpp"
#include "layers/store/stored_table.hpp"

namespace layers {

/// Rolls back on any error: a half-written layer must not be committed by whoever catches it.
template <class Work>
auto Change::guarded(Work&& work) {
    if (!m_isOpen) throw geo::Error(geo::ErrorKind::Internal, "store.change-ended");
    try {
        return work();
    } catch (...) {
        rollback();
        throw;
    }
}

Change::Change(Workspace& workspace, std::chrono::milliseconds patience)
    : m_connection(workspace.m_connection), m_defaultCrs(workspace.settings().crs) {
    if (m_connection->isReadOnly()) {
        throw geo::Error(geo::ErrorKind::Refused, "store.read-only", {{"path", workspace.path().string()}});
    }
    m_connection->setPatience(patience);
    m_connection->execute("BEGIN IMMEDIATE");
    m_isOpen = true;
    m_project = guarded([&] { return nextProjectId(*m_connection); });
}

Change::~Change() { rollback(); }

void Change::rollback() noexcept {
    if (!m_isOpen) return;
    m_isOpen = false;
    // SQLite has already rolled back by itself after some errors, a full disk among them.
    if (m_connection->isInTransaction()) {
        sqlite3_exec(m_connection->database(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

std::int64_t Change::addLayer(LayerRecord record, FeatureStream features, geo::Progress& progress) {
    return guarded([&] {
        if (features.crs) record.crs = *features.crs;
        if (!record.crs.isKnown()) record.crs = m_defaultCrs;
        record.id = nextLayerId(*m_connection);
        record.schema = features.schema;
        const std::string name = layers::wordOf(record.kind) + "_" + std::to_string(record.id);
        const StoredTable table = createTable(*m_connection, name, record.schema, TableShape::WithGeometry);
        const int srid = requireSrid(*m_connection, record.crs);
        const WrittenFeatures written = writeFeatures(*m_connection, table, features, srid, progress);
        record.geometryKind = written.kind;
        record.featureCount = written.count;
        record.extent = written.extent;
        insertLayer(*m_connection, m_project, {record, name});
        return record.id;
    });
}

void Change::setEpoch(std::int64_t layer, const geo::Date& day) {
    guarded([&] { updateEpoch(*m_connection, layer, day); });
}

void Change::addCoverage(std::int64_t layer, std::int64_t tile, std::span<const std::byte> bytes) {
    guarded([&] { insertCoverage(*m_connection, layer, tile, bytes); });
}

void Change::addMosaic(std::int64_t layer, const MosaicRecord& record) {
    guarded([&] { insertMosaic(*m_connection, layer, record); });
}

void Change::addMosaicTile(std::int64_t layer, const MosaicTileKey& key, std::span<const std::byte> bytes) {
    guarded([&] { insertMosaicTile(*m_connection, layer, key, bytes); });
}

void Change::addTable(std::string_view name, const Table& table) {
    guarded([&] { addPlainTable(*m_connection, m_project, name, table); });
}

std::int64_t Change::addRun(const RunRecord& run) {
    return guarded([&] { return insertRun(*m_connection, m_project, run); });
}

void Change::addObservations(std::int64_t run, std::span<const Observation> observations) {
    guarded([&] { insertObservations(*m_connection, run, observations); });
}

void Change::commit(std::string_view projectJson) {
    guarded([&] {
        insertProject(*m_connection, m_project, projectJson);
        m_connection->execute("COMMIT");
    });
    m_isOpen = false;
}

}  // namespace layers
