// SPDX-License-Identifier: Apache-2.0
// Checked points as rows, as lines for people, and as files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/check_ground.hpp"
#include "app/jobs/outcome.hpp"
#include "app/words/catalogue.hpp"
#include "geo/base/progress.hpp"
#include "geo/crs/crs.hpp"
#include "geo/crs/transform.hpp"
#include "layers/checks/field_visits.hpp"
#include "layers/model/field_point.hpp"

namespace app {

struct CheckedPoint {
    layers::FieldPoint point;
    /// In the workspace's CRS; nothing where that has no place for it.
    std::optional<geo::Coordinate> at;
    layers::VisitAnswer answer;
    Underfoot underfoot;
};

/// A point held against the ground. The transform leads from WGS 84 to the workspace's CRS; where that has no
/// place for the point, it lies outside everything.
CheckedPoint judgedPoint(layers::FieldPoint point, const geo::Transform& toPlane, const CheckGround& ground);

/// Points that follow one another: one marked on purpose, or the part of a track with one verdict in one
/// unit.
struct Stretch {
    std::size_t first = 0;
    std::size_t count = 1;
    /// The least of its distances to the border.
    geo::Metres toBorder;
};

std::vector<Stretch> stretchesOf(const std::vector<CheckedPoint>& points);

/// The row of a point, with the stretch it stands for.
Row rowOf(const CheckedPoint& checked, const Stretch& stretch, const CheckGround& ground);

/// The declared site, else the nearest registered one; nothing where none is near.
std::optional<NearSite> siteOf(const CheckedPoint& checked);

/// Nearest registered place and nearest stream with their distances, where there are any.
std::vector<geo::Message> besideOf(const CheckedPoint& checked, const CheckGround& ground);

/// The verdict in words, with distance and accuracy.
geo::Message lineOf(const CheckedPoint& checked, const Stretch& stretch, const Catalogue& words);

struct CheckFile {
    std::filesystem::path out;
    /// The workspace's.
    geo::Crs crs;
    /// The newest day the points speak of: what dates in files follow.
    geo::Date asOf;
};

/// Every point of its own, by the extension of the file.
/// Errors: those of layers::writeTable(), layers::writeLayers() and layers::writeGpx().
std::vector<std::filesystem::path> writeChecked(const CheckFile& file,
                                                const std::vector<CheckedPoint>& points,
                                                const CheckGround& ground, const Catalogue& words,
                                                geo::Progress& progress);

/// Whether a file is to be minutes rather than data.
bool isMinutes(const std::filesystem::path& out);

/// Errors: Usage `check.format-unknown` (file) when no such file can be written.
void requireWritable(const std::filesystem::path& out);

}  // namespace app
