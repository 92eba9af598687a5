// SPDX-License-Identifier: Apache-2.0
// The figure of the earth a coordinate system is laid on.
#pragma once

namespace geo {

/// As made, that of WGS 84, which VN-2000 shares.
struct Ellipsoid {
    double semiMajor_m = 6'378'137.0;
    double flattening = 1 / 298.257223563;
    bool operator==(const Ellipsoid&) const = default;
};

}  // namespace geo
