// SPDX-License-Identifier: Apache-2.0
// Maps as files: PNG, SVG, PDF.
#pragma once

#include <filesystem>

#include "geo/base/date.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/map/map_sheet.hpp"
#include "styles/paint/paint_session.hpp"

namespace styles {

/// Paints a map into a file by its extension: png, svg or pdf. Written aside and renamed: a failure leaves
/// the old file whole. The same sheet gives the same bytes; a PDF bears the day the data describe.
/// Errors: Usage `paint.format-unknown`; Refused `paint.not-written`, `paint.disk-full`,
/// `paint.picture-too-large`;
///         those of composeMap().
ComposedMap paintFile(const std::filesystem::path& target, const MapSheet& sheet, geo::Date asOf,
                      const PaintSession& session);

}  // namespace styles
