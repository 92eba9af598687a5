// SPDX-License-Identifier: Apache-2.0
// Opening and configuring a connection.
#include "layers/store/store_connection.hpp"

#include <spatialite.h>

#include "geo/base/error.hpp"
#include "layers/store/local_disk.hpp"

namespace layers {
namespace {

constexpr std::chrono::milliseconds defaultPatience = std::chrono::seconds(5);

int openFlags(ConnectionMode mode) {
    // Even readers open for writing where they may: only so can they roll back what a crashed writer left
    // behind.
    constexpr int common = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    return mode == ConnectionMode::Create ? common | SQLITE_OPEN_CREATE : common;
}

}  // namespace

void StoreConnection::CleanUpSpatialite::operator()(void* cache) const { spatialite_cleanup_ex(cache); }

StoreConnection::StoreConnection(const std::filesystem::path& path, ConnectionMode mode,
                                 SqlFunctions functions)
    : m_path(path), m_mode(mode) {
    openDatabase();
    if (functions == SqlFunctions::Spatialite) loadSpatialite();
    configure();
}

void StoreConnection::openDatabase() {
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(m_path.c_str(), &database, openFlags(m_mode), nullptr);
    m_database.reset(database);
    if (code != SQLITE_OK) throwStoreError(database, code);
    setPatience(defaultPatience);
}

void StoreConnection::loadSpatialite() {
    m_spatialite.reset(spatialite_alloc_connection());
    if (!m_spatialite)
        throw geo::Error(geo::ErrorKind::Internal, "store.spatialite", {{"function", "alloc"}});
    spatialite_init_ex(m_database.get(), m_spatialite.get(), 0);
}

void StoreConnection::configure() const {
    if (m_mode != ConnectionMode::Read) return execute("PRAGMA cache_size=-65536");
    // SQLite maps two gigabytes at most. Beyond, a reader that passes by once gains nothing from a large cache,
    // and every thread has one.
    execute("PRAGMA cache_size=-4096");
    execute("PRAGMA query_only=ON");
    // A mapped file that changes on another machine ends the program.
    if (isOnLocalDisk(m_path)) execute("PRAGMA mmap_size=17179869184");
}

void StoreConnection::execute(const std::string& sql) const {
    const int code = sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throwStoreError(m_database.get(), code);
}

std::int64_t StoreConnection::number(std::string_view sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? statement.whole(0) : 0;
}

void StoreConnection::setPatience(std::chrono::milliseconds patience) const {
    sqlite3_busy_timeout(m_database.get(), static_cast<int>(patience.count()));
}

bool StoreConnection::canWriteFile() const { return sqlite3_db_readonly(m_database.get(), "main") == 0; }

geo::Crs StoreConnection::crsOf(const std::string& text) const {
    if (text.empty()) return {};
    const auto known = m_crsOfText.find(text);
    if (known != m_crsOfText.end()) return known->second;
    return m_crsOfText.emplace(text, geo::Crs::fromText(text)).first->second;
}

}  // namespace layers
