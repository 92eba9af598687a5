// SPDX-License-Identifier: Apache-2.0
// Draws few plots as shapes, many as one picture.
#include "styles/map/plot_layer.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <mutex>
#include <utility>

#include "geo/base/parallel.hpp"
#include "styles/map/plot_raster.hpp"
#include "styles/map/screen_paths.hpp"

namespace styles {
namespace {

constexpr std::size_t mostSinglePlots = 3000;
constexpr double borderedFrom_px = 10;
constexpr double speck_px = 1;
// Outlines begin to show at one size of the plots and are whole at the other.
constexpr double outlinedFrom_px = 6;
constexpr double outlinedWhole_px = 12;
/// 64 MB of sums a thread.
constexpr double pixelsInABand = 4'000'000;

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

RectPx wholePixels(const RectPx& frame) {
    return {std::floor(frame.left), std::floor(frame.top), std::ceil(frame.right), std::ceil(frame.bottom)};
}

/// Rasters for as many threads as there are; they add up to the same, whoever drew what.
class RasterPool {
  public:
    RasterPool(const MapView& view, const RectPx& pixels) : m_view(view), m_pixels(pixels) {}

    std::unique_ptr<PlotRaster> take() {
        const std::scoped_lock lock(m_mutex);
        if (m_free.empty()) return std::make_unique<PlotRaster>(m_view, m_pixels);
        auto raster = std::move(m_free.back());
        m_free.pop_back();
        return raster;
    }
    void giveBack(std::unique_ptr<PlotRaster> raster) {
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(std::move(raster));
    }
    Raster sum(double strength) {
        if (m_free.empty()) return PlotRaster(m_view, m_pixels).raster();
        for (std::size_t i = 1; i < m_free.size(); ++i) m_free[0]->add(*m_free[i]);
        return m_free[0]->raster(strength);
    }

  private:
    const MapView& m_view;
    RectPx m_pixels;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<PlotRaster>> m_free;
};

/// Many plots as pixels, a band of the frame at a time.
class MosaicPainter {
  public:
    MosaicPainter(const PlotSource& source, const PlotsLook& look, const MapPlace& place)
        : m_source(source), m_look(look), m_place(place) {}

    void draw(Canvas& canvas) const {
        const RectPx all = wholePixels(m_place.frame);
        const double rows = std::max(1.0, std::floor(pixelsInABand / std::max(1.0, all.width())));
        for (double top = all.top; top < all.bottom; top += rows)
            drawBand({all.left, top, all.right, std::min(top + rows, all.bottom)}, canvas);
    }

  private:
    void drawBand(const RectPx& pixels, Canvas& canvas) const {
        const auto fill = [&](PlotRaster& raster, const geo::ShapeView& shape, PlotRow row) {
            raster.fill(shape, m_look.colours.colourOf(row));
        };
        canvas.image(pixels, rasterOf(pixels, fill, 1));
        const double strength = outlineStrength();
        if (strength <= 0) return;
        const auto outline = [&](PlotRaster& raster, const geo::ShapeView& shape, PlotRow) {
            raster.outline(shape, m_look.border.colour, m_look.border.width * m_place.unit);
        };
        // Each plot has half of a border.
        canvas.image(pixels, rasterOf(pixels, outline, strength / 2));
    }

    double outlineStrength() const {
        const double side_px = m_source.meanSide_m / m_place.view.metresPerPixel() / m_place.unit;
        return std::clamp((side_px - outlinedFrom_px) / (outlinedWhole_px - outlinedFrom_px), 0.0, 1.0);
    }

    template <class Draw>
    Raster rasterOf(const RectPx& pixels, const Draw& draw, double strength) const {
        RasterPool pool(m_place.view, pixels);
        const geo::Extent window = m_place.view.toPlane(pixels.grownBy(m_look.border.width * m_place.unit));
        geo::parallelFor(m_source.parts, 1, [&](const geo::Chunk& chunk) {
            auto raster = pool.take();
            m_source.read(chunk.index, [&](const geo::ShapeView& shape, PlotRow row) {
                if (window.intersects(shape.envelope())) draw(*raster, shape, row);
            });
            pool.giveBack(std::move(raster));
        });
        return pool.sum(strength);
    }

    const PlotSource& m_source;
    const PlotsLook& m_look;
    const MapPlace& m_place;
};

}  // namespace

void drawPlots(const MapSheet& sheet, const MapPlace& place, Canvas& canvas) {
    if (!sheet.theme.plots || sheet.plots.count == 0) return;
    const PlotsLook& look = *sheet.theme.plots;
    const auto few = sheet.plots.within(place.view.toPlane(place.frame), mostSinglePlots);
    if (few) return drawOneByOne(*few, look, place, canvas);
    MosaicPainter(sheet.plots, look, place).draw(canvas);
}

}  // namespace styles
