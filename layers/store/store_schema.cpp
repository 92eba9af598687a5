// SPDX-License-Identifier: Apache-2.0
// The tables of a workspace.
#include "layers/store/store_schema.hpp"

#include <spatialite.h>

#include "geo/base/error.hpp"

namespace layers {
namespace {

// "KHNH": tells a workspace from any other SQLite file.
constexpr std::int64_t applicationId = 0x4B484E48;
constexpr int firstSchemaVersion = 1;
constexpr int firstFreeSrid = 1'000'000;

constexpr const char* createTables = R"sql(
CREATE TABLE khoanh_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE khoanh_project (id INTEGER PRIMARY KEY, parent INTEGER, json TEXT NOT NULL);
CREATE TABLE khoanh_source (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, layer_name TEXT NOT NULL, encoding TEXT NOT NULL,
  crs TEXT NOT NULL, crs_from TEXT NOT NULL, operation TEXT NOT NULL, profile TEXT NOT NULL DEFAULT '');
CREATE TABLE khoanh_layer (
  id INTEGER PRIMARY KEY, project INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, source INTEGER NOT NULL,
  epoch TEXT, as_of TEXT, release TEXT NOT NULL, document TEXT NOT NULL, crs TEXT NOT NULL,
  geometry_kind INTEGER NOT NULL, feature_count INTEGER NOT NULL,
  min_x REAL, min_y REAL, max_x REAL, max_y REAL, table_name TEXT NOT NULL);
CREATE TABLE khoanh_table (
  id INTEGER PRIMARY KEY, project INTEGER NOT NULL, name TEXT NOT NULL, table_name TEXT NOT NULL);
CREATE TABLE khoanh_field (
  table_name TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
  column_name TEXT NOT NULL, PRIMARY KEY (table_name, position));
CREATE TABLE khoanh_run (
  id INTEGER PRIMARY KEY, project INTEGER NOT NULL, job TEXT NOT NULL, parameters TEXT NOT NULL, as_of TEXT,
  ledger_unit TEXT NOT NULL DEFAULT 'ha');
CREATE TABLE khoanh_ledger (
  run INTEGER NOT NULL, side TEXT NOT NULL, position INTEGER NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL,
  amount REAL NOT NULL, PRIMARY KEY (run, side, position));
CREATE TABLE khoanh_finding (
  id INTEGER PRIMARY KEY, run INTEGER NOT NULL, message TEXT NOT NULL, row INTEGER NOT NULL, unit_code TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT '');
CREATE INDEX khoanh_finding_of_run ON khoanh_finding (run);
CREATE TABLE khoanh_finding_argument (
  finding INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, value, PRIMARY KEY (finding, position));
CREATE TABLE khoanh_observation (
  id INTEGER PRIMARY KEY, run INTEGER NOT NULL, indicator TEXT NOT NULL, unit_code TEXT NOT NULL,
  unit_name TEXT NOT NULL, level TEXT NOT NULL, units_on TEXT NOT NULL, as_of TEXT NOT NULL, release TEXT NOT NULL,
  status TEXT NOT NULL, numerator REAL, denominator REAL, term_unit TEXT NOT NULL, value REAL, unit TEXT NOT NULL,
  method TEXT NOT NULL, area_kind TEXT NOT NULL, denominator_kind TEXT NOT NULL, source_layer INTEGER NOT NULL,
  source TEXT NOT NULL, count INTEGER NOT NULL, part TEXT NOT NULL DEFAULT '', document TEXT NOT NULL DEFAULT '');
CREATE INDEX khoanh_observation_of_run ON khoanh_observation (run);
CREATE TABLE khoanh_coverage (
  layer INTEGER NOT NULL, tile INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (layer, tile));
CREATE TABLE khoanh_mosaic (
  layer INTEGER PRIMARY KEY, mean_side REAL NOT NULL, finest REAL NOT NULL, levels INTEGER NOT NULL);
CREATE TABLE khoanh_mosaic_class (
  layer INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, row_count INTEGER NOT NULL,
  PRIMARY KEY (layer, position));
CREATE TABLE khoanh_mosaic_tile (
  layer INTEGER NOT NULL, level INTEGER NOT NULL, tile INTEGER NOT NULL, min_x REAL, min_y REAL, max_x REAL,
  max_y REAL, bytes BLOB NOT NULL, PRIMARY KEY (layer, level, tile));
)sql";

constexpr std::string_view versionOfTables = "PRAGMA user_version";
constexpr std::string_view insertMeta = "INSERT OR REPLACE INTO khoanh_meta (key, value) VALUES (?, ?)";
constexpr std::string_view selectMeta = "SELECT value FROM khoanh_meta WHERE key = ?";
constexpr std::string_view hasMetaTable = "SELECT count(*) FROM sqlite_master WHERE name = 'khoanh_meta'";
constexpr std::string_view hasSrid = "SELECT srid FROM spatial_ref_sys WHERE srid = ?";
constexpr std::string_view sridOfDefinition =
    "SELECT srid FROM spatial_ref_sys WHERE auth_name = 'khoanh' AND srtext = ?";
constexpr std::string_view highestSrid = "SELECT max(srid) FROM spatial_ref_sys";
constexpr std::string_view insertSrid =
    "INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, ref_sys_name, proj4text, srtext) "
    "VALUES (?, ?, ?, ?, '', ?)";

geo::Error schemaError(const StoreConnection& connection, const char* id, std::int64_t found) {
    return {geo::ErrorKind::Refused,
            id,
            {{"path", connection.path().string()},
             {"found", found},
             {"known", std::int64_t{currentSchemaVersion}}}};
}

std::string metaOf(const StoreConnection& connection, std::string_view key) {
    Statement statement = connection.prepare(selectMeta);
    statement.bindAll(key);
    return statement.step() ? statement.text(0) : std::string();
}

void insertCrs(const StoreConnection& connection, int srid, std::string_view authority, const geo::Crs& crs) {
    connection.prepare(insertSrid).bindAll(srid, authority, srid, crs.name(), crs.esriWkt()).run();
}

int sridOfEpsg(const StoreConnection& connection, const geo::Crs& crs) {
    const int epsg = crs.epsg();
    Statement statement = connection.prepare(hasSrid);
    if (statement.bindAll(epsg).step()) return epsg;
    if (insert_epsg_srid(connection.database(), epsg) == 0) insertCrs(connection, epsg, "epsg", crs);
    return epsg;
}

int sridOfOwn(const StoreConnection& connection, const geo::Crs& crs) {
    Statement statement = connection.prepare(sridOfDefinition);
    if (statement.bindAll(crs.esriWkt()).step()) return static_cast<int>(statement.whole(0));
    const int next = std::max(firstFreeSrid, static_cast<int>(connection.number(highestSrid)) + 1);
    insertCrs(connection, next, "khoanh", crs);
    return next;
}

}  // namespace

void createSchema(const StoreConnection& connection, const WorkspaceSettings& settings) {
    connection.execute("BEGIN IMMEDIATE");
    if (connection.number("SELECT InitSpatialMetaData(0, 'NONE')") != 1) {
        throw geo::Error(geo::ErrorKind::Internal, "store.spatialite", {{"function", "InitSpatialMetaData"}});
    }
    connection.execute(createTables);
    writeMeta(connection, "province", settings.province);
    writeMeta(connection, "crs", textOf(settings.crs));
    writeMeta(connection, "pack_source", settings.packSource);
    writeMeta(connection, "project", "0");
    requireSrid(connection, settings.crs);
    connection.execute("PRAGMA application_id=" + std::to_string(applicationId));
    connection.execute("PRAGMA user_version=" + std::to_string(currentSchemaVersion));
    connection.execute("COMMIT");
}

int knownSchemaVersion(const StoreConnection& connection) {
    const bool isOurs = connection.number("PRAGMA application_id") == applicationId;
    const std::int64_t found = connection.number(versionOfTables);
    if (isOurs && found > currentSchemaVersion) throw schemaError(connection, "store.newer-schema", found);
    if (!isOurs || connection.number(hasMetaTable) != 1) {
        throw geo::Error(geo::ErrorKind::BadData, "store.not-a-workspace",
                         {{"path", connection.path().string()}});
    }
    if (found < firstSchemaVersion) refuseOlderSchema(connection);
    return static_cast<int>(found);
}

void refuseOlderSchema(const StoreConnection& connection) {
    throw schemaError(connection, "store.older-schema", connection.number(versionOfTables));
}

WorkspaceSettings readSettings(const StoreConnection& connection) {
    return {metaOf(connection, "province"), connection.crsOf(metaOf(connection, "crs")),
            metaOf(connection, "pack_source")};
}

void writeMeta(const StoreConnection& connection, std::string_view key, std::string_view value) {
    connection.prepare(insertMeta).bindAll(key, value).run();
}

std::string textOf(const geo::Crs& crs) { return crs.code().empty() ? crs.wkt() : crs.code(); }

int requireSrid(const StoreConnection& connection, const geo::Crs& crs) {
    if (!crs.isKnown()) return -1;
    return crs.epsg() > 0 ? sridOfEpsg(connection, crs) : sridOfOwn(connection, crs);
}

std::string_view spatialiteWord(geo::GeometryKind kind) {
    switch (kind) {
        case geo::GeometryKind::Empty:
            return "GEOMETRY";
        case geo::GeometryKind::Point:
            return "POINT";
        case geo::GeometryKind::LineString:
            return "LINESTRING";
        case geo::GeometryKind::Polygon:
            return "POLYGON";
        case geo::GeometryKind::MultiPoint:
            return "MULTIPOINT";
        case geo::GeometryKind::MultiLineString:
            return "MULTILINESTRING";
        case geo::GeometryKind::MultiPolygon:
            return "MULTIPOLYGON";
    }
    return {};
}

}  // namespace layers
