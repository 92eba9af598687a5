// SPDX-License-Identifier: Apache-2.0
// One SQLite connection, with SpatiaLite loaded into it where its SQL needs that.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "geo/crs/crs.hpp"
#include "layers/store/statement.hpp"

namespace layers {

enum class ConnectionMode { Create, Read, Write };

/// What SQL may say on a connection; loading SpatiaLite takes some milliseconds.
enum class SqlFunctions { Spatialite, Plain };

/// For one thread at a time.
class StoreConnection {
  public:
    StoreConnection(const std::filesystem::path& path, ConnectionMode mode,
                    SqlFunctions functions = SqlFunctions::Spatialite);

    sqlite3* database() const { return m_database.get(); }
    const std::filesystem::path& path() const { return m_path; }

    Statement prepare(std::string_view sql) const { return Statement(m_database.get(), sql); }
    /// Runs statements that take and give nothing.
    void execute(const std::string& sql) const;
    /// The first column of the first row; 0 when there is none.
    std::int64_t number(std::string_view sql) const;
    std::int64_t lastRow() const { return sqlite3_last_insert_rowid(m_database.get()); }
    bool isInTransaction() const { return sqlite3_get_autocommit(m_database.get()) == 0; }
    void setPatience(std::chrono::milliseconds patience) const;
    bool isReadOnly() const { return m_mode == ConnectionMode::Read; }
    /// Whether the rights on the file allow writing, whatever this connection is for.
    bool canWriteFile() const;

    /// As geo::Crs::fromText, asking PROJ once for each text.
    geo::Crs crsOf(const std::string& text) const;

  private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    struct CleanUpSpatialite {
        void operator()(void* cache) const;
    };
    void openDatabase();
    void loadSpatialite();
    void configure() const;

    std::filesystem::path m_path;
    ConnectionMode m_mode;
    // SpatiaLite wants its cache freed after the connection that uses it is closed.
    std::unique_ptr<void, CleanUpSpatialite> m_spatialite;
    std::unique_ptr<sqlite3, Close> m_database;
    mutable std::map<std::string, geo::Crs> m_crsOfText;
};

}  // namespace layers
