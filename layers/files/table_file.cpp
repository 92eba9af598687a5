// SPDX-License-Identifier: Apache-2.0
// CSV to a table and back; spreadsheets stand in xlsx.cpp and xlsx_reader.cpp.
#include "layers/files/table_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "geo/base/error.hpp"
#include "layers/files/aside.hpp"
#include "layers/files/csv.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/xlsx.hpp"
#include "layers/files/xlsx_reader.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void failFormat(const fs::path& path, const char* formats) {
    throw geo::Error(geo::ErrorKind::Refused, "file.format-not-allowed",
                     {{"path", path.string()}, {"formats", formats}});
}

void requireFile(const fs::path& path) {
    if (fs::is_regular_file(path)) return;
    throw geo::Error(geo::ErrorKind::NotFound, "file.missing", {{"path", path.string()}});
}

std::string readWhole(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream whole;
    whole << file.rdbuf();
    if (!file) {
        const bool isEmpty = fs::file_size(path) == 0;
        if (!isEmpty) {
            throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                             {{"path", path.string()}, {"reason", std::strerror(errno)}});
        }
    }
    return std::move(whole).str();
}

Encoding settledEncoding(const fs::path& path, const std::string& bytes, Encoding wanted) {
    if (wanted != Encoding::Auto) return wanted;
    const std::array<std::string, 1> sample{bytes};
    const Encoding found = detectEncoding(sample);
    if (found != Encoding::Auto) return found;
    throw geo::Error(geo::ErrorKind::BadData, "text.undecided", {{"path", path.string()}});
}

std::string decodedTable(const fs::path& path, Encoding encoding) {
    std::string bytes = readWhole(path);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    if (bytes.find('\0') != std::string::npos) {
        throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                         {{"path", path.string()}, {"reason", "NUL"}});
    }
    return geo::inContext({"file.reading", {{"path", path.string()}}},
                          [&] { return decode(bytes, settledEncoding(path, bytes, encoding)); });
}

/// Blank cells beyond the head are nothing; others would have no name.
void fitToHead(const fs::path& path, std::int64_t line, std::size_t width, std::vector<std::string>& cells) {
    while (cells.size() > width && cells.back().empty()) cells.pop_back();
    if (cells.size() > width) {
        throw geo::Error(geo::ErrorKind::BadData, "file.row-too-long",
                         {{"path", path.string()},
                          {"row", line},
                          {"found", static_cast<std::int64_t>(cells.size())},
                          {"expected", static_cast<std::int64_t>(width)}});
    }
    cells.resize(width);
}

std::vector<Value> valuesOf(std::vector<std::string>&& cells) {
    std::vector<Value> values;
    for (std::string& cell : cells) values.push_back(cell.empty() ? Value{} : Value{std::move(cell)});
    return values;
}

std::string csvTextOf(const Table& table) {
    std::string text;
    std::vector<std::string> cells;
    for (const Field& field : table.schema.fields()) cells.push_back(field.name);
    appendCsvRow(text, cells);
    for (const auto& row : table.rows) {
        cells.clear();
        for (const Value& value : row) cells.push_back(textIn(value));
        cells.resize(table.schema.size());
        appendCsvRow(text, cells);
    }
    return text;
}

void writeCsv(const fs::path& path, const Table& table) {
    std::ofstream file(path, std::ios::binary);
    file << csvTextOf(table);
    file.close();
    if (file) return;
    throw geo::Error(geo::ErrorKind::Internal, "file.write-failed",
                     {{"path", path.filename().string()}, {"reason", std::strerror(errno)}});
}

Table readCsvTable(const fs::path& path, Encoding encoding) {
    const std::string text = decodedTable(path, encoding);
    Table table;
    readCsv(text, csvSeparatorOf(text), [&](std::int64_t line, std::vector<std::string> cells) {
        if (table.schema.size() == 0) {
            for (std::string& cell : cells) table.schema.add({std::move(cell), FieldType::Text});
            return;
        }
        fitToHead(path, line, table.schema.size(), cells);
        table.rows.push_back(valuesOf(std::move(cells)));
    });
    return table;
}

}  // namespace

Table readTable(const fs::path& path, Encoding encoding) {
    requireLocalPath(path);
    const auto format = formatOf(path);
    if (format != Format::Csv && format != Format::Xlsx) failFormat(path, ".csv .xlsx");
    requireFile(path);
    return format == Format::Csv ? readCsvTable(path, encoding) : readXlsx(path, encoding);
}

void writeTable(const fs::path& target, const Table& table, const TableText& text,
                const WriteOptions& options) {
    requireLocalPath(target);
    const auto format = formatOf(target);
    if (format != Format::Csv && format != Format::Xlsx) failFormat(target, ".csv .xlsx");
    writeFileAside(target, [&](const fs::path& aside) {
        if (format == Format::Csv) return writeCsv(aside, table);
        writeXlsx(aside, table, text, options);
    });
}

}  // namespace layers
