// SPDX-License-Identifier: Apache-2.0
// Rows of a layer where they lie in a store: shapes as foreign bytes, nothing copied that is not asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "geo/crs/crs.hpp"
#include "geo/shape/shape_view.hpp"
#include "layers/model/schema.hpp"
#include "layers/model/value.hpp"

namespace layers {

/// Good until the next row is asked for.
struct ShapeRow {
    /// Nothing when the row has no shape.
    /// Errors: as ShapeView; a damaged blob is found here and not while reading on.
    std::optional<geo::ShapeView> shape() const { return viewShape(blob); }

    std::span<const std::byte> blob;
    std::optional<geo::ShapeView> (*viewShape)(std::span<const std::byte> blob) = nullptr;
    /// As the stream's schema.
    std::vector<ValueView> values;
    std::int64_t sourceRow = 0;
    /// Where the row stands in its layer, for ShapeParts::pick; whatever number the store finds it by.
    std::int64_t place = 0;
};

/// One pass over the rows of one part, by one thread.
using ShapeStream = std::function<bool(ShapeRow&)>;

/// A layer cut into parts by its data alone, so that any number of threads gives the same result.
struct ShapeParts {
    Schema schema;
    std::optional<geo::Crs> crs;
    /// How many rows all parts hold together; -1 when unknown.
    std::int64_t count = -1;
    std::size_t parts = 0;
    /// Opens a part from its first row, from any thread, as often as wanted.
    std::function<ShapeStream(std::size_t part)> open;
    /// A stream over single rows by their places, in the order given.
    std::function<ShapeStream(std::vector<std::int64_t> places)> pick;
};

}  // namespace layers
