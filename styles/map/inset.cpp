// SPDX-License-Identifier: Apache-2.0
// Draws the overview.
#include "styles/map/inset.hpp"

#include <algorithm>

#include "styles/map/map_view.hpp"
#include "styles/map/screen_paths.hpp"
#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double tallest = 150;
constexpr double titleSize = 11.5;
constexpr double titleGap = 4;
constexpr Colour land{226, 231, 236};
/// A frame smaller than this is hard to find.
constexpr double smallestFrame_px = 4;

TextStyle titleStyle(double unit) { return {titleSize * unit, Weight::SemiBold, palette::quiet, std::nullopt}; }

double titleHeight(const MapInset& inset, const TextMeasure& measure, double unit) {
    if (inset.title.empty()) return 0;
    const TextExtent extent = measure.measure(inset.title, titleStyle(unit));
    return std::max(lineAdvance * titleSize * unit, extent.ascent + extent.descent) + titleGap * unit;
}

geo::Extent extentOf(const MapInset& inset) {
    geo::Extent all;
    for (const geo::Geometry& shape : inset.ground->levelFor(0).shapes) all.include(shape.extent());
    return all;
}

/// What the map shows, cut at the box: a map larger than the province frames all of it.
RectPx framed(const geo::Extent& shown, const MapView& view, const RectPx& box) {
    const PointPx low = view.toPicture({shown.minX, shown.maxY});
    const PointPx high = view.toPicture({shown.maxX, shown.minY});
    RectPx frame{std::max(low.x, box.left), std::max(low.y, box.top), std::min(high.x, box.right),
                 std::min(high.y, box.bottom)};
    const double missing = smallestFrame_px - std::min(frame.width(), frame.height());
    return missing > 0 ? frame.grownBy(missing / 2) : frame;
}

void addGround(Sketch& sketch, const MapInset& inset, const MapView& view, const RectPx& box, double unit) {
    const UnitMosaic::Level& ground = inset.ground->levelFor(view.metresPerPixel());
    for (const geo::Geometry& shape : ground.shapes) sketch.fill(ringsOnScreen(shape, view, box), land);
    if (inset.focus) sketch.fill(ringsOnScreen(ground.shapes.at(*inset.focus), view, box), palette::accent);
    const MosaicBorders borders = bordersOnScreen(ground.borders, view, box);
    sketch.stroke(borders.inner, {palette::paper, 0.5 * unit});
    sketch.stroke(borders.outer, {palette::neatline, 0.8 * unit});
}

}  // namespace

InsetSize insetSize(const MapSheet& sheet, const TextMeasure& measure, double width, double unit) {
    if (!sheet.page.inset) return {};
    const geo::Extent extent = extentOf(*sheet.page.inset);
    if (extent.isEmpty() || extent.width() <= 0) return {};
    const double height = std::min(tallest * unit, width * extent.height() / extent.width());
    return {width, height + titleHeight(*sheet.page.inset, measure, unit)};
}

Sketch insetIn(const MapSheet& sheet, const RectPx& box, const geo::Extent& shown, const TextMeasure& measure,
               double unit) {
    Sketch sketch(measure);
    const MapInset& inset = *sheet.page.inset;
    sketch.paragraph(inset.title, box, titleStyle(unit));
    RectPx picture = box;
    picture.top += titleHeight(inset, measure, unit);
    const geo::Extent all = extentOf(inset);
    // Against the left edge of the column, where everything else begins.
    picture.right = std::min(box.right, box.left + picture.height() * all.width() / all.height());
    const MapView view(all, picture.grownBy(-unit));
    addGround(sketch, inset, view, picture, unit);
    sketch.stroke({framed(shown, view, picture).ring()}, {palette::accent, 1.4 * unit});
    return sketch;
}

}  // namespace styles
