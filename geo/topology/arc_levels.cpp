// SPDX-License-Identifier: Apache-2.0
// Each level is made from the one before, so that most of the work is done once.
#include "geo/topology/arc_levels.hpp"

#include <cmath>
#include <utility>

#include "geo/topology/path_thinning.hpp"

namespace geo {
namespace {

// Added up over all finer levels it stays below twice as much.
constexpr double mostShift_px = 0.1;
constexpr double stepsInAPixel = 16;

/// Paths one after another.
struct Paths {
    std::vector<Coordinate> coordinates;
    std::vector<std::size_t> ends;

    Path path(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends[index - 1];
        return Path(coordinates).subspan(begin, ends[index] - begin);
    }
};

Paths thinned(const Paths& paths, double tolerance) {
    Paths fewer;
    PathThinner thinner(tolerance);
    for (std::size_t i = 0; i < paths.ends.size(); ++i) {
        thinner.append(paths.path(i), fewer.coordinates);
        fewer.ends.push_back(fewer.coordinates.size());
    }
    return fewer;
}

Paths pathsOf(const Coverage& coverage) {
    Paths paths;
    for (std::size_t i = 0; i < coverage.arcCount(); ++i) {
        const Path path = coverage.arc(i).path;
        paths.coordinates.insert(paths.coordinates.end(), path.begin(), path.end());
        paths.ends.push_back(paths.coordinates.size());
    }
    return paths;
}

/// Everything but the paths that a level is made from.
struct LevelPlan {
    const Coverage& coverage;
    std::span<const std::uint16_t> ownClasses;
    bool isOutlined;

    std::uint16_t classOf(std::uint32_t face) const {
        return face < ownClasses.size() ? ownClasses[face] : ArcTile::noClass;
    }
    bool isDrawn(const Coverage::Arc& arc) const {
        const std::uint16_t left = classOf(arc.left), right = classOf(arc.right);
        if (left == ArcTile::noClass && right == ArcTile::noClass) return false;
        return left != right || (isOutlined && arc.left != arc.right);
    }
};

GridPoint onGrid(Coordinate place, const ArcTile& tile) {
    return {static_cast<std::int32_t>(std::lround((place.x - tile.origin.x) / tile.step_m)),
            static_cast<std::int32_t>(std::lround((place.y - tile.origin.y) / tile.step_m))};
}

/// An arc that shrinks to a point leaves nothing to draw.
void appendArc(ArcTile& tile, Path path, std::uint16_t left, std::uint16_t right) {
    const std::size_t begin = tile.points.size();
    for (const Coordinate& place : path) {
        const GridPoint point = onGrid(place, tile);
        if (tile.points.size() == begin || point != tile.points.back()) tile.points.push_back(point);
    }
    if (tile.points.size() - begin == 1) return tile.points.pop_back();
    tile.arcs.push_back({left, right, static_cast<std::uint32_t>(tile.points.size())});
}

void fillLevel(ArcTile& tile, const LevelPlan& plan, const Paths& paths) {
    for (std::size_t i = 0; i < plan.coverage.arcCount(); ++i) {
        const auto arc = plan.coverage.arc(i);
        if (plan.isDrawn(arc))
            appendArc(tile, paths.path(i), plan.classOf(arc.left), plan.classOf(arc.right));
    }
}

}  // namespace

std::vector<ArcTile> arcLevels(const Coverage& coverage, std::span<const std::uint16_t> ownClasses,
                               const LevelLadder& ladder) {
    std::vector<ArcTile> levels;
    Paths paths = pathsOf(coverage);
    for (std::size_t level = 0; level < ladder.levels; ++level) {
        const double pixel_m = std::ldexp(ladder.finest_m, static_cast<int>(level));
        paths = thinned(paths, mostShift_px * pixel_m);
        ArcTile& tile = levels.emplace_back(ArcTile{ladder.origin, pixel_m / stepsInAPixel, {}, {}});
        fillLevel(tile, {coverage, ownClasses, level < ladder.outlined}, paths);
    }
    return levels;
}

}  // namespace geo
