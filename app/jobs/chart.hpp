// SPDX-License-Identifier: Apache-2.0
// `chart`: figures as bars, lines and columns.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "app/jobs/map.hpp"

namespace app {

/// Units by value; one unit through the years; the whole against all targets; units by class.
enum class ChartKind { Ranking, Trend, Targets, Histogram };

/// `ranking`, `trend`, `targets`, `histogram`; nothing for other words.
std::optional<ChartKind> parseChartKind(std::string_view word);

struct ChartRequest {
    ChartKind kind = ChartKind::Ranking;
    /// Indicator, level and year; a theme stands in for its indicator.
    ComputeRequest figures;
    /// Colours and classes; empty: the first shipped theme of the indicator, else plain bars.
    std::string theme;
    std::filesystem::path themeFile;
    std::filesystem::path themesFolder;
    std::filesystem::path out;
    /// Of a trend: the unit's code; empty for the province.
    std::string unitCode;
    styles::SizePx size{1280, 800};
    double pixelsPerInch = 96;
};

/// Errors: Usage `chart.no-classes` where a histogram has no theme with classes, `chart.unit-unknown`, those of
///         themes; those of computeIndicator(), styles::drawChart() and styles::paintFile().
Outcome drawChartFile(const Project& project, const ChartRequest& request, const MapTools& tools,
                      geo::Progress& progress);

}  // namespace app
