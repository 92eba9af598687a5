// SPDX-License-Identifier: Apache-2.0
// Points for a handheld receiver: a GPX file of waypoints.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "geo/shape/coordinate.hpp"
#include "layers/files/layer_writer.hpp"

namespace layers {

struct GpxPoint {
    /// Longitude and latitude, WGS 84.
    geo::Coordinate lonLat_deg;
    std::optional<double> elevation_m;
    /// `2025-07-01` or `2025-07-01T08:00:00Z`; empty when unknown.
    std::string time;
    std::string name;
    std::string comment;
    /// The name of a symbol as receivers know them, as `Flag, Red`; empty for the receiver's own choice.
    std::string symbol;
};

/// GPX 1.1 with one waypoint a point, to nine decimals of a degree (0.1 mm) and the millimetre of height;
/// written aside, reopened, compared, renamed. Control characters and line breaks in texts become blanks.
/// Errors: BadData `gpx.off-the-earth` (row, lon, lat), `gpx.height-invalid` (row), `gpx.time-invalid` (row,
/// time),
///         `text.not-utf8`; Refused `file.format-not-allowed`, `file.network-address`, `file.folder-missing`,
///         `file.not-writable`; Internal `file.written-differs`, `file.write-failed`. The old file then
///         stands.
void writeGpx(const std::filesystem::path& target, std::span<const GpxPoint> points,
              const WriteOptions& options);

}  // namespace layers
