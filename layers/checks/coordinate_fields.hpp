// SPDX-License-Identifier: Apache-2.0
// Which columns of a table hold coordinates, and whether their heads say which is east.
#pragma once

#include <cstddef>
#include <optional>

#include "layers/model/schema.hpp"

namespace layers {

/// X and Y say nothing of east and north: papers in VN-2000 write X for north, programs write X for east.
enum class AxisNames { LonLat, EastNorth, Xy };

struct CoordinateFields {
    /// As named; for Xy the column called X, whichever way it runs.
    std::size_t east = 0;
    std::size_t north = 0;
    AxisNames names = AxisNames::LonLat;
    bool operator==(const CoordinateFields&) const = default;
};

/// Finds a pair of heads such as lon/lat, Kinh độ/Vĩ độ, E/N, Đông/Bắc, "X (Bắc)"/"Y (Đông)", X/Y or
/// toa_do_x/toa_do_y, in any case, with or without accents. A pair that says which is east goes before X and
/// Y. Returns: nothing when no pair is whole.
std::optional<CoordinateFields> coordinateFieldsOf(const Schema& schema);

}  // namespace layers
