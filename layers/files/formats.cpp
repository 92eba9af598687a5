// SPDX-License-Identifier: Apache-2.0
// Formats by extension.
#include "layers/files/formats.hpp"

#include <algorithm>
#include <array>

#include "geo/base/error.hpp"

namespace layers {
namespace {

enum class Use { Read, Write, Both };

struct Extension {
    const char* text;
    Format format;
    Use use;
};
// writeLayers() and writeTable() write; GPX has a writer of its own, for points alone.
constexpr std::array<Extension, 16> extensions{{{".gpkg", Format::GeoPackage, Use::Both},
                                                {".shp", Format::Shapefile, Use::Both},
                                                {".geojson", Format::GeoJson, Use::Both},
                                                {".json", Format::GeoJson, Use::Read},
                                                {".csv", Format::Csv, Use::Both},
                                                {".xlsx", Format::Xlsx, Use::Both},
                                                {".kml", Format::Kml, Use::Read},
                                                {".kmz", Format::Kml, Use::Read},
                                                {".gpx", Format::Gpx, Use::Read},
                                                {".tab", Format::MapInfo, Use::Read},
                                                {".mif", Format::MapInfo, Use::Read},
                                                {".fgb", Format::FlatGeobuf, Use::Read},
                                                {".zip", Format::Zip, Use::Read},
                                                {".tsv", Format::Csv, Use::Read},
                                                {".xls", Format::Xls, Use::Read},
                                                {".ods", Format::Ods, Use::Read}}};

std::vector<std::string> extensionsBut(Use unwanted) {
    std::vector<std::string> found;
    for (const Extension& extension : extensions) {
        if (extension.use != unwanted) found.emplace_back(extension.text);
    }
    return found;
}

[[noreturn]] void refuseNetworkAddress(const std::filesystem::path& path) {
    throw geo::Error(geo::ErrorKind::Refused, "file.network-address", {{"path", path.string()}});
}

}  // namespace

bool isTable(Format format) {
    constexpr std::array tables{Format::Csv, Format::Xlsx, Format::Xls, Format::Ods};
    return std::ranges::find(tables, format) != tables.end();
}

void requireLocalPath(const std::filesystem::path& path) {
    const std::string& text = path.native();
    // GDAL reads names of these shapes over the network or out of other files.
    const bool isAddress = text.find("://") != std::string::npos || text.starts_with("\\\\");
    if (isAddress || text.starts_with("/vsi")) refuseNetworkAddress(path);
}

std::string extensionOf(const std::filesystem::path& path) {
    std::string end = path.extension().string();
    std::ranges::transform(end, end.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return end;
}

std::optional<Format> formatOf(const std::filesystem::path& path) {
    const std::string end = extensionOf(path);
    const auto found =
        std::ranges::find_if(extensions, [&](const Extension& one) { return end == one.text; });
    if (found == extensions.end()) return std::nullopt;
    return found->format;
}

std::vector<std::string> readableExtensions() { return extensionsBut(Use::Write); }
std::vector<std::string> writableExtensions() { return extensionsBut(Use::Read); }

}  // namespace layers
