// SPDX-License-Identifier: Apache-2.0
// Features one after another, from a file, the store or memory, without holding them all.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "geo/crs/crs.hpp"
#include "geo/shape/geometry.hpp"
#include "layers/model/feature.hpp"
#include "layers/model/schema.hpp"

namespace layers {

/// One pass over features; whoever made the stream must outlive it.
struct FeatureStream {
    Schema schema;
    /// Absent for tables and for files that do not say.
    std::optional<geo::Crs> crs;
    /// The kind every feature can be stored as: MultiPolygon when polygons and multipolygons are mixed.
    geo::GeometryKind kind = geo::GeometryKind::Empty;
    /// How many will come; -1 when unknown.
    std::int64_t count = -1;
    /// Fills the feature, reusing its memory, and answers whether there was one.
    std::function<bool(Feature&)> next;
};

/// A stream over features held elsewhere.
inline FeatureStream streamOver(const Schema& schema, std::optional<geo::Crs> crs, geo::GeometryKind kind,
                                const std::vector<Feature>& features) {
    return {schema, std::move(crs), kind, static_cast<std::int64_t>(features.size()),
            [&features, index = std::size_t{0}](Feature& feature) mutable {
                if (index == features.size()) return false;
                feature = features[index++];
                return true;
            }};
}

}  // namespace layers
