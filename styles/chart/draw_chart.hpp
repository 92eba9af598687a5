// SPDX-License-Identifier: Apache-2.0
// Charts as drawings on a canvas.
#pragma once

#include <vector>

#include "styles/chart/chart.hpp"
#include "styles/map/canvas.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/map/text_measure.hpp"

namespace styles {

/// Every text drawn and its room; no two overlap, none leaves the page.
using ChartLabels = std::vector<PlacedLabel>;

/// For all of them: the same chart and measure give the same verbs in the same order.
/// Errors: Usage `map.size-too-small` when the chart has no room; BadData `chart.nothing-to-draw` when there is
///         nothing to show.

/// Bars from the zero line, in as many columns as they need; a unit without a value has a word instead.
ChartLabels drawChart(const RankingChart& chart, Canvas& canvas, const TextMeasure& measure);

/// Values by year, joined from one year to the next known one only where no year between is missing, and the path
/// wished for in dashes.
ChartLabels drawChart(const TrendChart& chart, Canvas& canvas, const TextMeasure& measure);

/// Each value against its own target, on a track that begins at zero.
ChartLabels drawChart(const BulletChart& chart, Canvas& canvas, const TextMeasure& measure);

/// How many units each class holds; those without a value stand apart.
ChartLabels drawChart(const HistogramChart& chart, Canvas& canvas, const TextMeasure& measure);

}  // namespace styles
