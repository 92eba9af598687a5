// SPDX-License-Identifier: Apache-2.0
// Where a name or a coordinate that somebody types lies.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/project/project.hpp"
#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "geo/crs/crs.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "layers/model/kinds.hpp"

namespace app {

struct FoundPlace {
    std::string name;
    layers::Kind kind = layers::Kind::Layer;
    /// Of units.
    std::string code = {};
    std::optional<geo::Date> epoch = {};
    /// In the workspace's CRS.
    geo::Coordinate at = {};
    geo::Extent extent = {};
};

/// Names of a workspace, kept without accents beside themselves. For finding with the eye only: names that
/// differ by accents alone are different places, and all of them are found.
class PlaceIndex {
  public:
    PlaceIndex() = default;
    /// Units of every time, basins, rivers and registered places of the project.
    static PlaceIndex of(const Project& project, geo::Progress& progress);
    explicit PlaceIndex(std::vector<FoundPlace> places);

    /// Those whose name holds what was typed, with or without accents: names that begin with it first, units
    /// before waters before places, newest units first.
    std::vector<FoundPlace> find(std::string_view typed, std::size_t most) const;

  private:
    struct Entry {
        std::string key;
        FoundPlace place;
    };
    std::vector<Entry> m_entries;
};

/// How a typed coordinate was understood.
enum class CoordinateReading { LatitudeLongitude, NorthEast };

struct TypedCoordinate {
    CoordinateReading reading = CoordinateReading::LatitudeLongitude;
    /// Longitude and latitude WGS 84, or east and north in metres.
    geo::Coordinate at;
};

/// `22.3964 103.4582`, `22,3964; 103,4582`, `22°23'47"B 103°27'30"Đ`, `2477623.9 546981.3`. Vietnamese papers
/// write X for north first; whichever number can only be a latitude or a northing here is taken for one, and
/// how it was read is told.
/// Errors: nothing when the text is no pair of coordinates.
std::optional<TypedCoordinate> readTypedCoordinate(std::string_view text);

/// In the workspace's CRS. Errors: BadData `crs.not-transformable`.
geo::Coordinate planePositionOf(const TypedCoordinate& typed, const geo::Crs& workspaceCrs);

}  // namespace app
