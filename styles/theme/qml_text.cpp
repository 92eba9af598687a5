// SPDX-License-Identifier: Apache-2.0
// Escapes and formats what QGIS styles are made of.
#include "styles/theme/qml_text.hpp"

#include <fmt/format.h>

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

std::string styleText(const std::string& content, const StyleShape& shape) {
    return fmt::format(
               "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
               "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\"{}\">\n",
               shape.isLabelled ? 1 : 0) +
           content +
           fmt::format("  <layerGeometryType>{}</layerGeometryType>\n</qgis>\n", shape.geometryType);
}

}  // namespace styles::qml
