// SPDX-License-Identifier: Apache-2.0
// Bytes, their encoding, cells. No encoding has a comma or a quote inside a letter, so cells come first.
#include "layers/files/csv_table.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>

#include "geo/base/error.hpp"
#include "layers/files/csv.hpp"
#include "layers/text/normal_form.hpp"
#include "layers/text/utf16.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t mostSamples = 500;
constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";

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

/// Different lines with bytes beyond ASCII.
std::vector<std::string> samplesOf(std::string_view bytes) {
    std::set<std::string> samples;
    for (std::size_t begin = 0; begin < bytes.size() && samples.size() < mostSamples;) {
        const std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
        const std::string_view line = bytes.substr(begin, end - begin);
        if (!isAscii(line)) samples.emplace(line);
        begin = end + 1;
    }
    return {samples.begin(), samples.end()};
}

/// The bytes without a mark, in UTF-8 when they were UTF-16; and how to read them.
std::string settledBytes(std::string bytes, const TextQuestion& question, FileText& text) {
    if (const auto order = utf16OrderOf(bytes)) {
        bytes = decodeUtf16(bytes, *order);
        text = textInUtf8(question, samplesOf(bytes));
        text.nameStored("utf-16");
    } else if (bytes.starts_with(utf8Mark)) {
        bytes.erase(0, utf8Mark.size());
        text = textInUtf8(question, samplesOf(bytes));
    } else {
        text = textByEvidence(question, samplesOf(bytes));
    }
    if (bytes.find('\0') == std::string::npos) return bytes;
    throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                     {{"path", question.path.string()}, {"reason", "NUL"}});
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

class CsvTable {
  public:
    CsvTable(const fs::path& path, FileText& text) : m_path(path), m_text(text) {}

    void take(std::int64_t line, std::vector<std::string> cells) {
        if (!m_columns.empty()) fitToHead(m_path, line, m_columns.size(), cells);
        geo::inContext({"file.row", {{"path", m_path.string()}, {"row", line}}}, [&] {
            if (m_columns.empty()) return takeHead(cells);
            std::vector<Value> values;
            values.reserve(cells.size());
            for (std::size_t i = 0; i < cells.size(); ++i) values.push_back(valueOf(cells[i], m_columns[i]));
            m_table.rows.push_back(std::move(values));
        });
    }
    Table finished() { return std::move(m_table); }

  private:
    void takeHead(const std::vector<std::string>& cells) {
        for (const std::string& cell : cells) {
            m_columns.push_back(m_text.column(cell));
            m_table.schema.add({m_text.settled(cell, m_columns.back()), FieldType::Text});
        }
    }
    Value valueOf(const std::string& cell, std::size_t column) {
        return cell.empty() ? Value{} : Value{m_text.settled(cell, column)};
    }

    const fs::path& m_path;
    FileText& m_text;
    std::vector<std::size_t> m_columns;
    Table m_table;
};

}  // namespace

Table readCsvTable(const fs::path& path, Encoding encoding, FileText& text) {
    return geo::inContext({"file.reading", {{"path", path.string()}}}, [&] {
        const std::string bytes = settledBytes(readWhole(path), {path, encoding, {}}, text);
        CsvTable table(path, text);
        readCsv(bytes, csvSeparatorOf(bytes), [&](std::int64_t line, std::vector<std::string> cells) {
            table.take(line, std::move(cells));
        });
        return table.finished();
    });
}

}  // namespace layers
