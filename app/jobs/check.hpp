// SPDX-License-Identifier: Apache-2.0
// `check`: where field points really are — in which units, how far from borders, sites and streams — and a
// verdict.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/jobs/outcome.hpp"
#include "app/words/catalogue.hpp"
#include "geo/base/progress.hpp"
#include "geo/crs/crs.hpp"
#include "layers/text/encoding.hpp"
#include "layers/text/number_text.hpp"
#include "styles/paint/paint_session.hpp"

namespace app {

struct CheckRequest {
    /// GPX, an NMEA log, CSV or XLSX with coordinates, or a layer of points.
    std::filesystem::path file;
    /// Of the coordinates, where the file does not say.
    std::optional<geo::Crs> crs;
    layers::Encoding encoding = layers::Encoding::Auto;
    /// How numbers are written; nothing: as the file's own cells say.
    std::optional<layers::DecimalMark> decimal;
    /// Needed only when the file holds several layers.
    std::string layerName;
    /// Every point with its verdict: a table (.csv, .xlsx), a layer (.gpkg, .shp, .geojson), .gpx, or minutes
    /// to print and sign (.pdf), where points of a track that follow one another are one entry.
    std::optional<std::filesystem::path> out;
};

/// What a check needs from the program around it.
struct CheckTools {
    const Catalogue& words;
    /// Paints minutes; nothing else needs it.
    const styles::PaintSession* session = nullptr;
};

/// Rows:     one a point; of a track one for each stretch with the same verdict in the same unit.
/// Findings: those of readFieldPoints() and layers::visitFindings(); kept with the ledger as a run of the
/// workspace,
///           unless it cannot be written: then the summary says so.
/// Ledger:   points, by verdict.
/// Steps:    `check.reading`, `check.preparing`, `check.judging`, `check.painting`; stops between points and pages.
/// Errors:   those of readFieldPoints() in context `check.file` (file); NotFound `units.no-layer`; Usage
///           `export.format-unknown`; those of the writers, `paint.no-session` for minutes
///           without one. Nothing is kept or written then.
Outcome checkPoints(const Project& project, const CheckRequest& request, const CheckTools& tools,
                    geo::Progress& progress);

}  // namespace app
