// SPDX-License-Identifier: Apache-2.0
// The named places of one kind: sites, streams, units, found by nearness.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/project/project.hpp"
#include "geo/base/quantities.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/topology/nearest_index.hpp"
#include "layers/model/kinds.hpp"
#include "layers/store/workspace.hpp"

namespace app {

/// Of every shown layer of the kind; never changed once made, so any number of threads may ask it.
class NearPlaces {
  public:
    /// Errors: NotFound `compute.no-layers` (kind) when no shown layer has shapes of that kind.
    NearPlaces(const layers::Workspace& workspace, const Project& project, layers::Kind kind);

    /// In the workspace's CRS; of a polygon the border. Nothing where the position is no number.
    std::optional<geo::Nearest> nearest(geo::Coordinate position, geo::Metres within) const {
        return m_index.nearest(position, within);
    }
    /// Of a shape that was found; empty for one without a name.
    const std::string& name(std::size_t shape) const { return m_names[shape]; }

  private:
    std::vector<std::string> m_names;
    geo::NearestIndex m_index;
};

}  // namespace app
