// SPDX-License-Identifier: Apache-2.0
// Records one after the other: a kind, a length, the data.
#include "layers/files/xls_marks.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <set>
#include <sstream>

#include "layers/files/compound_file.hpp"

namespace layers {
namespace {

enum class Record : std::uint16_t {
    End = 0x000A,
    ColumnInfo = 0x007D,
    Sheet = 0x0085,
    Merged = 0x00E5,
    Row = 0x0208,
    Begin = 0x0809
};

struct RecordAt {
    Record kind = Record::End;
    std::string_view data = {};
    /// False where the stream breaks off.
    bool isThere = false;
};

std::uint32_t numberAt(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
        number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return number;
}

RecordAt recordAt(std::string_view stream, std::size_t at) {
    if (at + 4 > stream.size()) return {};
    const std::size_t length = numberAt(stream, at + 2, 2);
    if (at + 4 + length > stream.size()) return {};
    return {static_cast<Record>(numberAt(stream, at, 2)), stream.substr(at + 4, length), true};
}

void addMerged(SheetGrid& marks, std::string_view data) {
    const std::size_t count = numberAt(data, 0, 2);
    for (std::size_t i = 0; i < count && 2 + 8 * i + 8 <= data.size(); ++i) {
        const std::size_t at = 2 + 8 * i;
        marks.merged.push_back({std::int64_t{numberAt(data, at, 2)} + 1,
                                std::int64_t{numberAt(data, at + 2, 2)} + 1, numberAt(data, at + 4, 2),
                                numberAt(data, at + 6, 2)});
    }
}

void addHiddenColumns(SheetGrid& marks, std::string_view data) {
    constexpr std::size_t mostColumns = 256;
    const bool isHidden = data.size() >= 10 && (numberAt(data, 8, 2) & 1U) != 0;
    const std::size_t last = std::min<std::size_t>(numberAt(data, 2, 2), mostColumns - 1);
    for (std::size_t column = numberAt(data, 0, 2); isHidden && column <= last; ++column)
        marks.hiddenColumns.push_back(column);
}

/// Until the sheet's own end; charts within it begin and end too.
void readSheet(SheetGrid& marks, std::string_view stream, std::size_t at) {
    int depth = 0;
    for (RecordAt record = recordAt(stream, at); record.isThere; record = recordAt(stream, at)) {
        if (record.kind == Record::Begin) ++depth;
        if (record.kind == Record::End && --depth <= 0) return;
        constexpr std::uint32_t hiddenFlag = 0x20;
        const bool isHiddenRow = record.kind == Record::Row && record.data.size() >= 16 &&
                                 (numberAt(record.data, 12, 4) & hiddenFlag) != 0;
        if (depth == 1 && isHiddenRow)
            marks.rows.push_back({std::int64_t{numberAt(record.data, 0, 2)} + 1, {}, true});
        if (depth == 1 && record.kind == Record::Merged) addMerged(marks, record.data);
        if (depth == 1 && record.kind == Record::ColumnInfo) addHiddenColumns(marks, record.data);
        at += 4 + record.data.size();
    }
}

}  // namespace

std::vector<SheetGrid> xlsMarksIn(std::string_view stream) {
    std::vector<SheetGrid> sheets;
    std::size_t at = 0;
    // A stream that lists one sheet a million times would be read a million times.
    constexpr std::size_t mostSheets = 1000;
    for (RecordAt record = recordAt(stream, at); record.isThere && sheets.size() < mostSheets;
         record = recordAt(stream, at)) {
        at += 4 + record.data.size();
        if (record.kind == Record::End) break;
        const bool isWorksheet =
            record.kind == Record::Sheet && record.data.size() > 6 && record.data[5] == 0;
        if (!isWorksheet) continue;
        SheetGrid& marks = sheets.emplace_back();
        marks.isHidden = (numberAt(record.data, 4, 1) & 3U) != 0;
        readSheet(marks, stream, numberAt(record.data, 0, 4));
    }
    return sheets;
}

void markXlsSheets(const std::filesystem::path& path, std::vector<SheetGrid>& sheets) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream whole;
    whole << file.rdbuf();
    const auto stream = streamOf(whole.view(), "Workbook");
    if (!stream) return;
    auto marks = xlsMarksIn(*stream);
    // Sheets of charts have no cells and are not read.
    if (marks.size() != sheets.size()) return;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        sheets[i].isHidden = marks[i].isHidden;
        sheets[i].merged = std::move(marks[i].merged);
        sheets[i].hiddenColumns = std::move(marks[i].hiddenColumns);
        std::set<std::int64_t> hidden;
        for (const SheetRow& row : marks[i].rows) hidden.insert(row.number);
        for (SheetRow& row : sheets[i].rows) row.isHidden = hidden.contains(row.number);
    }
}

}  // namespace layers
