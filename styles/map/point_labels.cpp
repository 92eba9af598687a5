// SPDX-License-Identifier: Apache-2.0
// Writes a name in up to three lines and tries it around its point.
#include "styles/map/point_labels.hpp"

#include <algorithm>
#include <array>

#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double labelSize = 10.5;
constexpr double haloWidth = 1.6;
constexpr double longestLine = 120;
constexpr std::size_t mostLines = 3;
constexpr double gap = 1.5;
/// Shorter names are never cut in two.
constexpr double shortestCut = 70;
/// More names than this make a picture of 1280 by 800 a page of text.
constexpr std::size_t mostLabels = 90;
/// Where more points than this are in view, only those whose symbols stand out are named.
constexpr std::size_t fewPoints = 40;
/// Of the width of the largest symbol.
constexpr double outstandingShare = 0.4;

LabelLines linesOf(const std::vector<std::string>& words, const TextStyle& style) {
    LabelLines lines;
    for (const std::string& line : words) lines.push_back({line, style});
    return lines;
}

std::vector<LabelLines> waysToWrite(const std::string& name, double unit, const TextMeasure& measure) {
    const TextStyle style{labelSize * unit, Weight::Medium, palette::ink,
                          Pen{palette::paper, haloWidth * unit}};
    std::vector<LabelLines> ways;
    const double width = measure.measure(name, style).width;
    const bool isShort = width <= longestLine * unit;
    if (isShort) ways.push_back({{name, style}});
    if (width <= shortestCut * unit) return ways;
    const bool fitsTwo = width <= 1.8 * longestLine * unit;
    const std::vector<std::string> lines =
        fitsTwo ? inTwoLines(name, style, measure) : wrapped(name, longestLine * unit, style, measure);
    if (lines.size() > 1 && lines.size() <= mostLines) ways.push_back(linesOf(lines, style));
    return ways;
}

/// Middles of a label around a symbol, the best first: above the right is where the eye looks.
std::array<PointPx, 8> placesAround(const RectPx& symbol, const RectPx& label, double gap_px) {
    const PointPx middle = symbol.centre();
    const double right = symbol.right + gap_px + label.width() / 2;
    const double left = symbol.left - gap_px - label.width() / 2;
    const double above = symbol.top - gap_px - label.height() / 2;
    const double below = symbol.bottom + gap_px + label.height() / 2;
    const double upper = middle.y - label.height() / 2;
    const double lower = middle.y + label.height() / 2;
    return {{{right, middle.y},
             {right, upper},
             {right, lower},
             {left, middle.y},
             {left, upper},
             {left, lower},
             {middle.x, above},
             {middle.x, below}}};
}

std::optional<LabelPlace> placeBeside(const ScreenPoint& point, double unit, LabelPlacer& placer) {
    const std::vector<LabelLines> ways = waysToWrite(point.point->name, unit, placer.measure());
    for (const bool mustBeClear : {true, false}) {
        for (const LabelLines& lines : ways) {
            const LabelPlace label = laidOut(lines, placer.measure());
            for (const PointPx place : placesAround(point.box(), label.box, gap * unit)) {
                const RectPx box = label.box.movedBy(place);
                if (mustBeClear ? !placer.isClear(box) : !placer.isFree(box)) continue;
                placer.keepFree(box);
                return movedBy(label, place);
            }
        }
    }
    return std::nullopt;
}

/// Symbols of one width all stand out alike.
double leastNamedWidth(std::span<const ScreenPoint> points) {
    if (points.size() <= fewPoints) return 0;
    double largest = 0;
    for (const ScreenPoint& point : points) largest = std::max(largest, point.box().width());
    return outstandingShare * largest;
}

}  // namespace

std::vector<std::optional<LabelPlace>> placePointLabels(std::span<const ScreenPoint> points, double unit,
                                                        LabelPlacer& placer) {
    std::vector<std::optional<LabelPlace>> places(points.size());
    std::size_t placed = 0;
    const double leastWidth = leastNamedWidth(points);
    for (std::size_t i = 0; i < points.size() && placed < mostLabels; ++i) {
        if (points[i].point->name.empty() || points[i].box().width() < leastWidth) continue;
        places[i] = placeBeside(points[i], unit, placer);
        if (places[i]) ++placed;
    }
    return places;
}

}  // namespace styles
