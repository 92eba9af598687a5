// SPDX-License-Identifier: Apache-2.0
// CSV out of a table; the rest stands in csv_table.cpp, xlsx.cpp and xlsx_reader.cpp.
#include "layers/files/table_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "geo/base/error.hpp"
#include "layers/files/aside.hpp"
#include "layers/files/csv.hpp"
#include "layers/files/csv_table.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/ods_reader.hpp"
#include "layers/files/ogr_sheets.hpp"
#include "layers/files/xls_marks.hpp"
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

std::vector<SheetGrid> sheetsOf(const fs::path& path, Format format) {
    if (format == Format::Xlsx) return readXlsxSheets(path);
    if (format == Format::Ods) return readOdsSheets(path);
    auto sheets = readOgrSheets(path, format);
    markXlsSheets(path, sheets);
    return sheets;
}

}  // namespace

Table readTable(const fs::path& path, Encoding encoding) {
    FileText text;
    return readOfficeTable(path, {encoding}, text).table;
}

OfficeTable readOfficeTable(const fs::path& path, const SheetQuestion& question, FileText& text) {
    requireLocalPath(path);
    const auto format = formatOf(path);
    if (!format || !isTable(*format)) failFormat(path, ".csv .tsv .xlsx .xls .ods");
    requireFile(path);
    if (format == Format::Csv) return {readCsvTable(path, question.encoding, text), {}, {}};
    return tableOfBook(sheetsOf(path, *format), path, question, text);
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

void writeTables(const fs::path& target, const std::vector<TableSheet>& sheets, const WriteOptions& options) {
    requireLocalPath(target);
    if (formatOf(target) != Format::Xlsx) failFormat(target, ".xlsx");
    writeFileAside(target, [&](const fs::path& aside) { writeXlsx(aside, sheets, options); });
}

}  // namespace layers
