// SPDX-License-Identifier: Apache-2.0
// `compute`: an indicator's figures by unit, kept with their ledger.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/jobs/outcome.hpp"
#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "layers/indicators/forest_cover.hpp"
#include "layers/units/unit.hpp"

namespace app {

/// By the forest service's register, or by the map.
enum class CoverMethod { Register, Overlay };
enum class DenominatorKind { Official, Geometric };
enum class AreaKind { Plane, Ellipsoidal };

/// Errors: nothing when the word names none of them.
std::optional<CoverMethod> parseCoverMethod(std::string_view word);
std::optional<DenominatorKind> parseDenominatorKind(std::string_view word);
std::optional<AreaKind> parseAreaKind(std::string_view word);
std::string wordOf(CoverMethod method);
std::string wordOf(DenominatorKind kind);
std::string wordOf(AreaKind kind);

/// The indicators that can be computed, as the plan's themes come.
std::vector<std::string> knownIndicators();

struct ComputeRequest {
    std::string indicator = "forest-cover";
    layers::UnitLevel level = layers::UnitLevel::Commune;
    /// Nothing: the newest units of that level.
    std::optional<geo::Date> unitsOn;
    /// The year the data describe; nothing: the latest there is.
    std::optional<int> period;
    /// Nothing: the register where the plots have area and commune, else the map.
    std::optional<CoverMethod> method;
    /// Nothing: official for the register, geometric for the map.
    std::optional<DenominatorKind> denominator;
    AreaKind area = AreaKind::Plane;
    layers::RubberRule rubber = layers::RubberRule::Rule;
};

/// Rows: one a unit, and for models one a sector and stage; findings and ledger as the tallies of
///       layers/indicators give them.
/// Errors: Usage `compute.indicator-unknown`, `compute.level-not-for-indicator`; NotFound
/// `compute.no-layers`,
///         `compute.no-layers-that-year`, `compute.no-rows`, `compute.no-rivers`, `units.no-layer`; BadData
///         `forest.fields-missing`.
Outcome computeIndicator(const Project& project, const ComputeRequest& request, geo::Progress& progress);

}  // namespace app
