// SPDX-License-Identifier: Apache-2.0
// The VN-2000 guard: the province is laid into every system and compared with the numbers.
#include "geo/crs/vn2000.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"

namespace geo {
namespace {

/// VN-2000 zones of EPSG v10.076 (3° zones with scale 0.9999, UTM with 0.9996), and WGS 84 beside them.
constexpr int codesInUse[] = {4326, 4756, 9205, 9206, 9207, 9208, 5896, 5897, 9209, 9210, 9211,  9212,
                              9213, 9214, 9215, 9216, 9217, 9218, 5899, 5898, 3405, 3406, 32648, 32649};

bool isUtm(int code) { return code == 3405 || code == 3406 || code == 32648 || code == 32649; }

constexpr double utmScale = 0.9996;

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
        // In tenths of the province: nearer than that, the order of the list above is the better guess.
        return std::round(10 * std::hypot(x, y));
    };
    if (grown(laid).contains(extent)) return Fit{{crs, AxesRead::AsWritten}, apart(extent)};
    const Extent turned = swapped(extent);
    if (grown(laid).contains(turned)) return Fit{{crs, AxesRead::Exchanged}, apart(turned)};
    return std::nullopt;
}

/// Zones 48N and 49N have codes at scale 0.9996, on both datums.
bool isUtmMeridian(double meridian_deg) { return meridian_deg == 105 || meridian_deg == 111; }

/// A 3° zone that fits may as well be its twin with the scale of administrative maps.
std::optional<Crs> twinOf(const Crs& crs, int code) {
    const auto meridian = crs.centralMeridian_deg();
    if (!meridian || isUtm(code) || isUtmMeridian(*meridian)) return std::nullopt;
    return vn2000TransverseMercator(*meridian, utmScale);
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

/// A datum on the ellipsoid of WGS 84, as WKT 2 writes it.
struct Datum {
    std::string_view crsName;
    std::string_view datumName;
    int code;
};
constexpr Datum vn2000{"VN-2000", "Vietnam 2000", 4756};
constexpr Datum wgs84{"WGS 84", "World Geodetic System 1984", 4326};

Crs transverseMercator(const Datum& datum, double centralMeridian_deg, double scale) {
    return Crs::fromText(fmt::format(
        R"(PROJCRS["{2} / TM {0} k {1}",BASEGEOGCRS["{2}",DATUM["{3}",ELLIPSOID["WGS 84",6378137,)"
        R"(298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],)"
        R"(ID["EPSG",{4}]],CONVERSION["TM {0} k {1}",METHOD["Transverse Mercator",ID["EPSG",9807]],)"
        R"(PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8801]],)"
        R"(PARAMETER["Longitude of natural origin",{0},ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8802]],)"
        R"(PARAMETER["Scale factor at natural origin",{1},SCALEUNIT["unity",1],ID["EPSG",8805]],)"
        R"(PARAMETER["False easting",500000,LENGTHUNIT["metre",1],ID["EPSG",8806]],)"
        R"(PARAMETER["False northing",0,LENGTHUNIT["metre",1],ID["EPSG",8807]]],)"
        R"(CS[Cartesian,2],AXIS["easting",east],AXIS["northing",north],LENGTHUNIT["metre",1]])",
        centralMeridian_deg, scale, datum.crsName, datum.datumName, datum.code));
}

struct Projection {
    double meridian_deg;
    double scale;
};

/// Nothing unless the CRS is transverseMercator() of the datum in all it means.
std::optional<Projection> projectionOn(const Datum& datum, const Crs& crs) {
    const auto meridian = crs.centralMeridian_deg();
    const auto scale = crs.centralScale();
    if (!meridian || !scale || !(crs == transverseMercator(datum, *meridian, *scale))) return std::nullopt;
    return Projection{*meridian, *scale};
}

/// `103:0.9996`, nothing else.
std::optional<Projection> meridianAndScale(std::string_view text) {
    double meridian = 0;
    double scale = 0;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, meridian);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != ':') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, scale);
    if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
    const bool isPossible = std::abs(meridian) <= 180 && scale > 0.9 && scale < 1.1;
    return isPossible ? std::optional(Projection{meridian, scale}) : std::nullopt;
}

/// The shift of QĐ 05/2007/QĐ-BTNMT as PROJ's position vectors, its rotations with the sign as circulated.
constexpr std::string_view turnedShift =
    "-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278";
/// What degrees of WGS 84 lack that were made with turned signs: twice the rotations, so small that the rest
/// of the shift matters by a millimetre.
constexpr std::string_view twiceTheRotations = "0,0,0,0.01857672,-0.03950958,0.00854744,0";

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

std::optional<CrsCandidate> unshifted(const CrsCandidate& candidate) {
    const auto projection = projectionOn(vn2000, candidate.crs);
    if (!projection) return std::nullopt;
    const auto [meridian, scale] = *projection;
    if (isUtmMeridian(meridian) && scale == utmScale) return std::nullopt;
    return CrsCandidate{wgs84TransverseMercator(meridian, scale), candidate.axes, DatumFault::Unshifted};
}

std::optional<CrsCandidate> withRotationSignsTurned(const CrsCandidate& candidate) {
    const int code = candidate.crs.epsg();
    std::string text;
    if (const auto projection = projectionOn(vn2000, candidate.crs)) {
        text = fmt::format("+proj=tmerc +lat_0=0 +lon_0={} +k={} +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84={}",
                           projection->meridian_deg, projection->scale, turnedShift);
    }
    if (code == vn2000.code) text = fmt::format("+proj=longlat +ellps=WGS84 +towgs84={}", turnedShift);
    if (code == wgs84.code) text = fmt::format("+proj=longlat +ellps=WGS84 +towgs84={}", twiceTheRotations);
    if (text.empty()) return std::nullopt;
    return CrsCandidate{Crs::fromText(text), candidate.axes, DatumFault::RotationSigns};
}

Crs vn2000TransverseMercator(double centralMeridian_deg, double scale) {
    return transverseMercator(vn2000, centralMeridian_deg, scale);
}

Crs wgs84TransverseMercator(double centralMeridian_deg, double scale) {
    return transverseMercator(wgs84, centralMeridian_deg, scale);
}

Crs crsFromOption(std::string_view text) {
    for (const auto& [prefix, datum] : {std::pair{"VN2000:", vn2000}, std::pair{"WGS84:", wgs84}}) {
        if (!text.starts_with(prefix)) continue;
        const auto told = meridianAndScale(text.substr(std::string_view(prefix).size()));
        if (told) return transverseMercator(datum, told->meridian_deg, told->scale);
        throw Error(ErrorKind::Usage, "crs.unknown", {{"text", std::string(text)}});
    }
    return Crs::fromText(text);
}

std::string optionFor(const Crs& crs) {
    if (!crs.code().empty()) return crs.code();
    if (const auto onVn2000 = projectionOn(vn2000, crs))
        return fmt::format("VN2000:{}:{}", onVn2000->meridian_deg, onVn2000->scale);
    if (const auto onWgs84 = projectionOn(wgs84, crs))
        return fmt::format("WGS84:{}:{}", onWgs84->meridian_deg, onWgs84->scale);
    return crs.wkt();
}

}  // namespace geo
