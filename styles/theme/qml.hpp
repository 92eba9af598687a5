// SPDX-License-Identifier: Apache-2.0
// A theme as a QGIS layer style.
#pragma once

#include <string>
#include <vector>

#include "styles/theme/theme.hpp"

namespace styles {

/// A word in the column of statuses, and for people.
struct QmlStatus {
    std::string word;
    std::string label;
};

/// What tells what a figure is worth; without a column nothing does.
struct QmlStatuses {
    std::string field;
    QmlStatus carried;
    QmlStatus estimated;
    QmlStatus notReported;
    QmlStatus notApplicable;
};

/// What a style says of a layer: columns of the layer, words for people.
struct QmlWords {
    std::string valueField;
    std::string nameField;
    std::vector<std::string> classLabels;
    std::string noDataLabel;
    QmlStatuses statuses = {};
    /// Numbers are written as its people do, by its two letters; nothing: as QGIS is set.
    std::string language = {};
};

/// A QML style that QGIS 3.22 and later reads: one rule a half-open class, one for rows without a value, one
/// a status that our maps mark, upon its class; labels by the theme's rule. Errors: Internal `theme.class-labels` unless there is one label a class.
std::string qmlFor(const Theme& theme, const QmlWords& words);

}  // namespace styles
