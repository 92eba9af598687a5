// SPDX-License-Identifier: Apache-2.0
// How two polygons lie to each other, as far as that is plain without building what they share.
#pragma once

#include "geo/shape/geometry.hpp"

namespace geo {

enum class FaceRelation { Apart, FirstInSecond, SecondInFirst, Crossing };

/// Crossing as well wherever borders come within two millimetres of each other, or when in doubt.
/// Inside and outside by the even-odd rule.
FaceRelation relationOf(const Geometry& first, const Geometry& second);

}  // namespace geo
