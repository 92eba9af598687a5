// SPDX-License-Identifier: Apache-2.0
// What a page carries besides its map: the grid of its frame, an inset, a table, a scale that holds on paper.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/shape/extent.hpp"
#include "styles/map/unit_mosaic.hpp"

namespace styles {

enum class GridRun { NorthSouth, WestEast };

/// A line along which one coordinate stays the same, in the map's plane, and that coordinate as written.
struct GridLine {
    GridRun run = GridRun::NorthSouth;
    std::string figure;
    std::vector<geo::Coordinate> path;
};

/// How a grid shows inside the frame; its ticks and figures stand on the frame either way.
enum class GridMarks { Crosses, Lines };

struct MapGrid {
    GridMarks marks = GridMarks::Crosses;
    /// The lines that cross a window of the plane drawn at 1:scale; nothing here, no grid.
    std::function<std::vector<GridLine>(const geo::Extent& window, double scale)> lines;
};

/// Where the page's map lies: an overview of all units with the map's extent upon it.
struct MapInset {
    std::string title;
    std::shared_ptr<const UnitMosaic> ground;
    /// The unit of the ground set off from the rest; nothing where the page is about no single one.
    std::optional<std::size_t> focus;
};

/// A row of the small table beside the map.
struct FigureRow {
    std::string label;
    std::string value;
};

struct PageParts {
    /// Of the picture; with it the scale in figures is that of the paper.
    double pixelsPerInch = 96;
    /// On paper the map has a frame and a scale in round figures.
    bool isPaper = false;
    MapGrid grid;
    std::optional<MapInset> inset;
    /// Writes `Tỷ lệ 1:250.000`; nothing here, no scale in figures.
    std::function<std::string(double)> formatScale;
};

}  // namespace styles
