// SPDX-License-Identifier: Apache-2.0
// Headers of .shp, .shx and .dbf (ESRI Shapefile Technical Description, 1998; dBASE III).
#include "layers/files/shapefile_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <set>
#include <span>

#include "geo/base/error.hpp"
#include "layers/text/normal_form.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

std::string readStart(const fs::path& path, std::size_t bytes) {
    std::ifstream file(path, std::ios::binary);
    std::string start(bytes, '\0');
    file.read(start.data(), static_cast<std::streamsize>(bytes));
    start.resize(static_cast<std::size_t>(file.gcount()));
    return start;
}

std::uint64_t byteAt(std::string_view bytes, std::size_t position) {
    return static_cast<unsigned char>(bytes[position]);
}

std::uint64_t bigEndian4(std::string_view bytes, std::size_t at) {
    return byteAt(bytes, at) << 24U | byteAt(bytes, at + 1) << 16U | byteAt(bytes, at + 2) << 8U |
           byteAt(bytes, at + 3);
}

std::uint64_t littleEndian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t number = 0;
    for (std::size_t i = size; i-- > 0;) number = number << 8U | byteAt(bytes, at + i);
    return number;
}

[[noreturn]] void failTruncated(const fs::path& shp, const std::string& reason) {
    throw geo::Error(geo::ErrorKind::BadData, "file.truncated", {{"path", shp.string()}, {"reason", reason}});
}

void requireSize(const fs::path& shp, const fs::path& part, std::uint64_t expected) {
    const std::uint64_t found = fs::file_size(part);
    if (found >= expected) return;
    failTruncated(shp, fmt::format("{}: {} < {} B", part.filename().string(), found, expected));
}

/// The length that a .shp or .shx writes down for itself, in bytes.
std::uint64_t requireWholeShape(const fs::path& shp, const fs::path& part) {
    requireSize(shp, part, 100);
    const std::string header = readStart(part, 100);
    if (bigEndian4(header, 0) != 9994) {
        throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                         {{"path", shp.string()}, {"reason", part.filename().string() + ": 9994?"}});
    }
    const std::uint64_t length = bigEndian4(header, 24) * 2;
    requireSize(shp, part, length);
    return length;
}

struct DbfHeader {
    std::uint64_t rows = 0, headerSize = 0, rowSize = 0;
};

DbfHeader requireWholeDbf(const fs::path& shp, const fs::path& dbf) {
    requireSize(shp, dbf, 32);
    const std::string start = readStart(dbf, 32);
    const DbfHeader header{littleEndian(start, 4, 4), littleEndian(start, 8, 2), littleEndian(start, 10, 2)};
    requireSize(shp, dbf, header.headerSize + header.rows * header.rowSize);
    return header;
}

fs::path partBeside(const fs::path& shp, std::string_view extension) {
    std::string capital(extension);
    std::ranges::transform(capital, capital.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    for (const std::string& end : {std::string(extension), capital}) {
        fs::path part = shp;
        part.replace_extension(end);
        if (fs::is_regular_file(part)) return part;
    }
    return {};
}

fs::path requirePart(const fs::path& shp, std::string_view extension) {
    fs::path part = partBeside(shp, extension);
    if (!part.empty()) return part;
    fs::path missing = shp;
    missing.replace_extension(extension);
    throw geo::Error(geo::ErrorKind::BadData, "file.companion-missing",
                     {{"path", shp.string()}, {"missing", missing.filename().string()}});
}

struct TextField {
    std::size_t offset, width;
};

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(std::string_view(" \0", 2)) - begin + 1);
}

class Samples {
  public:
    explicit Samples(std::size_t most) : m_most(most) {}
    void offer(std::string_view text) {
        if (m_texts.size() >= m_most || isAscii(text)) return;
        m_texts.emplace(trimmed(text));
    }
    std::vector<std::string> texts() const { return {m_texts.begin(), m_texts.end()}; }

  private:
    std::size_t m_most;
    std::set<std::string, std::less<>> m_texts;
};

std::vector<TextField> textFieldsIn(std::string_view header, DbfScan& scan, Samples& samples) {
    std::vector<TextField> fields;
    std::size_t offset = 1;  // the first byte of a record tells whether it was deleted
    for (std::size_t at = 32; at + 32 <= header.size() && header[at] != '\r'; at += 32) {
        const std::string_view bytes = header.substr(at, 11);
        const std::string_view name = bytes.substr(0, bytes.find('\0'));
        samples.offer(name);
        const std::size_t width = static_cast<std::size_t>(byteAt(header, at + 16));
        if (header[at + 11] == 'C') {
            fields.push_back({offset, width});
            scan.fullFields.addField(std::string(name));
        }
        offset += width;
    }
    return fields;
}

void scanRow(std::string_view row, std::span<const TextField> fields, DbfScan& scan, Samples& samples) {
    ++scan.rows;
    if (row[0] == '*') {
        ++scan.deleted;
        return;
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].offset >= row.size()) continue;
        const std::string_view text = row.substr(fields[i].offset, fields[i].width);
        samples.offer(text);
        scan.fullFields.see(i, text, scan.rows);
    }
}

}  // namespace

std::vector<fs::path> ShapefileParts::all() const {
    std::vector<fs::path> present;
    for (const fs::path& part : {shp, shx, dbf, prj, cpg}) {
        if (!part.empty()) present.push_back(part);
    }
    return present;
}

ShapefileParts requireWholeShapefile(const fs::path& shp) {
    const ShapefileParts parts{shp, requirePart(shp, ".shx"), requirePart(shp, ".dbf"),
                               partBeside(shp, ".prj"), partBeside(shp, ".cpg")};
    requireWholeShape(shp, parts.shp);
    const std::uint64_t shapes = (requireWholeShape(shp, parts.shx) - 100) / 8;
    const std::uint64_t rows = requireWholeDbf(shp, parts.dbf).rows;
    if (shapes != rows) {
        failTruncated(shp, fmt::format("{}: {}, {}: {}", parts.shx.filename().string(), shapes,
                                       parts.dbf.filename().string(), rows));
    }
    return parts;
}

DbfScan scanDbf(const fs::path& dbf, std::size_t maxSamples) {
    const DbfHeader header = requireWholeDbf(dbf, dbf);
    Samples samples(maxSamples);
    DbfScan scan;
    const std::vector<TextField> fields = textFieldsIn(readStart(dbf, header.headerSize), scan, samples);
    if (header.rowSize == 0) return scan;
    std::ifstream file(dbf, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(header.headerSize));
    const std::uint64_t rowsAtOnce = std::max<std::uint64_t>(1, (1U << 20U) / header.rowSize);
    std::string block(rowsAtOnce * header.rowSize, '\0');
    for (std::uint64_t row = 0; row < header.rows;) {
        const std::uint64_t count = std::min(rowsAtOnce, header.rows - row);
        file.read(block.data(), static_cast<std::streamsize>(count * header.rowSize));
        if (!file)
            throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                             {{"path", dbf.string()}, {"reason", "read"}});
        for (std::uint64_t i = 0; i < count; ++i, ++row) {
            scanRow(std::string_view(block).substr(i * header.rowSize, header.rowSize), fields, scan,
                    samples);
        }
    }
    scan.samples = samples.texts();
    return scan;
}

std::optional<Encoding> claimedEncoding(const fs::path& cpg) {
    if (cpg.empty()) return std::nullopt;
    std::string claim = readStart(cpg, 40);
    claim.resize(std::min(claim.size(), claim.find_first_of("\r\n \0", 0, 4)));
    if (claim == "65001") return Encoding::Utf8;
    const std::string digits = claim.substr(std::min(claim.size(), claim.find_first_of("0123456789")));
    if (digits == "1258") return Encoding::Cp1258;
    const auto named = parseEncoding(claim);
    return named == Encoding::Auto ? std::nullopt : named;
}

}  // namespace layers
