// SPDX-License-Identifier: Apache-2.0
// A reader of one pass and a writer of one line.
#include "layers/files/csv.hpp"

#include <algorithm>
#include <array>

#include "geo/base/error.hpp"

namespace layers {
namespace {

class CsvReader {
  public:
    CsvReader(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

    bool atEnd() const { return m_position >= m_text.size(); }
    std::int64_t line() const { return m_line; }

    std::vector<std::string> row() {
        std::vector<std::string> cells;
        cells.reserve(m_width);
        do {
            cells.push_back(cell());
        } while (takeIf(m_separator));
        endLine();
        m_width = cells.size();
        return cells;
    }

  private:
    std::string cell() {
        if (!takeIf('"')) return plainCell();
        std::string cell = quotedCell();
        return cell += plainCell();
    }
    std::string quotedCell() {
        const std::int64_t opened = m_line;
        std::string cell;
        while (!atEnd()) {
            const char letter = take();
            if (letter == '"' && !takeIf('"')) {
                // A quote that was never closed ends at the next one opened, some rows below.
                if (m_line > opened && !endsHere()) failQuote(opened);
                return cell;
            }
            cell.push_back(letter);
        }
        failQuote(opened);
    }
    bool endsHere() const {
        const std::size_t next = std::min(m_text.find_first_not_of(' ', m_position), m_text.size());
        return next == m_text.size() || m_text[next] == m_separator || m_text[next] == '\r' ||
               m_text[next] == '\n';
    }
    [[noreturn]] static void failQuote(std::int64_t line) {
        throw geo::Error(geo::ErrorKind::BadData, "file.quote-open", {{"row", line}});
    }
    std::string plainCell() {
        const std::array<char, 3> ends{m_separator, '\r', '\n'};
        const std::size_t end =
            std::min(m_text.find_first_of(ends.data(), m_position, ends.size()), m_text.size());
        std::string cell(m_text.substr(m_position, end - m_position));
        m_position = end;
        return cell;
    }
    char take() {
        const char letter = m_text[m_position++];
        if (letter == '\n') ++m_line;
        return letter;
    }
    /// CR LF, LF, or the CR alone of old Macintosh files.
    void endLine() {
        const bool hasReturn = takeIf('\r');
        const bool hasFeed = takeIf('\n');
        if (hasReturn && !hasFeed) ++m_line;
    }
    bool takeIf(char wanted) {
        if (atEnd() || m_text[m_position] != wanted) return false;
        take();
        return true;
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_position = 0;
    std::int64_t m_line = 1;
    /// Cells of the last row: the next has as many.
    std::size_t m_width = 0;
};

/// `sep=;` where that is all of the first line.
std::string_view separatorLineIn(std::string_view text) {
    constexpr std::string_view begin = "sep=";
    constexpr std::size_t length = begin.size() + 1;
    const bool isAlone =
        text.size() == length || (text.size() > length && (text[length] == '\r' || text[length] == '\n'));
    return isAlone && text.starts_with(begin) ? text.substr(0, length) : std::string_view{};
}

bool needsQuotes(std::string_view cell) {
    return cell.find_first_of(",\"\r\n") != std::string_view::npos ||
           (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
}

void appendCell(std::string& out, std::string_view cell) {
    if (!needsQuotes(cell)) {
        out += cell;
        return;
    }
    out += '"';
    for (const char letter : cell) {
        if (letter == '"') out += '"';
        out += letter;
    }
    out += '"';
}

}  // namespace

char csvSeparatorOf(std::string_view text) {
    if (const std::string_view told = separatorLineIn(text); !told.empty()) return told.back();
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view separators = ",;\t";
    bool isQuoted = false;
    for (const char letter : text) {
        if (letter == '"') isQuoted = !isQuoted;
        if (isQuoted) continue;
        if (letter == '\n' || letter == '\r') break;
        const std::size_t which = separators.find(letter);
        if (which != std::string_view::npos) ++counts[which];
    }
    const auto most = std::ranges::max_element(counts);
    return separators[static_cast<std::size_t>(most - counts.begin())];
}

void readCsv(std::string_view text, char separator,
             const std::function<void(std::int64_t line, std::vector<std::string> cells)>& take) {
    CsvReader reader(text, separator);
    if (!separatorLineIn(text).empty()) reader.row();
    while (!reader.atEnd()) {
        const std::int64_t line = reader.line();
        std::vector<std::string> cells = reader.row();
        const bool isBlank = cells.size() == 1 && cells[0].empty();
        if (!isBlank) take(line, std::move(cells));
    }
}

void appendCsvRow(std::string& out, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ',';
        appendCell(out, cells[i]);
    }
    // A lone empty cell would be a blank line, which readers skip.
    if (cells.size() == 1 && cells[0].empty()) out += "\"\"";
    out += "\r\n";
}

}  // namespace layers
