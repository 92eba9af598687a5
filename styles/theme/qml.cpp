// SPDX-License-Identifier: Apache-2.0
// Writes a theme as the XML that QGIS keeps layer styles in.
#include "styles/theme/qml.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>

#include "geo/base/error.hpp"
#include "styles/theme/palette.hpp"
#include "styles/theme/qml_text.hpp"

namespace styles {
namespace {

using qml::colourValue;
using qml::filterOf;
using qml::layerElement;
using qml::millimetres;
using qml::option;
using qml::quotedField;

constexpr int rising_deg = 45;
constexpr int falling_deg = 135;

std::string fillLayer(Colour fill, const LineLook& border) {
    return layerElement("SimpleFill", option("color", colourValue(fill)) + option("style", "solid") +
                                          option("outline_color", colourValue(border.colour)) +
                                          option("outline_style", "solid") +
                                          option("outline_width", millimetres(border.width)) +
                                          option("outline_width_unit", "MM") + option("joinstyle", "round"));
}

std::string computedColour(const std::string& property, const std::string& expression) {
    return expression.empty() ? ""
                              : qml::computedElement("data_defined_properties", {{property, expression}});
}

/// Its colour by an expression, where there is one.
std::string hatchLayer(const HatchLook& hatch, int angle_deg, const std::string& colour = {}) {
    const std::string line = layerElement(
        "SimpleLine",
        option("line_color", colourValue(hatch.line.colour)) + option("line_style", "solid") +
            option("line_width", millimetres(hatch.line.width)) + option("line_width_unit", "MM"),
        computedColour("outlineColor", colour));
    return layerElement("LinePatternFill",
                        option("angle", std::to_string(angle_deg)) +
                            option("distance", millimetres(hatch.spacing)) + option("distance_unit", "MM"),
                        qml::symbolElement("@line", "line", line));
}

std::string dotLayer(const std::string& colour) {
    const std::string dot = layerElement(
        "SimpleMarker",
        option("name", "circle") + option("outline_style", "no") +
            option("size", millimetres(palette::dotWidth)) + option("size_unit", "MM"),
        computedColour("fillColor", colour));
    const std::string spacing = millimetres(palette::dotSpacing);
    return layerElement("PointPatternFill",
                        option("distance_x", spacing) + option("distance_x_unit", "MM") +
                            option("distance_y", spacing) + option("distance_y_unit", "MM") +
                            option("displacement_x", millimetres(palette::dotSpacing / 2)) +
                            option("displacement_x_unit", "MM"),
                        qml::symbolElement("@dot", "marker", dot));
}

/// An expression that gives each class its colour, made from that of its ground.
template <class ColourOn>
std::string byClass(const Theme& theme, const std::string& field, const ColourOn& colourOn) {
    std::string cases;
    for (std::size_t i = 0; i < theme.breaks.count(); ++i)
        cases += fmt::format(" WHEN {} THEN '{}'", filterOf(theme.breaks, i, field),
                             hexText(colourOn(theme.ramp[i])));
    return "CASE" + cases + " END";
}

/// Rules and the symbols they name, numbered as they come.
class Rules {
  public:
    void add(const std::string& filter, const std::string& label, const std::string& symbolLayers) {
        m_rules += qml::ruleElement(m_count, filter, label);
        m_symbols += qml::symbolElement(std::to_string(m_count), "fill", symbolLayers);
        ++m_count;
    }
    std::string rendererText() const { return qml::rendererText(m_rules, m_symbols); }

  private:
    std::size_t m_count = 0;
    std::string m_rules;
    std::string m_symbols;
};

std::string isStatus(const QmlStatuses& statuses, const QmlStatus& status) {
    return fmt::format("{} = '{}'", quotedField(statuses.field), status.word);
}

std::string withoutValue(const QmlWords& words) {
    const QmlStatuses& statuses = words.statuses;
    const std::string isNull = quotedField(words.valueField) + " IS NULL";
    if (statuses.field.empty()) return isNull;
    return fmt::format("{} AND coalesce({}, '') NOT IN ('{}', '{}')", isNull, quotedField(statuses.field),
                       statuses.notReported.word, statuses.notApplicable.word);
}

void addMarked(const Theme& theme, const QmlWords& words, Rules& rules) {
    const QmlStatuses& statuses = words.statuses;
    const std::string shade = byClass(theme, quotedField(words.valueField), [](Colour ground) {
        return mixed(ground, palette::lettersOn(ground), palette::patternStrength);
    });
    const HatchLook falling{palette::paper, {palette::ink, palette::estimatedWidth}, palette::estimatedSpacing};
    const std::string hasValue = " AND " + quotedField(words.valueField) + " IS NOT NULL";
    rules.add(isStatus(statuses, statuses.carried) + hasValue, statuses.carried.label, dotLayer(shade));
    rules.add(isStatus(statuses, statuses.estimated) + hasValue, statuses.estimated.label,
              hatchLayer(falling, falling_deg, shade));
}

void addUncounted(const Theme& theme, const QmlWords& words, Rules& rules) {
    const QmlStatuses& statuses = words.statuses;
    HatchLook net = theme.noData;
    net.spacing *= palette::netSpacing;
    const std::string ground = fillLayer(theme.noData.background, theme.border);
    rules.add(withoutValue(words), words.noDataLabel, ground + hatchLayer(theme.noData, rising_deg));
    if (statuses.field.empty()) return;
    rules.add(isStatus(statuses, statuses.notReported), statuses.notReported.label,
              ground + hatchLayer(net, rising_deg) + hatchLayer(net, falling_deg));
    rules.add(isStatus(statuses, statuses.notApplicable), statuses.notApplicable.label,
              fillLayer(palette::notApplicable, theme.border));
}

std::string rendererElement(const Theme& theme, const QmlWords& words) {
    Rules rules;
    for (std::size_t i = 0; i < theme.breaks.count(); ++i)
        rules.add(filterOf(theme.breaks, i, quotedField(words.valueField)), words.classLabels[i],
                  fillLayer(theme.ramp[i], theme.border));
    addUncounted(theme, words, rules);
    if (!words.statuses.field.empty()) addMarked(theme, words, rules);
    return rules.rendererText();
}

std::string labelExpression(const Theme& theme, const QmlWords& words) {
    const std::string name = quotedField(words.nameField);
    const std::string language = words.language.empty() ? "" : ", '" + words.language + "'";
    const std::string value =
        fmt::format("format_number({}, {}{})", quotedField(words.valueField), theme.decimals, language);
    if (!theme.label.value) return name;
    if (!theme.label.name) return value;
    return fmt::format("{} || coalesce('\\n' || {}, '')", name, value);
}

std::string labelingElement(const Theme& theme, const QmlWords& words) {
    if (!theme.label.name && !theme.label.value) return "";
    const std::string field = quotedField(words.valueField);
    return qml::labelingElement(
        {.expression = labelExpression(theme, words),
         .colours = {{"Color", byClass(theme, field, palette::lettersOn)},
                     {"BufferColor", byClass(theme, field, [](Colour ground) { return ground; })}}});
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
