// SPDX-License-Identifier: Apache-2.0
// A map as the bytes of a picture file.
#pragma once

#include <string>

#include "geo/base/date.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/paint/paint_session.hpp"

namespace styles {

struct Picture {
    std::string bytes;
    ComposedMap map;
};

/// A map as pixels, for whoever shows them at once.
struct Painting {
    Raster raster;
    ComposedMap map;
};

/// Errors: as below.
Painting paintingOf(const MapSheet& sheet, const PaintSession& session);

/// Errors, for all three: Refused `paint.picture-too-large`, `paint.not-encoded`; those of composeMap().
Picture pngOf(const MapSheet& sheet, const PaintSession& session);
Picture svgOf(const MapSheet& sheet, const PaintSession& session);
/// One page, 96 pixels of the sheet to the inch, its text searchable, dated by the data.
Picture pdfOf(const MapSheet& sheet, geo::Date asOf, const PaintSession& session);

}  // namespace styles
