// SPDX-License-Identifier: Apache-2.0
// Pairs by their boxes, both clipped to the box they share, GEOS only where borders meet.
#include "geo/topology/layer_overlay.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "geo/base/error.hpp"
#include "geo/base/parallel.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/dissolve.hpp"
#include "geo/topology/face_relation.hpp"
#include "geo/topology/overlay.hpp"
#include "geo/topology/repair.hpp"

namespace geo {
namespace {

/// Clipping keeps away from where faces meet, so that no corner it makes is ever part of a piece.
constexpr double margin_m = 1;
/// More neighbours than these are united before they are taken off a face.
constexpr std::size_t fewNeighbours = 8;

Extent sharedBox(const Extent& a, const Extent& b) {
    return {std::max(a.minX, b.minX) - margin_m, std::max(a.minY, b.minY) - margin_m,
            std::min(a.maxX, b.maxX) + margin_m, std::min(a.maxY, b.maxY) + margin_m};
}

Extent widened(const Extent& box) { return sharedBox(box, box); }

void addParts(const Geometry& from, Geometry& into) {
    for (std::size_t part = 0; part < from.partCount(); ++part) {
        into.beginPart();
        const auto [begin, end] = from.partPaths(part);
        for (std::size_t index = begin; index < end; ++index) into.addPath(from.path(index));
    }
}

Geometry ringAsPolygon(Path ring) {
    Geometry polygon = Geometry::polygon({ring.begin(), ring.end()});
    auto repair = repairPolygon(polygon);
    return repair ? std::move(repair->geometry) : polygon;
}

/// Rings that run back along the edge of their window would turn GEOS's inside out. Each is mended by itself:
/// a hole that shares an edge of the window with its outer ring would be lost if they were mended together.
Geometry validOf(const Geometry& clipped) {
    if (isValidPolygon(clipped)) return clipped;
    Geometry valid(GeometryKind::MultiPolygon);
    for (std::size_t part = 0; part < clipped.partCount(); ++part) {
        const auto [begin, end] = clipped.partPaths(part);
        Geometry polygon = ringAsPolygon(clipped.path(begin));
        for (std::size_t hole = begin + 1; hole < end; ++hole) {
            polygon = differenceOf(polygon, ringAsPolygon(clipped.path(hole)));
        }
        addParts(polygon, valid);
    }
    return valid;
}

/// Clipped shapes may ask too much of GEOS; whole faces are slower and safe.
template <class Operation>
Geometry built(const Geometry& a, const Geometry& b, const FaceClip& face, const FaceClip& other,
               Operation&& operation) {
    try {
        return operation(validOf(a), validOf(b));
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::BadData) throw;
        return operation(face.face(), other.face());
    }
}

Geometry sharedPart(const FaceClip& face, const FaceClip& other) {
    const Extent box = sharedBox(face.extent(), other.extent());
    const Geometry a = face.within(box);
    const Geometry b = other.within(box);
    switch (relationOf(a, b)) {
        case FaceRelation::Apart:
            return {};
        case FaceRelation::FirstInSecond:
            return a;
        case FaceRelation::SecondInFirst:
            return b;
        case FaceRelation::Crossing:
            break;
    }
    return built(a, b, face, other, gridIntersectionOf);
}

FacePiece pieceOf(std::uint32_t other, Geometry shape) {
    const double area_m2 = planarArea(shape).value;
    return {other, std::move(shape), area_m2};
}

/// An order that the shapes alone decide, so that no order of layers moves a digit.
bool isBefore(const FaceClip& a, const FaceClip& b) {
    const auto key = [](const FaceClip& face) {
        const Extent& box = face.extent();
        return std::tuple(box.minX, box.minY, box.maxX, box.maxY);
    };
    if (key(a) != key(b)) return key(a) < key(b);
    return std::ranges::lexicographical_compare(
        a.face().coordinates(), b.face().coordinates(),
        [](Coordinate p, Coordinate q) { return std::tie(p.x, p.y) < std::tie(q.x, q.y); });
}

Geometry withoutOne(const Geometry& rest, const FaceClip& other) {
    const FaceClip remaining(rest);
    const Extent box = widened(rest.extent());
    if (!box.intersects(other.extent())) return rest;
    const Geometry local = other.within(box);
    switch (relationOf(rest, local)) {
        case FaceRelation::Apart:
            return rest;
        case FaceRelation::FirstInSecond:
            return {};
        case FaceRelation::SecondInFirst:
        case FaceRelation::Crossing:
            break;
    }
    return built(rest, local, remaining, other, gridDifferenceOf);
}

/// What pieces and rest make beyond the face is overlap where rounding cannot be all of it.
void balance(FaceCut& cut, const Geometry& face) {
    double made_m2 = cut.rest_m2;
    double built_m = borderLength(face).value + borderLength(cut.rest).value;
    for (const FacePiece& piece : cut.pieces) {
        made_m2 += piece.area_m2;
        built_m += borderLength(piece.shape).value;
    }
    const double beyond_m2 = made_m2 - cut.area_m2;
    const bool isOverlap = cut.pieces.size() > 1 && beyond_m2 > built_m * pieceGrid.value;
    (isOverlap ? cut.overlapped_m2 : cut.rounding_m2) = beyond_m2;
}

std::vector<Extent> boxesOf(std::span<const Geometry> faces) {
    std::vector<Extent> boxes;
    boxes.reserve(faces.size());
    for (const Geometry& face : faces) boxes.push_back(face.isPolygonal() ? face.extent() : Extent{});
    return boxes;
}

template <class Answer, class Work>
std::vector<Answer> eachOf(std::size_t count, const Progress& progress, const CutOptions& options,
                           Work&& work) {
    std::vector<Answer> answers(count);
    const auto answerTile = [&](const Chunk& tile) {
        progress.throwIfStopped();
        for (std::size_t place = tile.begin; place < tile.end; ++place) answers[place] = work(place);
    };
    parallelFor(count, std::max<std::size_t>(options.facesInATile, 1), answerTile, options.threads);
    return answers;
}

}  // namespace

Metres borderLength(const Geometry& polygons) {
    double length = 0;
    for (std::size_t index = 0; index < polygons.pathCount(); ++index) {
        const Path path = polygons.path(index);
        for (std::size_t i = 1; i < path.size(); ++i) {
            length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
        }
    }
    return {length};
}

Metres meanWidth(const Geometry& polygons) {
    const double border_m = borderLength(polygons).value;
    return {border_m > 0 ? 2 * planarArea(polygons).value / border_m : 0};
}

LayerOverlay::LayerOverlay(std::span<const Geometry> faces)
    : m_faces(faces.begin(), faces.end()), m_index(boxesOf(faces)) {}

Geometry LayerOverlay::restOf(const FaceClip& face, std::vector<std::uint32_t> others) const {
    std::ranges::sort(others, [&](auto a, auto b) { return isBefore(m_faces[a], m_faces[b]); });
    Geometry rest = face.face();
    if (others.size() > fewNeighbours) {
        std::vector<Geometry> shapes;
        for (const std::uint32_t other : others) shapes.push_back(m_faces[other].face());
        Progress quiet;
        const Geometry together = dissolve(shapes, quiet, 1);
        return withoutOne(rest, FaceClip(together));
    }
    for (const std::uint32_t other : others) {
        if (!rest.isEmpty()) rest = withoutOne(rest, m_faces[other]);
    }
    return rest;
}

FaceCut LayerOverlay::cutOne(const Geometry& shape) const {
    FaceCut cut;
    if (!shape.isPolygonal() || shape.isEmpty()) return cut;
    const FaceClip face(shape);
    cut.area_m2 = planarArea(shape).value;
    std::vector<std::uint32_t> others;
    for (const std::uint32_t other : m_index.meeting(face.extent())) {
        FacePiece piece = pieceOf(other, sharedPart(face, m_faces[other]));
        if (!(piece.area_m2 > 0)) continue;
        others.push_back(other);
        cut.pieces.push_back(std::move(piece));
    }
    cut.rest = restOf(face, std::move(others));
    cut.rest_m2 = planarArea(cut.rest).value;
    const bool isWhole = cut.pieces.size() == 1 && cut.rest.isEmpty();
    if (isWhole) cut.pieces.front() = pieceOf(cut.pieces.front().other, shape);
    balance(cut, shape);
    return cut;
}

std::vector<FaceCut> LayerOverlay::cut(std::span<const Geometry> faces, const Progress& progress,
                                       const CutOptions& options) const {
    return eachOf<FaceCut>(faces.size(), progress, options,
                           [&](std::size_t place) { return cutOne(faces[place]); });
}

std::vector<Geometry> LayerOverlay::rests(std::span<const Geometry> faces, const Progress& progress,
                                          const CutOptions& options) const {
    return eachOf<Geometry>(faces.size(), progress, options, [&](std::size_t place) -> Geometry {
        if (!faces[place].isPolygonal() || faces[place].isEmpty()) return {};
        const FaceClip face(faces[place]);
        return restOf(face, m_index.meeting(face.extent()));
    });
}

}  // namespace geo
