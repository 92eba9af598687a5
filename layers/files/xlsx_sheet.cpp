// SPDX-License-Identifier: Apache-2.0
// Cells by their references and sorts.
#include "layers/files/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "layers/files/xml_text.hpp"
#include "layers/text/number_text.hpp"

namespace layers {
namespace {

constexpr std::size_t mostColumns = 16384;

template <class Number>
std::optional<Number> numberFrom(std::string_view text) {
    Number number{};
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return number;
}

/// `AB12` → 27; nothing without letters.
std::optional<std::size_t> columnIn(std::string_view reference) {
    std::size_t column = 0;
    for (const char letter : reference) {
        if (letter < 'A' || letter > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
        if (column > mostColumns) return std::nullopt;
    }
    return column == 0 ? std::nullopt : std::optional(column - 1);
}

/// `AB12` → 12.
std::optional<std::int64_t> rowIn(std::string_view reference) {
    const auto digits = reference.find_first_of("0123456789");
    return digits == std::string_view::npos ? std::nullopt
                                            : numberFrom<std::int64_t>(reference.substr(digits));
}

/// Walks over `row`, `c`, `v`, `is` and gathers what stands in them.
class SheetReader {
  public:
    SheetReader(std::string_view xml, const SheetWords& words) : m_xml(xml), m_words(words) {}

    SheetGrid grid() {
        for (XmlEvent event = m_xml.next(); event != XmlEvent::End; event = m_xml.next()) {
            switch (event) {
                case XmlEvent::Open:
                    open();
                    break;
                case XmlEvent::Close:
                    close();
                    break;
                case XmlEvent::Text:
                    if (m_isInValue && m_hintDepth == 0) m_value += m_xml.text();
                    break;
                case XmlEvent::End:
                    break;
            }
        }
        return {{}, false, std::move(m_rows), std::move(m_merged), std::move(m_hiddenColumns)};
    }

  private:
    void open() {
        const std::string_view name = m_xml.name();
        if (name == "row") {
            const auto number = numberFrom<std::int64_t>(m_xml.attribute("r"));
            const std::string hidden = m_xml.attribute("hidden");
            m_rows.push_back({number.value_or(m_rows.empty() ? 1 : m_rows.back().number + 1),
                              {},
                              hidden == "1" || hidden == "true"});
            m_column = 0;
        }
        if (name == "col") hideColumns();
        if (name == "c") openCell();
        if (name == "mergeCell") merge(m_xml.attribute("ref"));
        if (name == "rPh") ++m_hintDepth;
        if (name == "v" || name == "t") m_isInValue = true;
    }

    void hideColumns() {
        const std::string hidden = m_xml.attribute("hidden");
        const auto first = numberFrom<std::size_t>(m_xml.attribute("min"));
        const auto last = numberFrom<std::size_t>(m_xml.attribute("max"));
        if ((hidden != "1" && hidden != "true") || !first || !last) return;
        for (std::size_t column = *first; column <= std::min(*last, mostColumns); ++column)
            if (column > 0) m_hiddenColumns.push_back(column - 1);
    }

    /// `B3:D4`.
    void merge(std::string_view range) {
        const auto colon = range.find(':');
        if (colon == std::string_view::npos) return;
        const auto first = range.substr(0, colon);
        const auto last = range.substr(colon + 1);
        const auto firstColumn = columnIn(first);
        const auto lastColumn = columnIn(last);
        const auto firstRow = rowIn(first);
        const auto lastRow = rowIn(last);
        if (firstColumn && lastColumn && firstRow && lastRow)
            m_merged.push_back({*firstRow, *lastRow, *firstColumn, *lastColumn});
    }

    void openCell() {
        m_column = columnIn(m_xml.attribute("r")).value_or(m_column);
        m_type = m_xml.attribute("t");
        m_style = numberFrom<std::size_t>(m_xml.attribute("s")).value_or(0);
        m_value.clear();
    }

    void close() {
        const std::string_view name = m_xml.name();
        if (name == "v" || name == "t") m_isInValue = false;
        if (name == "rPh" && m_hintDepth > 0) --m_hintDepth;
        if (name == "c") closeCell();
        if (name == "row" && !m_rows.empty()) settle(m_rows.back());
    }

    void closeCell() {
        if (!m_rows.empty() && m_column < mostColumns && !m_value.empty())
            m_rows.back().cells.push_back(cell());
        ++m_column;
    }

    SheetCell cell() const {
        if (m_type == "s") {
            const auto index = numberFrom<std::size_t>(m_value);
            const bool isThere = index && *index < m_words.strings.size();
            return {m_column, std::nullopt, isThere ? m_words.strings[*index] : std::string{}};
        }
        if (m_type == "b") return {m_column, std::nullopt, m_value == "1" ? "TRUE" : "FALSE"};
        const auto number = m_type.empty() || m_type == "n" ? numberFrom<double>(m_value) : std::nullopt;
        if (!number || !std::isfinite(*number)) return {m_column, std::nullopt, m_value};
        const NumberSort sort = m_style < m_words.sorts.size() ? m_words.sorts[m_style] : NumberSort::Number;
        // The sheet shows 0.95 as 95 %, and that is what its people mean.
        if (sort == NumberSort::Percent) return {m_column, hundredTimes(*number), {}, true};
        const std::string day = sort == NumberSort::Number ? "" : dayText(*number, sort, m_words.dayCount);
        return {m_column, day.empty() ? number : std::nullopt, day};
    }

    static void settle(SheetRow& row) {
        std::ranges::stable_sort(row.cells, {}, &SheetCell::column);
        const auto repeated = std::ranges::unique(row.cells, {}, &SheetCell::column);
        row.cells.erase(repeated.begin(), repeated.end());
    }

    XmlScanner m_xml;
    const SheetWords& m_words;
    std::vector<SheetRow> m_rows;
    std::vector<MergedCells> m_merged;
    std::vector<std::size_t> m_hiddenColumns;
    std::size_t m_column = 0;
    std::string m_type;
    std::size_t m_style = 0;
    std::string m_value;
    bool m_isInValue = false;
    int m_hintDepth = 0;
};

}  // namespace

std::vector<std::string> sharedStringsOf(std::string_view document) {
    std::vector<std::string> strings;
    bool isInText = false;
    int hintDepth = 0;
    XmlScanner xml(document);
    for (XmlEvent event = xml.next(); event != XmlEvent::End; event = xml.next()) {
        const int step = event == XmlEvent::Open ? 1 : -1;
        if (event == XmlEvent::Text) {
            if (isInText && hintDepth == 0 && !strings.empty()) strings.back() += xml.text();
        } else if (xml.name() == "rPh") {
            hintDepth = std::max(0, hintDepth + step);
        } else if (xml.name() == "t") {
            isInText = event == XmlEvent::Open;
        } else if (xml.name() == "si" && event == XmlEvent::Open) {
            strings.emplace_back();
        }
    }
    return strings;
}

SheetGrid sheetIn(std::string_view xml, const SheetWords& words) { return SheetReader(xml, words).grid(); }

}  // namespace layers
