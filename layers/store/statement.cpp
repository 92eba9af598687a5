// SPDX-License-Identifier: Apache-2.0
// Statements: the one place where SQLite's answers are read.
#include "layers/store/statement.hpp"

#include "geo/base/error.hpp"
#include "layers/store/lock_holder.hpp"

namespace layers {
namespace {

std::string pathOf(sqlite3* database) {
    const char* path = sqlite3_db_filename(database, "main");
    return path == nullptr ? std::string() : std::string(path);
}

[[noreturn]] void throwNamed(geo::ErrorKind kind, const char* id, sqlite3* database) {
    throw geo::Error(kind, id, {{"path", pathOf(database)}});
}

}  // namespace

void throwStoreError(sqlite3* database, int code) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw geo::Error(geo::ErrorKind::Refused, "store.busy",
                             {{"path", pathOf(database)}, {"holder", lockHolder(pathOf(database))}});
        case SQLITE_FULL:
            throwNamed(geo::ErrorKind::Refused, "store.disk-full", database);
        case SQLITE_READONLY:
            throwNamed(geo::ErrorKind::Refused,
                       code == SQLITE_READONLY_DBMOVED ? "store.moved" : "store.read-only", database);
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            throwNamed(geo::ErrorKind::Refused, "store.not-writable", database);
        case SQLITE_NOTADB:
            throwNamed(geo::ErrorKind::BadData, "store.not-a-workspace", database);
        case SQLITE_CORRUPT:
            throwNamed(geo::ErrorKind::BadData, "store.damaged", database);
        case SQLITE_IOERR:
            throwNamed(geo::ErrorKind::Refused, "store.disk-fault", database);
        default:
            break;
    }
    throw geo::Error(geo::ErrorKind::Internal, "store.sql",
                     {{"code", std::int64_t{code}}, {"text", std::string(sqlite3_errmsg(database))}});
}

Statement::Statement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK) throwStoreError(database, code);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) throwStoreError(sqlite3_db_handle(m_statement.get()), code);
}

void Statement::bind(int position, std::nullptr_t) { check(sqlite3_bind_null(m_statement.get(), position)); }

void Statement::bind(int position, std::int64_t number) {
    check(sqlite3_bind_int64(m_statement.get(), position, number));
}

void Statement::bind(int position, double number) {
    check(sqlite3_bind_double(m_statement.get(), position, number));
}

void Statement::bind(int position, std::string_view text) {
    check(sqlite3_bind_text64(m_statement.get(), position, text.data(), text.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8));
}

void Statement::bind(int position, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return bind(position, std::string_view(*text));
    bindBorrowed(position, value);
}

void Statement::bindBorrowed(int position, const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return bind(position, *whole);
    if (const auto* number = std::get_if<double>(&value)) return bind(position, *number);
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return bind(position, nullptr);
    check(sqlite3_bind_text64(m_statement.get(), position, text->data(), text->size(), SQLITE_STATIC,
                              SQLITE_UTF8));
}

void Statement::bindBorrowed(int position, std::span<const std::byte> blob) {
    check(sqlite3_bind_blob64(m_statement.get(), position, blob.data(), blob.size(), SQLITE_STATIC));
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    sqlite3* const database = sqlite3_db_handle(m_statement.get());
    reset();
    if (code != SQLITE_DONE) throwStoreError(database, code);
    return false;
}

void Statement::run() {
    while (step()) {
    }
}

std::string_view Statement::textView(int column) const {
    const unsigned char* const text = sqlite3_column_text(m_statement.get(), column);
    if (text == nullptr) return {};
    const int bytes = sqlite3_column_bytes(m_statement.get(), column);
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(bytes)};
}

std::span<const std::byte> Statement::blob(int column) const {
    const void* const bytes = sqlite3_column_blob(m_statement.get(), column);
    const int count = sqlite3_column_bytes(m_statement.get(), column);
    return {static_cast<const std::byte*>(bytes), bytes == nullptr ? 0 : static_cast<std::size_t>(count)};
}

std::optional<double> Statement::optionalDecimal(int column) const {
    if (isNull(column)) return std::nullopt;
    return decimal(column);
}

std::optional<geo::Date> Statement::optionalDate(int column) const {
    if (isNull(column)) return std::nullopt;
    return geo::parseDate(textView(column));
}

void Statement::read(int column, Value& value) const {
    switch (columnType(column)) {
        case SQLITE_INTEGER:
            value = whole(column);
            return;
        case SQLITE_FLOAT:
            value = decimal(column);
            return;
        case SQLITE_NULL:
            value = std::monostate{};
            return;
        default:
            break;
    }
    if (auto* text = std::get_if<std::string>(&value)) {
        text->assign(textView(column));
        return;
    }
    value = text(column);
}

ValueView Statement::view(int column) const {
    switch (columnType(column)) {
        case SQLITE_INTEGER:
            return whole(column);
        case SQLITE_FLOAT:
            return decimal(column);
        case SQLITE_TEXT:
            return textView(column);
        default:
            return std::monostate{};
    }
}

std::string quotedName(std::string_view name) {
    std::string written = "\"";
    for (const char letter : name) {
        if (letter == '"') written += '"';
        written += letter;
    }
    return written + '"';
}

}  // namespace layers
