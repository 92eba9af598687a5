// SPDX-License-Identifier: Apache-2.0
// The grids a map's frame can carry: kilometres of its own plane, or meridians and parallels.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/words/catalogue.hpp"
#include "geo/crs/crs.hpp"
#include "styles/map/page_parts.hpp"

namespace app {

enum class GridKind { None, Vn2000, Graticule };

/// `none`, `vn2000`, `graticule`; nothing for other words.
std::optional<GridKind> parseGridKind(std::string_view word);

/// The step of a grid of the plane at 1:scale, in metres: 1, 2 or 5 times a power of ten, never closer than 20 mm
/// on paper, as the kilometres of a sheet 1:50,000 are.
double gridStep_m(double scale);

/// The step of a graticule at 1:scale, in seconds of arc: 2′ up to 1:5,000, 5′ to 1:25,000, 10′ to 1:80,000, 20′ to
/// 1:150,000, 30′ to 1:1,000,000, else 1°.
/// Source: TT 47/2014/TT-BTNMT, Điều 21; beyond 1:150,000 our own continuation.
int graticuleStep_s(double scale);

/// The grid of a map in a plane. Meridians and parallels are those of the plane's own datum; where the step of the
/// scale would leave fewer than two lines in the window, it is made finer.
/// Errors: Usage `map.grid-needs-plane` where the CRS is no plane.
styles::MapGrid mapGrid(GridKind kind, const geo::Crs& crs, const Catalogue& words);

/// What the figures on the frame are: `VN-2000, kinh tuyến trục 103°00′ …`; empty without a grid.
std::string gridNote(GridKind kind, const geo::Crs& crs, const Catalogue& words);

}  // namespace app
