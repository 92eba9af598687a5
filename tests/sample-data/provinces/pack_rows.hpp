// SPDX-License-Identifier: Apache-2.0
// The pack's tables as plain text rows, read without any room of the product.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace packTest {

using Row = std::map<std::string, std::string>;
using Cells = std::vector<std::string>;

inline std::filesystem::path folder() {
    return std::filesystem::path(KHOANH_SOURCE_DIR) / "sample-data" / "provinces" / "12";
}

inline std::string textOf(const std::string& fileName) {
    std::ifstream file(folder() / fileName, std::ios::binary);
    if (!file) throw std::runtime_error("missing: " + fileName);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<Cells> cellsOf(const std::string& text) {
    std::vector<Cells> lines(1, Cells(1));
    bool quoted = false;
    for (const char letter : text) {
        std::string& cell = lines.back().back();
        if (letter == '"') {
            if (!quoted && !cell.empty()) cell += '"';  // a doubled quote opens again at once
            quoted = !quoted;
        } else if (letter == ',' && !quoted) {
            lines.back().emplace_back();
        } else if (letter == '\n' && !quoted) {
            lines.emplace_back(1);
        } else {
            cell += letter;
        }
    }
    lines.pop_back();  // every file ends with a line feed
    return lines;
}

inline std::vector<Row> rowsOf(const std::string& table) {
    const std::vector<Cells> lines = cellsOf(textOf(table + ".csv"));
    std::vector<Row> rows;
    for (std::size_t line = 1; line < lines.size(); ++line) {
        if (lines[line].size() != lines[0].size()) throw std::runtime_error("ragged line in " + table);
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < lines[0].size(); ++i) row[lines[0][i]] = lines[line][i];
    }
    return rows;
}

inline std::vector<Row> rowsWhere(const std::string& table, const std::string& column,
                                  const std::string& value) {
    std::vector<Row> rows = rowsOf(table);
    std::erase_if(rows, [&](const Row& row) { return row.at(column) != value; });
    return rows;
}

inline std::vector<Row> presentCommunes() {
    std::vector<Row> rows = rowsWhere("units", "level", "commune");
    std::erase_if(rows, [](const Row& row) { return !row.at("valid_to").empty(); });
    return rows;
}

inline std::vector<Row> formerCommunes() {
    std::vector<Row> rows = rowsWhere("units", "level", "commune");
    std::erase_if(rows, [](const Row& row) { return row.at("valid_to").empty(); });
    return rows;
}

}  // namespace packTest
