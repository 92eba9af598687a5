// SPDX-License-Identifier: Apache-2.0
// Minutes of a field check, to be printed and signed: every point with where it is and what was found.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "app/jobs/check_report.hpp"
#include "app/words/catalogue.hpp"
#include "geo/base/progress.hpp"
#include "layers/checks/finding.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/workspace.hpp"
#include "styles/map/minutes_pages.hpp"
#include "styles/paint/paint_session.hpp"

namespace app {

/// What minutes tell besides the points.
struct MinutesFacts {
    const Project& project;
    const layers::Workspace& workspace;
    /// The file the points came from, rows without a position, and what was found while reading it.
    const layers::SourceRecord& source;
    std::int64_t withoutPosition = 0;
    const std::vector<layers::Finding>& reading;
};

/// A4, upright.
styles::MinutesSheet minutesOf(const std::vector<CheckedPoint>& points, const CheckGround& ground,
                               const MinutesFacts& facts, const Catalogue& words);

/// Painted aside and put into place whole.
/// Steps: `check.painting`; stops between pages. Errors: those of styles::paintPages().
void writeMinutes(const CheckFile& file, const styles::MinutesSheet& sheet, const styles::PaintSession& session,
                  geo::Progress& progress);

}  // namespace app
