// SPDX-License-Identifier: Apache-2.0
// What is known of a layer's mosaic besides its arcs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/shape/extent.hpp"

namespace layers {

struct MosaicClass {
    std::string name;
    /// Of the layer's rows, with a shape or without.
    std::int64_t rows = 0;
    bool operator==(const MosaicClass&) const = default;
};

/// What holds for all tiles of a layer.
struct MosaicRecord {
    /// The side of a square as large as a face is on average.
    double meanSide_m = 0;
    /// The size of a pixel at level 0; each level is twice as coarse as the one before.
    double finest_m = 1;
    std::int64_t levels = 0;
    std::vector<MosaicClass> classes;
    bool operator==(const MosaicRecord&) const = default;
};

struct MosaicTileKey {
    std::int64_t level = 0;
    std::int64_t tile = 0;
    /// Of what is drawn.
    geo::Extent extent;
};

}  // namespace layers
