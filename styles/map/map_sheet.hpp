// SPDX-License-Identifier: Apache-2.0
// Everything a map of units shows, words included.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "geo/shape/geometry.hpp"
#include "styles/map/picture.hpp"
#include "styles/theme/theme.hpp"

namespace styles {

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
};

/// One large figure beside the map, such as the province's; left out while value is empty.
struct MapFigure {
    std::string title;
    std::string value;
    std::string note;
};

/// All words of the map; empty ones are left out.
struct MapText {
    std::string title;
    std::string subtitle;
    std::string legendTitle;
    /// One a class of the theme, lowest first.
    std::vector<std::string> classLabels;
    std::string noDataLabel;
    /// Stands behind the number of units of a class, such as `xã`.
    std::string countSuffix;
    /// Says what the mark at a class means.
    std::string referenceLabel;
    MapFigure figure;
    /// One paragraph each.
    std::vector<std::string> notes;
    std::string sourceLine;
    std::string statusLine;
    std::string northLetter;
    /// Word for kilometre.
    std::string scaleUnit;
};

struct MapSheet {
    std::vector<MapUnit> units;
    /// Drawn darker above the borders; where there are none, borders that belong to one unit only.
    std::vector<geo::Geometry> outlines;
    Theme theme;
    MapText text;
    /// Writes a value of a unit or a length of the scale bar the way the reader does.
    std::function<std::string(double)> formatValue;
    std::function<std::string(double)> formatLength;
    SizePx size{1280, 800};
    /// What to show, in metres; nothing for all units.
    std::optional<geo::Extent> extent;
    /// A level to mark in the legend.
    std::optional<double> referenceMark;
};

}  // namespace styles
