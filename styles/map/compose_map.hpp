// SPDX-License-Identifier: Apache-2.0
// A map from what it shows: layout, fills, borders, labels, legend.
#pragma once

#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "styles/map/canvas.hpp"
#include "styles/map/map_sheet.hpp"
#include "styles/map/map_view.hpp"
#include "styles/map/text_measure.hpp"

namespace styles {

/// A line of text and the room it took, halo included.
struct PlacedLabel {
    std::string text;
    RectPx box;
    /// The unit it names; empty for title, legend and the like.
    std::string unitCode = {};
    /// The point or line it names.
    std::string placeCode = {};
};

struct ComposedMap {
    /// Every text drawn; no two boxes overlap, none leaves the picture.
    std::vector<PlacedLabel> labels;
    /// Units in view for whose label there was no room, by code.
    std::vector<std::string> unlabelled;
    /// Points that lie outside the frame or nowhere at all; the legend counts them.
    std::size_t pointsOutside = 0;
    /// The part of the picture that is map.
    RectPx frame;
    double metresPerPixel = 0;
    double scaleBar_km = 0;
};

/// What of the map a window shows.
struct ViewFrame {
    MapView view;
    RectPx frame;
    /// The size of parts: 1 on a screen of ordinary density.
    double unit = 1;
    /// Where something else stands upon the map; no name is put there.
    std::vector<RectPx> taken = {};
    /// Carries the wish to stop.
    geo::Progress progress = {};
};

/// Draws the ground of a map and all upon it as a view shows it, over what is there already: no paper, title,
/// legend or scale. Errors: Internal `map.class-labels` as composeMap(); Stopped.
ComposedMap composeView(const MapSheet& sheet, const ViewFrame& place, Canvas& canvas,
                        const TextMeasure& measure);

/// Draws a map; the same sheet and measure give the same verbs in the same order.
/// Fills, plots, borders, lines, points, names: each above the one before.
/// Errors: BadData `map.nothing-to-draw`; Internal `map.class-labels` unless every class and category has a
///         label; Usage
///         `map.size-too-small` when the words leave no room for the map.
ComposedMap composeMap(const MapSheet& sheet, Canvas& canvas, const TextMeasure& measure);

}  // namespace styles
