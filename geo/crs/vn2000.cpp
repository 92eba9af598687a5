// SPDX-License-Identifier: Apache-2.0
// The VN-2000 guard: the province is laid into every system and compared with the numbers.
#include "geo/crs/vn2000.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "geo/crs/transform.hpp"

namespace geo {
namespace {

/// VN-2000 zones of EPSG v10.076 (3° zones with scale 0.9999, UTM with 0.9996), and WGS 84 beside them.
constexpr int codesInUse[] = {4326, 4756, 9205, 9206, 9207, 9208, 5896, 5897, 9209, 9210, 9211,  9212,
                              9213, 9214, 9215, 9216, 9217, 9218, 5899, 5898, 3405, 3406, 32648, 32649};

bool isUtm(int code) { return code == 3405 || code == 3406 || code == 32648 || code == 32649; }

constexpr double slack = 0.05;  // layers spill a little over the border of their province

Extent laidInto(const Crs& crs, const Extent& lonLat) {
    const Transform transform(Crs::fromText("EPSG:4326"), crs);
    Extent laid;
    constexpr int steps = 8;  // the sides of a lon/lat rectangle bend in a projection
    for (int i = 0; i <= steps; ++i) {
        const double x = lonLat.minX + lonLat.width() * i / steps;
        const double y = lonLat.minY + lonLat.height() * i / steps;
        for (const Coordinate corner :
             {Coordinate{x, lonLat.minY}, {x, lonLat.maxY}, {lonLat.minX, y}, {lonLat.maxX, y}}) {
            laid.include(transform.apply(corner));
        }
    }
    return laid;
}

Extent grown(Extent extent) {
    const double x = extent.width() * slack;
    const double y = extent.height() * slack;
    return {extent.minX - x, extent.minY - y, extent.maxX + x, extent.maxY + y};
}

Extent swapped(const Extent& extent) { return {extent.minY, extent.minX, extent.maxY, extent.maxX}; }

struct Fit {
    CrsCandidate candidate;
    double centresApart;
};

std::optional<Fit> fitOf(const Crs& crs, const Extent& extent, const Extent& province) {
    const Extent laid = laidInto(crs, province);
    const auto apart = [&](const Extent& numbers) {
        const double x = (numbers.centre().x - laid.centre().x) / laid.width();
        const double y = (numbers.centre().y - laid.centre().y) / laid.height();
        return x * x + y * y;
    };
    if (grown(laid).contains(extent)) return Fit{{crs, "crs.fits"}, apart(extent)};
    const Extent turned = swapped(extent);
    if (grown(laid).contains(turned)) return Fit{{crs, "crs.fits-swapped"}, apart(turned)};
    return std::nullopt;
}

/// A 3° zone that fits may as well be its twin with the scale of administrative maps.
std::optional<Crs> twinOf(const Crs& crs, int code) {
    const auto meridian = crs.centralMeridian_deg();
    if (!meridian || isUtm(code)) return std::nullopt;
    Crs twin = vn2000TransverseMercator(*meridian, 0.9996);
    return twin.code().empty() ? std::optional(std::move(twin)) : std::nullopt;
}

std::vector<Fit> fitsOf(const Extent& extent, const Extent& province) {
    std::vector<Fit> fits;
    for (const int code : codesInUse) {
        const Crs crs = Crs::fromText(fmt::format("EPSG:{}", code));
        auto fit = fitOf(crs, extent, province);
        if (!fit) continue;
        fits.push_back(std::move(*fit));
        if (const auto twin = twinOf(crs, code)) {
            if (auto twinFit = fitOf(*twin, extent, province)) fits.push_back(std::move(*twinFit));
        }
    }
    return fits;
}

}  // namespace

std::vector<CrsCandidate> candidatesFor(const Extent& extent, const Extent& provinceLonLat) {
    if (extent.isEmpty() || provinceLonLat.isEmpty()) return {};
    std::vector<Fit> fits = fitsOf(extent, provinceLonLat);
    std::stable_sort(fits.begin(), fits.end(),
                     [](const Fit& a, const Fit& b) { return a.centresApart < b.centresApart; });
    std::vector<CrsCandidate> candidates;
    for (Fit& fit : fits) candidates.push_back(std::move(fit.candidate));
    return candidates;
}

Crs vn2000TransverseMercator(double centralMeridian_deg, double scale) {
    return Crs::fromText(fmt::format(
        R"(PROJCRS["VN-2000 / TM {0} k {1}",BASEGEOGCRS["VN-2000",DATUM["Vietnam 2000",ELLIPSOID["WGS 84",6378137,)"
        R"(298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],)"
        R"(ID["EPSG",4756]],CONVERSION["TM {0} k {1}",METHOD["Transverse Mercator",ID["EPSG",9807]],)"
        R"(PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8801]],)"
        R"(PARAMETER["Longitude of natural origin",{0},ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8802]],)"
        R"(PARAMETER["Scale factor at natural origin",{1},SCALEUNIT["unity",1],ID["EPSG",8805]],)"
        R"(PARAMETER["False easting",500000,LENGTHUNIT["metre",1],ID["EPSG",8806]],)"
        R"(PARAMETER["False northing",0,LENGTHUNIT["metre",1],ID["EPSG",8807]]],)"
        R"(CS[Cartesian,2],AXIS["easting",east],AXIS["northing",north],LENGTHUNIT["metre",1]])",
        centralMeridian_deg, scale));
}

}  // namespace geo
