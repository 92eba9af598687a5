// SPDX-License-Identifier: Apache-2.0
// Everything a map shows, words included.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/shape/geometry.hpp"
#include "styles/map/page_parts.hpp"
#include "styles/map/picture.hpp"
#include "styles/map/plot_source.hpp"
#include "styles/map/unit_mosaic.hpp"
#include "styles/theme/theme.hpp"

namespace styles {

/// What a figure is worth, so that the map can show it: carried to new borders or estimated rather than
/// measured; owed and not reported, not applicable, or without an assigned target, rather than missing.
enum class UnitMark { Plain, Carried, Estimated, NotReported, NotApplicable, NoTarget };

/// Whether a unit so marked stands in a class, by its value.
constexpr bool holdsFigure(UnitMark mark) { return mark < UnitMark::NotReported; }

struct MapUnit {
    std::string code;
    /// As the map writes it.
    std::string name;
    /// In the map's plane, metres.
    geo::Geometry shape;
    /// Nothing where there is no figure; hatched, never zero.
    std::optional<double> value;
    /// Where its label would best stand: the point of the shape farthest from its border.
    geo::Coordinate labelAt;
    UnitMark mark = UnitMark::Plain;
    /// Paler than it would be: on a page about another unit.
    bool isFaded = false;
};

/// A river or the like, drawn above borders.
struct MapLine {
    std::string code;
    /// Written once for all lines of the same name.
    std::string name;
    geo::Geometry shape;
    /// Chooses the class; nothing where unknown.
    std::optional<double> value = std::nullopt;
    /// Sets the width.
    double amount = 0;
};

/// A site or the like, drawn above lines.
struct MapPoint {
    std::string code;
    std::string name;
    geo::Coordinate at;
    /// Chooses the class; nothing where unknown: a point of a theme with classes is hollow then.
    std::optional<double> value = std::nullopt;
    /// Chooses the category where the theme has categories.
    std::string category = {};
    /// Sets the size.
    double amount = 0;
    bool isHollow = false;
};

/// One large figure beside the map, such as the province's; left out while value is empty.
struct MapFigure {
    std::string title;
    std::string value;
    std::string note;
};

/// The words of one section of the legend; rows without words are left out.
struct LegendText {
    std::string title;
    /// One a class or category of the theme's look, in its order.
    std::vector<std::string> labels;
    /// Of things without a value or a known category.
    std::string noDataLabel;
    /// Stands behind the number of things of a class or category, such as `điểm`.
    std::string countSuffix;
    /// Says what size or width stands for, with its unit.
    std::string sizeTitle;
    /// What filled and hollow symbols mean; both or none.
    std::string solidLabel;
    std::string hollowLabel;
    /// What a ring with a number means; shown where points are clustered.
    std::string clusterLabel = {};
};

/// All words of the map; empty ones are left out.
struct MapText {
    std::string title;
    std::string subtitle;
    std::string legendTitle;
    /// One a class of the theme, lowest first.
    std::vector<std::string> classLabels;
    std::string noDataLabel;
    /// Units whose figure is carried or estimated, not reported, not applicable, or without a target of their own; a row
    /// where there are any.
    std::string carriedLabel = {};
    std::string estimatedLabel = {};
    std::string notReportedLabel = {};
    std::string notApplicableLabel = {};
    std::string noTargetLabel = {};
    LegendText lineLegend = {};
    LegendText pointLegend = {};
    LegendText plotLegend = {};
    /// Stands behind the number of units of a class, such as `xã`.
    std::string countSuffix;
    /// Says what the mark at a class means.
    std::string referenceLabel;
    MapFigure figure;
    /// Below the figure, before the notes.
    std::vector<FigureRow> table = {};
    /// One paragraph each.
    std::vector<std::string> notes;
    std::string sourceLine;
    std::string statusLine;
    /// What the figures on the frame are, and which page this is.
    std::string gridLine = {};
    std::string pageLine = {};
    std::string northLetter;
    /// Word for kilometre.
    std::string scaleUnit;
};

/// What a unit's figure is in one panel.
struct PanelFigure {
    std::optional<double> value;
    UnitMark mark = UnitMark::Plain;
};

/// The sheet's units once more with other figures, such as those of another year.
struct MapPanel {
    std::string title;
    std::string note;
    /// One a unit, in the sheet's order.
    std::vector<PanelFigure> figures;
};

struct MapSheet {
    std::vector<MapUnit> units;
    /// Of the units' shapes, so that many pictures need not make it anew: mosaicOf().
    std::shared_ptr<const UnitMosaic> mosaic = {};
    /// Small multiples; where there are any they take the place of the one map, and only units are drawn.
    std::vector<MapPanel> panels = {};
    /// Drawn darker above the borders; where there are none, borders that belong to one unit only.
    std::vector<geo::Geometry> outlines;
    std::vector<MapLine> lines;
    std::vector<MapPoint> points;
    PlotSource plots;
    Theme theme;
    MapText text;
    /// Writes a value of a unit or a length of the scale bar the way the reader does.
    std::function<std::string(double)> formatValue;
    std::function<std::string(double)> formatLength;
    /// Writes the round amounts of a legend of sizes, and counts of a thousand and more.
    std::function<std::string(double)> formatAmount;
    SizePx size{1280, 800};
    /// What to show, in metres; nothing for all units.
    std::optional<geo::Extent> extent;
    /// A level to mark in the legend.
    std::optional<double> referenceMark;
    PageParts page = {};
};

}  // namespace styles
