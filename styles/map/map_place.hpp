// SPDX-License-Identifier: Apache-2.0
// Where the map stands in the picture.
#pragma once

#include "geo/base/progress.hpp"
#include "styles/map/map_view.hpp"

namespace styles {

struct MapPlace {
    const MapView& view;
    /// What of the picture is map.
    const RectPx& frame;
    /// The size of parts: 1 in a picture 1280 wide.
    double unit = 1;
    /// Carries the wish to stop.
    geo::Progress progress = {};
};

}  // namespace styles
