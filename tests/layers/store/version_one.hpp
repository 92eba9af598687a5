// SPDX-License-Identifier: Apache-2.0
// Workspaces as the first version of the schema had them.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>

/// A plain connection to a file, without anything of ours.
class PlainConnection {
  public:
    explicit PlainConnection(const std::filesystem::path& path) {
        sqlite3* database = nullptr;
        EXPECT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
        m_database.reset(database);
    }
    /// Answers the extended code of SQLite.
    int tryTo(const std::string& sql) {
        sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr);
        return sqlite3_extended_errcode(m_database.get());
    }
    void run(const std::string& sql) { EXPECT_EQ(tryTo(sql), SQLITE_OK) << sqlite3_errmsg(m_database.get()); }

  private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    std::unique_ptr<sqlite3, Close> m_database;
};

/// The tables that version 2 changed, as version 1 made them, filled from those of version 2.
inline constexpr const char* backToVersionOne = R"sql(
BEGIN;
DROP TABLE khoanh_coverage; DROP TABLE khoanh_mosaic; DROP TABLE khoanh_mosaic_class;
DROP TABLE khoanh_mosaic_tile; ALTER TABLE khoanh_source DROP COLUMN profile;
ALTER TABLE khoanh_run RENAME TO new_run;
CREATE TABLE khoanh_run (
  id INTEGER PRIMARY KEY, project INTEGER NOT NULL, job TEXT NOT NULL, parameters TEXT NOT NULL, as_of TEXT);
INSERT INTO khoanh_run SELECT id, project, job, parameters, as_of FROM new_run;
DROP TABLE new_run;
ALTER TABLE khoanh_ledger RENAME TO new_ledger;
CREATE TABLE khoanh_ledger (
  run INTEGER NOT NULL, side TEXT NOT NULL, position INTEGER NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL,
  area_ha REAL NOT NULL, PRIMARY KEY (run, side, position));
INSERT INTO khoanh_ledger SELECT run, side, position, reason, count, amount FROM new_ledger;
DROP TABLE new_ledger;
DROP INDEX khoanh_finding_of_run;
ALTER TABLE khoanh_finding RENAME TO new_finding;
CREATE TABLE khoanh_finding (
  id INTEGER PRIMARY KEY, run INTEGER NOT NULL, message TEXT NOT NULL, row INTEGER NOT NULL, unit_code TEXT NOT NULL);
CREATE INDEX khoanh_finding_of_run ON khoanh_finding (run);
INSERT INTO khoanh_finding SELECT id, run, message, row, unit_code FROM new_finding;
DROP TABLE new_finding;
DROP INDEX khoanh_observation_of_run;
ALTER TABLE khoanh_observation RENAME TO new_observation;
CREATE TABLE khoanh_observation (
  id INTEGER PRIMARY KEY, run INTEGER NOT NULL, indicator TEXT NOT NULL, unit_code TEXT NOT NULL,
  unit_name TEXT NOT NULL, level TEXT NOT NULL, units_on TEXT NOT NULL, as_of TEXT NOT NULL, release TEXT NOT NULL,
  status TEXT NOT NULL, numerator REAL, denominator REAL, term_unit TEXT NOT NULL, value REAL, unit TEXT NOT NULL,
  method TEXT NOT NULL, area_kind TEXT NOT NULL, denominator_kind TEXT NOT NULL, source_layer INTEGER NOT NULL,
  source TEXT NOT NULL, count INTEGER NOT NULL);
CREATE INDEX khoanh_observation_of_run ON khoanh_observation (run);
INSERT INTO khoanh_observation SELECT id, run, indicator, unit_code, unit_name, level, units_on, as_of, release, status,
  numerator, denominator, term_unit, value, unit, method, area_kind, denominator_kind, source_layer, source, count
  FROM new_observation;
DROP TABLE new_observation;
PRAGMA user_version=1;
COMMIT;
)sql";

inline void makeVersionOne(const std::filesystem::path& path) {
    PlainConnection connection(path);
    // SpatiaLite's views and triggers name functions that a plain connection does not have.
    connection.run("PRAGMA legacy_alter_table=ON");
    connection.run(backToVersionOne);
}
