// SPDX-License-Identifier: Apache-2.0
// Writes a theme as the XML that QGIS keeps layer styles in.
#include "styles/theme/qml.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>

#include "geo/base/error.hpp"

namespace styles {
namespace {

// QGIS measures in millimetres; a theme in pixels of 96 to the inch.
constexpr double millimetresPerPixel = 25.4 / 96;

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        if (letter == '&')
            safe += "&amp;";
        else if (letter == '<')
            safe += "&lt;";
        else if (letter == '>')
            safe += "&gt;";
        else if (letter == '"')
            safe += "&quot;";
        else if (letter == '\n')
            safe += "&#xa;";
        else
            safe += letter;
    }
    return safe;
}

std::string quotedField(std::string_view field) {
    std::string quoted = "\"";
    for (const char letter : field) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + "\"";
}

std::string colourValue(Colour colour) {
    return fmt::format("{},{},{},255", colour.red, colour.green, colour.blue);
}

std::string millimetres(double width_px) { return fmt::format("{:.3f}", width_px * millimetresPerPixel); }

std::string option(std::string_view name, std::string_view value) {
    return fmt::format(R"(<Option type="QString" name="{}" value="{}"/>)", name, escaped(value));
}

std::string filterOf(const ClassBreaks& breaks, std::size_t classIndex, const std::string& field) {
    const auto from = breaks.from(classIndex);
    const auto below = breaks.below(classIndex);
    if (from && below) return fmt::format("{0} >= {1} AND {0} < {2}", field, *from, *below);
    if (from) return fmt::format("{} >= {}", field, *from);
    if (below) return fmt::format("{} < {}", field, *below);
    return field + " IS NOT NULL";
}

std::string ruleElement(std::size_t index, const std::string& filter, const std::string& label) {
    return fmt::format("   <rule key=\"rule-{0}\" symbol=\"{0}\" filter=\"{1}\" label=\"{2}\"/>\n", index,
                       escaped(filter), escaped(label));
}

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
    return "  <renderer-v2 type=\"RuleRenderer\" enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\">\n"
           "  <rules key=\"rules\">\n" +
           rules + "  </rules>\n  <symbols>\n" + symbols + "  </symbols>\n  </renderer-v2>\n";
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
    return fmt::format(
               "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
               "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\"{}\">\n",
               labelled ? 1 : 0) +
           rendererElement(theme, words) + labelingElement(theme, words) +
           "  <layerGeometryType>2</layerGeometryType>\n</qgis>\n";
}

}  // namespace styles
