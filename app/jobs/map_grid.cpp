// SPDX-License-Identifier: Apache-2.0
// Lines of equal coordinate across a window of the plane.
#include "app/jobs/map_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"

namespace app {
namespace {

using styles::GridLine;
using styles::GridRun;

/// The least room between two lines of the plane's grid on paper.
constexpr double leastSpacing_m = 0.02;
constexpr int secondsADegree = 3600;
/// A meridian of a page is curved so little that this many pieces hide it.
constexpr int piecesALine = 24;
constexpr std::size_t fewestLines = 2;

struct ScaleStep {
    double upToScale = 0;
    int step_s = 0;
};
constexpr std::array scaleSteps{ScaleStep{5'000, 120}, ScaleStep{25'000, 300}, ScaleStep{80'000, 600},
                                ScaleStep{150'000, 1200}, ScaleStep{1'000'000, 1800}};
constexpr std::array roundSteps_s{3600, 1800, 1200, 600, 300, 120, 60, 30, 10, 5, 1};

/// All multiples of a step within a range.
std::vector<double> multiples(double step, double from, double to) {
    std::vector<double> found;
    for (double number = std::ceil(from / step); number * step <= to; ++number) found.push_back(number * step);
    return found;
}

/// As many decimals of a kilometre as a step in metres needs.
int decimalsFor(double step_m) {
    int decimals = 0;
    for (double step_km = step_m / 1000; decimals < 3 && step_km < 1 - 1e-9; step_km *= 10) ++decimals;
    return decimals;
}

std::vector<GridLine> planeLines(const geo::Extent& window, double scale, const Catalogue& words) {
    const double step = gridStep_m(scale);
    const auto figure = [&](const char* id, double at_m) {
        return words.sentence(id, {{"km", formatNumber(at_m / 1000, decimalsFor(step), words.language())}});
    };
    std::vector<GridLine> lines;
    for (const double east : multiples(step, window.minX, window.maxX))
        lines.push_back(
            {GridRun::NorthSouth, figure("map.grid-east", east), {{east, window.minY}, {east, window.maxY}}});
    for (const double north : multiples(step, window.minY, window.maxY))
        lines.push_back(
            {GridRun::WestEast, figure("map.grid-north", north), {{window.minX, north}, {window.maxX, north}}});
    return lines;
}

std::string degreesText(double seconds, int step_s) {
    const auto whole = static_cast<long long>(std::llround(std::abs(seconds)));
    const long long minutes = whole / 60 % 60;
    if (step_s % 60 == 0) return fmt::format("{}°{:02}′", whole / secondsADegree, minutes);
    return fmt::format("{}°{:02}′{:02}″", whole / secondsADegree, minutes, whole % 60);
}

/// Meridians and parallels of a plane.
class Graticule {
  public:
    Graticule(const geo::Crs& crs, const geo::Extent& window)
        : m_toDegrees(crs, crs.geographicBase()), m_toPlane(crs.geographicBase(), crs) {
        for (int i = 0; i <= piecesALine; ++i) {
            const double share = static_cast<double>(i) / piecesALine;
            const double x = window.minX + share * window.width();
            const double y = window.minY + share * window.height();
            for (const geo::Coordinate edge : {geo::Coordinate{x, window.minY}, geo::Coordinate{x, window.maxY},
                                               geo::Coordinate{window.minX, y}, geo::Coordinate{window.maxX, y}})
                m_degrees.include(m_toDegrees.apply(edge));
        }
    }

    bool hasEnough(int step_s) const {
        return numbers(step_s, m_degrees.minX, m_degrees.maxX).size() >= fewestLines &&
               numbers(step_s, m_degrees.minY, m_degrees.maxY).size() >= fewestLines;
    }

    std::vector<GridLine> lines(int step_s, const Catalogue& words) const {
        std::vector<GridLine> lines;
        const auto figure = [&](const char* id, double at_s) {
            return words.sentence(id, {{"degrees", degreesText(at_s, step_s)}});
        };
        for (const double lon_s : numbers(step_s, m_degrees.minX, m_degrees.maxX)) {
            const double lon = lon_s / secondsADegree;
            lines.push_back({GridRun::NorthSouth, figure(lon_s < 0 ? "map.grid-lon-west" : "map.grid-lon-east", lon_s),
                             path({lon, m_degrees.minY}, {lon, m_degrees.maxY})});
        }
        for (const double lat_s : numbers(step_s, m_degrees.minY, m_degrees.maxY)) {
            const double lat = lat_s / secondsADegree;
            lines.push_back({GridRun::WestEast, figure(lat_s < 0 ? "map.grid-lat-south" : "map.grid-lat-north", lat_s),
                             path({m_degrees.minX, lat}, {m_degrees.maxX, lat})});
        }
        return lines;
    }

  private:
    static std::vector<double> numbers(int step_s, double from, double to) {
        return multiples(step_s, from * secondsADegree, to * secondsADegree);
    }

    std::vector<geo::Coordinate> path(geo::Coordinate from, geo::Coordinate to) const {
        std::vector<geo::Coordinate> points;
        for (int i = 0; i <= piecesALine; ++i) {
            const double share = static_cast<double>(i) / piecesALine;
            points.push_back(
                m_toPlane.apply(geo::Coordinate{from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)}));
        }
        return points;
    }

    geo::Transform m_toDegrees;
    geo::Transform m_toPlane;
    geo::Extent m_degrees;
};

std::vector<GridLine> degreeLines(const geo::Crs& crs, const geo::Extent& window, double scale,
                                  const Catalogue& words) {
    // Made anew each time: a transform belongs to one thread, pages are composed on several.
    const Graticule graticule(crs, window);
    int step_s = graticuleStep_s(scale);
    for (const int finer_s : roundSteps_s) {
        if (graticule.hasEnough(step_s)) break;
        if (finer_s < step_s) step_s = finer_s;
    }
    return graticule.lines(step_s, words);
}

/// `103°00′`.
std::string meridianText(double degrees) { return degreesText(degrees * secondsADegree, 60); }

bool isVn2000(const geo::Crs& crs) { return crs.geographicBase() == geo::Crs::fromText("EPSG:4756"); }

}  // namespace

std::optional<GridKind> parseGridKind(std::string_view word) {
    if (word == "none") return GridKind::None;
    if (word == "vn2000") return GridKind::Vn2000;
    if (word == "graticule") return GridKind::Graticule;
    return std::nullopt;
}

double gridStep_m(double scale) {
    const double least = leastSpacing_m * scale * (1 - 1e-9);
    double power = std::pow(10, std::floor(std::log10(std::max(least, 1.0))));
    for (const double leading : {1.0, 2.0, 5.0})
        if (leading * power >= least) return leading * power;
    return 10 * power;
}

int graticuleStep_s(double scale) {
    for (const ScaleStep& row : scaleSteps)
        if (scale <= row.upToScale) return row.step_s;
    return secondsADegree;
}

styles::MapGrid mapGrid(GridKind kind, const geo::Crs& crs, const Catalogue& words) {
    if (kind == GridKind::None) return {};
    if (crs.isGeographic() || !crs.geographicBase().isKnown())
        throw geo::Error(geo::ErrorKind::Usage, "map.grid-needs-plane", {{"crs", crs.name()}});
    const auto said = std::make_shared<const Catalogue>(words);
    if (kind == GridKind::Vn2000)
        return {styles::GridMarks::Crosses, [said](const geo::Extent& window, double scale) {
                    return planeLines(window, scale, *said);
                }};
    return {styles::GridMarks::Lines, [said, crs](const geo::Extent& window, double scale) {
                return degreeLines(crs, window, scale, *said);
            }};
}

std::string gridNote(GridKind kind, const geo::Crs& crs, const Catalogue& words) {
    if (kind == GridKind::None) return {};
    const std::string datum = isVn2000(crs) ? "VN-2000" : crs.geographicBase().name();
    if (kind == GridKind::Graticule) return words.sentence("map.graticule-note", {{"datum", datum}});
    const auto meridian = crs.centralMeridian_deg();
    const auto factor = crs.centralScale();
    if (!meridian || !factor) return words.sentence("map.grid-note-other", {{"system", crs.name()}});
    return words.sentence("map.grid-note", {{"datum", datum},
                                            {"meridian", meridianText(*meridian)},
                                            {"factor", formatNumber(*factor, 4, words.language())}});
}

}  // namespace app
