// SPDX-License-Identifier: Apache-2.0
// Maps and other pages as the bytes of a picture file.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "geo/base/date.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/paint/paint_session.hpp"

namespace styles {

/// One page: how large it is, and what is drawn on it.
struct Page {
    SizePx size;
    double pixelsPerInch = 96;
    /// Of the document.
    std::string title;
    std::function<void(Canvas& canvas, const TextMeasure& measure)> draw;
};

/// A map as pixels, for whoever shows them at once.
struct Painting {
    Raster raster;
    ComposedMap map;
};

/// Errors: as below.
Painting paintingOf(const MapSheet& sheet, const PaintSession& session);

/// A page of a map; drawing it tells what was composed. Both must outlive the page.
Page mapPage(const MapSheet& sheet, ComposedMap& map);

/// Pages one after another; nothing after the last.
using NextPage = std::function<std::optional<Page>()>;

/// Errors, for all: Refused `paint.picture-too-large`, `paint.not-encoded`; those of what is drawn.
std::string pngOf(const Page& page, const PaintSession& session);
std::string svgOf(const Page& page, const PaintSession& session);
/// All pages in one document, its text searchable, dated by the data.
std::string pdfOf(const NextPage& next, geo::Date asOf, const PaintSession& session);

}  // namespace styles
