// SPDX-License-Identifier: Apache-2.0
// What a layer amounts to, so that what was written can be held against what was meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/feature.hpp"
#include "layers/model/schema.hpp"

namespace layers {

/// Sums that do not mind ring direction, and that a swapped, lost or changed row does not survive.
class LayerDigest {
  public:
    explicit LayerDigest(const Schema& schema);

    void add(const Feature& feature);

    /// The first thing that differs, as `rows 12 11` or `maldlr 3.5 4`; nothing when the two agree.
    /// Limits: coordinates may be off by `coordinateStep` each; numbers by one part in a billion.
    std::optional<std::string> differenceFrom(const LayerDigest& other, double coordinateStep) const;

    std::int64_t rows() const { return m_rows; }

  private:
    struct Sum {
        double signedSum = 0;
        double absoluteSum = 0;
        void add(double value, double weight);
    };
    struct Column {
        std::string name;
        FieldType type;
        std::int64_t missing = 0;
        std::uint64_t texts = 0;
        Sum numbers;
    };
    void addShape(const geo::Geometry& shape, double weight);
    static void addValue(const Value& value, double weight, Column& column);
    static std::optional<std::string> difference(const Column& ours, const Column& theirs);

    std::vector<Column> m_columns;
    std::int64_t m_rows = 0;
    std::int64_t m_coordinates = 0;
    std::int64_t m_shapes = 0;
    double m_length = 0;
    Sum m_x, m_y, m_area;
};

}  // namespace layers
