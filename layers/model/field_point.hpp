// SPDX-License-Identifier: Apache-2.0
// A point somebody stood at: a waypoint, a fix of a receiver, a row of a field sheet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "geo/shape/coordinate.hpp"

namespace layers {

struct FieldPoint {
    /// Longitude and latitude, WGS 84.
    geo::Coordinate lonLat_deg;
    /// The radius that holds two fixes in three; nothing when the source does not say.
    std::optional<double> accuracy_m;
    /// `receiver` (its own estimate), `hdop` (from dilution of precision), `file` (a column); empty when
    /// unknown.
    std::string accuracyFrom;
    /// ISO 8601 in UTC; empty when unknown.
    std::string time;
    std::optional<double> elevation_m;
    std::string name;
    std::string note;
    /// Code or name of the commune somebody wrote down; empty for none.
    std::string declaredCommune;
    /// Identifier or name of the registered site it is meant to be; empty for none.
    std::string declaredSite;
    /// What it was measured with, and the file of a photo; empty when unknown.
    std::string device = {};
    std::string photo = {};
    /// One of a track rather than a point marked on purpose.
    bool isTrack = false;
    /// Counted from 1 in the source.
    std::int64_t row = 0;
    bool operator==(const FieldPoint&) const = default;
};

}  // namespace layers
