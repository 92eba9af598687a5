// SPDX-License-Identifier: Apache-2.0
// Chooses the words, colours and order of labels.
#include "styles/map/unit_labels.hpp"

#include <array>
#include <numeric>
#include <string>
#include <utility>

#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double labelSize = 11.5;
constexpr double smallLabelSize = 10;
constexpr double haloWidth = 1.6;
constexpr double quietSize = 10;
constexpr double smallQuietSize = 9;

struct LabelLook {
    TextStyle name;
    TextStyle value;
};

LabelLook lookOn(Colour ground, double size, double unit) {
    const Colour letters = palette::lettersOn(ground);
    const Pen halo{ground, haloWidth * unit};
    return {{size * unit, Weight::Medium, letters, halo}, {size * unit, Weight::SemiBold, letters, halo}};
}

/// Where units are the ground of something else, their names step back.
LabelLook quietLook(Colour ground, double size, double unit) {
    const TextStyle style{size * unit, Weight::Regular, palette::quiet, Pen{ground, haloWidth * unit}};
    return {style, style};
}

LabelLines linesOf(const std::vector<std::string>& nameLines, const std::string& value,
                   const LabelLook& look) {
    LabelLines lines;
    for (const std::string& name : nameLines) {
        if (!name.empty()) lines.push_back({name, look.name});
    }
    if (!value.empty()) lines.push_back({value, look.value});
    return lines;
}

/// The ways to write a label, the best first.
std::vector<LabelLines> waysToLabel(const ScreenUnit& screenUnit, const MapSheet& sheet, double unit,
                                    const TextMeasure& measure) {
    const LabelRule& rule = sheet.theme.label;
    const MapUnit& mapUnit = *screenUnit.unit;
    const bool hasValue =
        rule.value && holdsFigure(mapUnit.mark) && !mapUnit.isFaded && sheet.theme.colourOf(mapUnit.value).has_value();
    const std::string value = hasValue ? sheet.formatValue(*mapUnit.value) : "";
    const std::string name = rule.name ? mapUnit.name : "";
    std::vector<LabelLines> ways;
    // Upon plots only ink is seen.
    const bool isQuiet = mapUnit.isFaded || (sheet.theme.base.has_value() && sheet.plots.count == 0);
    for (const double size :
         isQuiet ? std::array{quietSize, smallQuietSize} : std::array{labelSize, smallLabelSize}) {
        const LabelLook look =
            isQuiet ? quietLook(screenUnit.ground, size, unit) : lookOn(screenUnit.ground, size, unit);
        const std::vector<std::string> halves = inTwoLines(name, look.name, measure);
        ways.push_back(linesOf({name}, value, look));
        if (halves.size() > 1) ways.push_back(linesOf(halves, value, look));
    }
    std::erase_if(ways, [](const LabelLines& lines) { return lines.empty(); });
    return ways;
}

std::vector<std::size_t> largestFirst(std::span<const ScreenUnit> units) {
    std::vector<double> areas;
    for (const ScreenUnit& screenUnit : units) areas.push_back(screenUnit.spans.area_px());
    std::vector<std::size_t> order(units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if (areas[a] != areas[b]) return areas[a] > areas[b];
        return units[a].unit->code < units[b].unit->code;
    });
    return order;
}

}  // namespace

std::vector<std::optional<LabelPlace>> placeUnitLabels(std::span<const ScreenUnit> units,
                                                       const MapSheet& sheet, double unit,
                                                       LabelPlacer& placer) {
    std::vector<std::optional<LabelPlace>> places(units.size());
    for (const std::size_t i : largestFirst(units)) {
        const auto ways = waysToLabel(units[i], sheet, unit, placer.measure());
        places[i] = placer.place(ways, units[i].anchor, units[i].spans);
        if (!places[i]) places[i] = placer.place(ways, units[i].spans.widestPlace(), units[i].spans);
    }
    return places;
}

}  // namespace styles
