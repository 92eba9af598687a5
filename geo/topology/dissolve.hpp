// SPDX-License-Identifier: Apache-2.0
// Faces of one class made one shape.
#pragma once

#include <span>

#include "geo/base/progress.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// The union of very many polygons, neighbours first, on all cores. Where faces share their borders bit for
/// bit corners stay as they are; where they overlap or miss one another they move onto the piece grid. The
/// result depends on the shapes alone, not on their order or the number of threads (0: as many as the machine
/// has). Polygons must be valid (repairPolygon).
/// Progress: step `overlay.dissolving`.
/// Errors: BadData `topology.not-computable` (reason); Stopped.
Geometry dissolve(std::span<const Geometry> faces, Progress& progress, unsigned threads = 0);

}  // namespace geo
