// SPDX-License-Identifier: Apache-2.0
// Fields as columns; plain tables as versions.
#include "layers/store/stored_table.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "geo/base/error.hpp"

namespace layers {
namespace {

constexpr std::string_view insertField =
    "INSERT INTO khoanh_field (table_name, position, name, type, column_name) VALUES (?, ?, ?, ?, ?)";
constexpr std::string_view selectFields =
    "SELECT name, type, column_name FROM khoanh_field WHERE table_name = ? ORDER BY position";
constexpr std::string_view hasTableNamed = "SELECT 1 FROM sqlite_master WHERE lower(name) = lower(?)";
constexpr std::string_view nextTableId = "SELECT coalesce(max(id), 0) + 1 FROM khoanh_table";
constexpr std::string_view insertTable =
    "INSERT INTO khoanh_table (id, project, name, table_name) VALUES (?, ?, ?, ?)";
// The current project and all its ancestors; what was undone is no ancestor.
constexpr std::string_view shownTables =
    "WITH RECURSIVE chain (id) AS ("
    " SELECT CAST(value AS INTEGER) FROM khoanh_meta WHERE key = 'project'"
    " UNION SELECT parent FROM khoanh_project JOIN chain USING (id) WHERE parent IS NOT NULL)"
    " SELECT name, table_name, max(khoanh_table.id) FROM khoanh_table JOIN chain ON khoanh_table.project = "
    "chain.id"
    " GROUP BY name ORDER BY name";

struct TypeFacts {
    FieldType type;
    std::string_view word;
    std::string_view sqlType;
};

constexpr std::array<TypeFacts, 3> typeTable{{{FieldType::Whole, "whole", "INTEGER"},
                                              {FieldType::Decimal, "decimal", "REAL"},
                                              {FieldType::Text, "text", "TEXT"}}};

const TypeFacts& factsOf(FieldType type) { return *std::ranges::find(typeTable, type, &TypeFacts::type); }

FieldType typeOfWord(std::string_view word) {
    const auto found = std::ranges::find(typeTable, word, &TypeFacts::word);
    return found == typeTable.end() ? FieldType::Text : found->type;
}

std::string lowerAscii(std::string text) {
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

/// SQLite's columns are told apart without regard to ASCII case, and some names are ours or SQLite's own.
std::vector<std::string> columnsFor(const Schema& schema) {
    std::set<std::string> taken{"fid", "geom", "source_row", "rowid", "oid", "_rowid_", "ogc_fid"};
    std::vector<std::string> columns;
    for (const Field& field : schema.fields()) {
        const std::string wish = field.name.empty() ? "field" : field.name;
        std::string column = wish;
        for (int suffix = 2; !taken.insert(lowerAscii(column)).second; ++suffix) {
            column = wish + "_" + std::to_string(suffix);
        }
        columns.push_back(column);
    }
    return columns;
}

std::string createStatement(const StoredTable& table, TableShape shape) {
    std::string sql = "CREATE TABLE " + quotedName(table.name) + " (fid INTEGER PRIMARY KEY";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        sql += ", " + quotedName(table.columns[i]) + " ";
        sql += factsOf(table.schema.fields()[i].type).sqlType;
    }
    if (shape == TableShape::WithGeometry) sql += ", source_row INTEGER, geom BLOB";
    return sql + ")";
}

std::string freeTableName(const StoreConnection& connection, std::string_view name, std::int64_t id) {
    // Prefixed, so that no name meets a table of SpatiaLite's or ours.
    std::string candidate = name.starts_with("pack_") ? std::string(name) : "table_" + std::string(name);
    Statement statement = connection.prepare(hasTableNamed);
    while (statement.bindAll(candidate).step()) {
        statement.reset();
        candidate += "_" + std::to_string(id);
    }
    return candidate;
}

void insertRows(const StoreConnection& connection, const StoredTable& stored, const Table& table) {
    if (stored.columns.empty()) return;
    Statement statement =
        connection.prepare("INSERT INTO " + quotedName(stored.name) + " (" + columnList(stored.columns) +
                           ") VALUES (" + placeholders(stored.columns.size()) + ")");
    const Value nothing;
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < stored.columns.size(); ++i) {
            statement.bindBorrowed(static_cast<int>(i + 1), i < row.size() ? row[i] : nothing);
        }
        statement.run();
    }
}

std::vector<Value> rowAt(const Statement& statement, std::size_t columns) {
    std::vector<Value> row(columns);
    for (std::size_t i = 0; i < columns; ++i) statement.read(static_cast<int>(i), row[i]);
    return row;
}

}  // namespace

StoredTable createTable(const StoreConnection& connection, std::string name, const Schema& schema,
                        TableShape shape) {
    StoredTable table{std::move(name), schema, columnsFor(schema)};
    connection.execute(createStatement(table, shape));
    Statement statement = connection.prepare(insertField);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Field& field = schema.fields()[i];
        const auto position = static_cast<std::int64_t>(i + 1);
        statement.bindAll(table.name, position, field.name, factsOf(field.type).word, table.columns[i]).run();
    }
    return table;
}

StoredTable readStoredTable(const StoreConnection& connection, std::string name) {
    StoredTable table{std::move(name), {}, {}};
    Statement statement = connection.prepare(selectFields);
    statement.bindAll(table.name);
    while (statement.step()) {
        table.schema.add({statement.text(0), typeOfWord(statement.textView(1))});
        table.columns.push_back(statement.text(2));
    }
    return table;
}

std::string columnList(const std::vector<std::string>& columns) {
    std::string list;
    for (const std::string& column : columns) list += (list.empty() ? "" : ", ") + quotedName(column);
    return list;
}

std::string placeholders(std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += i == 0 ? "?" : ", ?";
    return list;
}

void addPlainTable(const StoreConnection& connection, std::int64_t project, std::string_view name,
                   const Table& table) {
    const std::int64_t id = connection.number(nextTableId);
    const StoredTable stored =
        createTable(connection, freeTableName(connection, name, id), table.schema, TableShape::Plain);
    connection.prepare(insertTable).bindAll(id, project, name, stored.name).run();
    insertRows(connection, stored, table);
}

Table readPlainTable(const StoreConnection& connection, std::string_view name) {
    Statement shown = connection.prepare(shownTables);
    while (shown.step()) {
        if (shown.textView(0) != name) continue;
        const StoredTable stored = readStoredTable(connection, shown.text(1));
        Table table{stored.schema, {}};
        const std::string columns = stored.columns.empty() ? "NULL" : columnList(stored.columns);
        Statement rows =
            connection.prepare("SELECT " + columns + " FROM " + quotedName(stored.name) + " ORDER BY fid");
        while (rows.step()) table.rows.push_back(rowAt(rows, stored.columns.size()));
        return table;
    }
    throw geo::Error(geo::ErrorKind::NotFound, "store.table-missing", {{"table", std::string(name)}});
}

std::vector<std::string> plainTableNames(const StoreConnection& connection) {
    std::vector<std::string> names;
    Statement shown = connection.prepare(shownTables);
    while (shown.step()) names.push_back(shown.text(0));
    return names;
}

}  // namespace layers
