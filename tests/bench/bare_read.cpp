// SPDX-License-Identifier: Apache-2.0
// Row ids cut into ranges, each taken by the next thread that is free; sums added in the order of the ranges.
#include "tests/bench/bare_read.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <atomic>
#include <fstream>
#include <numeric>
#include <span>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "geo/base/parallel.hpp"
#include "tests/bench/ring_sum.hpp"

namespace bench {
namespace {

constexpr double squareMetresInHectare = 10'000;
constexpr std::size_t rangeCount = 64;

struct Finisher {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finisher>;

Statement prepare(sqlite3* connection, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
        throw std::runtime_error(std::string(sqlite3_errmsg(connection)) + ": " + sql);
    }
    return Statement(statement);
}

bool hasRow(sqlite3_stmt* statement) {
    const int answer = sqlite3_step(statement);
    if (answer == SQLITE_ROW) return true;
    if (answer != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(statement)));
    return false;
}

std::string textAt(sqlite3_stmt* statement, int column) {
    const auto* const text = sqlite3_column_text(statement, column);
    return text != nullptr ? reinterpret_cast<const char*>(text) : "";
}

std::span<const std::byte> blobAt(sqlite3_stmt* statement, int column) {
    const auto* const bytes = static_cast<const std::byte*>(sqlite3_column_blob(statement, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

bool isGeoPackage(sqlite3* connection) {
    const auto answer =
        prepare(connection, "SELECT 1 FROM sqlite_master WHERE name = 'gpkg_geometry_columns'");
    return hasRow(answer.get());
}

/// Table and column.
std::pair<std::string, std::string> shapeColumn(sqlite3* connection, const std::string& tablePrefix) {
    const std::string sql = isGeoPackage(connection)
                                ? "SELECT table_name, column_name FROM gpkg_geometry_columns ORDER BY 1"
                                : "SELECT f_table_name, f_geometry_column FROM geometry_columns ORDER BY 1";
    const auto tables = prepare(connection, sql);
    while (hasRow(tables.get())) {
        std::pair<std::string, std::string> found{textAt(tables.get(), 0), textAt(tables.get(), 1)};
        if (found.first.starts_with(tablePrefix)) return found;
    }
    throw std::runtime_error("no table of shapes is named " + tablePrefix);
}

std::uint32_t bigEndian(const std::array<std::byte, 8>& header) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i < 8; ++i) value = value << 8 | std::to_integer<std::uint32_t>(header[i]);
    return value;
}

template <class Number>
bool readInto(std::ifstream& file, Number* bytes, std::size_t count) {
    return static_cast<bool>(file.read(reinterpret_cast<char*>(bytes), static_cast<std::streamsize>(count)));
}

}  // namespace

void BareRead::Closer::operator()(sqlite3* connection) const { sqlite3_close(connection); }

BareRead::Connection BareRead::openMapped(const std::filesystem::path& file) {
    sqlite3* opened = nullptr;
    const int answer =
        sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection(opened);
    if (answer != SQLITE_OK) throw std::runtime_error(file.string() + ": " + sqlite3_errstr(answer));
    hasRow(prepare(opened, "PRAGMA mmap_size = 17179869184").get());
    return connection;
}

BareRead::BareRead(const std::filesystem::path& file, const std::string& tablePrefix, unsigned threads) {
    for (unsigned i = 0; i < threads; ++i) m_connections.push_back(openMapped(file));
    sqlite3* const first = m_connections.front().get();
    std::tie(m_table, m_column) = shapeColumn(first, tablePrefix);
    const auto bounds = prepare(first, fmt::format("SELECT min(rowid), max(rowid) FROM \"{}\"", m_table));
    hasRow(bounds.get());
    if (sqlite3_column_type(bounds.get(), 0) == SQLITE_NULL) return;
    m_firstRow = sqlite3_column_int64(bounds.get(), 0);
    m_lastRow = sqlite3_column_int64(bounds.get(), 1);
}

double BareRead::rangeArea_m2(sqlite3* connection, std::size_t range) const {
    const auto count = static_cast<std::size_t>(m_lastRow - m_firstRow + 1);
    const auto rows = prepare(
        connection, fmt::format("SELECT \"{}\" FROM \"{}\" WHERE rowid >= {} AND rowid < {}", m_column,
                                m_table, m_firstRow + std::int64_t(count * range / rangeCount),
                                m_firstRow + std::int64_t(count * (range + 1) / rangeCount)));
    double area_m2 = 0;
    while (hasRow(rows.get())) area_m2 += ringArea_m2(blobAt(rows.get(), 0));
    return area_m2;
}

double BareRead::hectares() const {
    std::vector<double> areas_m2(rangeCount);
    std::atomic<std::size_t> next = 0;
    const auto readSome = [&](const geo::Chunk& chunk) {
        sqlite3* const connection = m_connections[chunk.index].get();
        for (std::size_t range = next++; range < rangeCount; range = next++) {
            areas_m2[range] = rangeArea_m2(connection, range);
        }
    };
    geo::parallelFor(m_connections.size(), 1, readSome, static_cast<unsigned>(m_connections.size()));
    return std::accumulate(areas_m2.begin(), areas_m2.end(), 0.0) / squareMetresInHectare;
}

double shapefileHectares(const std::filesystem::path& shp) {
    constexpr std::size_t fileHeader_bytes = 100;
    std::ifstream file(shp, std::ios::binary);
    if (!file) throw std::runtime_error("no shapefile at " + shp.string());
    file.seekg(fileHeader_bytes);
    std::vector<std::byte> record;
    double area_m2 = 0;
    for (std::array<std::byte, 8> header; readInto(file, header.data(), header.size());) {
        record.resize(std::size_t{2} * bigEndian(header));
        if (!readInto(file, record.data(), record.size())) {
            throw std::runtime_error(shp.string() + " ends within a record");
        }
        area_m2 += shapefileRingArea_m2(record);
    }
    return area_m2 / squareMetresInHectare;
}

double hectaresIn(const std::filesystem::path& file, const std::string& tablePrefix) {
    if (file.extension() == ".shp") return shapefileHectares(file);
    return BareRead(file, tablePrefix, 1).hectares();
}

}  // namespace bench
