// SPDX-License-Identifier: Apache-2.0
// A position: x east or longitude, y north or latitude.
#pragma once

namespace geo {

struct Coordinate {
    double x = 0;
    double y = 0;
    bool operator==(const Coordinate&) const = default;
};

}  // namespace geo
