// SPDX-License-Identifier: Apache-2.0
// Polygons whose rings cross or touch wrongly, and what they enclose by the even-odd rule.
#pragma once

#include <optional>
#include <string>

#include "geo/base/quantities.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// Whether polygons keep the rules of OGC 06-103r4 §6.1.11: simple rings, holes inside, parts apart.
bool isValidPolygon(const Geometry& geometry);

struct Repair {
    /// Polygon or MultiPolygon; empty when nothing with an area remains. Parts that overlap are united.
    Geometry geometry;
    /// `self-intersection` `ring-self-intersection` `hole-outside` `too-few-points` `nested-holes`
    /// `nested-parts` `duplicate-rings` `invalid-coordinate` `other`.
    std::string reasonId;
    /// By the shoelace over the rings as they came, which a crossing makes meaningless.
    SquareMetres areaBefore;
    /// The even-odd area.
    SquareMetres areaAfter;
};

/// What an invalid polygon encloses by the even-odd rule, points and lines left out; nothing for a valid one.
/// Errors: BadData `topology.not-computable` (reason) when GEOS gives up.
std::optional<Repair> repairPolygon(const Geometry& geometry);

}  // namespace geo
