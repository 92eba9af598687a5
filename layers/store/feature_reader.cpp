// SPDX-License-Identifier: Apache-2.0
// Features out of a table, one after another.
#include <algorithm>

#include "geo/base/error.hpp"
#include "geo/shape/shape_view.hpp"
#include "layers/store/feature_table.hpp"
#include "layers/store/shape_reader.hpp"

namespace layers {
namespace {

constexpr std::string_view inWindow =
    " WHERE xmin <= ?3 AND xmax >= ?1 AND ymin <= ?4 AND ymax >= ?2) ORDER BY fid";

constexpr std::string_view selectEdits =
    "SELECT last_insert || last_update || last_delete FROM geometry_columns_time WHERE f_table_name = "
    "lower(?)";

/// The columns a request names, with their fields.
StoredTable chosenFields(const StoredTable& table, const ReadRequest& request) {
    if (!request.fields) return table;
    StoredTable chosen{table.name, {}, {}};
    for (const std::string& name : *request.fields) {
        const auto index = table.schema.indexOf(name);
        if (!index) continue;
        chosen.schema.add(table.schema.fields()[*index]);
        chosen.columns.push_back(table.columns[*index]);
    }
    return chosen;
}

std::string selectStatement(const StoredTable& table, ShapesWanted shapes) {
    const std::string fields = table.columns.empty() ? "" : ", " + columnList(table.columns);
    const std::string shape = shapes == ShapesWanted::Yes ? "geom" : "NULL";
    return "SELECT " + shape + ", source_row" + fields + " FROM " + quotedName(table.name);
}

/// Holds the connection, so that a stream may outlive the Workspace it came from.
class FeatureReader {
  public:
    FeatureReader(std::shared_ptr<const StoreConnection> connection, const std::string& sql,
                  std::size_t fieldCount)
        : m_connection(std::move(connection)),
          m_statement(m_connection->prepare(sql)),
          m_fieldCount(fieldCount) {}

    Statement& statement() { return m_statement; }

    bool next(Feature& feature) {
        if (m_isAtEnd || !m_statement.step()) {
            m_isAtEnd = true;
            return false;
        }
        readShape(feature);
        feature.sourceRow = m_statement.whole(1);
        feature.values.resize(m_fieldCount);
        for (std::size_t i = 0; i < m_fieldCount; ++i)
            m_statement.read(static_cast<int>(i + 2), feature.values[i]);
        return true;
    }

  private:
    void readShape(Feature& feature) const {
        const auto blob = m_statement.blob(0);
        feature.geometry = blob.empty() ? geo::Geometry() : geo::ShapeView::ofSpatialite(blob).toGeometry();
    }

    std::shared_ptr<const StoreConnection> m_connection;
    Statement m_statement;
    std::size_t m_fieldCount;
    bool m_isAtEnd = false;
};

FeatureStream streamOf(std::shared_ptr<FeatureReader> reader, const StoredTable& table,
                       const LayerRecord& record, std::int64_t count) {
    return {table.schema, record.crs, record.geometryKind, count,
            [reader = std::move(reader)](Feature& feature) { return reader->next(feature); }};
}

std::optional<geo::ShapeView> viewSpatialite(std::span<const std::byte> blob) {
    if (blob.empty()) return std::nullopt;
    return geo::ShapeView::ofSpatialite(blob);
}

/// When rows of a table were last added, changed, deleted, as SpatiaLite's triggers stamp it.
std::string editsOf(const StoreConnection& connection, const std::string& table) {
    Statement statement = connection.prepare(selectEdits);
    if (!statement.bindAll(table).step()) return {};
    return statement.text(0);
}

}  // namespace

FeatureStream readFeatures(std::shared_ptr<const StoreConnection> connection, const StoredTable& table,
                           const LayerRecord& record, const ReadRequest& request) {
    const StoredTable chosen = chosenFields(table, request);
    // A layer without shapes is a table without a column for them.
    const bool hasShapes = record.geometryKind != geo::GeometryKind::Empty;
    std::string sql = selectStatement(chosen, hasShapes ? request.shapes : ShapesWanted::No);
    if (request.rows) sql += " WHERE fid BETWEEN ? AND ?";
    auto reader =
        std::make_shared<FeatureReader>(std::move(connection), sql + " ORDER BY fid", chosen.columns.size());
    if (!request.rows) return streamOf(std::move(reader), chosen, record, record.featureCount);
    reader->statement().bindAll(request.rows->first, request.rows->last);
    const std::int64_t count = request.rows->last - request.rows->first + 1;
    return streamOf(std::move(reader), chosen, record, count);
}

ShapeParts readShapes(const StoreConnection& connection, const StoredTable& table, const LayerRecord& record,
                      const ReadRequest& request) {
    const StoredTable chosen = chosenFields(table, request);
    const bool hasShapes =
        record.geometryKind != geo::GeometryKind::Empty && request.shapes == ShapesWanted::Yes;
    ShapeQuery query;
    query.path = connection.path();
    query.table = quotedName(table.name);
    query.idColumn = "fid";
    query.shape = hasShapes ? "geom" : "NULL";
    query.sourceRow = "source_row";
    for (const std::string& column : chosen.columns) query.columns.push_back(quotedName(column));
    query.schema = chosen.schema;
    query.crs = record.crs;
    query.count = record.featureCount;
    query.rows = request.rows;
    query.viewShape = viewSpatialite;
    query.requireUnchanged = [path = query.path, table = table.name,
                              before = editsOf(connection, table.name)](const StoreConnection& reader) {
        if (editsOf(reader, table) == before) return;
        throw geo::Error(geo::ErrorKind::Refused, "store.layer-changed", {{"path", path.string()}});
    };
    return partsOf(connection, std::move(query));
}

std::vector<Feature> readFeaturesWithin(std::shared_ptr<const StoreConnection> connection,
                                        const StoredTable& table, const LayerRecord& record,
                                        const geo::Extent& window) {
    std::vector<Feature> features;
    // A window with NaN in it is empty too.
    if (record.geometryKind == geo::GeometryKind::Empty || window.isEmpty()) return features;
    const std::string sql = selectStatement(table, ShapesWanted::Yes) + " WHERE fid IN (SELECT pkid FROM " +
                            quotedName("idx_" + table.name + "_geom") + std::string(inWindow);
    FeatureReader reader(std::move(connection), sql, table.columns.size());
    reader.statement().bindAll(window.minX, window.minY, window.maxX, window.maxY);
    // The index rounds its envelopes outwards to single precision.
    for (Feature feature; reader.next(feature);) {
        if (feature.geometry.extent().intersects(window)) features.push_back(feature);
    }
    return features;
}

std::vector<RowRange> rowRanges(const StoreConnection& connection, const StoredTable& table,
                                std::size_t parts) {
    const std::int64_t first =
        connection.number("SELECT coalesce(min(fid), 1) FROM " + quotedName(table.name));
    const std::int64_t last =
        connection.number("SELECT coalesce(max(fid), 0) FROM " + quotedName(table.name));
    const std::int64_t rows = last - first + 1;
    const std::int64_t count =
        std::min<std::int64_t>(rows, static_cast<std::int64_t>(std::max<std::size_t>(parts, 1)));
    std::vector<RowRange> ranges;
    for (std::int64_t part = 0; part < count; ++part) {
        ranges.push_back({first + rows * part / count, first + rows * (part + 1) / count - 1});
    }
    return ranges;
}

}  // namespace layers
