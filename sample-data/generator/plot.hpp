// SPDX-License-Identifier: Apache-2.0
// A forest plot before it has an inventory record.
#pragma once

#include <cstddef>

#include "geo/shape/geometry.hpp"

namespace sample {

struct Plot {
    geo::Geometry geometry;
    /// Of the plot as surveyed: a self-crossing drawing does not change it.
    double area_m2 = 0;
    /// What the even-odd rule leaves out of a drawing twisted inside the plot.
    double lostToTwist_m2 = 0;
    /// Inside the plot, near its middle.
    geo::Coordinate centre;
    /// Of lineage: the part the plot lies in, or says it lies in.
    std::size_t part = 0;
    /// Tiểu khu, numbered across the province; khoảnh within it; lô within that.
    int compartment = 0;
    int block = 0;
    int number = 0;
};

}  // namespace sample
