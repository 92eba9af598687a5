// SPDX-License-Identifier: Apache-2.0
// Bands of the image, each summed and written by itself.
#include "styles/map/plot_image.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "geo/base/parallel.hpp"
#include "geo/base/progress.hpp"
#include "styles/map/plot_raster.hpp"

namespace styles {
namespace {

// Outlines begin to show at one size of the plots and are whole at the other.
constexpr double outlinedFrom_px = 6;
constexpr double outlinedWhole_px = 12;
// Shapes are read anew for every band: as few as 64 MB of sums a thread allow. Tiles lie ready: sums of 1 MB
// stay near the core. Strips of a picture lie side by side without a seam; on paper they would part.
constexpr double pixelsOfShapes = 4'000'000;
constexpr double pixelsOfTiles = 64'000;
constexpr double pixelsOfAStrip = 4'000'000;

RectPx wholePixels(const RectPx& frame) {
    return {std::floor(frame.left), std::floor(frame.top), std::ceil(frame.right), std::ceil(frame.bottom)};
}

RectPx times(const RectPx& rect, double factor) {
    return {rect.left * factor, rect.top * factor, rect.right * factor, rect.bottom * factor};
}

/// Nothing where plots are so small that outlines would be all that is seen.
double outlineStrength(const PlotSource& source, const MapPlace& place) {
    const double side_px = source.meanSide_m / place.view.metresPerPixel() / place.unit;
    return std::clamp((side_px - outlinedFrom_px) / (outlinedWhole_px - outlinedFrom_px), 0.0, 1.0);
}

/// The image in the making: its pixels are those of the picture, or finer ones on paper.
struct PlotImage {
    MapView view;
    const PlotsLook& look;
    double outlineWidth_px;
    double outlineStrength;
    const geo::Progress& progress;
    RectPx pixels = {};
    Raster fills = {};
    /// Without pixels where no outline shows.
    Raster outlines = {};

    void begin(const RectPx& strip) {
        pixels = strip;
        resize(fills);
        if (isOutlined()) resize(outlines);
    }
    bool isOutlined() const { return outlineStrength > 0; }
    geo::Extent window(const RectPx& part) const { return view.toPlane(part.grownBy(outlineWidth_px)); }

  private:
    /// Every pixel will be written.
    void resize(Raster& raster) const {
        raster.size = {static_cast<int>(pixels.width()), static_cast<int>(pixels.height())};
        raster.pixels.resize(static_cast<std::size_t>(raster.size.width) *
                             static_cast<std::size_t>(raster.size.height));
    }
};

/// Whole rows of an image.
std::vector<RectPx> bandsOf(const RectPx& pixels, double pixelsOfABand) {
    const double rows = std::max(1.0, std::floor(pixelsOfABand / std::max(1.0, pixels.width())));
    std::vector<RectPx> bands;
    for (double top = pixels.top; top < pixels.bottom; top += rows)
        bands.push_back({pixels.left, top, pixels.right, std::min(top + rows, pixels.bottom)});
    return bands;
}

std::span<std::uint32_t> pixelsOf(Raster& raster, const RectPx& all, const RectPx& band) {
    return std::span(raster.pixels)
        .subspan(static_cast<std::size_t>((band.top - all.top) * all.width()),
                 static_cast<std::size_t>(band.height() * band.width()));
}

void writeFills(const PlotRaster& raster, const RectPx& band, PlotImage& image) {
    raster.writePixels(1, pixelsOf(image.fills, image.pixels, band));
}

/// Either neighbour adds half a border.
void writeOutlines(const PlotRaster& raster, const RectPx& band, PlotImage& image) {
    raster.writePixels(image.outlineStrength / 2, pixelsOf(image.outlines, image.pixels, band));
}

/// Rasters for as many threads as there are, from one band to the next in the memory they have.
class RasterPool {
  public:
    explicit RasterPool(const MapView& view) : m_view(view) {}

    std::unique_ptr<PlotRaster> take(const RectPx& pixels) {
        auto raster = idle();
        if (!raster) return std::make_unique<PlotRaster>(m_view, pixels);
        raster->begin(m_view, pixels);
        return raster;
    }
    void give(std::unique_ptr<PlotRaster> raster) {
        const std::scoped_lock lock(m_mutex);
        m_idle.push_back(std::move(raster));
    }

  private:
    std::unique_ptr<PlotRaster> idle() {
        const std::scoped_lock lock(m_mutex);
        if (m_idle.empty()) return nullptr;
        auto raster = std::move(m_idle.back());
        m_idle.pop_back();
        return raster;
    }

    const MapView& m_view;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<PlotRaster>> m_idle;
};

/// Draws one part of all shapes.
using DrawPart = std::function<void(PlotRaster& raster, std::size_t part)>;

/// All parts in one band: each thread sums those it takes, and the sums add up to the same whoever took what.
std::unique_ptr<PlotRaster> summedParts(std::size_t parts, const DrawPart& draw, const RectPx& band,
                                        RasterPool& pool) {
    std::mutex mutex;
    std::vector<std::unique_ptr<PlotRaster>> drawn;
    const auto begun = [&]() -> std::unique_ptr<PlotRaster> {
        const std::scoped_lock lock(mutex);
        if (drawn.empty()) return nullptr;
        auto raster = std::move(drawn.back());
        drawn.pop_back();
        return raster;
    };
    geo::parallelFor(parts, 1, [&](const geo::Chunk& chunk) {
        auto raster = begun();
        if (!raster) raster = pool.take(band);
        draw(*raster, chunk.index);
        const std::scoped_lock lock(mutex);
        drawn.push_back(std::move(raster));
    });
    if (drawn.empty()) return pool.take(band);
    for (std::size_t i = 1; i < drawn.size(); ++i) {
        drawn[0]->add(*drawn[i]);
        pool.give(std::move(drawn[i]));
    }
    return std::move(drawn[0]);
}

void drawFromShapes(const PlotSource& source, PlotImage& image) {
    RasterPool pool(image.view);
    for (const RectPx& band : bandsOf(image.pixels, pixelsOfShapes)) {
        const auto readInto = [&source, &image, window = image.window(band)](std::size_t part,
                                                                             const auto& draw) {
            source.read(part, [&](const geo::ShapeView& shape, PlotRow row) {
                image.progress.throwIfStopped();
                if (window.intersects(shape.envelope())) draw(shape, row);
            });
        };
        const auto fill = [&](PlotRaster& raster, std::size_t part) {
            readInto(part, [&](const geo::ShapeView& shape, PlotRow row) {
                raster.fill(shape, image.look.colours.colourOf(row));
            });
        };
        const auto outline = [&](PlotRaster& raster, std::size_t part) {
            readInto(part, [&](const geo::ShapeView& shape, PlotRow) {
                raster.outline(shape, image.look.border.colour, image.outlineWidth_px);
            });
        };
        auto summed = summedParts(source.parts, fill, band, pool);
        writeFills(*summed, band, image);
        pool.give(std::move(summed));
        if (!image.isOutlined()) continue;
        summed = summedParts(source.parts, outline, band, pool);
        writeOutlines(*summed, band, image);
        pool.give(std::move(summed));
    }
}

struct ColouredTile {
    const ReadyTile& tile;
    std::vector<ColourWeight> weights;
};

std::vector<ColouredTile> colouredTiles(const std::vector<MosaicTile>& kept, const PlotsLook& look) {
    std::vector<ColouredTile> tiles;
    for (const MosaicTile& each : kept) {
        tiles.push_back({*each.tile, {}});
        for (const PlotRow& row : *each.rows)
            tiles.back().weights.emplace_back(look.colours.colourOf(row));
    }
    return tiles;
}

void drawBand(const std::vector<ColouredTile>& tiles, const RectPx& band, PlotImage& image,
              RasterPool& pool) {
    image.progress.throwIfStopped();
    auto raster = pool.take(band);
    for (const ColouredTile& each : tiles) raster->fill(each.tile, each.weights);
    writeFills(*raster, band, image);
    if (image.isOutlined()) {
        raster->begin(image.view, band);
        for (const ColouredTile& each : tiles)
            raster->outline(each.tile, image.look.border.colour, image.outlineWidth_px);
        writeOutlines(*raster, band, image);
    }
    pool.give(std::move(raster));
}

void drawFromTiles(const std::vector<ColouredTile>& tiles, PlotImage& image) {
    const std::vector<RectPx> bands = bandsOf(image.pixels, pixelsOfTiles);
    RasterPool pool(image.view);
    geo::parallelFor(bands.size(), 1,
                     [&](const geo::Chunk& chunk) { drawBand(tiles, bands[chunk.index], image, pool); });
}

}  // namespace

void drawPlotImage(const MapSheet& sheet, const MapPlace& place, Canvas& canvas) {
    const double detail = canvas.imageDetail();
    const PlotsLook& look = *sheet.theme.plots;
    PlotImage image{place.view.magnified(detail), look, look.border.width * place.unit * detail,
                    outlineStrength(sheet.plots, place), place.progress};
    const RectPx pixels = wholePixels(times(place.frame, detail));
    const double metresPerPixel = image.view.metresPerPixel();
    std::vector<MosaicTile> kept;
    const bool hasLevel = sheet.plots.hasLevelFor(metresPerPixel);
    if (hasLevel) kept = sheet.plots.simplified(image.window(pixels), metresPerPixel, place.progress);
    const std::vector<ColouredTile> tiles = colouredTiles(kept, look);
    const double most = detail == 1 ? pixelsOfAStrip : pixels.width() * pixels.height();
    for (const RectPx& strip : bandsOf(pixels, most)) {
        image.begin(strip);
        hasLevel ? drawFromTiles(tiles, image) : drawFromShapes(sheet.plots, image);
        const RectPx where = times(strip, 1 / detail);
        canvas.image(where, image.fills);
        if (image.isOutlined()) canvas.image(where, image.outlines);
    }
}

}  // namespace styles
