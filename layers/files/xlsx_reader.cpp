// SPDX-License-Identifier: Apache-2.0
// Workbook, sheet, cells, head, rows (ECMA-376 part 1, 18).
#include "layers/files/xlsx_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <ranges>

#include "geo/base/error.hpp"
#include "layers/files/xlsx_parts.hpp"
#include "layers/files/xlsx_sheet.hpp"
#include "layers/files/xlsx_styles.hpp"
#include "layers/files/xml_text.hpp"
#include "layers/text/number_text.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;
// A head stands under a few lines of title, not under hundreds of rows.
constexpr std::size_t rowsOfTitle = 20;

/// What one part says of others: by the relation's id, and by the end of its type.
struct Relations {
    std::map<std::string, std::string> byId;
    std::map<std::string, std::string> byType;
};

/// `worksheets/sheet1.xml` seen from `xl/workbook.xml` is `xl/worksheets/sheet1.xml`; `/xl/…` begins at the
/// root.
std::string resolvedTarget(const std::string& folder, const std::string& target) {
    const fs::path whole = target.starts_with('/') ? fs::path(target.substr(1)) : fs::path(folder) / target;
    return whole.lexically_normal().string();
}

Relations relationsOf(const XlsxParts& parts, const fs::path& part) {
    const std::string folder = part.parent_path().string();
    const std::string file = (part.parent_path() / "_rels" / (part.filename().string() + ".rels")).string();
    const std::string document = parts.require(file);
    Relations relations;
    XmlScanner xml(document);
    for (XmlEvent event = xml.next(); event != XmlEvent::End; event = xml.next()) {
        if (event != XmlEvent::Open || xml.name() != "Relationship") continue;
        const std::string target = resolvedTarget(folder, xml.attribute("Target"));
        const std::string type = xml.attribute("Type");
        relations.byId[xml.attribute("Id")] = target;
        relations.byType.emplace(type.substr(type.rfind('/') + 1), target);
    }
    return relations;
}

struct Workbook {
    std::string sheetRelation;
    DayCount dayCount = DayCount::From1900;
};

/// The first sheet that is not hidden; the first of all when they all are.
Workbook workbookIn(const std::string& document) {
    Workbook workbook;
    bool isChosen = false;
    XmlScanner xml(document);
    for (XmlEvent event = xml.next(); event != XmlEvent::End; event = xml.next()) {
        if (event != XmlEvent::Open) continue;
        if (xml.name() == "workbookPr") {
            const std::string since1904 = xml.attribute("date1904");
            if (since1904 == "1" || since1904 == "true") workbook.dayCount = DayCount::From1904;
        }
        if (xml.name() != "sheet" || isChosen) continue;
        const std::string state = xml.attribute("state");
        isChosen = state.empty() || state == "visible";
        if (isChosen || workbook.sheetRelation.empty()) workbook.sheetRelation = xml.attribute("id");
    }
    return workbook;
}

std::string optionalPart(const XlsxParts& parts, const Relations& relations, const char* type) {
    const auto found = relations.byType.find(type);
    return found == relations.byType.end() ? std::string{} : parts.find(found->second).value_or("");
}

std::vector<SheetRow> rowsIn(const XlsxParts& parts) {
    const Relations root = relationsOf(parts, "");
    const auto book = root.byType.find("officeDocument");
    if (book == root.byType.end()) parts.fail("officeDocument?");
    const Relations relations = relationsOf(parts, book->second);
    const Workbook workbook = workbookIn(parts.require(book->second));
    const auto sheet = relations.byId.find(workbook.sheetRelation);
    if (sheet == relations.byId.end()) parts.fail("sheet?");
    const SheetWords words{sharedStringsOf(optionalPart(parts, relations, "sharedStrings")),
                           numberSortsOf(optionalPart(parts, relations, "styles")), workbook.dayCount};
    return sheetRowsIn(parts.require(sheet->second), words);
}

std::vector<std::string> textsIn(const std::vector<SheetRow>& rows) {
    std::vector<std::string> texts;
    for (const SheetRow& row : rows) {
        for (const SheetCell& cell : row.cells) {
            if (!cell.number) texts.push_back(decode(cell.text, Encoding::Utf8));
        }
    }
    return texts;
}

void settleTexts(std::vector<SheetRow>& rows, FileText& text) {
    for (SheetRow& row : rows) {
        for (SheetCell& cell : row.cells) {
            if (!cell.number) cell.text = text.settled(cell.text, text.column(std::to_string(cell.column)));
        }
        std::erase_if(row.cells, [](const SheetCell& cell) { return !cell.number && cell.text.empty(); });
    }
    std::erase_if(rows, [](const SheetRow& row) { return row.cells.empty(); });
}

/// The first row, unless it is a title: one cell alone, with wider rows soon below.
std::size_t headRowOf(const std::vector<SheetRow>& rows) {
    const auto wide = std::ranges::find_if(rows | std::views::take(rowsOfTitle),
                                           [](const SheetRow& row) { return row.cells.size() > 1; });
    const auto index = static_cast<std::size_t>(wide - rows.begin());
    return index < std::min(rowsOfTitle, rows.size()) ? index : 0;
}

bool isNumberText(const std::string& text) {
    return parseNumber(text, DecimalMark::Point).has_value() ||
           parseNumber(text, DecimalMark::Comma).has_value();
}

/// The mark in which the sheet's columns of numbers are typed where they are typed as text.
DecimalMark typedMarkOf(std::span<const SheetRow> rows) {
    struct Column {
        std::vector<std::string> typed;
        std::size_t numbers = 0;
        std::size_t others = 0;
    };
    std::map<std::size_t, Column> columns;
    for (const SheetRow& row : rows) {
        for (const SheetCell& cell : row.cells) {
            Column& column = columns[cell.column];
            const bool isTyped = !cell.number && isNumberText(cell.text);
            if (isTyped) column.typed.push_back(cell.text);
            ++(isTyped || cell.number ? column.numbers : column.others);
        }
    }
    std::vector<std::string> typed;
    for (auto& [index, column] : columns) {
        if (column.numbers >= column.others) std::ranges::move(column.typed, std::back_inserter(typed));
    }
    return decimalMarkOf(typed).mark.value_or(DecimalMark::Point);
}

/// Sheet columns in which anything stands, to columns of the table.
std::map<std::size_t, std::size_t> columnsOf(std::span<const SheetRow> rows) {
    std::map<std::size_t, std::size_t> columns;
    for (const SheetRow& row : rows) {
        for (const SheetCell& cell : row.cells) columns[cell.column] = 0;
    }
    std::size_t next = 0;
    for (auto& [sheetColumn, column] : columns) column = next++;
    return columns;
}

class TableMaker {
  public:
    TableMaker(const fs::path& path, std::span<const SheetRow> rows)
        : m_path(path), m_rows(rows), m_columns(columnsOf(rows)), m_mark(typedMarkOf(rows.subspan(1))) {}

    Table table() const {
        Table table;
        for (const Value& name : valuesOf(m_rows.front())) table.schema.add({textIn(name), FieldType::Text});
        for (const SheetRow& row : m_rows.subspan(1)) {
            requireUnderHead(row);
            table.rows.push_back(valuesOf(row));
        }
        return table;
    }

  private:
    std::vector<Value> valuesOf(const SheetRow& row) const {
        std::vector<Value> values(m_columns.size());
        for (const SheetCell& cell : row.cells) {
            values[m_columns.at(cell.column)] =
                cell.number ? unmistakableText(*cell.number, m_mark) : cell.text;
        }
        return values;
    }

    void requireUnderHead(const SheetRow& row) const {
        const std::size_t last = m_rows.front().cells.back().column;
        if (row.cells.back().column <= last) return;
        throw geo::Error(geo::ErrorKind::BadData, "file.row-too-long",
                         {{"path", m_path.string()},
                          {"row", row.number},
                          {"found", static_cast<std::int64_t>(m_columns.at(row.cells.back().column) + 1)},
                          {"expected", static_cast<std::int64_t>(m_columns.at(last) + 1)}});
    }

    const fs::path& m_path;
    std::span<const SheetRow> m_rows;
    std::map<std::size_t, std::size_t> m_columns;
    DecimalMark m_mark;
};

}  // namespace

Table readXlsx(const fs::path& path, Encoding encoding, FileText& text) {
    const XlsxParts parts(path);
    std::vector<SheetRow> rows = rowsIn(parts);
    geo::inContext({"file.reading", {{"path", path.string()}}}, [&] {
        text = textInUtf8({path, encoding, {}}, textsIn(rows));
        settleTexts(rows, text);
    });
    if (rows.empty()) return {};
    return TableMaker(path, std::span(rows).subspan(headRowOf(rows))).table();
}

}  // namespace layers
