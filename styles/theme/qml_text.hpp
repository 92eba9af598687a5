// SPDX-License-Identifier: Apache-2.0
// The small words of QGIS styles.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "styles/theme/class_breaks.hpp"
#include "styles/theme/colour.hpp"

namespace styles::qml {

/// Safe inside an XML attribute.
std::string escaped(std::string_view text);
/// A column as an expression names it.
std::string quotedField(std::string_view field);
/// `12,78,74,255`.
std::string colourValue(Colour colour);
/// A width in pixels of 96 to the inch as millimetres.
std::string millimetres(double width_px);
std::string option(std::string_view name, std::string_view value);

/// A property that QGIS computes from an expression, row by row.
struct Computed {
    std::string property;
    std::string expression;
};
/// `data_defined_properties` of a layer of a symbol, `dd_properties` of labels.
std::string computedElement(const std::string& tag, const std::vector<Computed>& properties);

/// One layer of a symbol: of its class, its options and what else stands within it.
std::string layerElement(const std::string& layerClass, const std::string& options,
                         const std::string& more = {});
std::string symbolElement(std::string_view name, const std::string& type, const std::string& symbolLayers);
/// The expression true for values of one half-open class.
std::string filterOf(const ClassBreaks& breaks, std::size_t classIndex, const std::string& field);
std::string ruleElement(std::size_t index, const std::string& filter, const std::string& label);
std::string rendererText(const std::string& rules, const std::string& symbols);

/// Labels of dark letters upon a light rim, colours computed where given.
struct Labels {
    std::string expression;
    /// QGIS's number: 1 at a point inside, 2 along a line, 6 around a point.
    int placement = 1;
    std::vector<Computed> colours = {};
};
std::string labelingElement(const Labels& labels);

/// Geometry types by the numbers of QGIS: 0 points, 1 lines, 2 polygons.
struct StyleShape {
    int geometryType = 2;
    bool isLabelled = false;
};
std::string styleText(const std::string& content, const StyleShape& shape);

}  // namespace styles::qml
