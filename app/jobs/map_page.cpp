// SPDX-License-Identifier: Apache-2.0
// Fills in the parts of a page.
#include "app/jobs/map_page.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <span>
#include <vector>

namespace app {
namespace {

geo::Extent extentOfUnits(const styles::MapSheet& sheet) {
    geo::Extent all;
    for (const styles::MapUnit& unit : sheet.units) all.include(unit.shape.extent());
    return all;
}

/// An overview says something only where the map shows a part.
bool showsAPart(const styles::MapSheet& sheet) {
    const geo::Extent all = extentOfUnits(sheet);
    return sheet.extent && !all.isEmpty() && !sheet.extent->contains(all);
}

/// Steps of an overview from one end to the other: finer than its pixels.
constexpr double stepsAcross = 2000;

/// A ring upon a grid, each point once; too little for a ring where it is smaller than the grid.
std::vector<geo::Coordinate> coarseRing(std::span<const geo::Coordinate> ring, double step) {
    std::vector<geo::Coordinate> kept;
    for (const geo::Coordinate& point : ring) {
        const geo::Coordinate onGrid{std::round(point.x / step) * step, std::round(point.y / step) * step};
        if (kept.empty() || !(kept.back() == onGrid)) kept.push_back(onGrid);
    }
    return kept;
}

/// A shape upon a grid. Neighbours share their borders still, for equal points stay equal.
geo::Geometry coarse(const geo::Geometry& shape, double step) {
    constexpr std::size_t leastRing = 4;
    geo::Geometry onGrid(geo::GeometryKind::MultiPolygon);
    for (std::size_t part = 0; part < shape.partCount(); ++part) {
        const auto paths = shape.partPaths(part);
        for (std::size_t path = paths.begin; path < paths.end; ++path) {
            const auto ring = coarseRing(shape.path(path), step);
            const bool isOuter = path == paths.begin;
            if (ring.size() < leastRing && isOuter) break;
            if (ring.size() < leastRing) continue;
            if (isOuter) onGrid.beginPart();
            onGrid.addPath(ring);
        }
    }
    return onGrid;
}

/// 1:n with a unit of at most one in ten thousand: a screen's scale is never round.
std::string scaleText(double scale, const Catalogue& words) {
    const double power = std::pow(10, std::floor(std::log10(scale)) - 3);
    return words.sentence("map.scale",
                          {{"scale", formatNumber(std::round(scale / power) * power, 0, words.language())}});
}

}  // namespace

styles::MapInset insetOf(const styles::MapSheet& sheet, const Catalogue& words) {
    styles::MapInset inset{words.sentence("map.inset"), {}, std::nullopt};
    const geo::Extent all = extentOfUnits(sheet);
    const double step = std::max(all.width(), all.height()) / stepsAcross;
    if (!(step > 0)) return inset;
    for (const styles::MapUnit& unit : sheet.units) inset.ground.push_back(coarse(unit.shape, step));
    return inset;
}

void dressPage(styles::MapSheet& sheet, const PageWish& wish, const geo::Crs& crs, const Catalogue& words) {
    // Panels are too small for the figures of a grid.
    const bool wantsGrid = wish.isPaper && sheet.panels.empty();
    const GridKind grid = wish.grid.value_or(wantsGrid ? GridKind::Vn2000 : GridKind::None);
    sheet.page.isPaper = wish.isPaper;
    sheet.page.pixelsPerInch = wish.pixelsPerInch;
    sheet.page.grid = mapGrid(grid, crs, words);
    sheet.text.gridLine = gridNote(grid, crs, words);
    if (!wish.isPaper) return;
    const auto said = std::make_shared<const Catalogue>(words);
    sheet.page.formatScale = [said](double scale) { return scaleText(scale, *said); };
    if (showsAPart(sheet)) sheet.page.inset = insetOf(sheet, words);
}

}  // namespace app
