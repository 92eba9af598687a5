// SPDX-License-Identifier: Apache-2.0
// Escapes and formats what QGIS styles are made of.
#include "styles/theme/qml_text.hpp"

#include <fmt/format.h>

#include "styles/theme/palette.hpp"

namespace styles::qml {
namespace {

// QGIS measures in millimetres; a theme in pixels of 96 to the inch.
constexpr double millimetresPerPixel = 25.4 / 96;

}  // namespace

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

std::string computedElement(const std::string& tag, const std::vector<Computed>& properties) {
    std::string listed;
    for (const Computed& each : properties) {
        listed += "<Option type=\"Map\" name=\"" + each.property +
                  "\"><Option type=\"bool\" name=\"active\" value=\"true\"/>" +
                  option("expression", each.expression) +
                  "<Option type=\"int\" name=\"type\" value=\"3\"/></Option>";
    }
    return "<" + tag + "><Option type=\"Map\">" + option("name", "") +
           "<Option type=\"Map\" name=\"properties\">" + listed + "</Option>" +
           option("type", "collection") + "</Option></" + tag + ">";
}

std::string layerElement(const std::string& layerClass, const std::string& options, const std::string& more) {
    return fmt::format(
        "    <layer class=\"{}\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option "
        "type=\"Map\">{}</Option>{}</layer>\n",
        layerClass, options, more);
}

std::string symbolElement(std::string_view name, const std::string& type, const std::string& symbolLayers) {
    return fmt::format(
        "   <symbol type=\"{}\" name=\"{}\" alpha=\"1\" clip_to_extent=\"1\">\n{}   </symbol>\n", type, name,
        symbolLayers);
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

std::string rendererText(const std::string& rules, const std::string& symbols) {
    return "  <renderer-v2 type=\"RuleRenderer\" enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\">\n"
           "  <rules key=\"rules\">\n" +
           rules + "  </rules>\n  <symbols>\n" + symbols + "  </symbols>\n  </renderer-v2>\n";
}

std::string labelingElement(const Labels& labels) {
    return fmt::format(
        "  <labeling type=\"simple\"><settings calloutType=\"simple\">\n"
        "   <text-style fieldName=\"{}\" isExpression=\"1\" fontFamily=\"Inter\" fontSize=\"8\" "
        "namedStyle=\"Regular\" fontWeight=\"50\" textOpacity=\"1\" fontSizeUnit=\"Point\" "
        "textColor=\"{}\" multilineHeight=\"1\">"
        "<text-buffer bufferDraw=\"1\" bufferOpacity=\"1\" bufferSize=\"0.6\" bufferSizeUnits=\"MM\" "
        "bufferColor=\"{}\"/></text-style>\n"
        "   <placement placement=\"{}\" centroidInside=\"1\" centroidWhole=\"1\"/>\n"
        "   <rendering drawLabels=\"1\" obstacle=\"1\"/>\n{}"
        "  </settings></labeling>\n",
        escaped(labels.expression), colourValue(palette::ink), colourValue(palette::paper), labels.placement,
        labels.colours.empty() ? "" : "   " + computedElement("dd_properties", labels.colours) + "\n");
}

std::string styleText(const std::string& content, const StyleShape& shape) {
    return fmt::format(
               "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
               "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\"{}\">\n",
               shape.isLabelled ? 1 : 0) +
           content +
           fmt::format("  <layerGeometryType>{}</layerGeometryType>\n</qgis>\n", shape.geometryType);
}

}  // namespace styles::qml
