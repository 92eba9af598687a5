// SPDX-License-Identifier: Apache-2.0
// The text typed for the options of a verb, and what verbs share of reading it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"

namespace CLI {
class App;
}

namespace app {

/// Text of every option of a verb, before it means anything.
struct Typed {
    std::string workspace, kind, layer, crs, encoding, epoch, asOf, release, document, by, period, method,
        denominator, area, rubber, theme, themeFile, out, page, orientation, grid, size, extent, classes, years, since,
        symbols, folder, province = "12", indicator, decimal, share, profile, section, classField, operation, field, chart,
        unit, points, nearest;
    std::optional<double> within_m, sliver_m;
    std::vector<std::string> files, layers, accepted;
    std::int64_t plots = 20'000;
    std::optional<std::int64_t> observation;
    std::optional<double> lon, lat;
    bool acceptEpoch = false, dryRun = false, crossing = false, digest = false, clean = false, atlas = false;
};

void addFigureOptions(CLI::App& app, Typed& typed);
/// Errors: Usage `usage.word-unknown`, `usage.form`, `date.invalid`.
ComputeRequest figuresOf(const Typed& typed);

}  // namespace app
