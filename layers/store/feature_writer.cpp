// SPDX-License-Identifier: Apache-2.0
// Features into a table: rows first, then the geometry column with its triggers, then the R-tree.
#include "geo/base/error.hpp"
#include "geo/shape/wkb.hpp"
#include "layers/store/feature_table.hpp"
#include "layers/store/store_schema.hpp"

namespace layers {
namespace {

constexpr std::int64_t rowsPerStep = 4096;
constexpr std::string_view recoverGeometryColumn = "SELECT RecoverGeometryColumn(?, 'geom', ?, ?, 'XY')";
constexpr std::string_view createSpatialIndex = "SELECT CreateSpatialIndex(?, 'geom')";

class FeatureWriter {
  public:
    FeatureWriter(const StoreConnection& connection, const StoredTable& table, geo::GeometryKind kind,
                  int srid)
        : m_statement(connection.prepare(insertStatement(table))),
          m_fieldCount(table.columns.size()),
          m_srid(srid) {
        m_written.kind = kind;
    }

    void write(Feature& feature) {
        bindShape(feature);
        m_statement.bind(2, feature.sourceRow);
        for (std::size_t i = 0; i < m_fieldCount; ++i) {
            m_statement.bindBorrowed(static_cast<int>(i + 3),
                                     i < feature.values.size() ? feature.values[i] : m_nothing);
        }
        m_statement.run();
        ++m_written.count;
    }

    const WrittenFeatures& written() const { return m_written; }

  private:
    static std::string insertStatement(const StoredTable& table) {
        const std::string fields = table.columns.empty() ? "" : ", " + columnList(table.columns);
        return "INSERT INTO " + quotedName(table.name) + " (geom, source_row" + fields + ") VALUES (" +
               placeholders(table.columns.size() + 2) + ")";
    }

    void bindShape(Feature& feature) {
        if (feature.geometry.isEmpty()) {
            m_statement.bind(1, nullptr);
            return;
        }
        promote(feature);
        m_written.extent.include(feature.geometry.extent());
        m_blob.clear();
        geo::appendSpatialite(m_blob, feature.geometry, m_srid);
        m_statement.bindBorrowed(1, std::span<const std::byte>(m_blob));
    }

    /// A stream that does not know its kind gets the one of its first shape.
    void promote(Feature& feature) {
        const geo::GeometryKind kind = feature.geometry.kind();
        if (m_written.kind == geo::GeometryKind::Empty) m_written.kind = geo::multiKindOf(kind);
        if (kind == m_written.kind) return;
        const geo::Message doing{"store.row", {{"row", feature.sourceRow}}};
        feature.geometry =
            geo::inContext(doing, [&] { return geo::asKind(std::move(feature.geometry), m_written.kind); });
    }

    Statement m_statement;
    std::size_t m_fieldCount;
    int m_srid;
    Value m_nothing;
    std::vector<std::byte> m_blob;
    WrittenFeatures m_written;
};

/// SpatiaLite's functions answer 0 when they fail, and leave the reason with SQLite where SQLite had one.
void requireDone(const StoreConnection& connection, Statement& statement, const char* function) {
    const bool done = statement.step() && statement.whole(0) == 1;
    if (done) return;
    const int code = sqlite3_errcode(connection.database());
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throwStoreError(connection.database(), code);
    throw geo::Error(geo::ErrorKind::Internal, "store.spatialite", {{"function", function}});
}

void registerGeometry(const StoreConnection& connection, const StoredTable& table, geo::GeometryKind kind,
                      int srid) {
    Statement recover = connection.prepare(recoverGeometryColumn);
    recover.bindAll(table.name, srid, spatialiteWord(kind));
    requireDone(connection, recover, "RecoverGeometryColumn");
    Statement index = connection.prepare(createSpatialIndex);
    index.bindAll(table.name);
    requireDone(connection, index, "CreateSpatialIndex");
}

/// No feature had a shape: other programs shall see a plain table, not a column of nothing.
void dropShapes(const StoreConnection& connection, const StoredTable& table) {
    connection.execute("ALTER TABLE " + quotedName(table.name) + " DROP COLUMN geom");
}

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
    const WrittenFeatures written = writer.written();
    if (written.kind == geo::GeometryKind::Empty)
        dropShapes(connection, table);
    else
        registerGeometry(connection, table, written.kind, srid);
    progress.throwIfStopped();
    return written;
}

}  // namespace layers
