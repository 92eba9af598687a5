// SPDX-License-Identifier: Apache-2.0
// A theme as a window shows it: the map, its figures unit by unit, their ledger and their past.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/jobs/map.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"

namespace app {

struct ThemeView {
    PreparedMap map;
    /// Of whole units, in the order of the map's level; on plain ground too.
    std::vector<layers::Observation> figures;
    layers::Targets targets;
    layers::Ledger ledger;
    /// Year and value, by unit code, oldest first: what is kept of the same indicator, level and method.
    /// Of reported figures also every other year the tables tell of.
    std::map<std::string, std::vector<std::pair<int, double>>> past;
    /// The same as authorities published it: never mixed with our own.
    std::map<std::string, std::vector<std::pair<int, double>>> published = {};
};

/// Figures not kept yet are computed and kept.
/// Errors: those of prepareMap().
ThemeView viewTheme(const Project& project, const MapRequest& request, const Catalogue& words,
                    geo::Progress& progress);

/// How far a figure is from the target its unit was assigned, negative where it is short of it; nothing
/// without target or value.
std::optional<double> aboveTarget(const layers::Observation& figure, const layers::Targets& targets);

/// What is missing to a share, in the unit of the figure's terms; nothing when the figure has none.
std::optional<double> missingAmount(const layers::Observation& figure, double share_percent);

}  // namespace app
