// SPDX-License-Identifier: Apache-2.0
// Rows in one transaction, the index packed after them, then the triggers that keep it.
#include "layers/store/geopackage_writer.hpp"

#include <cmath>
#include <optional>

#include "geo/shape/wkb.hpp"
#include "layers/store/geopackage_catalogue.hpp"
#include "layers/store/rtree_loader.hpp"
#include "layers/store/store_connection.hpp"

namespace layers {
namespace {

constexpr std::int64_t rowsPerStep = 1000;
/// "GPKG" and version 1.2, which every program of the last years reads.
constexpr const char* signature = "PRAGMA application_id=1196444487; PRAGMA user_version=10200";
/// A file that failed is thrown away, so nothing has to be taken back.
constexpr const char* withoutWayBack =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE";

std::string insertStatement(const GeoPackageTable& table) {
    const std::size_t columns = table.schema.size() + (table.hasShapes() ? 2 : 1);
    std::string sql = "INSERT INTO " + quotedName(table.name) + " VALUES (?";
    for (std::size_t i = 1; i < columns; ++i) sql += ", ?";
    return sql + ")";
}

/// The rows of one table.
class TableFiller {
  public:
    TableFiller(const StoreConnection& connection, const GeoPackageTable& table)
        : m_table(table), m_insert(connection.prepare(insertStatement(table))) {
        if (table.hasShapes()) m_index.emplace(connection, table.indexName());
    }

    void add(Feature& feature) {
        int position = 0;
        m_insert.bind(++position, ++m_contents.rows);
        if (m_index) bindShape(++position, feature.geometry);
        const auto& fields = m_table.schema.fields();
        for (std::size_t i = 0; i < fields.size(); ++i)
            bindValue(++position, i < feature.values.size() ? feature.values[i] : m_nothing, fields[i].type);
        m_insert.run();
    }

    const GeoPackageContents& finish() {
        if (m_index) m_index->finish();
        return m_contents;
    }

  private:
    void bindShape(int position, geo::Geometry& shape) {
        if (shape.isEmpty()) return m_insert.bind(position, nullptr);
        shape = asKind(std::move(shape), m_table.kind);
        m_blob.clear();
        geo::appendGeoPackage(m_blob, shape, static_cast<int>(m_table.srsId));
        m_insert.bindBorrowed(position, m_blob);
        const geo::Extent box = shape.extent();
        if (box.isEmpty()) return;
        m_index->add(m_contents.rows, box);
        m_contents.extent.include(box);
    }

    void bindValue(int position, const Value& value, FieldType type) {
        switch (type) {
            case FieldType::Whole:
                return m_insert.bind(position, wholeNumberIn(value));
            case FieldType::Decimal:
                return bindDecimal(position, numberIn(value));
            case FieldType::Text:
                break;
        }
        const bool isOther = !isMissing(value) && !std::holds_alternative<std::string>(value);
        isOther ? m_insert.bind(position, textIn(value)) : m_insert.bindBorrowed(position, value);
    }

    void bindDecimal(int position, std::optional<double> number) {
        m_insert.bind(position, number && std::isfinite(*number) ? number : std::nullopt);
    }

    const GeoPackageTable& m_table;
    Statement m_insert;
    std::optional<RtreeLoader> m_index;
    GeoPackageContents m_contents;
    std::vector<std::byte> m_blob;
    const Value m_nothing;
};

GeoPackageContents fill(const StoreConnection& connection, const GeoPackageTable& table,
                        const FeatureStream& features, geo::Progress& progress) {
    TableFiller filler(connection, table);
    const std::int64_t total = std::max<std::int64_t>(features.count, 0);
    Feature feature;
    for (std::int64_t row = 0; features.next(feature); ++row) {
        if (row % rowsPerStep == 0) progress.step("files.writing", row, total);
        filler.add(feature);
    }
    return filler.finish();
}

}  // namespace

void writeGeoPackage(const std::filesystem::path& file, const std::vector<LayerToWrite>& layers,
                     const GeoPackageOptions& options, geo::Progress& progress) {
    const StoreConnection connection(file, ConnectionMode::Create, SqlFunctions::Plain);
    connection.execute(withoutWayBack);
    connection.execute("BEGIN");
    connection.execute(signature);
    GeoPackageCatalogue catalogue(connection, options);
    std::vector<GeoPackageStyle> styles;
    for (const LayerToWrite& layer : layers) {
        const GeoPackageTable table = catalogue.createTable(layer);
        catalogue.enter(table, fill(connection, table, layer.features, progress));
        if (!layer.qml.empty()) styles.push_back({table.name, table.shapeColumn, layer.styleName, layer.qml});
    }
    catalogue.addStyles(styles);
    connection.execute("COMMIT");
}

}  // namespace layers
