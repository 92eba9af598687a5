// SPDX-License-Identifier: Apache-2.0
// libxlsxwriter: a sheet a table.
#include "layers/files/xlsx.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <memory>

#include "geo/base/error.hpp"

namespace layers {
namespace {

/// Closing a workbook writes and frees it; without close() its parts are freed only.
struct WorkbookFreer {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using Workbook = std::unique_ptr<lxw_workbook, WorkbookFreer>;

[[noreturn]] void failWriting(const std::filesystem::path& path, lxw_error fault) {
    throw geo::Error(geo::ErrorKind::Internal, "file.write-failed",
                     {{"path", path.filename().string()}, {"reason", lxw_strerror(fault)}});
}

/// At most 31 letters, without those a tab may not have.
std::string sheetNameFrom(const TableText& text) {
    const std::string& wanted = text.sheetName.empty() ? text.title : text.sheetName;
    std::string name;
    int letters = 0;
    for (const char byte : wanted) {
        const bool beginsLetter = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        if (beginsLetter && ++letters > 31) break;
        name += std::string_view("[]:*?/\\'").find(byte) == std::string_view::npos ? byte : ' ';
    }
    return name.empty() ? "1" : name;
}

std::size_t lettersIn(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::time_t secondsAt(const geo::Date& date) {
    using namespace std::chrono;
    const sys_days day = year(date.year) / date.month / date.day;
    return system_clock::to_time_t(day);
}

class Sheet {
  public:
    Sheet(lxw_workbook* workbook, const Table& table, const TableText& text)
        : m_workbook(workbook), m_table(table), m_text(text) {
        m_sheet = workbook_add_worksheet(workbook, sheetNameFrom(text).c_str());
        m_decimal = workbook_add_format(workbook);
        format_set_num_format(m_decimal, "#,##0.00##");
        m_bold = workbook_add_format(workbook);
        format_set_bold(m_bold);
    }

    bool write() {
        if (m_sheet == nullptr) return false;
        if (!m_text.title.empty()) {
            text(0, 0, m_text.title, titleFormat());
            m_row = 2;
        }
        writeHead();
        offerChoices();
        for (const auto& row : m_table.rows) writeRow(row);
        ++m_row;
        for (const std::string& note : m_text.notes) text(m_row++, 0, note, nullptr);
        return true;
    }

  private:
    void writeHead() {
        lxw_format* const head = workbook_add_format(m_workbook);
        format_set_bold(head);
        format_set_text_wrap(head);
        format_set_align(head, LXW_ALIGN_VERTICAL_CENTER);
        format_set_bottom(head, LXW_BORDER_THIN);
        for (std::size_t column = 0; column < m_table.schema.size(); ++column) {
            text(m_row, columnNumber(column), headOf(column), head);
            worksheet_set_column(m_sheet, columnNumber(column), columnNumber(column), widthOf(column),
                                 nullptr);
        }
        ++m_row;
        worksheet_freeze_panes(m_sheet, m_row, 0);
    }

    void offerChoices() {
        constexpr lxw_row_t rowsToGrow = 200;
        const lxw_row_t last = m_row + std::max(rowsToGrow, static_cast<lxw_row_t>(m_table.rows.size())) - 1;
        for (const ColumnChoices& offered : m_text.choices) {
            std::vector<std::string> choices = offered.texts;
            std::vector<char*> texts;
            for (std::string& choice : choices) texts.push_back(choice.data());
            texts.push_back(nullptr);
            lxw_data_validation rule{};
            rule.validate = LXW_VALIDATION_TYPE_LIST;
            rule.value_list = texts.data();
            const lxw_col_t column = columnNumber(offered.column);
            worksheet_data_validation_range(m_sheet, m_row, column, last, column, &rule);
        }
    }

    void writeRow(const std::vector<Value>& row) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            const auto* const words = std::get_if<std::string>(&row[column]);
            const auto number = words == nullptr ? numberIn(row[column]) : std::nullopt;
            if (words != nullptr) text(m_row, columnNumber(column), *words, nullptr);
            if (number) {
                const bool isDecimal = std::holds_alternative<double>(row[column]);
                worksheet_write_number(m_sheet, m_row, columnNumber(column), *number,
                                       isDecimal ? m_decimal : nullptr);
            }
        }
        ++m_row;
    }

    void text(lxw_row_t row, lxw_col_t column, const std::string& words, lxw_format* format) {
        worksheet_write_string(m_sheet, row, column, words.c_str(), format);
    }

    lxw_format* titleFormat() {
        format_set_font_size(m_bold, 14);
        return m_bold;
    }

    const std::string& headOf(std::size_t column) const {
        if (column < m_text.columnTitles.size()) return m_text.columnTitles[column];
        return m_table.schema.fields()[column].name;
    }

    /// As wide as the widest of the first rows, within reason.
    double widthOf(std::size_t column) const {
        std::size_t widest = std::min<std::size_t>(lettersIn(headOf(column)), 24);
        for (std::size_t row = 0; row < std::min<std::size_t>(m_table.rows.size(), 500); ++row) {
            if (column < m_table.rows[row].size()) {
                widest =
                    std::max(widest, std::min<std::size_t>(lettersIn(textIn(m_table.rows[row][column])), 48));
            }
        }
        return static_cast<double>(widest) + 2;
    }

    static lxw_col_t columnNumber(std::size_t column) { return static_cast<lxw_col_t>(column); }

    lxw_workbook* m_workbook;
    const Table& m_table;
    const TableText& m_text;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_decimal = nullptr;
    lxw_format* m_bold = nullptr;
    lxw_row_t m_row = 0;
};

}  // namespace

void writeXlsx(const std::filesystem::path& path, const Table& table, const TableText& text,
               const WriteOptions& options) {
    writeXlsx(path, {{table, text}}, options);
}

void writeXlsx(const std::filesystem::path& path, const std::vector<TableSheet>& sheets,
               const WriteOptions& options) {
    Workbook workbook(workbook_new(path.c_str()));
    if (workbook == nullptr) failWriting(path, LXW_ERROR_MEMORY_MALLOC_FAILED);
    std::string title = sheets.empty() ? std::string() : sheets.front().text.title;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = secondsAt(options.asOf);
    workbook_set_properties(workbook.get(), &properties);
    for (const TableSheet& sheet : sheets)
        if (!Sheet(workbook.get(), sheet.table, sheet.text).write())
            failWriting(path, LXW_ERROR_SHEETNAME_ALREADY_USED);
    const lxw_error fault = workbook_close(workbook.release());
    if (fault != LXW_NO_ERROR) failWriting(path, fault);
}

}  // namespace layers
