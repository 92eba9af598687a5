// SPDX-License-Identifier: Apache-2.0
// Writes rules and symbols for things that are no units.
#include "styles/theme/data_qml.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>

#include "geo/base/error.hpp"
#include "styles/theme/qml_text.hpp"

namespace styles {
namespace {

using qml::option;

constexpr int pointType = 0;
constexpr int lineType = 1;
constexpr int polygonType = 2;

void requireLabels(const DataColours& colours, const QmlColumns& columns) {
    if (columns.labels.size() == colours.count()) return;
    throw geo::Error(geo::ErrorKind::Internal, "theme.class-labels",
                     {{"labels", static_cast<std::int64_t>(columns.labels.size())},
                      {"classes", static_cast<std::int64_t>(colours.count())}});
}

/// A text as an expression writes it.
std::string quotedText(const std::string& text) {
    std::string quoted = "'";
    for (const char letter : text) quoted += letter == '\'' ? std::string("''") : std::string(1, letter);
    return quoted + "'";
}

std::string categoryFilter(const Category& category, const std::string& field) {
    std::string list = quotedText(category.key);
    for (const std::string& code : category.codes) list += ", " + quotedText(code);
    return field + " IN (" + list + ")";
}

std::string filterOfRow(const DataColours& colours, std::size_t row, const std::string& field) {
    return colours.categories.empty() ? qml::filterOf(colours.breaks, row, field)
                                      : categoryFilter(colours.categories[row], field);
}

/// An expression for a size in millimetres; shares of the largest amount, by the root where areas compare.
std::string sizeExpression(const SizeRange& range, const std::string& amountField, bool isArea) {
    const std::string amount = qml::quotedField(amountField);
    const std::string share = fmt::format("coalesce({0} / nullif(maximum({0}), 0), 0)", amount);
    const std::string scaled = isArea ? "sqrt(" + share + ")" : share;
    return fmt::format("max({}, {} * {})", qml::millimetres(range.least), qml::millimetres(range.most),
                       scaled);
}

std::string computed(const std::string& property, const std::string& expression) {
    return qml::computedElement("data_defined_properties", {{property, expression}});
}

std::string lineLayer(Colour colour, double width_px, const std::string& width) {
    return qml::layerElement("SimpleLine",
                             option("line_color", qml::colourValue(colour)) + option("line_style", "solid") +
                                 option("line_width", qml::millimetres(width_px)) +
                                 option("line_width_unit", "MM") + option("capstyle", "round") +
                                 option("joinstyle", "round"),
                             width.empty() ? "" : computed("outlineWidth", width));
}

std::string lineSymbol(const LinesLook& look, Colour colour, const QmlColumns& columns) {
    const bool isSized = !columns.amountField.empty();
    const std::string width = isSized ? sizeExpression(look.width, columns.amountField, false) : "";
    if (!look.casing) return lineLayer(colour, look.width.least, width);
    const double seams = 2 * look.casing->width;
    return lineLayer(look.casing->colour, look.width.least + seams,
                     isSized ? width + " + " + qml::millimetres(seams) : "") +
           lineLayer(colour, look.width.least, width);
}

/// The name QGIS gives a marker, and the degrees it is turned by.
struct Marker {
    std::string name;
    int angle = 0;
};

Marker markerOf(Symbol symbol) {
    switch (symbol) {
        case Symbol::Circle:
        case Symbol::Ring:
            return {"circle"};
        case Symbol::Square:
            return {"square"};
        case Symbol::Triangle:
            return {"triangle"};
        case Symbol::TriangleDown:
            return {"triangle", 180};
        case Symbol::Diamond:
            return {"diamond"};
        case Symbol::Pentagon:
            return {"pentagon"};
        case Symbol::Hexagon:
            return {"hexagon"};
        case Symbol::Star:
            return {"star"};
        case Symbol::Plus:
            return {"cross_fill"};
        case Symbol::Cross:
            return {"cross_fill", 45};
        case Symbol::NorthArrow:
        case Symbol::MarkLeft:
            return {"arrow"};
    }
    return {"circle"};
}

std::string pointSymbol(const PointsLook& look, std::optional<std::size_t> row, const QmlColumns& columns) {
    const DataColours& colours = look.colours;
    const bool isHollow = !row && colours.count() > 0;
    const Marker marker =
        markerOf(row && !colours.categories.empty() ? colours.categories[*row].symbol : look.symbol);
    const Colour colour = colours.colourOf(row);
    const bool isSized = !columns.amountField.empty();
    return qml::layerElement(
        "SimpleMarker",
        option("name", marker.name) + option("angle", std::to_string(marker.angle)) +
            option("color", isHollow ? "255,255,255,255" : qml::colourValue(colour)) +
            option("outline_color", qml::colourValue(isHollow ? colour : look.outline.colour)) +
            option("outline_style", "solid") + option("outline_width", qml::millimetres(look.outline.width)) +
            option("outline_width_unit", "MM") + option("size", qml::millimetres(look.size.least)) +
            option("size_unit", "MM"),
        isSized ? computed("size", sizeExpression(look.size, columns.amountField, true)) : "");
}

std::string plotSymbol(const PlotsLook& look, Colour colour) {
    return qml::layerElement(
        "SimpleFill",
        option("color", qml::colourValue(colour)) + option("style", "solid") +
            option("outline_color", qml::colourValue(look.border.colour)) + option("outline_style", "solid") +
            option("outline_width", qml::millimetres(look.border.width)) + option("outline_width_unit", "MM"));
}

/// One rule a class or category and one for all else.
template <class SymbolOf>
std::string rendererOf(const DataColours& colours, const QmlColumns& columns, const std::string& type,
                       const SymbolOf& symbolOf) {
    requireLabels(colours, columns);
    std::string rules;
    std::string symbols;
    const std::string data = columns.dataExpression.empty() ? qml::quotedField(columns.dataField)
                                                            : "(" + columns.dataExpression + ")";
    for (std::size_t row = 0; row < colours.count(); ++row) {
        const std::string filter = filterOfRow(colours, row, data);
        rules += qml::ruleElement(row, filter, columns.labels[row]);
        symbols += qml::symbolElement(std::to_string(row), type, symbolOf(std::optional(row)));
    }
    const std::string rest = colours.count() > 0 ? "ELSE" : "";
    rules += qml::ruleElement(colours.count(), rest, columns.otherLabel);
    symbols += qml::symbolElement(std::to_string(colours.count()), type, symbolOf(std::nullopt));
    return qml::rendererText(rules, symbols);
}

/// Names along lines or around points, by QGIS's own placements.
std::string namesElement(const std::string& nameField, int placement) {
    if (nameField.empty()) return "";
    return qml::labelingElement({qml::quotedField(nameField), placement});
}

constexpr int aroundPoint = 6;
constexpr int alongLine = 2;

}  // namespace

std::string qmlFor(const LinesLook& look, const QmlColumns& columns) {
    const auto symbolOf = [&](std::optional<std::size_t> row) {
        return lineSymbol(look, look.colours.colourOf(row), columns);
    };
    return qml::styleText(
        rendererOf(look.colours, columns, "line", symbolOf) + namesElement(columns.nameField, alongLine),
        {lineType, !columns.nameField.empty()});
}

std::string qmlFor(const PointsLook& look, const QmlColumns& columns) {
    const auto symbolOf = [&](std::optional<std::size_t> row) { return pointSymbol(look, row, columns); };
    return qml::styleText(
        rendererOf(look.colours, columns, "marker", symbolOf) + namesElement(columns.nameField, aroundPoint),
        {pointType, !columns.nameField.empty()});
}

std::string qmlFor(const PlotsLook& look, const QmlColumns& columns) {
    const auto symbolOf = [&](std::optional<std::size_t> row) {
        return plotSymbol(look, look.colours.colourOf(row));
    };
    return qml::styleText(rendererOf(look.colours, columns, "fill", symbolOf), {polygonType, false});
}

}  // namespace styles
