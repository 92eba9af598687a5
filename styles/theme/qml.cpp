// SPDX-License-Identifier: Apache-2.0
// Writes a theme as the XML that QGIS keeps layer styles in.
#include "styles/theme/qml.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>

#include "geo/base/error.hpp"
#include "styles/theme/qml_text.hpp"

namespace styles {
namespace {

using qml::colourValue;
using qml::escaped;
using qml::filterOf;
using qml::millimetres;
using qml::option;
using qml::quotedField;
using qml::ruleElement;

std::string fillLayer(Colour fill, const LineLook& border) {
    return "    <layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" +
           option("color", colourValue(fill)) + option("style", "solid") +
           option("outline_color", colourValue(border.colour)) + option("outline_style", "solid") +
           option("outline_width", millimetres(border.width)) + option("outline_width_unit", "MM") +
           option("joinstyle", "round") + "</Option></layer>\n";
}

std::string hatchLayer(const HatchLook& hatch, std::string_view symbolName) {
    const std::string line =
        "<layer class=\"SimpleLine\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" +
        option("line_color", colourValue(hatch.line.colour)) + option("line_style", "solid") +
        option("line_width", millimetres(hatch.line.width)) + option("line_width_unit", "MM") +
        "</Option></layer>";
    return "    <layer class=\"LinePatternFill\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option "
           "type=\"Map\">" +
           option("angle", "45") + option("distance", millimetres(hatch.spacing)) +
           option("distance_unit", "MM") +
           fmt::format("</Option><symbol type=\"line\" name=\"@{}@1\" alpha=\"1\" clip_to_extent=\"1\">",
                       symbolName) +
           line + "</symbol></layer>\n";
}

std::string symbolElement(std::size_t index, const std::string& symbolLayers) {
    return fmt::format(
        "   <symbol type=\"fill\" name=\"{}\" alpha=\"1\" clip_to_extent=\"1\">\n{}   </symbol>\n", index,
        symbolLayers);
}

std::string rendererElement(const Theme& theme, const QmlWords& words) {
    const std::string field = quotedField(words.valueField);
    const std::size_t noData = theme.breaks.count();
    std::string rules;
    std::string symbols;
    for (std::size_t i = 0; i < noData; ++i) {
        rules += ruleElement(i, filterOf(theme.breaks, i, field), words.classLabels[i]);
        symbols += symbolElement(i, fillLayer(theme.ramp[i], theme.border));
    }
    rules += ruleElement(noData, field + " IS NULL", words.noDataLabel);
    symbols += symbolElement(noData, fillLayer(theme.noData.background, theme.border) +
                                         hatchLayer(theme.noData, std::to_string(noData)));
    return qml::rendererText(rules, symbols);
}

std::string labelExpression(const Theme& theme, const QmlWords& words) {
    const std::string name = quotedField(words.nameField);
    const std::string value =
        fmt::format("format_number({}, {})", quotedField(words.valueField), theme.decimals);
    if (!theme.label.value) return name;
    if (!theme.label.name) return value;
    return fmt::format("{} || coalesce('\\n' || {}, '')", name, value);
}

std::string labelingElement(const Theme& theme, const QmlWords& words) {
    if (!theme.label.name && !theme.label.value) return "";
    return fmt::format(
        "  <labeling type=\"simple\"><settings calloutType=\"simple\">\n"
        "   <text-style fieldName=\"{}\" isExpression=\"1\" fontFamily=\"Inter\" fontSize=\"8\" "
        "namedStyle=\"Regular\" fontWeight=\"50\" textOpacity=\"1\" "
        "fontSizeUnit=\"Point\" textColor=\"31,41,51,255\" multilineHeight=\"1\">"
        "<text-buffer bufferDraw=\"1\" bufferOpacity=\"1\" bufferSize=\"0.6\" bufferSizeUnits=\"MM\" "
        "bufferColor=\"255,255,255,255\"/></text-style>\n"
        "   <placement placement=\"1\" centroidInside=\"1\" centroidWhole=\"1\"/>\n"
        "   <rendering drawLabels=\"1\" obstacle=\"1\"/>\n"
        "  </settings></labeling>\n",
        escaped(labelExpression(theme, words)));
}

void requireOneLabelAClass(const Theme& theme, const QmlWords& words) {
    if (words.classLabels.size() == theme.breaks.count() && theme.ramp.size() == theme.breaks.count()) return;
    throw geo::Error(geo::ErrorKind::Internal, "theme.class-labels",
                     {{"labels", static_cast<std::int64_t>(words.classLabels.size())},
                      {"classes", static_cast<std::int64_t>(theme.breaks.count())}});
}

}  // namespace

std::string qmlFor(const Theme& theme, const QmlWords& words) {
    requireOneLabelAClass(theme, words);
    const bool labelled = theme.label.name || theme.label.value;
    return qml::styleText(rendererElement(theme, words) + labelingElement(theme, words), {2, labelled});
}

}  // namespace styles
