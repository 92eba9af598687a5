// SPDX-License-Identifier: Apache-2.0
// Closing braces, closing tags, page counts.
#include "layers/files/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>

#include "geo/base/error.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void failTruncated(const fs::path& path, const std::string& reason) {
    throw geo::Error(geo::ErrorKind::BadData, "file.truncated",
                     {{"path", path.string()}, {"reason", reason}});
}

/// The last bytes up to the last that is no blank.
std::string endOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const std::streamoff size = file.tellg();
    if (size <= 0) failTruncated(path, "0 B");
    const std::streamoff length = std::min<std::streamoff>(size, 4096);
    file.seekg(size - length);
    std::string end(static_cast<std::size_t>(length), '\0');
    file.read(end.data(), length);
    end.resize(end.find_last_not_of(" \t\r\n") + 1);
    return end;
}

/// An object that was cut off no longer ends with its brace.
void requireClosedJson(const fs::path& path) {
    if (!endOf(path).ends_with('}')) failTruncated(path, "}?");
}

/// The root's closing tag, perhaps with a prefix, stands near the end; a root of nothing closes itself.
void requireClosedXml(const fs::path& path, std::string_view root) {
    const std::string end = endOf(path);
    const std::string tag = std::string(root) + ">";
    const bool isClosed = end.ends_with('>') && (end.find(tag) != std::string::npos || end.ends_with("/>"));
    if (!isClosed) failTruncated(path, "</" + tag + "?");
}

/// A database that was cut off is shorter than its page count says (https://www.sqlite.org/fileformat.html).
void requireWholeDatabase(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string header(100, '\0');
    file.read(header.data(), 100);
    if (file.gcount() < 100) failTruncated(path, fmt::format("{} < 100 B", file.gcount()));
    const auto byteAt = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(header[at])}; };
    const std::uint64_t pageSizeField = byteAt(16) << 8U | byteAt(17);
    const std::uint64_t pageSize = pageSizeField == 1 ? 65536 : pageSizeField;
    const std::uint64_t pages = byteAt(28) << 24U | byteAt(29) << 16U | byteAt(30) << 8U | byteAt(31);
    if (!header.starts_with("SQLite format 3")) return;  // GDAL says what it is not
    const std::uint64_t found = fs::file_size(path);
    if (found < pages * pageSize) failTruncated(path, fmt::format("{} < {} B", found, pages * pageSize));
}

}  // namespace

void requireWholeFile(const fs::path& path, Format format) {
    switch (format) {
        case Format::GeoJson:
            return requireClosedJson(path);
        case Format::GeoPackage:
            return requireWholeDatabase(path);
        case Format::Kml:
            if (path.extension() != ".kmz" && path.extension() != ".KMZ") requireClosedXml(path, "kml");
            return;
        case Format::Gpx:
            return requireClosedXml(path, "gpx");
        case Format::Shapefile:
        case Format::Csv:
        case Format::Xlsx:
        case Format::MapInfo:
        case Format::FlatGeobuf:
        case Format::Zip:
        case Format::Xls:
        case Format::Ods:
            return;
    }
}

}  // namespace layers
