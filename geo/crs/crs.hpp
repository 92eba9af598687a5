// SPDX-License-Identifier: Apache-2.0
// A coordinate reference system as a value: its code, its definition, what it measures in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/crs/ellipsoid.hpp"

namespace geo {

/// Coordinates are always taken east or longitude first, whatever order the authority names.
class Crs {
  public:
    /// No CRS; isKnown() is false.
    Crs() = default;

    /// A CRS from `EPSG:9205`, WKT or a PROJ string.
    /// Errors: Usage `crs.unknown` naming the text.
    static Crs fromText(std::string_view text);

    bool isKnown() const { return !m_definition.empty(); }
    /// `EPSG:9205`; empty when no authority names it.
    const std::string& code() const { return m_code; }
    /// The number of an EPSG code; 0 when there is none.
    int epsg() const;
    const std::string& name() const { return m_name; }
    /// WKT 2 (ISO 19162:2019).
    const std::string& wkt() const { return m_definition; }
    /// WKT 1 in the dialect that .prj files use.
    std::string esriWkt() const;
    bool isGeographic() const { return m_isGeographic; }
    /// The degrees a projected CRS is made of, on its own datum: EPSG:4756 for EPSG:9205. A geographic CRS is
    /// its own; a CRS of neither sort has none and answers an unknown one.
    Crs geographicBase() const;
    /// Of its datum; that of WGS 84 where none is known.
    Ellipsoid ellipsoid() const;
    std::optional<double> centralMeridian_deg() const { return m_centralMeridian_deg; }
    /// On the central meridian: 0.9999 in the 3° zones, 0.9996 in UTM.
    std::optional<double> centralScale() const { return m_centralScale; }

    /// Equal as PROJ compares them: by what they mean, not how they are written.
    bool operator==(const Crs& other) const;

  private:
    std::string m_definition;
    std::string m_code;
    std::string m_name;
    bool m_isGeographic = false;
    std::optional<double> m_centralMeridian_deg;
    std::optional<double> m_centralScale;
};

}  // namespace geo
