// SPDX-License-Identifier: Apache-2.0
// Tries the corners of the map frame.
#include "styles/map/furniture_places.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "styles/map/frame_grid.hpp"
#include "styles/map/page_view.hpp"
#include "styles/map/scale_bar.hpp"
#include "styles/map/scanline.hpp"
#include "styles/map/screen_paths.hpp"

namespace styles {
namespace {

constexpr double longestBar = 150;
constexpr double clearance = 10;
constexpr double stripGap = 14;
constexpr double frameGap = 12;

struct BarSketch {
    Sketch sketch;
    double length_km = 0;
};

BarSketch barFor(const MapSheet& sheet, const MapView& view, const PageLayout& page) {
    const double longest_px = std::min(longestBar * page.unit, page.mapFrame.width() / 3);
    const double length_km = roundLength_km(longest_px * view.metresPerPixel() / 1000);
    const double length_px = length_km * 1000 / view.metresPerPixel();
    return {scaleBar(sheet, {length_km, length_px}, page.furniture.measure(), page.unit), length_km};
}

/// What the map covers when it fills a frame.
std::vector<RowSpans> groundOf(const MapSheet& sheet, const MapView& view, const RectPx& frame) {
    constexpr double step_px = 4;
    const auto mosaic = mosaicOf(sheet);
    std::vector<RowSpans> ground;
    for (const geo::Geometry& shape : mosaic->levelFor(view.metresPerPixel()).shapes)
        ground.emplace_back(ringsOnScreen(shape, view, frame), step_px);
    return ground;
}

enum class Corner { BottomLeft, BottomRight, TopRight, TopLeft };

PointPx placeIn(Corner corner, const Sketch& sketch, const RectPx& frame) {
    const double right = frame.right - sketch.width();
    const double bottom = frame.bottom - sketch.height();
    switch (corner) {
        case Corner::BottomLeft:
            return {frame.left, bottom};
        case Corner::BottomRight:
            return {right, bottom};
        case Corner::TopRight:
            return {right, frame.top};
        case Corner::TopLeft:
            return {frame.left, frame.top};
    }
    return {};
}

class CornerSearch {
  public:
    CornerSearch(const RectPx& frame, std::vector<RowSpans> ground, double clearance_px)
        : m_frame(frame), m_ground(std::move(ground)), m_clearance_px(clearance_px) {}

    std::optional<PlacedSketch> place(const Sketch& sketch, const std::array<Corner, 4>& corners) {
        for (const Corner corner : corners) {
            PlacedSketch piece{sketch, placeIn(corner, sketch, m_frame)};
            if (!m_frame.contains(piece.box()) || !isFree(piece.box().grownBy(m_clearance_px))) continue;
            m_taken.push_back(piece.box());
            return piece;
        }
        return std::nullopt;
    }

  private:
    bool isFree(const RectPx& box) const {
        return std::ranges::none_of(m_taken, [&](const RectPx& taken) { return taken.overlaps(box); }) &&
               std::ranges::none_of(m_ground,
                                    [&](const RowSpans& unit) { return unit.shareInside(box) > 0; });
    }

    RectPx m_frame;
    std::vector<RowSpans> m_ground;
    double m_clearance_px;
    std::vector<RectPx> m_taken;
};

std::optional<FurniturePlaces> placeInCorners(const MapSheet& sheet, const geo::Extent& extent,
                                              const PageLayout& page) {
    const MapView view = viewOf(sheet, extent, page.mapFrame, page.unit);
    const BarSketch bar = barFor(sheet, view, page);
    // A frame that is drawn wants some room before it.
    const double inset_px = sheet.page.isPaper || sheet.page.grid.lines ? frameGap * page.unit : 0;
    CornerSearch search(page.mapFrame.grownBy(-inset_px), groundOf(sheet, view, page.mapFrame), clearance * page.unit);
    using enum Corner;
    auto barPiece = search.place(bar.sketch, {BottomLeft, BottomRight, TopLeft, TopRight});
    auto northPiece = search.place(northArrow(sheet.text, page.furniture.measure(), page.unit),
                                   {TopRight, TopLeft, BottomRight, BottomLeft});
    if (!barPiece || !northPiece) return std::nullopt;
    return FurniturePlaces{{std::move(*barPiece), std::move(*northPiece)}, page.mapFrame, bar.length_km};
}

FurniturePlaces placeInStrip(const MapSheet& sheet, const geo::Extent& extent, const PageLayout& page) {
    const Sketch north = northArrow(sheet.text, page.furniture.measure(), page.unit);
    const double figures = gridMargin(sheet) * page.unit;
    const double bottom = page.mapFrame.bottom + figures;
    RectPx frame = page.mapFrame;
    // The bar's own height does not depend on its length.
    const double tallest =
        std::max(north.height(), barFor(sheet, viewOf(sheet, extent, frame, page.unit), page).sketch.height());
    frame.bottom = bottom - tallest - stripGap * page.unit - figures;
    const BarSketch bar = barFor(sheet, viewOf(sheet, extent, frame, page.unit), page);
    const double barLeft = frame.left + north.width() + stripGap * page.unit;
    return {{{north, {frame.left, bottom - north.height()}},
             {bar.sketch, {barLeft, bottom - bar.sketch.height()}}},
            frame,
            bar.length_km};
}

}  // namespace

FurniturePlaces placeFurniture(const MapSheet& sheet, const geo::Extent& extent, const PageLayout& page) {
    auto corners = placeInCorners(sheet, extent, page);
    return corners ? std::move(*corners) : placeInStrip(sheet, extent, page);
}

}  // namespace styles
