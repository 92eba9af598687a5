// SPDX-License-Identifier: Apache-2.0
// The one list of file formats that are read and written.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace layers {

enum class Format { GeoPackage, Shapefile, GeoJson, Csv, Xlsx, Kml, Gpx, MapInfo, FlatGeobuf, Zip, Xls, Ods };

/// Rows without shapes: CSV and the workbooks.
bool isTable(Format format);

/// With its dot, in small letters of ASCII: `.pdf` of `A.PDF`.
std::string extensionOf(const std::filesystem::path& path);

/// The format that the extension names, in any case.
/// Errors: nothing when it names none.
std::optional<Format> formatOf(const std::filesystem::path& path);

/// Extensions with their dot, as `.gpkg`.
std::vector<std::string> readableExtensions();
std::vector<std::string> writableExtensions();

/// Files are opened where they lie on this machine, or in a folder mounted there, and nowhere else.
/// Errors: Refused `file.network-address` (path) for `http://…`, `smb://…`, `\\server\share` and GDAL's
/// `/vsi…`.
void requireLocalPath(const std::filesystem::path& path);

}  // namespace layers
