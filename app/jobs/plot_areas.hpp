// SPDX-License-Identifier: Apache-2.0
// The areas forest plots declare, held against the areas they are drawn with.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/base/quantities.hpp"
#include "layers/checks/finding.hpp"
#include "layers/model/feature_stream.hpp"

namespace app {

/// Sums up while a layer of plots flows by.
class PlotAreas {
  public:
    /// Must outlive the stream it answers.
    layers::FeatureStream noting(layers::FeatureStream plots);

    /// `forest.area-sum-differs` (column, declared_ha, drawn_ha, percent), by more than a tenth; and
    /// `forest.area-zero` (column, plots, drawn_ha) at the first plot that declares none.
    /// Errors: BadData `forest.area-unit` (column, declared, drawn_ha, unit): all of them are in m² or km².
    std::vector<layers::Finding> findings() const;

  private:
    void note(const layers::Feature& plot, std::size_t area);
    void requireHectares() const;

    std::string m_column;
    geo::Hectares m_declared;
    geo::Hectares m_drawn;
    geo::Hectares m_drawnAsZero;
    std::int64_t m_zeros = 0;
    std::int64_t m_firstZero = 0;
};

}  // namespace app
