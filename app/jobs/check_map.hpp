// SPDX-License-Identifier: Apache-2.0
// The small map of a day's points: communes, streams, registered places, and each point by its verdict.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "app/jobs/check_report.hpp"
#include "app/words/catalogue.hpp"
#include "layers/store/workspace.hpp"
#include "styles/map/map_sheet.hpp"

namespace app {

inline constexpr styles::Colour trackColour{88, 80, 141};

/// How verdicts look on paper: told apart by shape before colour.
styles::PointsLook verdictLook();

/// The communes and what is near them: farther off the workspace's plane means little.
geo::Extent reachOf(const CheckGround& ground);
bool isWithin(const CheckedPoint& checked, const geo::Extent& reach);

struct CheckMap {
    /// Nothing where no point lies in the province.
    std::optional<styles::MapSheet> sheet;
    /// Points too far off to be on it.
    std::size_t outside = 0;
    bool hasSites = false;
    bool hasTracks = false;
};

/// Points are numbered by their stretches, from 1; a stretch of a track is a line as well.
/// CRS: the workspace's.
CheckMap mapOfChecked(const std::vector<CheckedPoint>& points, const std::vector<Stretch>& stretches,
                      const CheckGround& ground, const layers::Workspace& workspace, const Project& project,
                      const Catalogue& words);

/// The key of registered places among the categories of the points.
inline constexpr const char* siteCategory = "site";

}  // namespace app
