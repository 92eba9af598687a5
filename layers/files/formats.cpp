// SPDX-License-Identifier: Apache-2.0
// Formats by extension.
#include "layers/files/formats.hpp"

#include <algorithm>
#include <array>

namespace layers {
namespace {

enum class Use { Read, Write, Both };

struct Extension {
    const char* text;
    Format format;
    Use use;
};
constexpr std::array<Extension, 6> extensions{{{".gpkg", Format::GeoPackage, Use::Both},
                                               {".shp", Format::Shapefile, Use::Both},
                                               {".geojson", Format::GeoJson, Use::Both},
                                               {".json", Format::GeoJson, Use::Read},
                                               {".csv", Format::Csv, Use::Both},
                                               {".xlsx", Format::Xlsx, Use::Write}}};

std::vector<std::string> extensionsBut(Use unwanted) {
    std::vector<std::string> found;
    for (const Extension& extension : extensions) {
        if (extension.use != unwanted) found.emplace_back(extension.text);
    }
    return found;
}

}  // namespace

std::optional<Format> formatOf(const std::filesystem::path& path) {
    std::string end = path.extension().string();
    std::ranges::transform(end, end.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    const auto found = std::ranges::find_if(extensions, [&](const Extension& one) { return end == one.text; });
    if (found == extensions.end()) return std::nullopt;
    return found->format;
}

std::vector<std::string> readableExtensions() { return extensionsBut(Use::Write); }
std::vector<std::string> writableExtensions() { return extensionsBut(Use::Read); }

}  // namespace layers
