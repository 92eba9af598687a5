// SPDX-License-Identifier: Apache-2.0
// Features into a table: a layer of SpatiaLite made empty, its triggers set aside while the rows enter, its
// R-tree packed once they are all there.
#include <optional>

#include "geo/base/error.hpp"
#include "geo/shape/wkb.hpp"
#include "layers/store/feature_table.hpp"
#include "layers/store/rtree_loader.hpp"
#include "layers/store/store_schema.hpp"

namespace layers {
namespace {

constexpr std::int64_t rowsPerStep = 4096;
constexpr std::string_view recoverGeometryColumn = "SELECT RecoverGeometryColumn(?, 'geom', ?, ?, 'XY')";
constexpr std::string_view createSpatialIndex = "SELECT CreateSpatialIndex(?, 'geom')";
constexpr std::string_view selectTriggers =
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY rowid";

/// SpatiaLite's functions answer 0 when they fail, and leave the reason with SQLite where SQLite had one.
void requireDone(const StoreConnection& connection, Statement& statement, const char* function) {
    const bool done = statement.step() && statement.whole(0) == 1;
    if (done) return;
    const int code = sqlite3_errcode(connection.database());
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throwStoreError(connection.database(), code);
    throw geo::Error(geo::ErrorKind::Internal, "store.spatialite", {{"function", function}});
}

/// The triggers of a table, word by word, once they are dropped.
std::vector<std::string> takeTriggers(const StoreConnection& connection, const std::string& table) {
    std::vector<std::string> names;
    std::vector<std::string> statements;
    Statement trigger = connection.prepare(selectTriggers);
    trigger.bindAll(table);
    while (trigger.step()) {
        names.push_back(trigger.text(0));
        statements.push_back(trigger.text(1));
    }
    for (const std::string& name : names) connection.execute("DROP TRIGGER " + quotedName(name));
    return statements;
}

/// A table that SpatiaLite knows as a layer, with an index, while rows are written past its triggers.
class OpenedLayer {
  public:
    OpenedLayer(const StoreConnection& connection, const std::string& table, geo::GeometryKind kind, int srid)
        : m_connection(connection),
          m_triggers(registered(table, kind, srid)),
          m_index(connection, "idx_" + table + "_geom") {}

    /// A shape of nothing but NaN has no envelope and cannot be found by one.
    void index(std::int64_t row, const geo::Extent& envelope) {
        if (!envelope.isEmpty()) m_index.add(row, envelope);
    }

    void close() {
        m_index.finish();
        for (const std::string& trigger : m_triggers) m_connection.execute(trigger);
    }

  private:
    std::vector<std::string> registered(const std::string& table, geo::GeometryKind kind, int srid) const {
        Statement recover = m_connection.prepare(recoverGeometryColumn);
        recover.bindAll(table, srid, spatialiteWord(kind));
        requireDone(m_connection, recover, "RecoverGeometryColumn");
        Statement index = m_connection.prepare(createSpatialIndex);
        index.bindAll(table);
        requireDone(m_connection, index, "CreateSpatialIndex");
        recover.reset();
        index.reset();
        return takeTriggers(m_connection, table);
    }

    const StoreConnection& m_connection;
    std::vector<std::string> m_triggers;
    RtreeLoader m_index;
};

class FeatureWriter {
  public:
    FeatureWriter(const StoreConnection& connection, const StoredTable& table, geo::GeometryKind kind,
                  int srid)
        : m_connection(connection),
          m_table(table),
          m_statement(connection.prepare(insertStatement(table))),
          m_srid(srid) {
        if (kind != geo::GeometryKind::Empty) open(kind);
    }

    void write(Feature& feature) {
        ++m_written.count;
        m_statement.bind(1, m_written.count);
        m_statement.bind(2, feature.sourceRow);
        bindShape(feature);
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            m_statement.bindBorrowed(static_cast<int>(i + 4),
                                     i < feature.values.size() ? feature.values[i] : m_nothing);
        }
        m_statement.run();
    }

    /// Without any shape or kind other programs shall see a plain table, not a column of nothing.
    void finish() {
        if (m_layer) return m_layer->close();
        m_connection.execute("ALTER TABLE " + quotedName(m_table.name) + " DROP COLUMN geom");
    }

    const WrittenFeatures& written() const { return m_written; }

  private:
    static std::string insertStatement(const StoredTable& table) {
        const std::string fields = table.columns.empty() ? "" : ", " + columnList(table.columns);
        return "INSERT INTO " + quotedName(table.name) + " (fid, source_row, geom" + fields + ") VALUES (" +
               placeholders(table.columns.size() + 3) + ")";
    }

    void open(geo::GeometryKind kind) {
        m_written.kind = kind;
        m_layer.emplace(m_connection, m_table.name, kind, m_srid);
    }

    void bindShape(Feature& feature) {
        if (feature.geometry.isEmpty()) {
            m_statement.bind(3, nullptr);
            return;
        }
        promote(feature);
        const geo::Extent envelope = feature.geometry.extent();
        m_written.extent.include(envelope);
        m_layer->index(m_written.count, envelope);
        m_blob.clear();
        geo::appendSpatialite(m_blob, feature.geometry, m_srid);
        m_statement.bindBorrowed(3, std::span<const std::byte>(m_blob));
    }

    /// A stream that does not know its kind gets the one of its first shape.
    void promote(Feature& feature) {
        const geo::GeometryKind kind = feature.geometry.kind();
        if (!m_layer) open(geo::multiKindOf(kind));
        if (kind == m_written.kind) return;
        const geo::Message doing{"store.row", {{"row", feature.sourceRow}}};
        feature.geometry =
            geo::inContext(doing, [&] { return geo::asKind(std::move(feature.geometry), m_written.kind); });
    }

    const StoreConnection& m_connection;
    const StoredTable& m_table;
    Statement m_statement;
    int m_srid;
    std::optional<OpenedLayer> m_layer;
    Value m_nothing;
    std::vector<std::byte> m_blob;
    WrittenFeatures m_written;
};

}  // namespace

WrittenFeatures writeFeatures(const StoreConnection& connection, const StoredTable& table,
                              FeatureStream& features, int srid, geo::Progress& progress) {
    FeatureWriter writer(connection, table, features.kind, srid);
    const std::int64_t total = std::max<std::int64_t>(features.count, 0);
    Feature feature;
    progress.step("store.writing", 0, total);
    while (features.next(feature)) {
        writer.write(feature);
        if (writer.written().count % rowsPerStep == 0)
            progress.step("store.writing", writer.written().count, total);
    }
    progress.step("store.indexing", 0, 0);
    writer.finish();
    progress.throwIfStopped();
    return writer.written();
}

}  // namespace layers
