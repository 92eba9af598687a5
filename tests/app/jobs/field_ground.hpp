// SPDX-License-Identifier: Apache-2.0
// A desk with a landfill, a stream and a sub-basin near a place whose commune is known.
#pragma once

#include <string>
#include <vector>

#include "layers/model/feature.hpp"
#include "layers/model/kinds.hpp"
#include "layers/model/schema.hpp"
#include "tests/app/jobs/office.hpp"

namespace office {

/// In the sample's drawn borders in Phường Tân Phong (03408), formerly of the city (105).
inline constexpr geo::Coordinate capital_deg{103.4582, 22.3964};
/// The same on the plane: PROJ 9.1.1, EPSG:6960 between VN-2000 and WGS 84.
inline constexpr geo::Coordinate capital{546981.276, 2477623.887};

/// Stores features in the workspace's CRS as a layer the project shows, as an import would.
void addLayer(Desk& desk, layers::Kind kind, const layers::Schema& schema,
              const std::vector<layers::Feature>& features);

/// Desk::full() with, from the capital: the landfill BCL-1 (registered in 03408) 300 m east, BCL-2 4 km
/// north, BCL-3 30 km west and BCL-4 without a position; the stream Nậm Thử running north–south 150 m west;
/// the sub-basin LV-1 around all of it.
Desk deskWithPlaces();

}  // namespace office
