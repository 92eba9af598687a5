// SPDX-License-Identifier: Apache-2.0
// Rounds scales upwards, so that what fitted still fits.
#include "styles/map/page_view.hpp"

#include <array>
#include <cmath>

namespace styles {
namespace {

constexpr double metresAnInch = 0.0254;
/// Between what a page shows and its frame.
constexpr double paperPadding = 6;
constexpr std::array<double, 15> leadings{1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 7.5, 8, 9, 10};
/// A scale that is round but for its last bits is not rounded up to the next.
constexpr double slack = 1 - 1e-9;

}  // namespace

double scaleOf(double metresPerPixel, double pixelsPerInch) {
    return metresPerPixel * pixelsPerInch / metresAnInch;
}

double roundScale(double scale) {
    if (!(scale > 0) || !std::isfinite(scale)) return scale;
    const double power = std::pow(10, std::floor(std::log10(scale)));
    for (const double leading : leadings)
        if (leading * power >= scale * slack) return leading * power;
    return 10 * power;
}

MapView viewOf(const MapSheet& sheet, const geo::Extent& extent, const RectPx& frame, double unit) {
    const double padding = (sheet.page.isPaper ? paperPadding : 0) + sheet.theme.outline.width;
    const MapView view(extent, frame.grownBy(-padding * unit));
    if (!sheet.page.isPaper) return view;
    const double scale = scaleOf(view.metresPerPixel(), sheet.page.pixelsPerInch);
    return view.at(view.metresPerPixel() * roundScale(scale) / scale);
}

}  // namespace styles
