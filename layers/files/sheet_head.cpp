// SPDX-License-Identifier: Apache-2.0
// Level by level: what stands over which columns.
#include "layers/files/sheet_head.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <vector>

#include "layers/files/sheet_words.hpp"
#include "layers/text/number_text.hpp"

namespace layers {
namespace {

// A head stands under a few lines of title, not under hundreds of rows.
constexpr std::size_t rowsOfTitle = 20;
constexpr std::size_t mostLevels = 4;

struct Span {
    std::size_t last = 0;
    std::string text;
};
/// By first column.
using Level = std::map<std::size_t, Span>;

std::string textOf(const SheetCell& cell) {
    return cell.number ? unmistakableText(*cell.number, DecimalMark::Point) : cell.text;
}

std::size_t mergedEnd(const SheetGrid& grid, const SheetRow& row, std::size_t column) {
    for (const MergedCells& merged : grid.merged) {
        if (merged.firstRow == row.number && merged.firstColumn == column) return merged.lastColumn;
    }
    return column;
}

/// A name reaches as far as it is merged, else to the next name; the last to the end of the level above.
Level levelOf(const SheetGrid& grid, const SheetRow& row, std::size_t lastColumn) {
    Level level;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::size_t column = row.cells[i].column;
        const std::size_t next = i + 1 < row.cells.size() ? row.cells[i + 1].column - 1 : lastColumn;
        const std::size_t merged = mergedEnd(grid, row, column);
        const bool reaches = grid.merged.empty() && next > column;
        level[column] = {merged > column ? merged : reaches ? next : column, textOf(row.cells[i])};
    }
    return level;
}

const Span* spanOver(const Level& level, std::size_t column) {
    auto after = level.upper_bound(column);
    if (after == level.begin()) return nullptr;
    const Span& span = std::prev(after)->second;
    return column <= span.last ? &span : nullptr;
}

bool isYear(const SheetCell& cell) {
    const std::string text = textOf(cell);
    return text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
}

bool isInBrackets(const SheetCell& cell) {
    const std::string text = singleBlanks(cell.text);
    const bool isWord = text.size() > 2 && text.find_first_not_of("()0123456789=+-*/ ") != std::string::npos;
    return isWord && text.front() == '(' && text.back() == ')';
}

/// Whether a row divides the names above it: words under wide names only, the first column left free.
bool divides(const SheetGrid& grid, const SheetRow& row, const Level& above) {
    if (row.cells.empty() || above.size() < 2 ||
        (row.cells.front().column <= above.begin()->first && grid.merged.empty()))
        return false;
    std::size_t blanksFilled = 0;
    for (const SheetCell& cell : row.cells) {
        if (isNumberCell(cell) && !isYear(cell)) return false;
        const Span* const span = spanOver(above, cell.column);
        const bool isWide = span != nullptr && above.lower_bound(cell.column) != above.begin() &&
                            (above.contains(cell.column) ? span->last > cell.column : true);
        if (!isWide) return false;
        if (!above.contains(cell.column)) ++blanksFilled;
    }
    return blanksFilled > 0;
}

class HeadBuilder {
  public:
    HeadBuilder(const SheetGrid& grid, std::size_t first) : m_grid(grid) {
        m_head.firstRow = first;
        const std::size_t widest = widestBelow(first);
        m_level = levelOf(grid, grid.rows[first], widest);
        for (const SheetCell& cell : grid.rows[first].cells) m_head.names[cell.column] = textOf(cell);
        m_head.leaves = m_head.names.size();
        while (hasNext() && divides(grid, next(), m_level)) takeLevel();
        if (hasNext() && holdsUnits(next())) takeUnits();
    }
    SheetHead head() && { return std::move(m_head); }

  private:
    bool hasNext() const {
        return m_head.rowCount < mostLevels && m_head.firstRow + m_head.rowCount < m_grid.rows.size();
    }
    const SheetRow& next() const { return m_grid.rows[m_head.firstRow + m_head.rowCount]; }

    std::size_t widestBelow(std::size_t first) const {
        const auto rows =
            std::span(m_grid.rows).subspan(first, std::min<std::size_t>(2, m_grid.rows.size() - first));
        std::size_t last = 0;
        for (const SheetRow& row : rows) last = std::max(last, row.cells.back().column);
        return last;
    }

    void takeLevel() {
        const SheetRow& row = next();
        Level below = levelOf(m_grid, row, row.cells.back().column);
        for (auto& [column, span] : below) {
            const Span* const above = spanOver(m_level, column);
            span.last = std::min(span.last, above->last);
            const std::string over = singleBlanks(above->text);
            const std::string own = singleBlanks(span.text);
            span.text = over == own ? own : over + " - " + own;
            m_head.names[column] = span.text;
        }
        m_head.leaves = m_head.names.size();
        m_level = std::move(below);
        ++m_head.rowCount;
    }

    bool holdsUnits(const SheetRow& row) const {
        return row.cells.size() > 1 && std::ranges::all_of(row.cells, [&](const SheetCell& cell) {
                   return isInBrackets(cell) && m_head.names.contains(cell.column);
               });
    }
    void takeUnits() {
        for (const SheetCell& cell : next().cells) {
            std::string& name = m_head.names[cell.column];
            name = singleBlanks(name + ' ' + cell.text);
        }
        ++m_head.rowCount;
    }

    const SheetGrid& m_grid;
    SheetHead m_head;
    Level m_level;
};

/// The first row, unless it is a title: one cell alone, with wider rows soon below.
std::size_t firstWideRow(const std::vector<SheetRow>& rows) {
    const auto wide = std::ranges::find_if(rows | std::views::take(rowsOfTitle),
                                           [](const SheetRow& row) { return row.cells.size() > 1; });
    const auto index = static_cast<std::size_t>(wide - rows.begin());
    return index < std::min(rowsOfTitle, rows.size()) ? index : 0;
}

bool isOfTitle(const SheetRow& row) {
    const bool isLetter = std::ranges::any_of(row.cells, [](const SheetCell& cell) {
        return !cell.number && (isLetterhead(cell.text) || isDateLine(cell.text));
    });
    return row.cells.size() < 2 || (isLetter && row.cells.size() < 4);
}

bool isMostlyWords(const SheetRow& row) {
    const auto numbers = std::ranges::count_if(row.cells, isNumberCell);
    return 2 * static_cast<std::size_t>(numbers) <= row.cells.size();
}

}  // namespace

SheetHead headOf(const SheetGrid& grid) {
    std::size_t widest = 0;
    for (const SheetRow& row : grid.rows) widest = std::max(widest, row.cells.size());
    const std::size_t first = firstWideRow(grid.rows);
    for (std::size_t i = first; i < std::min(grid.rows.size(), first + rowsOfTitle); ++i) {
        if (isOfTitle(grid.rows[i]) || (i != first && !isMostlyWords(grid.rows[i]))) continue;
        SheetHead head = HeadBuilder(grid, i).head();
        if (head.leaves * 10 >= widest * 6) return head;
    }
    return HeadBuilder(grid, first).head();
}

}  // namespace layers
