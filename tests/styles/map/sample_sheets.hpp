// SPDX-License-Identifier: Apache-2.0
// Small maps made up for tests.
#pragma once

#include <vector>

#include "styles/map/map_sheet.hpp"

namespace testing_styles {

/// Two squares of 10 km side by side, the right one without a figure.
styles::MapSheet twoSquares();

/// A mosaic of crooked quadrangles with names of one to three words; every seventh has no figure.
styles::MapSheet mosaic(int columns, int rows, unsigned seed);

/// A plain ground of units with rivers, points and plots of classes and categories; every other point stands
/// in one small town, names are long, some values and categories are unknown.
styles::MapSheet crowdedSheet(int points, unsigned seed);

/// Plots kept in memory, of a theme with so many rows, in parts of a hundred.
styles::PlotSource plotsOf(std::vector<styles::MapPlot> plots, std::size_t rows);

/// All plots of a source.
std::vector<styles::MapPlot> plotsIn(const styles::PlotSource& source);

}  // namespace testing_styles
