// SPDX-License-Identifier: Apache-2.0
// Draws few plots as shapes, many as one picture.
#include "styles/map/plot_layer.hpp"

#include <cmath>
#include <iterator>
#include <utility>

#include "styles/map/plot_raster.hpp"
#include "styles/map/screen_paths.hpp"

namespace styles {
namespace {

constexpr std::size_t mostSinglePlots = 3000;
constexpr double fineBelow_px = 8;
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

std::vector<ScreenPlot> plotsOnScreen(const MapSheet& sheet, const MapPlace& place) {
    const DataColours& colours = sheet.theme.plots->colours;
    std::vector<ScreenPlot> plots;
    for (const MapPlot& plot : sheet.plots) {
        if (plot.shape.isEmpty() || !geo::hasFiniteCoordinates(plot.shape)) continue;
        const RectPx box = boxOf(plot.shape, place.view);
        const bool isSeen = box.left <= place.frame.right && box.right >= place.frame.left &&
                            box.top <= place.frame.bottom && box.bottom >= place.frame.top;
        if (isSeen) plots.push_back({&plot, box, colours.colourOf(colours.categoryOf(plot.category))});
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

void moveBy(PathsPx& paths, PointPx by) {
    for (PathPx& path : paths) {
        for (PointPx& point : path) point = point + by;
    }
}

void fillAsPicture(const std::vector<ScreenPlot>& plots, const MapPlace& place, Canvas& canvas) {
    const RectPx pixels{std::floor(place.frame.left), std::floor(place.frame.top),
                        std::ceil(place.frame.right), std::ceil(place.frame.bottom)};
    PlotRaster raster({static_cast<int>(pixels.width()), static_cast<int>(pixels.height())});
    for (const ScreenPlot& plot : plots) {
        const bool isFine = largerSide(plot.box) < fineBelow_px;
        PathsPx rings = isFine ? fineRingsOnScreen(plot.plot->shape, place.view, place.frame)
                               : ringsOnScreen(plot.plot->shape, place.view, place.frame);
        moveBy(rings, {-pixels.left, -pixels.top});
        raster.add(rings, plot.colour);
    }
    canvas.image(pixels, raster.raster());
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

}  // namespace

void drawPlots(const MapSheet& sheet, const MapPlace& place, Canvas& canvas) {
    if (!sheet.theme.plots || sheet.plots.empty()) return;
    const std::vector<ScreenPlot> plots = plotsOnScreen(sheet, place);
    if (plots.size() > mostSinglePlots) fillAsPicture(plots, place, canvas);
    if (plots.size() <= mostSinglePlots) {
        for (const ScreenPlot& plot : plots) fillOne(plot, place, canvas);
    }
    strokeBorders(plots, sheet.theme.plots->border, place, canvas);
}

}  // namespace styles
