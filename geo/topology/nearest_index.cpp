// SPDX-License-Identifier: Apache-2.0
// The packed tree of edges and the search through it, nearest box first.
#include "geo/topology/nearest_index.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace geo {
namespace {

constexpr std::size_t fanOut = 8;
constexpr std::uint32_t curveSide = 1U << 16U;

bool isFinite(Coordinate position) { return std::isfinite(position.x) && std::isfinite(position.y); }

/// Where a value stands between two others, in cells of the curve; what is no number stands first.
std::uint32_t cellOf(double value, double low, double high) {
    const double share = (value - low) / (high - low);
    if (!(share > 0)) return 0;
    return static_cast<std::uint32_t>(std::min(share, 1.0) * (curveSide - 1));
}

/// How far along Hilbert's curve a cell lies: cells near each other on the curve are near each other on the
/// plane.
std::uint64_t alongCurve(std::uint32_t x, std::uint32_t y) {
    std::uint64_t passed = 0;
    for (std::uint32_t side = curveSide / 2; side > 0; side /= 2) {
        const bool isEast = (x & side) != 0;
        const bool isNorth = (y & side) != 0;
        const std::uint64_t quarter = isEast ? (isNorth ? 2U : 3U) : (isNorth ? 1U : 0U);
        passed += quarter * side * side;
        if (isNorth) continue;
        // The lower quarters run along a turned curve.
        if (isEast) {
            x = ~x;
            y = ~y;
        }
        std::swap(x, y);
    }
    return passed;
}

double squaredDistance(Coordinate from, Coordinate to) {
    const double x = from.x - to.x;
    const double y = from.y - to.y;
    return x * x + y * y;
}

/// Never above the distance to anything in the box, not even by rounding: both are the same sums of monotone
/// steps.
double squaredDistance(Coordinate from, const Extent& box) {
    return squaredDistance(
        from, Coordinate{std::clamp(from.x, box.minX, box.maxX), std::clamp(from.y, box.minY, box.maxY)});
}

std::size_t groupsOf(std::size_t count) { return (count + fanOut - 1) / fanOut; }

/// The half-open range of children of a node.
std::pair<std::size_t, std::size_t> childrenOf(std::size_t node, std::size_t count) {
    return {node * fanOut, std::min(count, node * fanOut + fanOut)};
}

}  // namespace

Extent NearestIndex::Edge::box() const {
    Extent box;
    box.include(low);
    box.include(high);
    return box;
}

Coordinate NearestIndex::Edge::nearestTo(Coordinate position) const {
    const Coordinate along{high.x - low.x, high.y - low.y};
    const double length = along.x * along.x + along.y * along.y;
    const double share = ((position.x - low.x) * along.x + (position.y - low.y) * along.y) / length;
    // So written that an edge without length, whose share is no number, answers its one end.
    if (!(share > 0)) return low;
    if (share >= 1) return high;
    const Extent limits = box();
    return {std::clamp(low.x + share * along.x, limits.minX, limits.maxX),
            std::clamp(low.y + share * along.y, limits.minY, limits.maxY)};
}

/// One question: the best edge so far, and the way down the tree.
class NearestIndex::Search {
  public:
    Search(const NearestIndex& index, Coordinate position, double within,
           const std::function<bool(std::size_t)>* isWanted)
        : m_index(index), m_position(position), m_best_m2(within * within), m_isWanted(isWanted) {}

    void visit(std::size_t level, std::size_t node) {
        if (level == 0) return visitEdges(node);
        const std::vector<Extent>& boxes = m_index.m_levels[level - 1];
        const auto [begin, end] = childrenOf(node, boxes.size());
        std::array<std::pair<double, std::size_t>, fanOut> children;
        std::size_t count = 0;
        for (std::size_t child = begin; child < end; ++child)
            children[count++] = {squaredDistance(m_position, boxes[child]), child};
        std::sort(children.begin(), children.begin() + static_cast<std::ptrdiff_t>(count));
        for (std::size_t i = 0; i < count && children[i].first <= m_best_m2; ++i)
            visit(level - 1, children[i].second);
    }

    std::optional<Nearest> answer() const {
        if (m_shape == nothing) return std::nullopt;
        return Nearest{m_shape, {std::sqrt(m_best_m2)}, m_at};
    }

  private:
    static constexpr std::size_t nothing = std::numeric_limits<std::size_t>::max();

    void visitEdges(std::size_t node) {
        const auto [begin, end] = childrenOf(node, m_index.m_edges.size());
        for (std::size_t i = begin; i < end; ++i) consider(m_index.m_edges[i]);
    }

    void consider(const Edge& edge) {
        const Coordinate at = edge.nearestTo(m_position);
        const double distance_m2 = squaredDistance(m_position, at);
        const bool isBetter = distance_m2 < m_best_m2 || (distance_m2 == m_best_m2 && edge.shape < m_shape);
        if (!isBetter || (m_isWanted != nullptr && !(*m_isWanted)(edge.shape))) return;
        m_best_m2 = distance_m2;
        m_shape = edge.shape;
        m_at = at;
    }

    const NearestIndex& m_index;
    Coordinate m_position;
    double m_best_m2;
    const std::function<bool(std::size_t)>* m_isWanted;
    std::size_t m_shape = nothing;
    Coordinate m_at;
};

NearestIndex::NearestIndex(std::span<const Geometry> shapes) {
    for (std::size_t shape = 0; shape < shapes.size(); ++shape) {
        for (std::size_t path = 0; path < shapes[shape].pathCount(); ++path)
            addPath(shapes[shape].path(path), shape);
    }
    sortAlongCurve();
    buildBoxes();
}

void NearestIndex::addPath(Path path, std::size_t shape) {
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (!isFinite(path[i])) continue;
        const bool followsAnother = i > 0 && isFinite(path[i - 1]);
        const bool isFollowed = i + 1 < path.size() && isFinite(path[i + 1]);
        // The first of a run is held by the edge that leaves it; one that stands alone is a point.
        if (!followsAnother && isFollowed) continue;
        const Coordinate from = followsAnother ? path[i - 1] : path[i];
        const bool isOrdered = std::pair(from.x, from.y) <= std::pair(path[i].x, path[i].y);
        m_edges.push_back(isOrdered ? Edge{from, path[i], shape} : Edge{path[i], from, shape});
    }
}

void NearestIndex::sortAlongCurve() {
    Extent extent;
    for (const Edge& edge : m_edges) extent.include(edge.box().centre());
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    order.reserve(m_edges.size());
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const Coordinate centre = m_edges[i].box().centre();
        order.emplace_back(alongCurve(cellOf(centre.x, extent.minX, extent.maxX),
                                      cellOf(centre.y, extent.minY, extent.maxY)),
                           i);
    }
    std::sort(order.begin(), order.end());
    std::vector<Edge> sorted;
    sorted.reserve(m_edges.size());
    for (const auto& [key, edge] : order) sorted.push_back(m_edges[edge]);
    m_edges = std::move(sorted);
}

void NearestIndex::buildBoxes() {
    if (m_edges.empty()) return;
    std::vector<Extent> boxes(groupsOf(m_edges.size()));
    for (std::size_t i = 0; i < m_edges.size(); ++i) boxes[i / fanOut].include(m_edges[i].box());
    while (boxes.size() > 1) {
        std::vector<Extent> above(groupsOf(boxes.size()));
        for (std::size_t i = 0; i < boxes.size(); ++i) above[i / fanOut].include(boxes[i]);
        m_levels.push_back(std::exchange(boxes, std::move(above)));
    }
    m_levels.push_back(std::move(boxes));
}

std::optional<Nearest> NearestIndex::nearest(Coordinate position, Metres within) const {
    return search(position, within, nullptr);
}

std::optional<Nearest> NearestIndex::nearest(Coordinate position, Metres within,
                                             const std::function<bool(std::size_t)>& isWanted) const {
    return search(position, within, &isWanted);
}

std::optional<Nearest> NearestIndex::search(Coordinate position, Metres within,
                                            const std::function<bool(std::size_t)>* isWanted) const {
    if (m_edges.empty() || !isFinite(position) || !(within.value >= 0)) return std::nullopt;
    Search search(*this, position, within.value, isWanted);
    search.visit(m_levels.size() - 1, 0);
    return search.answer();
}

}  // namespace geo
