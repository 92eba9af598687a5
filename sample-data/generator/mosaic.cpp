// SPDX-License-Identifier: Apache-2.0
// Follows the outer sides of labelled cells from corner to corner.
#include "sample-data/generator/mosaic.hpp"

#include <algorithm>

#include "sample-data/generator/rings.hpp"

namespace sample {
namespace {

struct OuterSide {
    std::uint64_t from;
    std::uint64_t to;
    CellIndex cell;
    std::uint8_t side;
    bool isUsed = false;
};

std::vector<OuterSide> outerSides(const Lattice& lattice, std::span<const Label> labels,
                                  std::span<const CellIndex> cells) {
    std::vector<OuterSide> sides;
    for (const CellIndex cell : cells) {
        const auto neighbours = lattice.neighbours(cell);
        const auto corners = lattice.corners(cell);
        for (std::size_t side = 0; side < 6; ++side) {
            const CellIndex across = neighbours[side];
            if (across != noCell && labels[across] == labels[cell]) continue;
            sides.push_back({corners[side], corners[(side + 1) % 6], cell, static_cast<std::uint8_t>(side)});
        }
    }
    std::ranges::sort(sides, {}, &OuterSide::from);
    return sides;
}

// Three cells meet at a corner, so one outer side at most leaves it.
std::vector<Ring> followSides(const Lattice& lattice, std::vector<OuterSide> sides) {
    std::vector<Ring> rings;
    for (std::size_t start = 0; start < sides.size(); ++start) {
        if (sides[start].isUsed) continue;
        Ring ring;
        auto current = sides.begin() + static_cast<std::ptrdiff_t>(start);
        while (!current->isUsed) {
            current->isUsed = true;
            lattice.appendSide(current->cell, current->side, ring);
            current = std::ranges::lower_bound(sides, current->to, {}, &OuterSide::from);
        }
        rings.push_back(std::move(ring));
    }
    return rings;
}

void addClosed(geo::Geometry& geometry, const Ring& ring) {
    for (const geo::Coordinate position : ring) geometry.addCoordinate(position);
    geometry.addCoordinate(ring.front());
    geometry.endPath();
}

geo::Geometry assemble(const std::vector<Ring>& rings) {
    std::vector<std::size_t> outers;
    std::vector<std::size_t> holes;
    for (std::size_t i = 0; i < rings.size(); ++i)
        (signedArea_m2(rings[i]) > 0 ? outers : holes).push_back(i);
    geo::Geometry geometry(outers.size() == 1 ? geo::GeometryKind::Polygon : geo::GeometryKind::MultiPolygon);
    for (const std::size_t outer : outers) {
        geometry.beginPart();
        addClosed(geometry, rings[outer]);
        for (const std::size_t hole : holes) {
            if (outers.size() == 1 || ringContains(rings[outer], rings[hole].front())) {
                addClosed(geometry, rings[hole]);
            }
        }
    }
    return geometry;
}

}  // namespace

geo::Geometry unionOfCells(const Lattice& lattice, std::span<const Label> labels,
                           std::span<const CellIndex> cells) {
    return assemble(followSides(lattice, outerSides(lattice, labels, cells)));
}

std::vector<std::vector<CellIndex>> cellsByLabel(std::span<const Label> labels, std::size_t labelCount) {
    std::vector<std::vector<CellIndex>> cells(labelCount);
    for (std::size_t cell = 0; cell < labels.size(); ++cell) {
        if (labels[cell] != noLabel) {
            cells[static_cast<std::size_t>(labels[cell])].push_back(static_cast<CellIndex>(cell));
        }
    }
    return cells;
}

}  // namespace sample
