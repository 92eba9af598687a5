// SPDX-License-Identifier: Apache-2.0
// Many fixes of a receiver that stands still, made one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "geo/base/quantities.hpp"
#include "layers/model/field_point.hpp"

namespace layers {

struct FixAverage {
    /// Position and height are the means of those used, accuracy is the mean of theirs: errors of fixes that
    /// follow one another have the same causes, so that many of them are little better than one.
    FieldPoint point;
    std::size_t used = 0;
    std::size_t skipped = 0;
};

/// Fixes in the order they came. Those without an accuracy, or with one above the gate, are skipped; so are those
/// farther from the median position of the newest five than three times their accuracy, as after a reflection, a
/// jump, or from the way here.
/// CRS: longitude and latitude, WGS 84. Errors: nothing when no fix is good enough.
std::optional<FixAverage> averageFixes(std::span<const FieldPoint> fixes, geo::Metres gate);

}  // namespace layers
