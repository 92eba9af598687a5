// SPDX-License-Identifier: Apache-2.0
// Codes into words, cell by cell.
#include "app/jobs/table_words.hpp"

#include <algorithm>
#include <optional>

namespace app {
namespace {

std::optional<layers::FieldType> typeOf(const decltype(Cell::value)& value) {
    if (std::holds_alternative<std::string>(value)) return layers::FieldType::Text;
    if (std::holds_alternative<double>(value)) return layers::FieldType::Decimal;
    const bool isWhole = std::holds_alternative<std::int64_t>(value) || std::holds_alternative<bool>(value);
    return isWhole ? std::optional(layers::FieldType::Whole) : std::nullopt;
}

layers::Value valueOf(const decltype(Cell::value)& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
    if (const auto* number = std::get_if<double>(&cell)) return *number;
    if (const auto* isTrue = std::get_if<bool>(&cell)) return std::int64_t{*isTrue ? 1 : 0};
    return {};
}

layers::FieldType columnType(const std::vector<Row>& rows, std::size_t column) {
    for (const Row& row : rows) {
        if (const auto type = typeOf(row[column].value)) return *type;
    }
    return layers::FieldType::Text;
}

std::string wordFor(const std::string& code, const std::string& prefix, const Catalogue& words) {
    const std::string id = "word." + prefix + code;
    return words.knows(id) ? words.sentence(id) : code;
}

}  // namespace

layers::Table tableOfRows(const std::vector<Row>& rows) {
    layers::Table table;
    if (rows.empty()) return table;
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
        table.schema.add({rows.front()[column].name, columnType(rows, column)});
    }
    for (const Row& row : rows) {
        auto& values = table.rows.emplace_back();
        for (const Cell& cell : row) values.push_back(valueOf(cell.value));
    }
    return table;
}

void putColumnIntoWords(layers::Table& table, std::string_view column, const std::string& prefix,
                        const Catalogue& words) {
    const auto index = table.schema.indexOf(column);
    if (!index) return;
    for (auto& row : table.rows) {
        if (!layers::isMissing(row[*index])) {
            row[*index] = wordFor(layers::textIn(row[*index]), prefix, words);
        }
    }
}

std::string wordsForList(std::string_view codes, const std::string& prefix, const Catalogue& words) {
    std::string list;
    while (!codes.empty()) {
        const std::size_t end = std::min(codes.find(", "), codes.size());
        list += (list.empty() ? "" : ", ") + wordFor(std::string(codes.substr(0, end)), prefix, words);
        codes.remove_prefix(std::min(end + 2, codes.size()));
    }
    return list;
}

std::vector<std::string> columnTitles(const layers::Schema& schema, const std::string& subject,
                                      const Catalogue& words) {
    std::vector<std::string> titles;
    for (const layers::Field& field : schema.fields()) {
        const std::string own = "column." + subject + '-' + field.name;
        titles.push_back(words.sentence(words.knows(own) ? own : "column." + field.name));
    }
    return titles;
}

}  // namespace app
