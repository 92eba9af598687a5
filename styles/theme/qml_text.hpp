// SPDX-License-Identifier: Apache-2.0
// The small words of QGIS styles.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

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
/// The expression true for values of one half-open class.
std::string filterOf(const ClassBreaks& breaks, std::size_t classIndex, const std::string& field);
std::string ruleElement(std::size_t index, const std::string& filter, const std::string& label);
std::string rendererText(const std::string& rules, const std::string& symbols);

/// Geometry types by the numbers of QGIS: 0 points, 1 lines, 2 polygons.
struct StyleShape {
    int geometryType = 2;
    bool isLabelled = false;
};
std::string styleText(const std::string& content, const StyleShape& shape);

}  // namespace styles::qml
