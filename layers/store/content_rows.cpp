// SPDX-License-Identifier: Apache-2.0
// Every row of our own tables and of the tables they name; nothing of SpatiaLite's, and no coverage, which is
// made of the rest and may come later.
#include "layers/store/content_rows.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

namespace layers {
namespace {

struct OwnTable {
    std::string_view name;
    std::string_view order;
};

constexpr std::array<OwnTable, 11> ownTables{{{"khoanh_meta", "key"},
                                              {"khoanh_project", "id"},
                                              {"khoanh_source", "id"},
                                              {"khoanh_layer", "id"},
                                              {"khoanh_table", "id"},
                                              {"khoanh_field", "table_name, position"},
                                              {"khoanh_run", "id"},
                                              {"khoanh_ledger", "run, side, position"},
                                              {"khoanh_finding", "id"},
                                              {"khoanh_finding_argument", "finding, position"},
                                              {"khoanh_observation", "id"}}};

constexpr std::string_view namedTables =
    "SELECT table_name FROM khoanh_layer UNION SELECT table_name FROM khoanh_table ORDER BY table_name";

// Parts a row's values; no text field holds it, since it is no letter.
constexpr char separator = '\x1f';

void appendHex(std::string& text, std::span<const std::byte> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (const std::byte byte : bytes) {
        text += digits[std::to_integer<std::size_t>(byte >> 4)];
        text += digits[std::to_integer<std::size_t>(byte & std::byte{15})];
    }
}

/// A letter for the type comes first, so that the text 1 differs from the number 1.
void appendValue(std::string& text, const Statement& row, int column) {
    switch (row.columnType(column)) {
        case SQLITE_INTEGER:
            text += 'i' + std::to_string(row.whole(column));
            break;
        case SQLITE_FLOAT:
            fmt::format_to(std::back_inserter(text), "d{}", row.decimal(column));
            break;
        case SQLITE_TEXT:
            text.append("t").append(row.textView(column));
            break;
        case SQLITE_BLOB:
            appendHex(text += 'b', row.blob(column));
            break;
        default:
            text += 'n';
            break;
    }
    text += separator;
}

void visitTable(const StoreConnection& connection, std::string_view name, std::string_view order,
                const std::function<void(std::string_view)>& visit) {
    Statement row = connection.prepare(fmt::format("SELECT * FROM {} ORDER BY {}", quotedName(name), order));
    std::string text = std::string(name) + separator;
    for (int column = 0; column < row.columnCount(); ++column) text += row.columnName(column) + separator;
    visit(text);
    while (row.step()) {
        text.clear();
        for (int column = 0; column < row.columnCount(); ++column) appendValue(text, row, column);
        visit(text);
    }
}

}  // namespace

void visitContentRows(const StoreConnection& connection, const std::function<void(std::string_view)>& visit) {
    for (const OwnTable& table : ownTables) visitTable(connection, table.name, table.order, visit);
    std::vector<std::string> names;
    Statement statement = connection.prepare(namedTables);
    while (statement.step()) names.push_back(statement.text(0));
    for (const std::string& name : names) visitTable(connection, name, "fid", visit);
}

}  // namespace layers
