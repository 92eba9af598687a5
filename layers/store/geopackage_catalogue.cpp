// SPDX-License-Identifier: Apache-2.0
// The definitions of OGC 12-128r15, and what GDAL and QGIS look for beside them.
#include "layers/store/geopackage_catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace layers {
namespace {

constexpr int undefinedCartesian = -1;
constexpr int undefinedGeographic = 0;
/// Systems without a code of EPSG are numbered from here, as GDAL does: no EPSG code is that high.
constexpr std::int64_t firstOwnSrsId = 100000;

constexpr const char* systemTables = R"(
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
)";

constexpr const char* styleTable = R"(
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
)";

constexpr const char* insertSystem = "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)";
/// QGIS filters by an empty catalogue and schema: they are empty, not missing.
constexpr const char* insertStyle =
    "INSERT INTO layer_styles VALUES (NULL, '', '', ?, ?, ?, ?, '', 1, '', '', '', ?)";

struct Trigger {
    const char* name;
    const char* rule;
};

/// {t} the table, {i} its row id, {c} its shapes, {r} the index, {box} a row of the index, all as SQL writes
/// them; by the names and rules of annex F.3.
constexpr std::array<Trigger, 6> indexTriggers{
    {{"insert",
      "AFTER INSERT ON {t} WHEN (NEW.{c} NOT NULL AND NOT ST_IsEmpty(NEW.{c}))"
      " BEGIN INSERT OR REPLACE INTO {r} VALUES ({box}); END"},
     {"update1",
      "AFTER UPDATE OF {c} ON {t} WHEN OLD.{i} = NEW.{i} AND (NEW.{c} NOTNULL AND NOT ST_IsEmpty(NEW.{c}))"
      " BEGIN INSERT OR REPLACE INTO {r} VALUES ({box}); END"},
     {"update2",
      "AFTER UPDATE OF {c} ON {t} WHEN OLD.{i} = NEW.{i} AND (NEW.{c} ISNULL OR ST_IsEmpty(NEW.{c}))"
      " BEGIN DELETE FROM {r} WHERE id = OLD.{i}; END"},
     {"update3",
      "AFTER UPDATE ON {t} WHEN OLD.{i} != NEW.{i} AND (NEW.{c} NOTNULL AND NOT ST_IsEmpty(NEW.{c}))"
      " BEGIN DELETE FROM {r} WHERE id = OLD.{i}; INSERT OR REPLACE INTO {r} VALUES ({box}); END"},
     {"update4",
      "AFTER UPDATE ON {t} WHEN OLD.{i} != NEW.{i} AND (NEW.{c} ISNULL OR ST_IsEmpty(NEW.{c}))"
      " BEGIN DELETE FROM {r} WHERE id IN (OLD.{i}, NEW.{i}); END"},
     {"delete", "AFTER DELETE ON {t} WHEN OLD.{c} NOT NULL BEGIN DELETE FROM {r} WHERE id = OLD.{i}; END"}}};

std::string quotedText(std::string_view text) {
    std::string written = "'";
    for (const char letter : text) {
        if (letter == '\'') written += letter;
        written += letter;
    }
    return written + "'";
}

std::string momentOf(const geo::Date& day) { return geo::isoText(day) + "T00:00:00.000Z"; }

/// A field has the first right to a name.
std::string unusedName(const Schema& schema, const std::string& wanted) {
    std::string name = wanted;
    for (int number = 1; schema.indexOf(name); ++number) name = fmt::format("{}_{}", wanted, number);
    return name;
}

std::string typeNameOf(geo::GeometryKind kind) {
    std::string name = geo::nameOf(kind);
    std::ranges::transform(name, name.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return name;
}

const char* columnTypeOf(FieldType type) {
    switch (type) {
        case FieldType::Whole:
            return "INTEGER";
        case FieldType::Decimal:
            return "REAL";
        case FieldType::Text:
            break;
    }
    return "TEXT";
}

std::string createStatement(const GeoPackageTable& table) {
    std::string sql = "CREATE TABLE " + quotedName(table.name) + " (" + quotedName(table.idColumn) +
                      // A row id that was deleted never comes back: QGIS and others remember rows by it.
                      " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
    if (table.hasShapes()) sql += ", " + quotedName(table.shapeColumn) + " " + typeNameOf(table.kind);
    for (const Field& field : table.schema.fields())
        sql += ", " + quotedName(field.name) + " " + columnTypeOf(field.type);
    return sql + ")";
}

std::string triggerStatement(const GeoPackageTable& table, const Trigger& trigger) {
    const std::string shape = quotedName(table.shapeColumn);
    const std::string id = quotedName(table.idColumn);
    const std::string box = fmt::format(
        "NEW.{0}, ST_MinX(NEW.{1}), ST_MaxX(NEW.{1}), ST_MinY(NEW.{1}), ST_MaxY(NEW.{1})", id, shape);
    const std::string rule =
        fmt::format(fmt::runtime(trigger.rule), fmt::arg("t", quotedName(table.name)), fmt::arg("i", id),
                    fmt::arg("c", shape), fmt::arg("r", quotedName(table.indexName())), fmt::arg("box", box));
    return "CREATE TRIGGER " + quotedName(table.indexName() + "_" + trigger.name) + " " + rule;
}

/// GDAL answers how many rows there are from `gpkg_ogr_contents` and keeps it by triggers of these names.
std::string countStatement(const std::string& table, const char* event, char sign) {
    std::string name = std::string("trigger_") + event + "_feature_count_" + table;
    std::string upper = event;
    std::ranges::transform(upper, upper.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return fmt::format(
        "CREATE TRIGGER {} AFTER {} ON {} BEGIN UPDATE gpkg_ogr_contents SET feature_count ="
        " feature_count {} 1 WHERE lower(table_name) = lower({}); END",
        quotedName(name), upper, quotedName(table), sign, quotedText(table));
}

struct Authority {
    std::string name;
    std::int64_t code = 0;
};

/// `EPSG:9205` taken apart; nothing without a number.
std::optional<Authority> authorityOf(const geo::Crs& crs) {
    const std::string& text = crs.code();
    const auto colon = text.find(':');
    if (colon == std::string::npos) return std::nullopt;
    Authority authority{text.substr(0, colon), 0};
    const char* const end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data() + colon + 1, end, authority.code);
    if (fault != std::errc() || stop != end) return std::nullopt;
    return authority;
}

}  // namespace

GeoPackageCatalogue::GeoPackageCatalogue(const StoreConnection& connection, const GeoPackageOptions& options)
    : m_connection(connection), m_options(options) {
    m_connection.execute(systemTables);
    m_connection.prepare(insertSystem)
        .bindAll("Undefined Cartesian SRS", undefinedCartesian, "NONE", undefinedCartesian, "undefined",
                 "undefined Cartesian coordinate reference system")
        .run();
    m_connection.prepare(insertSystem)
        .bindAll("Undefined geographic SRS", undefinedGeographic, "NONE", undefinedGeographic, "undefined",
                 "undefined geographic coordinate reference system")
        .run();
    srsIdOf(geo::Crs::fromText("EPSG:4326"));
}

std::int64_t GeoPackageCatalogue::srsIdOf(const std::optional<geo::Crs>& crs) {
    if (!crs || !crs->isKnown()) return undefinedGeographic;
    const auto known = std::ranges::find(m_systems, *crs, &std::pair<geo::Crs, std::int64_t>::first);
    if (known != m_systems.end()) return known->second;
    const std::int64_t own = firstOwnSrsId + static_cast<std::int64_t>(m_systems.size());
    const std::int64_t srsId = crs->epsg() != 0 ? crs->epsg() : own;
    const Authority authority = authorityOf(*crs).value_or(Authority{"NONE", srsId});
    m_connection.prepare(insertSystem)
        .bindAll(crs->name(), srsId, authority.name, authority.code, m_options.wkt1(*crs), nullptr)
        .run();
    m_systems.emplace_back(*crs, srsId);
    return srsId;
}

GeoPackageTable GeoPackageCatalogue::createTable(const LayerToWrite& layer) {
    const FeatureStream& features = layer.features;
    GeoPackageTable table{layer.name,
                          layer.title.empty() ? layer.name : layer.title,
                          unusedName(features.schema, "fid"),
                          {},
                          features.schema,
                          features.kind,
                          0};
    if (features.kind == geo::GeometryKind::Empty) {
        m_connection.execute(createStatement(table));
        return table;
    }
    table.shapeColumn = unusedName(features.schema, "geom");
    table.srsId = srsIdOf(features.crs);
    m_connection.execute(createStatement(table));
    m_connection.execute("CREATE VIRTUAL TABLE " + quotedName(table.indexName()) +
                         " USING rtree(id, minx, maxx, miny, maxy)");
    return table;
}

/// The standard wants every title once.
std::string GeoPackageCatalogue::unusedTitle(const GeoPackageTable& table) const {
    Statement same = m_connection.prepare("SELECT count(*) FROM gpkg_contents WHERE identifier = ?");
    const bool isFree = !same.bindAll(table.title).step() || same.whole(0) == 0;
    return isFree ? table.title : fmt::format("{} ({})", table.title, table.name);
}

void GeoPackageCatalogue::enter(const GeoPackageTable& table, const GeoPackageContents& contents) {
    const geo::Extent& extent = contents.extent;
    const auto side = [&](double value) { return extent.isEmpty() ? std::optional<double>() : value; };
    m_connection.prepare("INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)")
        .bindAll(table.name, table.hasShapes() ? "features" : "attributes", unusedTitle(table),
                 momentOf(m_options.asOf), side(extent.minX), side(extent.minY), side(extent.maxX),
                 side(extent.maxY), table.srsId)
        .run();
    m_connection.prepare("INSERT INTO gpkg_ogr_contents VALUES (?, ?)")
        .bindAll(table.name, contents.rows)
        .run();
    m_connection.execute(countStatement(table.name, "insert", '+'));
    m_connection.execute(countStatement(table.name, "delete", '-'));
    if (!table.hasShapes()) return;
    m_connection.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)")
        .bindAll(table.name, table.shapeColumn, typeNameOf(table.kind), table.srsId)
        .run();
    m_connection
        .prepare(
            "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index',"
            " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')")
        .bindAll(table.name, table.shapeColumn)
        .run();
    for (const Trigger& trigger : indexTriggers) m_connection.execute(triggerStatement(table, trigger));
}

void GeoPackageCatalogue::addStyles(const std::vector<GeoPackageStyle>& styles) {
    if (styles.empty()) return;
    m_connection.execute(styleTable);
    Statement insert = m_connection.prepare(insertStyle);
    for (const GeoPackageStyle& style : styles) {
        insert.bindAll(style.layerName, style.shapeColumn, style.name, style.qml, momentOf(m_options.asOf))
            .run();
    }
    GeoPackageTable table;
    table.name = table.title = "layer_styles";
    enter(table, {static_cast<std::int64_t>(styles.size()), {}});
}

}  // namespace layers
