// SPDX-License-Identifier: Apache-2.0
// What somebody brought home from the field: a GPX file of a handheld, or a receiver's NMEA log.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "geo/base/message.hpp"
#include "geo/base/progress.hpp"
#include "layers/model/field_point.hpp"
#include "layers/model/layer_record.hpp"

namespace layers {

/// What was passed over, once a kind, with how often as `count`.
struct FieldLogFault {
    geo::Message message;
    /// The first place: a line of an NMEA log, a point of a GPX file, counted from 1.
    std::int64_t row = 0;
};

struct FieldLog {
    std::vector<FieldPoint> points;
    std::vector<FieldLogFault> faults;
    SourceRecord source;
};

/// Whether the file is one: .gpx or .nmea by its name, .txt or .log when a whole NMEA sentence stands in its
/// first bytes. Errors: none: what cannot be read is no field log.
bool isFieldLog(const std::filesystem::path& path);

/// Waypoints, then track points, in the file's order; of an NMEA log the fixes, one for every moment, all as
/// track. CRS:    WGS 84, as both formats have it; heights above the sea where the file has them so. Limits:
/// accuracy is the receiver's own estimate (GST: σ of latitude and longitude together, which holds two fixes
/// in
///         three), else 5 m times the horizontal dilution of precision, else unknown. A GPX point's comment
///         and description become its note. Of NMEA only sentences with a right checksum count; dates come
///         from RMC and ZDA.
/// Faults: `nmea.checksum`, `nmea.cut`, `nmea.no-fix`, `nmea.not-measured`, `nmea.position`, `nmea.no-date`,
///         `nmea.foreign-line`, `gpx.position`.
/// Steps:  `files.reading`; stops between points.
/// Errors: NotFound `file.missing`; Refused `file.format-not-allowed`, `file.network-address`; BadData
///         `file.unreadable`, `file.truncated`, `nmea.no-sentence` (path).
FieldLog readFieldLog(const std::filesystem::path& path, geo::Progress& progress);

}  // namespace layers
