// SPDX-License-Identifier: Apache-2.0
// The steps from version to version, and how a workspace goes through them.
#include "layers/store/migration.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>

#include "geo/base/error.hpp"
#include "layers/store/store_connection.hpp"
#include "layers/store/store_schema.hpp"

namespace layers {
namespace {

/// The first leads from version 1 to 2. New columns stand last, as in the tables of a new workspace.
constexpr std::array<const char*, 4> steps{R"sql(
ALTER TABLE khoanh_run ADD COLUMN ledger_unit TEXT NOT NULL DEFAULT 'ha';
ALTER TABLE khoanh_ledger RENAME COLUMN area_ha TO amount;
ALTER TABLE khoanh_finding ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE khoanh_observation ADD COLUMN part TEXT NOT NULL DEFAULT '';
ALTER TABLE khoanh_observation ADD COLUMN document TEXT NOT NULL DEFAULT '';
)sql",
                                           R"sql(
CREATE TABLE khoanh_coverage (
  layer INTEGER NOT NULL, tile INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (layer, tile));
)sql",
                                           R"sql(
ALTER TABLE khoanh_source ADD COLUMN profile TEXT NOT NULL DEFAULT '';
)sql",
                                           R"sql(
CREATE TABLE khoanh_mosaic (
  layer INTEGER PRIMARY KEY, mean_side REAL NOT NULL, finest REAL NOT NULL, levels INTEGER NOT NULL);
CREATE TABLE khoanh_mosaic_class (
  layer INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, row_count INTEGER NOT NULL,
  PRIMARY KEY (layer, position));
CREATE TABLE khoanh_mosaic_tile (
  layer INTEGER NOT NULL, level INTEGER NOT NULL, tile INTEGER NOT NULL, min_x REAL, min_y REAL, max_x REAL,
  max_y REAL, bytes BLOB NOT NULL, PRIMARY KEY (layer, level, tile));
)sql"};
static_assert(steps.size() + 1 == currentSchemaVersion);

bool mayWriteIn(const std::filesystem::path& folder) {
    return faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

void requireSound(const StoreConnection& connection) {
    Statement check = connection.prepare("PRAGMA integrity_check(1)");
    if (check.step() && check.textView(0) == "ok") return;
    throw geo::Error(geo::ErrorKind::BadData, "store.damaged", {{"path", connection.path().string()}});
}

/// Begun before the version is read, since another program may be at it too; closing rolls back what is not
/// committed.
void takeSteps(const StoreConnection& connection) {
    connection.execute("BEGIN IMMEDIATE");
    const int found = knownSchemaVersion(connection);
    if (found == currentSchemaVersion) return;
    for (int version = found; version < currentSchemaVersion; ++version) {
        connection.execute(steps[static_cast<std::size_t>(version - 1)]);
    }
    connection.execute("PRAGMA user_version=" + std::to_string(currentSchemaVersion));
    requireSound(connection);
    connection.execute("COMMIT");
}

}  // namespace

// Not on a copy that is renamed over the file: a program that still had the old one open would take the
// journal of the new one, which bears the same name, for its own and roll it back.
void migrateWorkspace(const std::filesystem::path& path) {
    const StoreConnection connection(path, ConnectionMode::Write);
    const std::int64_t found = knownSchemaVersion(connection);
    if (found == currentSchemaVersion) return;
    // SQLite's journal stands beside the file itself, wherever a link to it may be.
    const std::filesystem::path folder = std::filesystem::canonical(path).parent_path();
    if (!connection.canWriteFile() || !mayWriteIn(folder)) refuseOlderSchema(connection);
    const geo::Message doing{
        "store.migrating",
        {{"path", path.string()}, {"found", found}, {"known", std::int64_t{currentSchemaVersion}}}};
    geo::inContext(doing, [&] { takeSteps(connection); });
}

}  // namespace layers
