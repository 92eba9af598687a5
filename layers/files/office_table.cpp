// SPDX-License-Identifier: Apache-2.0
// Head, rows, and the sums with what they sum.
#include "layers/files/office_table.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <span>

#include "geo/base/error.hpp"
#include "layers/files/sheet_head.hpp"
#include "layers/files/sheet_rows.hpp"
#include "layers/files/sheet_words.hpp"
#include "layers/text/number_text.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

std::string wordsOf(const SheetRow& row) {
    std::string words;
    for (const SheetCell& cell : row.cells) {
        const std::string text =
            cell.number ? unmistakableText(*cell.number, DecimalMark::Point) : singleBlanks(cell.text);
        words += (words.empty() ? "" : " | ") + text;
    }
    return words;
}

/// The mark in which columns of numbers are typed where they are typed as text.
DecimalMark typedMarkOf(std::span<const SheetRow* const> rows) {
    struct Column {
        std::vector<std::string> typed;
        std::size_t numbers = 0;
        std::size_t others = 0;
    };
    std::map<std::size_t, Column> columns;
    for (const SheetRow* const row : rows) {
        for (const SheetCell& cell : row->cells) {
            Column& column = columns[cell.column];
            const bool isTyped = !cell.number && isNumberCell(cell);
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

/// A letter's section holds those of numerals; a numeral that follows its letter ("H", "I") is a letter.
class SectionRank {
  public:
    int rankOf(const std::string& mark) {
        const bool isOneLetter = mark.size() == 1;
        const bool follows = isOneLetter && mark[0] == m_lastLetter + 1;
        const bool isRoman = mark.find_first_not_of("IVX") == std::string::npos;
        if (!isOneLetter || (isRoman && !follows)) return 1;
        m_lastLetter = mark[0];
        return 0;
    }

  private:
    char m_lastLetter = 0;
};

class TableMaker {
  public:
    TableMaker(const SheetGrid& grid, const fs::path& path)
        : m_path(path),
          m_head(headOf(grid)),
          m_sorts(sortedRowsUnder(grid, m_head)),
          m_body(std::span(grid.rows).subspan(m_head.firstRow + m_head.rowCount)),
          m_hiddenColumns(grid.hiddenColumns) {
        noteTitle(grid);
        std::vector<const SheetRow*> read;
        for (std::size_t i = 0; i < m_body.size(); ++i) {
            const bool isRead = !m_sorts[i].reason || *m_sorts[i].reason == LeftOut::Total;
            if (isRead) read.push_back(&m_body[i]);
            if (!m_sorts[i].reason) addColumns(m_body[i]);
        }
        m_mark = typedMarkOf(read);
        nameColumns();
    }

    OfficeTable table() && {
        countData();
        for (std::size_t i = 0; i < m_body.size(); ++i) {
            if (m_sorts[i].reason) {
                leaveOut(i);
            } else {
                addRow(m_body[i]);
            }
        }
        closeSections(0);
        addSections();
        return std::move(m_made);
    }

  private:
    struct OpenSection {
        int rank;
        std::size_t firstRow;
        std::size_t total;
        std::string words;
    };

    void noteTitle(const SheetGrid& grid) {
        m_made.notes.sheet = grid.name;
        for (const SheetRow& row : std::span(grid.rows).first(m_head.firstRow)) note(row, LeftOut::Title);
    }

    void addColumns(const SheetRow& row) {
        for (const SheetCell& cell : row.cells) m_columns[cell.column] = 0;
    }

    void nameColumns() {
        for (const auto& [column, name] : m_head.names) m_columns[column] = 0;
        std::size_t next = 0;
        for (auto& [sheetColumn, column] : m_columns) {
            column = next++;
            const auto name = m_head.names.find(sheetColumn);
            m_made.table.schema.add({name == m_head.names.end() ? "" : name->second, FieldType::Text});
        }
        for (const std::size_t hidden : m_hiddenColumns) {
            const auto column = m_columns.find(hidden);
            if (column == m_columns.end()) continue;
            m_made.notes.hiddenColumns.push_back(m_made.table.schema.fields()[column->second].name);
        }
    }

    void note(const SheetRow& row, LeftOut reason) {
        m_made.notes.leftOut.push_back({row.number, reason, wordsOf(row)});
    }

    std::vector<Value> valuesOf(const SheetRow& row) const {
        std::vector<Value> values(m_columns.size());
        for (const SheetCell& cell : row.cells) {
            const auto column = m_columns.find(cell.column);
            if (column == m_columns.end()) continue;
            values[column->second] = textOf(cell);
        }
        return values;
    }

    std::string textOf(const SheetCell& cell) const {
        if (!cell.number) return cell.text;
        return unmistakableText(*cell.number, m_mark) + (cell.isPercent ? "%" : "");
    }

    void addRow(const SheetRow& row) {
        requireUnderHead(row);
        m_made.table.rows.push_back(valuesOf(row));
        m_made.rowNumbers.push_back(row.number);
        m_sections.push_back(sectionHere());
        if (row.isHidden) m_made.notes.hiddenRows.push_back(row.number);
    }

    void leaveOut(std::size_t i) {
        const SheetRow& row = m_body[i];
        const SortedRow& sort = m_sorts[i];
        note(row, *sort.reason);
        if (row.isHidden) m_made.notes.hiddenRows.push_back(row.number);
        if (*sort.reason == LeftOut::Section) openSection(row, sort);
        if (*sort.reason == LeftOut::Total && !sort.isPartOfTotal) addTotal(i);
    }

    std::string sectionHere() const {
        std::string words;
        for (auto section = m_open.rbegin(); section != m_open.rend(); ++section)
            if (!section->words.empty()) words += (words.empty() ? "" : " | ") + section->words;
        return words;
    }

    void addSections() {
        const auto isEmpty = [](const std::string& words) { return words.empty(); };
        if (std::ranges::all_of(m_sections, isEmpty)) return;
        m_made.table.schema.add({"section", FieldType::Text});
        for (std::size_t i = 0; i < m_sections.size(); ++i)
            m_made.table.rows[i].push_back(m_sections[i].empty() ? Value() : Value(m_sections[i]));
    }

    void openSection(const SheetRow& row, const SortedRow& sort) {
        const int rank = m_ranks.rankOf(sort.mark);
        closeSections(rank);
        m_boundary = m_made.table.rows.size();
        m_made.notes.totals.push_back({row.number, valuesOf(row), {}});
        m_open.push_back({rank, m_boundary, m_made.notes.totals.size() - 1, sort.words});
    }

    void closeSections(int rank) {
        while (!m_open.empty() && m_open.back().rank >= rank) {
            m_made.notes.totals[m_open.back().total].parts = rowsFrom(m_open.back().firstRow);
            m_open.pop_back();
        }
    }

    std::vector<std::size_t> rowsFrom(std::size_t first) const {
        std::vector<std::size_t> rows(m_made.table.rows.size() - first);
        std::iota(rows.begin(), rows.end(), first);
        return rows;
    }

    void countData() {
        m_dataFrom.assign(m_body.size() + 1, 0);
        for (std::size_t i = m_body.size(); i-- > 0;)
            m_dataFrom[i] = m_dataFrom[i + 1] + (m_sorts[i].reason ? 0 : 1);
    }

    void addTotal(std::size_t i) {
        const std::size_t before = m_made.table.rows.size();
        const std::size_t after = m_dataFrom[i];
        SheetTotal total{m_body[i].number, valuesOf(m_body[i]), {}};
        const bool sumsAbove = before > m_boundary && (after > 0 || isShort(m_body[i]));
        if (sumsAbove) total.parts = rowsFrom(m_boundary);
        if (!sumsAbove && (before == 0 || after == 0)) {
            total.parts.resize(before + after);
            std::iota(total.parts.begin(), total.parts.end(), std::size_t{0});
        }
        m_boundary = before;
        m_made.notes.totals.push_back(std::move(total));
    }

    /// "Cộng" sums what stands over it; "Tổng cộng" at the end sums all.
    static bool isShort(const SheetRow& row) {
        return std::ranges::any_of(row.cells, [](const SheetCell& cell) {
            return !cell.number && (cell.text.starts_with("Cộng") || cell.text.starts_with("CỘNG"));
        });
    }

    void requireUnderHead(const SheetRow& row) const {
        const std::size_t last = m_head.names.rbegin()->first;
        if (row.cells.back().column <= last) return;
        throw geo::Error(geo::ErrorKind::BadData, "file.row-too-long",
                         {{"path", m_path.string()},
                          {"row", row.number},
                          {"found", static_cast<std::int64_t>(m_columns.at(row.cells.back().column) + 1)},
                          {"expected", static_cast<std::int64_t>(m_columns.at(last) + 1)}});
    }

    const fs::path& m_path;
    SheetHead m_head;
    std::vector<SortedRow> m_sorts;
    std::span<const SheetRow> m_body;
    const std::vector<std::size_t>& m_hiddenColumns;
    /// How many rows of the table stand from a row on.
    std::vector<std::size_t> m_dataFrom;
    /// Of each row of the table.
    std::vector<std::string> m_sections;
    std::map<std::size_t, std::size_t> m_columns;
    DecimalMark m_mark = DecimalMark::Point;
    OfficeTable m_made;
    SectionRank m_ranks;
    std::vector<OpenSection> m_open;
    /// The first row of the table since the last section or sum.
    std::size_t m_boundary = 0;
};

}  // namespace

std::string wordOf(LeftOut reason) {
    switch (reason) {
        case LeftOut::Title:
            return "title";
        case LeftOut::Numbering:
            return "numbering";
        case LeftOut::Section:
            return "section";
        case LeftOut::Total:
            return "total";
        case LeftOut::Note:
            return "note";
    }
    return {};
}

OfficeTable officeTableIn(const SheetGrid& grid, const fs::path& path) {
    if (grid.rows.empty()) return {{}, {}, {grid.name, {}, {}, {}, {}, {}}};
    return TableMaker(grid, path).table();
}

}  // namespace layers
