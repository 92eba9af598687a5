// SPDX-License-Identifier: Apache-2.0
// Evidence of columns first, then row by row.
#include "layers/files/sheet_rows.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "layers/files/sheet_words.hpp"
#include "layers/text/number_text.hpp"

namespace layers {
namespace {

struct ColumnSorts {
    std::size_t numbers = 0;
    std::size_t words = 0;
};

/// "3", "(3)", "(3)=(1)+(2)", "B": what stands in a row that numbers the columns.
bool isColumnNumber(const SheetCell& cell) {
    if (cell.number) return *cell.number >= 1 && *cell.number < 100;
    const std::string text = singleBlanks(cell.text);
    const bool isLetter = text.size() == 1 && text[0] >= 'A' && text[0] <= 'H';
    return isLetter ||
           (text.size() <= 24 && text.find_first_not_of("()[]=+-*/:x 0123456789") == std::string::npos &&
            text.find_first_of("123456789") != std::string::npos);
}

bool isInBrackets(const SheetCell& cell) { return !cell.number && cell.text.find('(') != std::string::npos; }

class RowSorter {
  public:
    RowSorter(const SheetGrid& grid, const SheetHead& head)
        : m_rows(std::span(grid.rows).subspan(head.firstRow + head.rowCount)),
          m_merged(grid.merged),
          m_firstColumn(head.names.empty() ? 0 : head.names.begin()->first),
          m_width(head.names.size()) {
        for (const SheetRow& row : m_rows) {
            // Names of sections and signatures say nothing of what a column holds.
            if (m_width > 2 && !isWide(row)) continue;
            for (const SheetCell& cell : row.cells)
                ++(isNumberCell(cell) ? m_sorts[cell.column].numbers : m_sorts[cell.column].words);
        }
        m_usesMarks = usesMarks();
    }

    std::vector<SortedRow> sorted() const {
        std::vector<SortedRow> sorted(m_rows.size());
        if (m_width < 2) return sorted;
        const std::size_t end = endOfTable();
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            sorted[i] = i >= end ? SortedRow{LeftOut::Note} : sortOf(i);
            if (sorted[i].reason == LeftOut::Section) sorted[i].words = sectionWordsOf(m_rows[i]);
            if (i > 0 && !sorted[i].reason && isItemOfParts(sorted[i - 1], m_rows[i]))
                sorted[i] = {LeftOut::Total, {}, {}, true};
        }
        return sorted;
    }

  private:
    bool isWide(const SheetRow& row) const {
        return row.cells.size() > std::max<std::size_t>(1, m_width / 2);
    }

    bool isMostlyNumbers(std::size_t column) const {
        const auto found = m_sorts.find(column);
        return found != m_sorts.end() && found->second.numbers > found->second.words;
    }
    bool isMostlyWords(std::size_t column) const {
        const auto found = m_sorts.find(column);
        return found != m_sorts.end() && found->second.words > found->second.numbers;
    }

    static const SheetCell* firstWords(const SheetRow& row) {
        const auto found = std::ranges::find_if(
            row.cells, [](const SheetCell& cell) { return !isNumberCell(cell) && !isMarkAlone(cell); });
        return found == row.cells.end() ? nullptr : &*found;
    }
    static bool isMarkAlone(const SheetCell& cell) {
        const auto mark = cell.number ? std::nullopt : sectionMarkIn(cell.text);
        return mark && !mark->hasWords;
    }

    /// Roman numerals in every row are a column of their own; here and there they head sections.
    bool usesMarks() const {
        std::size_t marks = 0;
        for (const SheetRow& row : m_rows) {
            if (row.cells.front().column == m_firstColumn && isMarkAlone(row.cells.front())) ++marks;
        }
        const auto wide =
            std::ranges::count_if(m_rows, [&](const SheetRow& row) { return row.cells.size() > 1; });
        return marks > 0 && 2 * marks <= static_cast<std::size_t>(wide);
    }

    SortedRow sortOf(std::size_t i) const {
        const SheetRow& row = m_rows[i];
        if (i == 0 && numbersColumns(row)) return {LeftOut::Numbering};
        const SheetCell* const words = firstWords(row);
        if (words == nullptr) return {};
        if (words->column <= m_firstColumn + 2 && isPartsLabel(words->text))
            return {LeftOut::Total, {}, {}, true};
        if (words->column <= m_firstColumn + 2 && isTotalLabel(words->text)) return {LeftOut::Total};
        if (!isWide(row) && row.cells.size() == 1 && isNoteText(words->text)) return {LeftOut::Note};
        return sectionOf(row, *words);
    }

    SortedRow sectionOf(const SheetRow& row, const SheetCell& words) const {
        const SheetCell& first = row.cells.front();
        if (m_usesMarks && first.column == m_firstColumn && isMarkAlone(first) && row.cells.size() > 1)
            return {LeftOut::Section, sectionMarkIn(first.text)->mark};
        if (row.cells.size() > 1) return {};
        const auto mark = sectionMarkIn(words.text);
        if (mark && mark->hasWords && m_width > 2) return {LeftOut::Section, mark->mark};
        const bool isOdd = isMostlyNumbers(words.column) && m_width > 2;
        if (isOdd || isMergedWide(row, words)) return {LeftOut::Section};
        return {};
    }

    static std::string sectionWordsOf(const SheetRow& row) {
        const SheetCell* const words = firstWords(row);
        return words == nullptr ? std::string() : withoutMark(words->text);
    }

    bool isMergedWide(const SheetRow& row, const SheetCell& cell) const {
        return std::ranges::any_of(m_merged, [&](const MergedCells& merged) {
            return merged.firstRow == row.number && merged.firstColumn == cell.column &&
                   2 * (merged.lastColumn - merged.firstColumn + 1) > m_width;
        });
    }

    /// Beyond the look of its cells it must stand out from the columns: brackets, or a number where words
    /// are.
    bool numbersColumns(const SheetRow& row) const {
        if (row.cells.size() < 2 || !std::ranges::all_of(row.cells, isColumnNumber)) return false;
        const auto brackets = std::ranges::count_if(row.cells, isInBrackets);
        const bool standsOut = std::ranges::any_of(row.cells, [&](const SheetCell& cell) {
            return isNumberCell(cell) ? isMostlyWords(cell.column) : isMostlyNumbers(cell.column);
        });
        return 2 * row.cells.size() >= m_width && (brackets > 1 || (standsOut && ascends(row)));
    }

    static bool ascends(const SheetRow& row) {
        double last = 0;
        for (const SheetCell& cell : row.cells) {
            if (!isNumberCell(cell)) continue;
            const double number =
                cell.number.value_or(parseNumber(cell.text, DecimalMark::Point).value_or(0));
            if (number != last + 1) return false;
            last = number;
        }
        return last > 0;
    }

    static bool isItemOfParts(const SortedRow& before, const SheetRow& row) {
        if (!before.isPartOfTotal) return false;
        const SheetCell* const words = firstWords(row);
        return words != nullptr && words->text.find_first_of("-+*") == words->text.find_first_not_of(" \t");
    }

    /// Notes and signatures begin after the last wide row; after a sum, whatever is narrow.
    std::size_t endOfTable() const {
        std::size_t end = m_rows.size();
        while (end > 0 && !isWide(m_rows[end - 1])) --end;
        if (end == 0) return m_rows.size();
        const SheetCell* const last = firstWords(m_rows[end - 1]);
        if (last != nullptr && isTotalLabel(last->text)) return skipParts(end);
        while (end < m_rows.size() && !isNote(m_rows[end])) ++end;
        return end;
    }
    std::size_t skipParts(std::size_t end) const {
        while (end < m_rows.size() && !isNote(m_rows[end]) && m_rows[end].cells.size() > 1) ++end;
        return end;
    }
    static bool isNote(const SheetRow& row) {
        return std::ranges::any_of(
            row.cells, [](const SheetCell& cell) { return !cell.number && isNoteText(cell.text); });
    }

    std::span<const SheetRow> m_rows;
    std::span<const MergedCells> m_merged;
    std::size_t m_firstColumn;
    std::size_t m_width;
    std::map<std::size_t, ColumnSorts> m_sorts;
    bool m_usesMarks = false;
};

}  // namespace

std::vector<SortedRow> sortedRowsUnder(const SheetGrid& grid, const SheetHead& head) {
    return RowSorter(grid, head).sorted();
}

}  // namespace layers
