// SPDX-License-Identifier: Apache-2.0
// What a GeoPackage says of its layers, and how one of them is read.
// Source: OGC 12-128r18 (GeoPackage 1.3), §1.1.1 (the file), §1.1.2 (CRS), §2.1 (features).
#include "layers/store/geopackage_reader.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "geo/base/error.hpp"
#include "layers/store/shape_reader.hpp"
#include "layers/text/normal_form.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view selectLayers =
    "SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition"
    " FROM gpkg_contents c JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)"
    " LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id AND s.srs_id > 0"
    " WHERE c.data_type = 'features' ORDER BY c.table_name";
constexpr std::string_view hasLayerTables =
    "SELECT count(*) FROM sqlite_master WHERE lower(name) IN"
    " ('gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys')";
constexpr std::string_view hasTable =
    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)";
constexpr std::string_view hasCounts = "SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_ogr_contents'";
constexpr std::string_view selectCount =
    "SELECT feature_count FROM gpkg_ogr_contents WHERE lower(table_name) = lower(?)";
constexpr std::string_view selectColumns =
    "SELECT name, upper(type), pk FROM pragma_table_info(?) ORDER BY cid";

/// "GPKG", and "GP10" and "GP11" of the first versions.
constexpr std::array<std::int64_t, 3> applicationIds{0x47504B47, 0x47503130, 0x47503131};

struct LayerEntry {
    std::string table;
    std::string shapeColumn;
    std::optional<geo::Crs> crs;
};

struct Columns {
    /// Empty when the table has no row id of its own.
    std::string id;
    std::vector<std::string> names;
    Schema schema;
};

[[noreturn]] void throwNoGeoPackage(const fs::path& file) {
    throw geo::Error(geo::ErrorKind::BadData, "file.not-a-geopackage", {{"path", file.string()}});
}

void requireGeoPackage(const StoreConnection& connection) {
    const std::int64_t id = connection.number("PRAGMA application_id");
    const bool isOne = std::ranges::find(applicationIds, id) != applicationIds.end();
    if (!isOne || connection.number(hasLayerTables) != 3) throwNoGeoPackage(connection.path());
}

std::shared_ptr<StoreConnection> connectionTo(const fs::path& file) {
    std::error_code fault;
    if (!fs::exists(file, fault))
        throw geo::Error(geo::ErrorKind::NotFound, "file.missing", {{"path", file.string()}});
    try {
        auto connection = std::make_shared<StoreConnection>(file, ConnectionMode::Read, SqlFunctions::Plain);
        requireGeoPackage(*connection);
        return connection;
    } catch (const geo::Error& error) {
        if (error.message().id == "store.not-a-workspace") throwNoGeoPackage(file);
        throw;
    }
}

/// Its authority's code where PROJ knows that, else its definition.
std::optional<geo::Crs> crsAt(const Statement& row, int column) {
    const std::string code = row.text(column) + ":" + row.text(column + 1);
    for (const std::string& text : {code, row.text(column + 2)}) {
        try {
            if (!row.isNull(column)) return geo::Crs::fromText(text);
        } catch (const geo::Error&) {
            continue;
        }
    }
    return std::nullopt;
}

std::vector<LayerEntry> layersOf(const StoreConnection& connection) {
    std::vector<LayerEntry> layers;
    Statement row = connection.prepare(selectLayers);
    while (row.step()) layers.push_back({row.text(0), row.text(1), crsAt(row, 2)});
    return layers;
}

std::string namesOf(const std::vector<LayerEntry>& layers) {
    std::string names;
    for (const LayerEntry& layer : layers) names += (names.empty() ? "" : ", ") + layer.table;
    return names;
}

LayerEntry chosenLayer(const StoreConnection& connection, const std::string& name) {
    const std::vector<LayerEntry> layers = layersOf(connection);
    const std::string path = connection.path().string();
    if (name.empty() && layers.size() == 1) return layers.front();
    if (name.empty() && layers.size() > 1)
        throw geo::Error(geo::ErrorKind::BadData, "file.layer-choice",
                         {{"path", path}, {"layers", namesOf(layers)}});
    const auto found = std::ranges::find(layers, name, &LayerEntry::table);
    if (found != layers.end()) return *found;
    throw geo::Error(geo::ErrorKind::NotFound, "file.layer-missing",
                     {{"path", path}, {"layer", name}, {"layers", namesOf(layers)}});
}

FieldType typeOf(std::string_view declared) {
    constexpr std::array<std::string_view, 6> whole{"INTEGER",  "INT",     "MEDIUMINT",
                                                    "SMALLINT", "TINYINT", "BOOLEAN"};
    constexpr std::array<std::string_view, 3> decimal{"REAL", "DOUBLE", "FLOAT"};
    if (std::ranges::find(whole, declared) != whole.end()) return FieldType::Whole;
    return std::ranges::find(decimal, declared) != decimal.end() ? FieldType::Decimal : FieldType::Text;
}

Columns columnsOf(const StoreConnection& connection, const LayerEntry& layer) {
    Columns columns;
    Statement row = connection.prepare(selectColumns);
    row.bindAll(layer.table);
    while (row.step()) {
        if (row.text(0) == layer.shapeColumn) continue;
        if (row.whole(2) == 1 && row.textView(1) == "INTEGER") {
            columns.id = row.text(0);
            continue;
        }
        columns.names.push_back(row.text(0));
        columns.schema.add({row.text(0), typeOf(row.textView(1))});
    }
    return columns;
}

void chooseFields(ShapeQuery& query, const Columns& columns,
                  const std::optional<std::vector<std::string>>& fields) {
    for (const std::string& name : fields.value_or(columns.names)) {
        const auto index = columns.schema.indexOf(name);
        if (!index) continue;
        query.columns.push_back(quotedName(columns.names[*index]));
        query.schema.add(columns.schema.fields()[*index]);
    }
}

std::int64_t countOf(const StoreConnection& connection, const std::string& table) {
    if (connection.number(hasCounts) == 0) return -1;
    Statement count = connection.prepare(selectCount);
    return count.bindAll(table).step() && !count.isNull(0) ? count.whole(0) : -1;
}

/// Letters below U+0300 and from U+1E00 to U+1EFF, Vietnamese ones all among them, stand composed already.
bool isPlainlyComposed(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const auto continues = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
    for (std::size_t at = 0; at < text.size();) {
        if (byte(at) < 0x80) {
            at += 1;
        } else if (byte(at) >= 0xC2 && byte(at) <= 0xCB && continues(at + 1)) {
            at += 2;
        } else if (byte(at) == 0xE1 && byte(at + 1) >= 0xB8 && byte(at + 1) <= 0xBB && continues(at + 2)) {
            at += 3;
        } else {
            return false;
        }
    }
    return true;
}

std::string_view composed(std::string_view text, std::string& anew) {
    if (isPlainlyComposed(text)) return text;
    anew = toNfc(text);
    return anew;
}

std::optional<geo::ShapeView> viewGeoPackage(std::span<const std::byte> blob) {
    if (blob.empty()) return std::nullopt;
    return geo::ShapeView::ofGeoPackage(blob);
}

/// Tells, for all connections to a file, whether anybody has written to it since; in every journal mode.
class ChangeWatch {
  public:
    explicit ChangeWatch(std::shared_ptr<StoreConnection> connection)
        : m_connection(std::move(connection)), m_version(version()) {}

    void requireUnchanged() {
        const std::scoped_lock lock(m_mutex);
        if (version() == m_version) return;
        throw geo::Error(geo::ErrorKind::Refused, "store.layer-changed",
                         {{"path", m_connection->path().string()}});
    }

  private:
    std::int64_t version() const { return m_connection->number("PRAGMA data_version"); }

    std::mutex m_mutex;
    std::shared_ptr<StoreConnection> m_connection;
    std::int64_t m_version;
};

}  // namespace

ShapeParts geoPackageParts(const fs::path& file, const std::string& layerName,
                           const std::optional<std::vector<std::string>>& fields) {
    const auto connection = connectionTo(file);
    // Before anything is read: what changes from here on is noticed.
    const auto watch = std::make_shared<ChangeWatch>(connection);
    const LayerEntry layer = chosenLayer(*connection, layerName);
    const Columns columns = columnsOf(*connection, layer);
    Statement table = connection->prepare(hasTable);
    const bool isTable = table.bindAll(layer.table).step() && table.whole(0) == 1;
    if (!isTable || columns.id.empty())
        throw geo::Error(geo::ErrorKind::Refused, "file.layer-without-rows",
                         {{"path", file.string()}, {"layer", layer.table}});
    ShapeQuery query;
    query.path = file;
    query.table = quotedName(layer.table);
    query.idColumn = quotedName(columns.id);
    query.shape = quotedName(layer.shapeColumn);
    chooseFields(query, columns, fields);
    query.crs = layer.crs;
    query.count = countOf(*connection, layer.table);
    query.viewShape = viewGeoPackage;
    query.composed = composed;
    query.requireUnchanged = [watch](const StoreConnection&) { watch->requireUnchanged(); };
    return partsOf(*connection, std::move(query));
}

}  // namespace layers
