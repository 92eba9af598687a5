// SPDX-License-Identifier: Apache-2.0
// Lines, points and plots as QGIS layer styles.
#pragma once

#include <string>
#include <vector>

#include "styles/theme/data_look.hpp"

namespace styles {

/// What a style says of a layer: columns of the layer, words for people.
struct QmlColumns {
    /// The value that is classed, or the code or key of the category.
    std::string dataField;
    /// Sets width or size; empty where all are alike.
    std::string amountField;
    /// Written beside things; empty for no labels.
    std::string nameField;
    /// One a class or category, in the look's order.
    std::vector<std::string> labels;
    std::string otherLabel;
    /// Stands in for the data field where the value is computed from several.
    std::string dataExpression = {};
};

/// QML styles that QGIS 3.22 and later reads: one rule a class or category, one for all other rows; width and
/// size in proportion to the amount, as on our maps.
/// Errors: Internal `theme.class-labels` unless there is one label a class or category.
std::string qmlFor(const LinesLook& look, const QmlColumns& columns);
std::string qmlFor(const PointsLook& look, const QmlColumns& columns);
std::string qmlFor(const PlotsLook& look, const QmlColumns& columns);

}  // namespace styles
