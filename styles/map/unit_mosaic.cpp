// SPDX-License-Identifier: Apache-2.0
// Each level is made from the one before, so that most of the work is done once.
#include "styles/map/unit_mosaic.hpp"

#include <cmath>
#include <cstdint>

#include "geo/topology/coverage_builder.hpp"
#include "styles/map/map_sheet.hpp"

namespace styles {
namespace {

constexpr double finestPixel_m = 4;
constexpr int thinnedLevels = 9;
// Added up over all finer levels it stays below twice as much.
constexpr double mostShift_px = 0.1;

double pixelOf(int level) { return std::ldexp(finestPixel_m, level); }

bool canShareBorders(const geo::Geometry& shape) {
    return shape.isPolygonal() && !shape.isEmpty() && geo::hasFiniteCoordinates(shape);
}

geo::Coverage bordersOf(std::span<const geo::Geometry* const> shapes) {
    geo::CoverageBuilder builder;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        if (canShareBorders(*shapes[i])) builder.addFace(static_cast<std::int64_t>(i), *shapes[i]);
    return builder.build();
}

std::vector<geo::Geometry> copied(std::span<const geo::Geometry* const> shapes) {
    std::vector<geo::Geometry> copies;
    for (const geo::Geometry* const shape : shapes) copies.push_back(*shape);
    return copies;
}

UnitMosaic::Level thinned(const UnitMosaic::Level& finer, double tolerance) {
    UnitMosaic::Level level{finer.shapes, finer.borders.thinned(tolerance)};
    for (std::size_t face = 0; face < level.borders.ownFaceCount(); ++face)
        level.shapes[static_cast<std::size_t>(level.borders.faceKeys()[face])] = level.borders.face(face);
    return level;
}

}  // namespace

UnitMosaic::UnitMosaic(std::span<const geo::Geometry* const> shapes) {
    m_levels.push_back({copied(shapes), bordersOf(shapes)});
    for (int level = 0; level < thinnedLevels; ++level)
        m_levels.push_back(thinned(m_levels.back(), mostShift_px * pixelOf(level)));
}

const UnitMosaic::Level& UnitMosaic::levelFor(double metresPerPixel) const {
    std::size_t level = 0;
    while (level + 1 < m_levels.size() && pixelOf(static_cast<int>(level)) <= metresPerPixel) ++level;
    return m_levels[level];
}

std::shared_ptr<const UnitMosaic> mosaicOf(const MapSheet& sheet) {
    if (sheet.mosaic) return sheet.mosaic;
    std::vector<const geo::Geometry*> shapes;
    for (const MapUnit& unit : sheet.units) shapes.push_back(&unit.shape);
    return std::make_shared<const UnitMosaic>(shapes);
}

}  // namespace styles
