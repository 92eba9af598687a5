// SPDX-License-Identifier: Apache-2.0
// Draws few plots as shapes, many as one picture.
#include "styles/map/plot_layer.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <memory>
#include <mutex>
#include <utility>

#include "geo/base/parallel.hpp"
#include "styles/map/plot_raster.hpp"
#include "styles/map/screen_paths.hpp"

namespace styles {
namespace {

constexpr std::size_t mostSinglePlots = 3000;
constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();
constexpr double borderedFrom_px = 10;
constexpr double speck_px = 1;
// Outlines begin to show at one size of the plots and are whole at the other.
constexpr double outlinedFrom_px = 6;
constexpr double outlinedWhole_px = 12;
// 64 and 4 MB of sums a thread.
constexpr double allPixels = 4'000'000;
constexpr double cachedPixels = 250'000;

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

/// Draws one part of all there is to draw.
using DrawPart = std::function<void(PlotRaster& raster, std::size_t part)>;

/// Rasters for as many threads as there are, from one band to the next; they add up to the same, whoever
/// drew what.
class RasterPool {
  public:
    explicit RasterPool(const MapView& view) : m_view(view) {}

    /// All parts drawn into the pixels of one band.
    Raster raster(const RectPx& pixels, std::size_t parts, const DrawPart& draw, double strength) {
        m_pixels = pixels;
        geo::parallelFor(parts, 1, [&](const geo::Chunk& chunk) {
            auto raster = take();
            draw(*raster, chunk.index);
            const std::scoped_lock lock(m_mutex);
            m_drawn.push_back(std::move(raster));
        });
        return sum(strength);
    }

  private:
    std::unique_ptr<PlotRaster> take() {
        const std::scoped_lock lock(m_mutex);
        if (!m_drawn.empty()) return popped(m_drawn);
        if (m_free.empty()) return std::make_unique<PlotRaster>(m_view, m_pixels);
        auto raster = popped(m_free);
        raster->begin(m_view, m_pixels);
        return raster;
    }
    static std::unique_ptr<PlotRaster> popped(std::vector<std::unique_ptr<PlotRaster>>& rasters) {
        auto raster = std::move(rasters.back());
        rasters.pop_back();
        return raster;
    }
    Raster sum(double strength) {
        if (m_drawn.empty()) m_drawn.push_back(take());
        for (std::size_t i = 1; i < m_drawn.size(); ++i) m_drawn[0]->add(*m_drawn[i]);
        const Raster sum = m_drawn[0]->raster(strength);
        std::ranges::move(m_drawn, std::back_inserter(m_free));
        m_drawn.clear();
        return sum;
    }

    const MapView& m_view;
    RectPx m_pixels;
    std::mutex m_mutex;
    /// Those that hold a part of the band in hand, and those of the band before.
    std::vector<std::unique_ptr<PlotRaster>> m_drawn;
    std::vector<std::unique_ptr<PlotRaster>> m_free;
};

/// How fills and outlines of the same plots come to the raster, from shapes or from arcs.
struct MosaicDrawing {
    std::size_t parts = 0;
    DrawPart fill;
    DrawPart outline;
};

/// Plots from their shapes, those that show in a window.
MosaicDrawing fromShapes(const PlotSource& source, const PlotsLook& look, double width_px,
                         const geo::Extent& window) {
    const auto readInto = [&source, window](std::size_t part, const auto& draw) {
        source.read(part, [&](const geo::ShapeView& shape, PlotRow row) {
            if (window.intersects(shape.envelope())) draw(shape, row);
        });
    };
    const auto fill = [readInto, &look](PlotRaster& raster, std::size_t part) {
        readInto(part, [&](const geo::ShapeView& shape, PlotRow row) {
            raster.fill(shape, look.colours.colourOf(row));
        });
    };
    const auto outline = [readInto, &look, width_px](PlotRaster& raster, std::size_t part) {
        readInto(part, [&](const geo::ShapeView& shape, PlotRow) {
            raster.outline(shape, look.border.colour, width_px);
        });
    };
    return {source.parts, fill, outline};
}

MosaicDrawing fromTiles(std::vector<MosaicTile> kept, const PlotsLook& look, double width_px) {
    const auto shared = std::make_shared<const std::vector<MosaicTile>>(std::move(kept));
    const auto fill = [shared, &look](PlotRaster& raster, std::size_t part) {
        const MosaicTile& tile = (*shared)[part];
        std::vector<ColourWeight> weights;
        for (const PlotRow& row : *tile.rows) weights.emplace_back(look.colours.colourOf(row));
        raster.fill(geo::arcTileFrom(tile.bytes), weights);
    };
    const auto outline = [shared, &look, width_px](PlotRaster& raster, std::size_t part) {
        raster.outline(geo::arcTileFrom((*shared)[part].bytes), look.border.colour, width_px);
    };
    return {shared->size(), fill, outline};
}

/// Nothing where plots are so small that outlines would be all that is seen.
double outlineStrength(const PlotSource& source, const MapPlace& place) {
    const double side_px = source.meanSide_m / place.view.metresPerPixel() / place.unit;
    return std::clamp((side_px - outlinedFrom_px) / (outlinedWhole_px - outlinedFrom_px), 0.0, 1.0);
}

/// What a mosaic is drawn with, band by band, in the pixels of its image.
struct MosaicPlan {
    MapView view;
    RectPx pixels;
    double outlineWidth_px;
    double outlineStrength;
    /// So many pixels at a time, for sums that stay in the cache, or for fewer readings of all shapes.
    double pixelsInABand;
};

using DrawingOf = std::function<MosaicDrawing(const geo::Extent& window)>;

/// One image put together of bands, top to bottom.
class BandedRaster {
  public:
    explicit BandedRaster(const RectPx& pixels)
        : m_raster{{static_cast<int>(pixels.width()), static_cast<int>(pixels.height())}, {}} {}

    void append(const Raster& band) {
        m_raster.pixels.insert(m_raster.pixels.end(), band.pixels.begin(), band.pixels.end());
    }
    const Raster& raster() const { return m_raster; }

  private:
    Raster m_raster;
};

/// Fills, and outlines where they show: bands of one image would part on paper.
void drawMosaic(const MosaicPlan& plan, const DrawingOf& drawingOf, const RectPx& place, Canvas& canvas) {
    const RectPx& all = plan.pixels;
    const double rows = std::max(1.0, std::floor(plan.pixelsInABand / std::max(1.0, all.width())));
    RasterPool pool(plan.view);
    BandedRaster fills(all), outlines(all);
    for (double top = all.top; top < all.bottom; top += rows) {
        const RectPx band{all.left, top, all.right, std::min(top + rows, all.bottom)};
        const MosaicDrawing drawing = drawingOf(plan.view.toPlane(band.grownBy(plan.outlineWidth_px)));
        fills.append(pool.raster(band, drawing.parts, drawing.fill, 1));
        if (plan.outlineStrength <= 0) continue;
        // Either neighbour adds half a border.
        outlines.append(pool.raster(band, drawing.parts, drawing.outline, plan.outlineStrength / 2));
    }
    canvas.image(place, fills.raster());
    if (plan.outlineStrength > 0) canvas.image(place, outlines.raster());
}

RectPx times(const RectPx& rect, double factor) {
    return {rect.left * factor, rect.top * factor, rect.right * factor, rect.bottom * factor};
}

void drawAsImage(const MapSheet& sheet, const MapPlace& place, Canvas& canvas) {
    const PlotsLook& look = *sheet.theme.plots;
    const double detail = canvas.imageDetail();
    const RectPx pixels = wholePixels(times(place.frame, detail));
    const MapView view = place.view.magnified(detail);
    const double width_px = look.border.width * place.unit * detail;
    const bool hasLevel = sheet.plots.hasLevelFor(view.metresPerPixel());
    const MosaicPlan plan{view, pixels, width_px, outlineStrength(sheet.plots, place),
                          hasLevel ? cachedPixels : allPixels};
    const auto drawingOf = [&](const geo::Extent& band) {
        return hasLevel ? fromTiles(sheet.plots.simplified(band, view.metresPerPixel()), look, width_px)
                        : fromShapes(sheet.plots, look, width_px, band);
    };
    drawMosaic(plan, drawingOf, times(pixels, 1 / detail), canvas);
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
        return drawAsImage(sheet, place, canvas);
    // What the frame shows beyond the extent is drawn as the rest is.
    const auto all = sheet.plots.within(window, noLimit);
    if (all) drawOneByOne(*all, *sheet.theme.plots, place, canvas);
}

}  // namespace styles
