// SPDX-License-Identifier: Apache-2.0
// The table in which QGIS looks for the styles of a GeoPackage's layers.
#pragma once

#include <string>
#include <vector>

#include "geo/base/date.hpp"

namespace layers {

struct StoredStyle {
    std::string layerName;
    /// Empty for a plain table.
    std::string geometryColumn;
    std::string styleName;
    std::string qml;
};

/// Adds `layer_styles` as QGIS 3 creates it; each style is its layer's default.
/// Errors: Internal `file.write-failed`.
void writeStyleTable(void* dataset, const std::vector<StoredStyle>& styles, const geo::Date& asOf);

}  // namespace layers
