// SPDX-License-Identifier: Apache-2.0
// How fields become columns of a table, and back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layers/model/schema.hpp"
#include "layers/model/table.hpp"
#include "layers/store/store_connection.hpp"

namespace layers {

enum class TableShape { Plain, WithGeometry };

/// A table in the file: its fields and the columns that hold them (a field named `geom` or `fid` gets another
/// column).
struct StoredTable {
    std::string name;
    Schema schema;
    std::vector<std::string> columns;
};

/// Makes an empty table and keeps its fields. Shapes stand last, so that reading values passes over no shape.
StoredTable createTable(const StoreConnection& connection, std::string name, const Schema& schema,
                        TableShape shape);

StoredTable readStoredTable(const StoreConnection& connection, std::string name);

/// `"a", "b"`.
std::string columnList(const std::vector<std::string>& columns);

/// `?, ?, ?`.
std::string placeholders(std::size_t count);

/// Plain tables are versions too: of one name, the newest version within the current project and its
/// ancestors counts.
void addPlainTable(const StoreConnection& connection, std::int64_t project, std::string_view name,
                   const Table& table);
/// Errors: NotFound `store.table-missing` (table).
Table readPlainTable(const StoreConnection& connection, std::string_view name);
std::vector<std::string> plainTableNames(const StoreConnection& connection);

}  // namespace layers
