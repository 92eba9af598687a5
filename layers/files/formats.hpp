// SPDX-License-Identifier: Apache-2.0
// The one list of file formats that are read and written.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace layers {

enum class Format { GeoPackage, Shapefile, GeoJson, Csv, Xlsx };

/// The format that the extension names, in any case.
/// Errors: nothing when it names none.
std::optional<Format> formatOf(const std::filesystem::path& path);

/// Extensions with their dot, as `.gpkg`.
std::vector<std::string> readableExtensions();
std::vector<std::string> writableExtensions();

}  // namespace layers
