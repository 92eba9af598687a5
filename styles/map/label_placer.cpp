// SPDX-License-Identifier: Apache-2.0
// Greedy placing: the nearest free place around the anchor.
#include "styles/map/label_placer.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace styles {
namespace {

constexpr double almostWhollyInside = 0.93;
constexpr double mostlyInside = 0.72;
constexpr double labelAdvance = 1.16;

double haloOf(const LabelLines& lines) {
    double halo = 0;
    for (const LabelLine& line : lines) halo = std::max(halo, line.style.halo ? line.style.halo->width : 0);
    return halo;
}

/// Offsets in label widths and heights, the nearest first; earlier rows win a tie.
std::vector<PointPx> offsetsAround(const RectPx& box) {
    std::vector<PointPx> offsets;
    for (const double down : {0.0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1.0, 1.0, -1.5, 1.5}) {
        for (const double right : {0.0, -0.125, 0.125, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75}) {
            offsets.push_back({right * box.width(), down * box.height()});
        }
    }
    std::ranges::stable_sort(offsets, {}, [](PointPx offset) { return std::hypot(offset.x, offset.y); });
    return offsets;
}

}  // namespace

LabelPlace laidOut(const LabelLines& lines, const TextMeasure& measure) {
    LabelPlace label{lines, {}, {}};
    double width = 0;
    double baseline = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextExtent extent = measure.measure(lines[i].text, lines[i].style);
        baseline += i == 0 ? extent.ascent : labelAdvance * lines[i].style.size;
        width = std::max(width, extent.width);
        label.baselines.push_back({-extent.width / 2, baseline});
        label.box.bottom = baseline + extent.descent;
    }
    const double lift = -label.box.bottom / 2;
    for (PointPx& start : label.baselines) start.y += lift;
    label.box = RectPx{-width / 2, lift, width / 2, -lift}.grownBy(haloOf(lines));
    return label;
}

LabelPlace movedBy(LabelPlace label, PointPx by) {
    label.box = label.box.movedBy(by);
    for (PointPx& start : label.baselines) start = start + by;
    return label;
}

std::optional<LabelPlace> LabelPlacer::placeLines(const LabelLines& lines, PointPx anchor,
                                                  const RowSpans& unit, const Demand& demand) const {
    const LabelPlace label = laidOut(lines, m_measure);
    std::optional<PointPx> best;
    double bestShare = demand.leastShare;
    for (const PointPx offset : offsetsAround(label.box)) {
        const RectPx box = label.box.movedBy(anchor + offset);
        if (demand.isClear ? !isClear(box) : !isFree(box)) continue;
        const double share = unit.shareInside(box);
        if (share < bestShare || (best && share == bestShare)) continue;
        best = anchor + offset;
        bestShare = share;
        // The nearest place that is almost wholly inside beats a farther one that is a hair better.
        if (share >= almostWhollyInside) break;
    }
    return best ? std::optional(movedBy(label, *best)) : std::nullopt;
}

std::optional<LabelPlace> LabelPlacer::place(const std::vector<LabelLines>& ways, PointPx anchor,
                                             const RowSpans& unit) {
    constexpr std::array<Demand, 4> demands{{{almostWhollyInside, true},
                                             {mostlyInside, true},
                                             {almostWhollyInside, false},
                                             {mostlyInside, false}}};
    for (const Demand& demand : demands) {
        for (const LabelLines& lines : ways) {
            auto label = placeLines(lines, anchor, unit, demand);
            if (!label) continue;
            keepFree(label->box);
            return label;
        }
    }
    return std::nullopt;
}

}  // namespace styles
