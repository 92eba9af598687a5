// SPDX-License-Identifier: Apache-2.0
// What a map gets when it becomes a page: paper, grid, scale, overview.
#pragma once

#include <optional>
#include <string>

#include "app/jobs/map_grid.hpp"
#include "styles/map/map_sheet.hpp"

namespace app {

struct PageWish {
    /// Paper rather than a screen.
    bool isPaper = false;
    double pixelsPerInch = 96;
    /// Nothing: the plane's kilometres on paper, none on a screen.
    std::optional<GridKind> grid;
};

/// The overview of all units of a sheet.
styles::MapInset insetOf(const styles::MapSheet& sheet, const Catalogue& words);

/// Errors: those of mapGrid().
void dressPage(styles::MapSheet& sheet, const PageWish& wish, const geo::Crs& crs, const Catalogue& words);

}  // namespace app
