// SPDX-License-Identifier: Apache-2.0
// The least that work on all shapes of a file can cost: every shape read, its rings summed, by SQLite and the
// operating system alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;

namespace bench {

/// Connections stay open, mapped into memory, from one reading to the next, as quick as we know to make it.
/// None of the engine that is measured has a part in it.
class BareRead {
  public:
    /// The table of shapes whose name begins so; empty for the only one. A GeoPackage or a SpatiaLite file.
    /// Errors: std::runtime_error when there is no such file or table.
    BareRead(const std::filesystem::path& file, const std::string& tablePrefix, unsigned threads);

    /// Ranges of row ids shared out among the threads. Errors: std::runtime_error with the words of SQLite.
    double hectares() const;

  private:
    struct Closer {
        void operator()(sqlite3* connection) const;
    };
    using Connection = std::unique_ptr<sqlite3, Closer>;

    static Connection openMapped(const std::filesystem::path& file);
    double rangeArea_m2(sqlite3* connection, std::size_t range) const;

    std::vector<Connection> m_connections;
    std::string m_table;
    std::string m_column;
    std::int64_t m_firstRow = 0;
    std::int64_t m_lastRow = -1;
};

/// All records of the `.shp`, on one thread.
double shapefileHectares(const std::filesystem::path& shp);

/// Whichever of the two reads the file.
double hectaresIn(const std::filesystem::path& file, const std::string& tablePrefix = {});

}  // namespace bench
