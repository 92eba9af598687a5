// SPDX-License-Identifier: Apache-2.0
// Features out of a table, one after another.
#include <algorithm>

#include "geo/base/error.hpp"
#include "geo/shape/shape_view.hpp"
#include "layers/store/feature_table.hpp"
#include "layers/store/shape_reader.hpp"

namespace layers {
namespace {

/// Positions 1 and 2 are those of the range of rows.
constexpr std::string_view inWindow = " WHERE xmin <= ?5 AND xmax >= ?3 AND ymin <= ?6 AND ymax >= ?4)";
constexpr int firstOfWindow = 3;

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
                  std::size_t fieldCount, const ReadRequest& request)
        : m_connection(std::move(connection)),
          m_statement(m_connection->prepare(sql)),
          m_fieldCount(fieldCount),
          m_window(request.window) {
        if (request.rows) m_statement.bindAll(request.rows->first, request.rows->last);
        if (!m_window) return;
        int position = firstOfWindow;
        for (const double side : {m_window->minX, m_window->minY, m_window->maxX, m_window->maxY})
            m_statement.bind(position++, side);
    }

    bool next(Feature& feature) {
        if (m_isAtEnd || !step()) {
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
    /// The index rounds its envelopes outwards to single precision: the shape's own decides.
    bool step() {
        while (m_statement.step()) {
            if (!m_window) return true;
            const auto blob = m_statement.blob(0);
            if (!blob.empty() && geo::ShapeView::ofSpatialite(blob).envelope().intersects(*m_window))
                return true;
        }
        return false;
    }

    void readShape(Feature& feature) const {
        const auto blob = m_statement.blob(0);
        feature.geometry = blob.empty() ? geo::Geometry() : geo::ShapeView::ofSpatialite(blob).toGeometry();
    }

    std::shared_ptr<const StoreConnection> m_connection;
    Statement m_statement;
    std::size_t m_fieldCount;
    std::optional<geo::Extent> m_window;
    bool m_isAtEnd = false;
};

FeatureStream streamOf(std::shared_ptr<FeatureReader> reader, const StoredTable& table,
                       const LayerRecord& record, std::int64_t count) {
    return {table.schema, record.crs, record.geometryKind, count,
            [reader = std::move(reader)](Feature& feature) { return reader->next(feature); }};
}

/// A window with NaN in it is empty, too.
FeatureStream nothingOf(const StoredTable& table, const LayerRecord& record) {
    return {table.schema, record.crs, record.geometryKind, 0, [](Feature&) { return false; }};
}

std::string conditionsOf(const StoredTable& table, const ReadRequest& request) {
    std::string sql = " WHERE 1";
    if (request.rows) sql += " AND fid BETWEEN ?1 AND ?2";
    if (request.window) {
        sql += " AND fid IN (SELECT pkid FROM " + quotedName("idx_" + table.name + "_geom");
        sql += inWindow;
    }
    return sql + " ORDER BY fid";
}

std::int64_t countOf(const LayerRecord& record, const ReadRequest& request) {
    if (request.window) return -1;
    return request.rows ? request.rows->last - request.rows->first + 1 : record.featureCount;
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
    if (request.window && (!hasShapes || request.window->isEmpty())) return nothingOf(chosen, record);
    const std::string sql =
        selectStatement(chosen, hasShapes ? request.shapes : ShapesWanted::No) + conditionsOf(table, request);
    auto reader = std::make_shared<FeatureReader>(std::move(connection), sql, chosen.columns.size(), request);
    return streamOf(std::move(reader), chosen, record, countOf(record, request));
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
