// SPDX-License-Identifier: Apache-2.0
// Layer records in and out of the file.
#include "layers/store/layer_records.hpp"

#include "geo/base/error.hpp"
#include "layers/store/store_schema.hpp"
#include "layers/store/stored_table.hpp"

namespace layers {
namespace {

constexpr std::string_view nextId = "SELECT coalesce(max(id), 0) + 1 FROM khoanh_layer";
constexpr std::string_view insertSource =
    "INSERT INTO khoanh_source (path, sha256, layer_name, encoding, crs, crs_from, operation, "
    "profile) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view insertRecord =
    "INSERT INTO khoanh_layer (id, project, kind, name, source, epoch, as_of, release, document, crs, "
    "geometry_kind, "
    "feature_count, min_x, min_y, max_x, max_y, table_name) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view setEpoch = "UPDATE khoanh_layer SET epoch = ? WHERE id = ?";
constexpr std::string_view selectRecords =
    "SELECT l.id, l.kind, l.name, l.epoch, l.as_of, l.release, l.document, l.crs, l.geometry_kind, "
    "l.feature_count, "
    "l.min_x, l.min_y, l.max_x, l.max_y, l.table_name, s.path, s.sha256, s.layer_name, s.encoding, s.crs, "
    "s.crs_from, "
    "s.operation, s.profile FROM khoanh_layer l JOIN khoanh_source s ON s.id = l.source "
    "WHERE ?1 IS NULL OR l.id = ?1 ORDER BY l.id";

std::int64_t insertSourceRecord(const StoreConnection& connection, const SourceRecord& source) {
    connection.prepare(insertSource)
        .bindAll(source.path, source.sha256, source.layerName, source.encoding, source.crs, source.crsFrom,
                 source.operation, source.profile)
        .run();
    return connection.lastRow();
}

/// An empty extent is stored as nothing.
std::optional<double> bound(const geo::Extent& extent, double value) {
    if (extent.isEmpty()) return std::nullopt;
    return value;
}

geo::Extent extentAt(const Statement& row, int column) {
    if (row.isNull(column)) return {};
    return {row.decimal(column), row.decimal(column + 1), row.decimal(column + 2), row.decimal(column + 3)};
}

SourceRecord sourceAt(const Statement& row, int column) {
    return {row.text(column),     row.text(column + 1), row.text(column + 2), row.text(column + 3),
            row.text(column + 4), row.text(column + 5), row.text(column + 6), row.text(column + 7)};
}

StoredLayer layerAt(const StoreConnection& connection, const Statement& row) {
    StoredLayer layer;
    LayerRecord& record = layer.record;
    record.id = row.whole(0);
    record.kind = parseKind(row.textView(1)).value_or(Kind::Layer);
    record.name = row.text(2);
    record.epoch = row.optionalDate(3);
    record.asOf = row.optionalDate(4);
    record.release = parseRelease(row.textView(5)).value_or(Release::Draft);
    record.document = row.text(6);
    record.crs = connection.crsOf(row.text(7));
    record.geometryKind = static_cast<geo::GeometryKind>(row.whole(8));
    record.featureCount = row.whole(9);
    record.extent = extentAt(row, 10);
    layer.tableName = row.text(14);
    record.source = sourceAt(row, 15);
    record.schema = readStoredTable(connection, layer.tableName).schema;
    return layer;
}

std::vector<StoredLayer> layersWhere(const StoreConnection& connection, std::optional<std::int64_t> id) {
    std::vector<StoredLayer> layers;
    Statement statement = connection.prepare(selectRecords);
    statement.bindAll(id);
    while (statement.step()) layers.push_back(layerAt(connection, statement));
    return layers;
}

}  // namespace

std::int64_t nextLayerId(const StoreConnection& connection) { return connection.number(nextId); }

void insertLayer(const StoreConnection& connection, std::int64_t project, const StoredLayer& layer) {
    const LayerRecord& record = layer.record;
    const geo::Extent& extent = record.extent;
    const std::int64_t source = insertSourceRecord(connection, record.source);
    connection.prepare(insertRecord)
        .bindAll(record.id, project, layers::wordOf(record.kind), record.name, source, record.epoch,
                 record.asOf, wordOf(record.release), record.document, textOf(record.crs),
                 static_cast<int>(record.geometryKind), record.featureCount, bound(extent, extent.minX),
                 bound(extent, extent.minY), bound(extent, extent.maxX), bound(extent, extent.maxY),
                 layer.tableName)
        .run();
}

void updateEpoch(const StoreConnection& connection, std::int64_t id, const geo::Date& day) {
    connection.prepare(setEpoch).bindAll(std::optional(day), id).run();
}

std::vector<StoredLayer> readLayers(const StoreConnection& connection) {
    return layersWhere(connection, std::nullopt);
}

StoredLayer readLayerRecord(const StoreConnection& connection, std::int64_t id) {
    std::vector<StoredLayer> found = layersWhere(connection, id);
    if (found.empty()) throw geo::Error(geo::ErrorKind::NotFound, "store.layer-missing", {{"layer", id}});
    return std::move(found.front());
}

}  // namespace layers
