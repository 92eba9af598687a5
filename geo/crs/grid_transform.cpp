// SPDX-License-Identifier: Apache-2.0
// GridTransform: the Transform asked at nodes and, for proof, between them.
#include "geo/crs/grid_transform.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "geo/base/error.hpp"

namespace geo {
namespace {

constexpr double metresInADegree = 111'320;  // along the equator; fewer elsewhere, so never too coarse
constexpr double shareOfTolerance = 0.25;    // probes do not meet the very worst place
constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

using Grid = BicubicGrid<2>;

std::optional<Grid> gridOf(const Transform& exact, const Extent& extent, double near) {
    const auto moved = [&](Coordinate place) {
        const Coordinate answer = exact.apply(place);
        return Grid::Values{answer.x, answer.y};
    };
    const auto isNear = [near](const Grid::Values& truth, const Grid::Values& answer) {
        return std::hypot(truth[0] - answer[0], truth[1] - answer[1]) <= near;
    };
    try {
        return Grid::of(moved, extent, isNear);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::BadData) throw;
        return std::nullopt;
    }
}

}  // namespace

GridTransform::GridTransform(const Transform& exact, const Extent& extent, Metres tolerance) {
    const double near = shareOfTolerance * tolerance.value;
    if (!exact.isIdentity())
        m_grid = gridOf(exact, extent, exact.isToDegrees() ? near / metresInADegree : near);
    if (m_grid || exact.isIdentity()) m_covered = extent;
}

void GridTransform::apply(std::span<Coordinate> positions) const {
    for (Coordinate& position : positions) {
        if (!m_covered.contains(position)) {
            position = {nowhere, nowhere};
        } else if (m_grid) {
            const Grid::Values moved = m_grid->at(position);
            position = {moved[0], moved[1]};
        }
    }
}

}  // namespace geo
