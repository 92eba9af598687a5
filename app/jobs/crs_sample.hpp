// SPDX-License-Identifier: Apache-2.0
// Some places of a file in its own numbers, enough to tell in which coordinate system they are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "layers/model/feature_stream.hpp"
#include "layers/model/kinds.hpp"
#include "layers/units/unit.hpp"

namespace app {

struct SampledPlace {
    geo::Coordinate numbers;
    /// Of the unit it says it belongs to; empty where it says none.
    std::string code;
    std::string name;
};

/// Every n-th vertex of what flows by, n doubled whenever too many are held: the same file gives the same
/// sample.
class CrsSample {
  public:
    /// The schema and kind of the file tell where its features name their unit.
    CrsSample(const layers::Schema& schema, layers::Kind kind);

    void add(const layers::Feature& feature);
    void add(SampledPlace place);

    /// Of all that flowed by.
    const geo::Extent& extent() const { return m_extent; }
    /// Without the outermost hundredth on each side: one row with exchanged axes hides no system.
    geo::Extent typicalExtent() const;
    const std::vector<SampledPlace>& places() const { return m_places; }
    /// Whether there were lines or polygons.
    bool hasShapes() const { return m_hasShapes; }

  private:
    void thinOut();

    std::optional<layers::UnitLevel> m_level;
    std::optional<std::size_t> m_code, m_name;
    geo::Extent m_extent;
    std::vector<SampledPlace> m_places;
    /// Counts vertices.
    std::vector<std::uint64_t> m_numbers;
    std::uint64_t m_next = 0;
    std::uint64_t m_stride = 1;
    bool m_hasShapes = false;
};

/// The same stream, watched; the sample must outlive it.
layers::FeatureStream sampling(layers::FeatureStream source, CrsSample& sample);

}  // namespace app
