// SPDX-License-Identifier: Apache-2.0
// One row of a layer: a shape, its values and the source row it came from.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/shape/geometry.hpp"
#include "layers/model/value.hpp"

namespace layers {

struct Feature {
    geo::Geometry geometry;
    std::vector<Value> values;
    /// Counted from 1 in the source file; 0 when the row was made here.
    std::int64_t sourceRow = 0;
    bool operator==(const Feature&) const = default;
};

}  // namespace layers
