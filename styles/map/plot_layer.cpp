// SPDX-License-Identifier: Apache-2.0
// Draws few plots as shapes, many as one picture.
#include "styles/map/plot_layer.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "styles/map/plot_image.hpp"
#include "styles/map/screen_paths.hpp"

namespace styles {
namespace {

constexpr std::size_t mostSinglePlots = 3000;
constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();
constexpr double borderedFrom_px = 10;
constexpr double speck_px = 1;

/// The box of a shape in the picture.
RectPx boxOf(const geo::Geometry& shape, const MapView& view) {
    const geo::Extent extent = shape.extent();
    const PointPx low = view.toPicture({extent.minX, extent.maxY});
    const PointPx high = view.toPicture({extent.maxX, extent.minY});
    return {low.x, low.y, high.x, high.y};
}

double largerSide(const RectPx& box) { return std::max(box.width(), box.height()); }

struct ScreenPlot {
    const MapPlot* plot = nullptr;
    RectPx box;
    Colour colour;
};

std::vector<ScreenPlot> plotsOnScreen(const std::vector<MapPlot>& found, const PlotsLook& look,
                                      const MapPlace& place) {
    std::vector<ScreenPlot> plots;
    for (const MapPlot& plot : found) {
        if (plot.shape.isEmpty() || !geo::hasFiniteCoordinates(plot.shape)) continue;
        plots.push_back({&plot, boxOf(plot.shape, place.view), look.colours.colourOf(plot.row)});
    }
    return plots;
}

void fillOne(const ScreenPlot& plot, const MapPlace& place, Canvas& canvas) {
    const PointPx middle = plot.box.centre();
    const bool isSpeck = largerSide(plot.box) < speck_px;
    if (isSpeck && !place.frame.contains(middle)) return;
    if (isSpeck) {
        const RectPx speck = RectPx{middle.x, middle.y, middle.x, middle.y}.grownBy(speck_px / 2);
        canvas.fill({speck.ring()}, plot.colour);
        return;
    }
    const PathsPx rings = ringsOnScreen(plot.plot->shape, place.view, place.frame);
    if (!rings.empty()) canvas.fill(rings, plot.colour);
}

void strokeBorders(const std::vector<ScreenPlot>& plots, const LineLook& look, const MapPlace& place,
                   Canvas& canvas) {
    PathsPx lines;
    for (const ScreenPlot& plot : plots) {
        if (std::min(plot.box.width(), plot.box.height()) < borderedFrom_px * place.unit) continue;
        std::ranges::move(linesOnScreen(plot.plot->shape, place.view, place.frame),
                          std::back_inserter(lines));
    }
    if (!lines.empty()) canvas.stroke(lines, {look.colour, look.width * place.unit});
}

void drawOneByOne(const std::vector<MapPlot>& found, const PlotsLook& look, const MapPlace& place,
                  Canvas& canvas) {
    const std::vector<ScreenPlot> plots = plotsOnScreen(found, look, place);
    for (const ScreenPlot& plot : plots) fillOne(plot, place, canvas);
    strokeBorders(plots, look.border, place, canvas);
}

}  // namespace

bool drawsPlotsAsImage(const MapSheet& sheet) {
    if (!sheet.theme.plots || sheet.plots.count == 0) return false;
    return !sheet.plots.within(sheet.extent.value_or(sheet.plots.extent), mostSinglePlots);
}

void drawPlots(const MapSheet& sheet, const MapPlace& place, Canvas& canvas) {
    if (!sheet.theme.plots || sheet.plots.count == 0) return;
    const geo::Extent window = place.view.toPlane(place.frame);
    // A page was told beforehand what it shows; a window shows what it has come to.
    if (sheet.extent ? drawsPlotsAsImage(sheet) : !sheet.plots.within(window, mostSinglePlots))
        return drawPlotImage(sheet, place, canvas);
    // What the frame shows beyond the extent is drawn as the rest is.
    const auto all = sheet.plots.within(window, noLimit);
    if (all) drawOneByOne(*all, *sheet.theme.plots, place, canvas);
}

}  // namespace styles
