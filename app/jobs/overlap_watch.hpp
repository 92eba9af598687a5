// SPDX-License-Identifier: Apache-2.0
// Keeps the shapes of plots that flow by and finds those that lie on one another.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "geo/base/progress.hpp"
#include "layers/checks/finding.hpp"
#include "layers/model/feature_stream.hpp"

namespace app {

class OverlapWatch {
  public:
    /// The id of what is found: `forest.overlap` for plots, `basins.overlap` for sub-basins.
    explicit OverlapWatch(layers::FeatureStream source, std::string findingId = "forest.overlap")
        : m_source(std::move(source)), m_findingId(std::move(findingId)) {}

    /// The same features; the watch must outlive the stream.
    layers::FeatureStream features();

    /// `forest.overlap` (other_row, area_ha), at the later row, for every pair of plots that share more than
    /// a square metre, once the stream has run out; `forest.overlaps-unchecked` (count) when there were more
    /// plots than memory is kept for.
    std::vector<layers::Finding> findings(geo::Progress& progress) const;

  private:
    layers::FeatureStream m_source;
    std::string m_findingId;
    std::vector<geo::Geometry> m_shapes;
    std::vector<std::int64_t> m_rows;
    std::int64_t m_count = 0;
};

}  // namespace app
