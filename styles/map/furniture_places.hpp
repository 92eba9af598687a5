// SPDX-License-Identifier: Apache-2.0
// Where scale bar and north arrow stand: in corners the map leaves free, else in a strip below it.
#pragma once

#include <vector>

#include "styles/map/page_layout.hpp"

namespace styles {

struct PlacedSketch {
    Sketch sketch;
    PointPx place;
    RectPx box() const { return {place.x, place.y, place.x + sketch.width(), place.y + sketch.height()}; }
};

struct FurniturePlaces {
    std::vector<PlacedSketch> pieces;
    /// The page's map frame, less the strip where one was needed.
    RectPx mapFrame;
    double scaleBar_km = 0;
};

FurniturePlaces placeFurniture(const MapSheet& sheet, const geo::Extent& extent, const PageLayout& page);

}  // namespace styles
