// SPDX-License-Identifier: Apache-2.0
// One walk over content.xml (OpenDocument 1.3 part 3, 9 and 19).
#include "layers/files/ods_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <string>

#include "layers/files/xlsx_parts.hpp"
#include "layers/files/xml_text.hpp"
#include "layers/text/number_text.hpp"

namespace layers {
namespace {

constexpr std::size_t mostColumns = 16384;
constexpr std::int64_t mostRows = 1 << 20;
constexpr std::size_t mostCells = 10'000'000;

template <class Number>
std::optional<Number> numberFrom(std::string_view text) {
    Number number{};
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return number;
}

/// What stands before a letter, taken off the text; nothing when it is no count of hours, minutes or seconds.
std::optional<int> takePart(std::string_view& text, char letter) {
    constexpr double mostOfAPart = 1'000'000;
    const std::size_t stop = text.find(letter);
    if (stop == std::string_view::npos) return std::nullopt;
    const auto number = numberFrom<double>(text.substr(0, stop));
    text.remove_prefix(stop + 1);
    if (!number || !(*number >= 0 && *number < mostOfAPart)) return std::nullopt;
    return static_cast<int>(*number);
}

/// `PT08H30M00S` → `08:30:00`; other text as it is.
std::string clockText(const std::string& duration) {
    std::string_view rest = duration;
    if (!rest.starts_with("PT")) return duration;
    rest.remove_prefix(2);
    const auto hours = takePart(rest, 'H');
    const auto minutes = takePart(rest, 'M');
    const auto seconds = takePart(rest, 'S');
    if (!hours || !minutes || !seconds) return duration;
    return fmt::format("{:02}:{:02}:{:02}", *hours, *minutes, *seconds);
}

class OdsReader {
  public:
    explicit OdsReader(std::string_view xml) : m_xml(xml) {}

    std::vector<SheetGrid> sheets() {
        for (XmlEvent event = m_xml.next(); event != XmlEvent::End; event = m_xml.next()) {
            if (event == XmlEvent::Open) open();
            if (event == XmlEvent::Close) close();
            if (event == XmlEvent::Text && m_isInText && m_noteDepth == 0) m_text += m_xml.text();
            if (m_cells > mostCells) return {};
        }
        return std::move(m_sheets);
    }

  private:
    std::size_t repeats(std::string_view attribute, std::size_t most) const {
        const auto count = numberFrom<std::size_t>(m_xml.attribute(attribute));
        return std::clamp<std::size_t>(count.value_or(1), 1, most);
    }
    bool isCollapsed() const {
        const std::string visibility = m_xml.attribute("visibility");
        return visibility == "collapse" || visibility == "filter";
    }

    void open() {
        const std::string_view name = m_xml.name();
        if (name == "style") m_style = m_xml.attribute("name");
        if (name == "table-properties" && m_xml.attribute("display") == "false")
            m_hiddenStyles.insert(m_style);
        if (name == "table") openTable();
        if (m_tableDepth != 1) return;
        if (name == "table-column") addColumns();
        if (name == "table-row") openRow();
        if (name == "table-cell" || name == "covered-table-cell") openCell();
        if (name == "annotation") ++m_noteDepth;
        if (name == "p" && m_noteDepth == 0) {
            if (m_hasParagraph) m_text += '\n';
            m_isInText = m_hasParagraph = true;
        }
        if (!m_isInText || m_noteDepth > 0) return;
        if (name == "s") m_text.append(repeats("c", 1000), ' ');
        if (name == "tab") m_text += '\t';
        if (name == "line-break") m_text += '\n';
    }

    void close() {
        const std::string_view name = m_xml.name();
        if (name == "table" && m_tableDepth > 0) --m_tableDepth;
        if (m_tableDepth != 1) return;
        if (name == "annotation" && m_noteDepth > 0) --m_noteDepth;
        if (name == "p" && m_noteDepth == 0) m_isInText = false;
        if (name == "table-cell" || name == "covered-table-cell") closeCell();
        if (name == "table-row") closeRow();
    }

    void openTable() {
        if (m_tableDepth++ > 0) return;
        SheetGrid& grid = m_sheets.emplace_back();
        grid.name = m_xml.attribute("name");
        grid.isHidden = m_hiddenStyles.contains(m_xml.attribute("style-name"));
        m_rowNumber = 0;
        m_columnCount = 0;
    }

    void addColumns() {
        const std::size_t count = repeats("number-columns-repeated", mostColumns);
        for (std::size_t i = 0; isCollapsed() && i < count && m_columnCount + i < mostColumns; ++i)
            m_sheets.back().hiddenColumns.push_back(m_columnCount + i);
        m_columnCount += count;
    }

    void openRow() {
        m_row = {m_rowNumber + 1, {}, isCollapsed()};
        m_rowRepeats = static_cast<std::int64_t>(repeats("number-rows-repeated", mostRows));
        m_column = 0;
    }

    void closeRow() {
        for (std::int64_t i = 0; i < m_rowRepeats && !m_row.cells.empty() && m_cells <= mostCells; ++i) {
            m_row.number = m_rowNumber + i + 1;
            m_cells += m_row.cells.size();
            m_sheets.back().rows.push_back(m_row);
        }
        m_rowNumber += m_rowRepeats;
        m_row.cells.clear();
    }

    void openCell() {
        m_cellRepeats = repeats("number-columns-repeated", mostColumns);
        m_type = m_xml.attribute("value-type");
        m_value = m_xml.attribute(m_type == "date"      ? "date-value"
                                  : m_type == "time"    ? "time-value"
                                  : m_type == "boolean" ? "boolean-value"
                                                        : "value");
        m_text.clear();
        m_hasParagraph = m_isInText = false;
        const std::size_t wide = repeats("number-columns-spanned", mostColumns);
        const auto high = static_cast<std::int64_t>(repeats("number-rows-spanned", mostRows));
        if (wide > 1 || high > 1)
            m_sheets.back().merged.push_back(
                {m_row.number, m_row.number + high - 1, m_column, m_column + wide - 1});
    }

    void closeCell() {
        SheetCell cell = cellHere();
        const bool isEmpty = !cell.number && cell.text.empty();
        for (std::size_t i = 0; i < m_cellRepeats && !isEmpty && m_column + i < mostColumns; ++i) {
            cell.column = m_column + i;
            m_row.cells.push_back(cell);
        }
        m_column += m_cellRepeats;
    }

    SheetCell cellHere() const {
        const auto number = numberFrom<double>(m_value);
        const bool isNumber = number && std::isfinite(*number);
        if (m_type == "percentage" && isNumber) return {m_column, hundredTimes(*number), {}, true};
        if ((m_type == "float" || m_type == "currency") && isNumber) return {m_column, number, {}};
        if (m_type == "date") return {m_column, std::nullopt, m_value};
        if (m_type == "time") return {m_column, std::nullopt, clockText(m_value)};
        if (m_type == "boolean") return {m_column, std::nullopt, m_value == "true" ? "TRUE" : "FALSE"};
        return {m_column, std::nullopt, m_text};
    }

    XmlScanner m_xml;
    std::vector<SheetGrid> m_sheets;
    std::set<std::string> m_hiddenStyles;
    std::string m_style;
    std::size_t m_cells = 0;
    int m_tableDepth = 0;
    std::size_t m_columnCount = 0;
    SheetRow m_row;
    std::int64_t m_rowNumber = 0;
    std::int64_t m_rowRepeats = 1;
    std::size_t m_column = 0;
    std::size_t m_cellRepeats = 1;
    std::string m_type;
    std::string m_value;
    std::string m_text;
    bool m_isInText = false;
    bool m_hasParagraph = false;
    int m_noteDepth = 0;
};

}  // namespace

std::vector<SheetGrid> odsSheetsIn(std::string_view contentXml) { return OdsReader(contentXml).sheets(); }

std::vector<SheetGrid> readOdsSheets(const std::filesystem::path& path) {
    const XlsxParts parts(path);
    auto sheets = odsSheetsIn(parts.require("content.xml"));
    if (sheets.empty()) parts.fail("content.xml?");
    return sheets;
}

}  // namespace layers
