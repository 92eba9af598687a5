// SPDX-License-Identifier: Apache-2.0
// A territory with a code, a name and the time in which it exists.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/base/date.hpp"
#include "geo/base/quantities.hpp"
#include "geo/shape/coordinate.hpp"
#include "layers/model/value.hpp"

namespace layers {

/// Basins and reaches of rivers are territories of a figure too, though no decree makes them.
enum class UnitLevel { Commune, District, Province, Basin, Reach };

/// Whether a decree makes units of that level, with codes and a validity.
bool isAdministrative(UnitLevel level);

/// Errors: nothing when the word names no level.
std::optional<UnitLevel> parseUnitLevel(std::string_view word);
std::string wordOf(UnitLevel level);

/// Codes are reused for other territories: a code means a unit only together with a day.
struct Unit {
    std::string code;
    /// As the decree writes it, with its kind: `Xã Bum Tở`.
    std::string name;
    UnitLevel level = UnitLevel::Commune;
    /// First day in force; nothing: since before the records begin.
    std::optional<geo::Date> validFrom;
    /// Last day in force; nothing: still.
    std::optional<geo::Date> validTo;
    /// Code of the unit it belongs to.
    std::string parent;
    std::string decree;
    std::optional<geo::Hectares> officialArea;
    /// From an older layer where no official figure is known: good for a check, never a denominator.
    std::optional<geo::Hectares> computedArea;
    /// Longitude and latitude, WGS 84.
    std::optional<geo::Coordinate> interiorPoint;
    std::string source;
    std::string certainty;

    bool isInForce(const geo::Date& day) const;
    bool operator==(const Unit&) const = default;
};

/// The code as the statistics office writes it: files that hold it as a number lose its leading zeros.
/// Returns: five digits for a commune, three for a district, two for a province; other text as it is; empty
/// for nothing.
std::string unitCodeIn(const Value& value, UnitLevel level);

}  // namespace layers
