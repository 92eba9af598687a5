// SPDX-License-Identifier: Apache-2.0
// What field points are held against: units of every epoch, sub-basins, streams and registered sites.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/project/project.hpp"
#include "geo/base/date.hpp"
#include "geo/base/quantities.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/topology/nearest_index.hpp"
#include "layers/checks/unit_map.hpp"
#include "layers/model/site.hpp"
#include "layers/store/workspace.hpp"

namespace app {

/// Units of one layer that are not those in force: of former days, or districts.
struct FormerUnits {
    /// `epoch_2024-01-01`, or `district_2024-01-01`: the cell they answer in.
    std::string cell;
    geo::Date day;
    layers::UnitMap units;
};

struct NearStream {
    std::string name;
    geo::Metres distance;
};

struct NearSite {
    /// As CheckGround::sites() counts them.
    std::size_t site = 0;
    geo::Metres distance;
};

/// What lies under one point besides the commune of today.
struct Underfoot {
    /// Code and name, in the order of CheckGround::formerUnits(); empty off all of them.
    std::vector<std::string> formerUnits;
    std::string basin;
    std::optional<NearStream> stream;
    std::optional<NearSite> site;
};

/// Read once from the layers a project shows; never changed after.
class CheckGround {
  public:
    /// Errors: NotFound `units.no-layer` when no communes in force are shown.
    CheckGround(const layers::Workspace& workspace, const Project& project);

    const layers::UnitMap& communes() const { return m_communes; }
    /// The layer they are of.
    const layers::LayerRecord& borders() const { return m_borders; }
    const std::vector<FormerUnits>& formerUnits() const { return m_former; }
    const std::vector<layers::Site>& sites() const { return m_sites; }
    /// Over sites(), place by place; sites without a position are never found.
    const geo::NearestIndex& siteIndex() const { return m_siteIndex; }

    /// In the workspace's CRS.
    Underfoot at(geo::Coordinate position) const;

  private:
    std::string basinAt(geo::Coordinate position) const;
    std::optional<NearStream> streamAt(geo::Coordinate position) const;

    layers::LayerRecord m_borders;
    layers::UnitMap m_communes;
    std::vector<FormerUnits> m_former;
    std::vector<layers::UnitMap> m_basins;
    std::vector<layers::Site> m_sites;
    geo::NearestIndex m_siteIndex;
    std::vector<std::string> m_streamNames;
    geo::NearestIndex m_streamIndex;
};

}  // namespace app
