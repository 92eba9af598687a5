// SPDX-License-Identifier: Apache-2.0
// Lays out pages wider than tall with the legend beside the map, others with it below.
#include "styles/map/page_layout.hpp"

#include <array>
#include <cmath>
#include <cstdint>

#include "geo/base/error.hpp"
#include "styles/map/frame_grid.hpp"
#include "styles/map/inset.hpp"
#include "styles/map/legend.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double smallestUnit = 0.8;
constexpr double smallestShrink = 0.7;
constexpr double smallestMap_px = 120;
constexpr double gutter = 28;
constexpr double blockGap = 14;
constexpr double widestInset = 220;

[[noreturn]] void refuseSize(SizePx size) {
    throw geo::Error(geo::ErrorKind::Usage, "map.size-too-small",
                     {{"width", std::int64_t{size.width}}, {"height", std::int64_t{size.height}}});
}

RectPx pageInside(SizePx size, double unit) {
    return RectPx{0, 0, double{1} * size.width, double{1} * size.height}.grownBy(-pageMargin * unit);
}

Sketch sidePanel(const MapSheet& sheet, const TextMeasure& measure, Room room) {
    Sketch panel = legendBlock(sheet, measure, room);
    const Sketch aside = asideBlock(sheet.text, measure, room);
    if (aside.height() == 0) return panel;
    const double rule = panel.height() + blockGap * room.unit;
    panel.stroke({{{0, rule}, {room.width, rule}}}, {palette::hairline, room.unit});
    panel.include(aside, {0, rule + blockGap * room.unit});
    return panel;
}

/// Blocks in two columns, each where there is more room; the overview comes last.
struct BottomPanel {
    Sketch sketch;
    std::optional<RectPx> inset = std::nullopt;
    double height() const { return sketch.height(); }
};

BottomPanel bottomPanel(const MapSheet& sheet, const TextMeasure& measure, Room room) {
    const double column = (room.width - gutter * room.unit) / 2;
    std::vector<Sketch> blocks = legendSections(sheet, measure, {column, room.unit});
    const bool isOneSection = blocks.size() < 2;
    blocks.push_back(asideBlock(sheet.text, measure, {column, room.unit}));
    BottomPanel panel{Sketch(measure)};
    std::array<double, 2> tops{};
    const auto leftOf = [&](std::size_t side) { return side == 0 ? 0 : column + gutter * room.unit; };
    for (const Sketch& block : blocks) {
        if (block.height() == 0) continue;
        const bool isAside = &block == &blocks.back();
        const std::size_t side = tops[1] < tops[0] || (isAside && isOneSection) ? 1 : 0;
        panel.sketch.include(block, {leftOf(side), tops[side]});
        tops[side] += block.height() + blockGap * room.unit;
    }
    const InsetSize inset = insetSize(sheet, measure, std::min(column, widestInset * room.unit), room.unit);
    if (inset.height == 0) return panel;
    const std::size_t side = tops[1] < tops[0] ? 1 : 0;
    panel.inset = RectPx{0, 0, inset.width, inset.height}.movedBy({leftOf(side), tops[side]});
    panel.sketch.growTo(panel.inset->right, panel.inset->bottom);
    return panel;
}

/// The largest panel no taller than the room for it; nothing where none is small enough.
template <class MakePanel>
auto shrunkToFit(double unit, double tallest, const MakePanel& makePanel)
    -> std::optional<decltype(makePanel(unit))> {
    for (double shrink = 1; shrink >= smallestShrink; shrink -= 0.05) {
        auto panel = makePanel(unit * shrink);
        if (panel.height() <= tallest) return panel;
    }
    return std::nullopt;
}

/// The overview gives way to what the map needs to be read: it grows smaller, then it stays away.
std::array<InsetSize, 3> insetsToTry(const MapSheet& sheet, const TextMeasure& measure, double width,
                                     double unit) {
    const double widest = std::min(width, widestInset * unit);
    return {insetSize(sheet, measure, widest, unit), insetSize(sheet, measure, widest * 0.6, unit), {}};
}

RectPx placeBeside(PageLayout& page, const MapSheet& sheet, const RectPx& body) {
    const TextMeasure& measure = page.furniture.measure();
    const double width = std::clamp(legendWidth(sheet, measure, page.unit), 220 * page.unit,
                                    std::max(220 * page.unit, 0.34 * sheet.size.width));
    const double left = body.right - width;
    for (const InsetSize& inset : insetsToTry(sheet, measure, width, page.unit)) {
        const double insetRoom = inset.height > 0 ? inset.height + blockGap * page.unit : 0;
        const auto panel = shrunkToFit(page.unit, body.height() - insetRoom, [&](double unit) {
            return sidePanel(sheet, measure, {width, unit});
        });
        if (!panel) continue;
        page.furniture.include(*panel, {left, body.top});
        if (insetRoom > 0)
            page.inset = RectPx{left, body.bottom - inset.height, left + inset.width, body.bottom};
        return {body.left, body.top, left - gutter * page.unit, body.bottom};
    }
    refuseSize(sheet.size);
}

RectPx placeBelow(PageLayout& page, const MapSheet& sheet, const RectPx& body) {
    const auto panel = shrunkToFit(page.unit, body.height() * 0.55, [&](double unit) {
        return bottomPanel(sheet, page.furniture.measure(), {body.width(), unit});
    });
    if (!panel) refuseSize(sheet.size);
    const double top = body.bottom - panel->height();
    page.furniture.include(panel->sketch, {body.left, top});
    if (panel->inset) page.inset = panel->inset->movedBy({body.left, top});
    return {body.left, body.top, body.right, top - gutter * page.unit};
}

}  // namespace

double pageUnit(SizePx size) {
    const double byArea = std::sqrt(double{1} * size.width * size.height / (1280.0 * 800.0));
    return std::max(smallestUnit, std::min(byArea, std::min(size.width, size.height) / 700.0));
}

PageLayout layoutPage(const MapSheet& sheet, const TextMeasure& measure) {
    PageLayout page{pageUnit(sheet.size), {}, Sketch(measure)};
    const double unit = page.unit;
    RectPx body = pageInside(sheet.size, unit);
    if (body.width() < smallestMap_px || body.height() < smallestMap_px) refuseSize(sheet.size);
    const Sketch title = titleBlock(sheet.text, measure, {body.width(), unit});
    page.furniture.include(title, {body.left, body.top});
    if (title.height() > 0) body.top += title.height() + 18 * unit;
    const Sketch footer = footerBlock(sheet.text, measure, {body.width(), unit});
    page.furniture.include(footer, {body.left, body.bottom - footer.height()});
    if (footer.height() > 0) body.bottom -= footer.height() + 14 * unit;
    const bool isWide = sheet.size.width > 1.05 * sheet.size.height;
    page.mapFrame = isWide ? placeBeside(page, sheet, body) : placeBelow(page, sheet, body);
    page.mapFrame = page.mapFrame.grownBy(-gridMargin(sheet) * unit);
    const bool hasRoom = page.mapFrame.width() >= smallestMap_px && page.mapFrame.height() >= smallestMap_px;
    if (!hasRoom) refuseSize(sheet.size);
    return page;
}

}  // namespace styles
