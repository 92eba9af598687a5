// SPDX-License-Identifier: Apache-2.0
// Places to look up: longitude and latitude, WGS 84, by chance over the communes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "geo/crs/crs.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "layers/store/workspace.hpp"

namespace bench {

/// Degrees, a little wider than the communes.
geo::Extent lonLatExtent(const layers::Workspace& workspace);

/// By chance within the extent, always the same for the same seed.
std::vector<geo::Coordinate> randomPoints(std::size_t count, const geo::Extent& extent,
                                          std::uint64_t seed = 1);

geo::Crs wgs84();

/// Longitudes and latitudes to the plane, by PROJ itself.
std::vector<geo::Coordinate> movedExactly(std::vector<geo::Coordinate> lonLat, const geo::Crs& plane);

}  // namespace bench
