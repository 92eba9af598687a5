// SPDX-License-Identifier: Apache-2.0
// Maps and other pages as files: PNG, SVG, PDF.
#pragma once

#include <filesystem>

#include "geo/base/date.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/map/map_sheet.hpp"
#include "styles/paint/paint_session.hpp"
#include "styles/paint/pictures.hpp"

namespace styles {

/// Paints a page into a file by its extension: png, svg or pdf. Written aside and renamed: a failure leaves
/// the old file whole. The same page gives the same bytes; a PDF bears the day the data describe.
/// Errors: Usage `paint.format-unknown`; Refused `paint.not-written`, `paint.disk-full`,
/// `paint.picture-too-large`;
///         those of what is drawn.
void paintFile(const std::filesystem::path& target, const Page& page, geo::Date asOf,
               const PaintSession& session);

/// The same for a map. Errors: also those of composeMap().
ComposedMap paintFile(const std::filesystem::path& target, const MapSheet& sheet, geo::Date asOf,
                      const PaintSession& session);

/// Many pages in one PDF, asked for in order on this thread.
/// Errors: Usage `paint.pages-need-pdf` for another extension; as above.
void paintPages(const std::filesystem::path& target, const NextPage& next, geo::Date asOf,
                const PaintSession& session);

}  // namespace styles
