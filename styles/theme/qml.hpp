// SPDX-License-Identifier: Apache-2.0
// A theme as a QGIS layer style.
#pragma once

#include <string>
#include <vector>

#include "styles/theme/theme.hpp"

namespace styles {

/// What a style says of a layer: columns of the layer, words for people.
struct QmlWords {
    std::string valueField;
    std::string nameField;
    std::vector<std::string> classLabels;
    std::string noDataLabel;
};

/// A QML style that QGIS 3.22 and later reads: one rule a half-open class, one for rows without a value,
/// labels by the theme's rule. Errors: Internal `theme.class-labels` unless there is one label a class.
std::string qmlFor(const Theme& theme, const QmlWords& words);

}  // namespace styles
