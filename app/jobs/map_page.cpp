// SPDX-License-Identifier: Apache-2.0
// Fills in the parts of a page.
#include "app/jobs/map_page.hpp"

#include <cmath>
#include <memory>

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

/// 1:n with a unit of at most one in ten thousand: a screen's scale is never round.
std::string scaleText(double scale, const Catalogue& words) {
    const double power = std::pow(10, std::floor(std::log10(scale)) - 3);
    return words.sentence("map.scale",
                          {{"scale", formatNumber(std::round(scale / power) * power, 0, words.language())}});
}

}  // namespace

styles::MapInset insetOf(const styles::MapSheet& sheet, const Catalogue& words) {
    return {words.sentence("map.inset"), styles::mosaicOf(sheet), std::nullopt};
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
