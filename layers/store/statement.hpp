// SPDX-License-Identifier: Apache-2.0
// One prepared statement: bind, step, read columns; every answer of SQLite is checked here.
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "geo/base/date.hpp"
#include "layers/model/value.hpp"

namespace layers {

/// Turns a fault of SQLite into ours.
/// Errors: Refused `store.busy`, `store.disk-full`, `store.disk-fault`, `store.read-only`, `store.moved`,
/// `store.not-writable`; BadData `store.not-a-workspace`, `store.damaged`; Internal `store.sql` (code, text).
[[noreturn]] void throwStoreError(sqlite3* database, int code);

class Statement {
  public:
    Statement(sqlite3* database, std::string_view sql);

    /// Positions count from 1, columns from 0, as SQLite has them.
    void bind(int position, std::nullptr_t);
    void bind(int position, std::int64_t number);
    void bind(int position, int number) { bind(position, std::int64_t{number}); }
    void bind(int position, double number);
    void bind(int position, std::string_view text);
    void bind(int position, const std::string& text) { bind(position, std::string_view(text)); }
    void bind(int position, const char* text) { bind(position, std::string_view(text)); }
    void bind(int position, const geo::Date& day) { bind(position, geo::isoText(day)); }
    void bind(int position, const Value& value);
    template <class T>
    void bind(int position, const std::optional<T>& value) {
        value ? bind(position, *value) : bind(position, nullptr);
    }

    /// Without a copy: the bytes must live until the next reset().
    void bindBorrowed(int position, const Value& value);
    void bindBorrowed(int position, std::span<const std::byte> blob);

    template <class... Values>
    Statement& bindAll(const Values&... values) {
        int position = 0;
        (bind(++position, values), ...);
        return *this;
    }

    /// Whether there is a (further) row; resets the statement after the last, so that it holds no lock.
    bool step();
    /// Runs a statement whose rows, if any, do not matter.
    void run();
    void reset() noexcept { sqlite3_reset(m_statement.get()); }

    int columnCount() const { return sqlite3_column_count(m_statement.get()); }
    bool isNull(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }
    std::int64_t whole(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
    double decimal(int column) const { return sqlite3_column_double(m_statement.get(), column); }
    /// Valid until the next step.
    std::string_view textView(int column) const;
    std::string text(int column) const { return std::string(textView(column)); }
    std::span<const std::byte> blob(int column) const;
    int columnType(int column) const { return sqlite3_column_type(m_statement.get(), column); }
    std::string columnName(int column) const { return sqlite3_column_name(m_statement.get(), column); }
    std::optional<double> optionalDecimal(int column) const;
    std::optional<geo::Date> optionalDate(int column) const;
    /// Reuses the memory of the value.
    void read(int column, Value& value) const;
    /// Valid until the next step; nothing for a blob.
    ValueView view(int column) const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    void check(int code) const;

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// A name as SQL writes it, whatever it holds.
std::string quotedName(std::string_view name);

}  // namespace layers
