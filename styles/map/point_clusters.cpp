// SPDX-License-Identifier: Apache-2.0
// Discs that touch are joined until none do.
#include "styles/map/point_clusters.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <numbers>
#include <optional>
#include <set>
#include <utility>

#include "styles/map/counts.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

// Symbols nearer than this part of their size hide more of each other than they show.
constexpr double hidingShare = 0.6;
constexpr double leastDiameter = 22;
constexpr double mostDiameter = 44;
constexpr double innerShare = 0.66;
constexpr double numberSize = 10.5;
constexpr double rim = 1.5;

double squaredDistance(PointPx a, PointPx b) {
    const PointPx offset = b - a;
    return offset.x * offset.x + offset.y * offset.y;
}

double diameterFor(std::size_t members, double unit) {
    const double grown = leastDiameter + 3 * std::sqrt(static_cast<double>(members) - 1);
    return std::min(mostDiameter, grown) * unit;
}

/// Joins the members of two, the place in the middle of all.
void join(PointCluster& into, PointCluster&& other, double unit) {
    const auto here = static_cast<double>(into.members.size());
    const auto there = static_cast<double>(other.members.size());
    into.centre = {(into.centre.x * here + other.centre.x * there) / (here + there),
                   (into.centre.y * here + other.centre.y * there) / (here + there)};
    std::ranges::move(other.members, std::back_inserter(into.members));
    into.diameter_px = diameterFor(into.members.size(), unit);
}

using Cell = std::pair<std::int64_t, std::int64_t>;

Cell cellOf(PointPx place, double cell_px) {
    return {std::llround(std::floor(place.x / cell_px)), std::llround(std::floor(place.y / cell_px))};
}

/// The first point of each heap takes in what it hides. A grid of cells as large as the largest symbol keeps
/// the search among neighbours.
class Heaps {
  public:
    explicit Heaps(double cell_px) : m_cell_px(cell_px) {}

    void add(const ScreenPoint& point, double unit) {
        PointCluster single{{point}, point.centre, point.look.size};
        const Cell cell = cellOf(point.centre, m_cell_px);
        for (std::int64_t row = cell.second - 1; row <= cell.second + 1; ++row) {
            for (std::int64_t column = cell.first - 1; column <= cell.first + 1; ++column) {
                if (joined({column, row}, single, unit)) return;
            }
        }
        m_inCell[cell].push_back(m_heaps.size());
        m_seeds.push_back(point.centre);
        m_heaps.push_back(std::move(single));
    }
    std::vector<PointCluster> take() { return std::move(m_heaps); }

  private:
    bool joined(const Cell& cell, PointCluster& single, double unit) {
        const auto found = m_inCell.find(cell);
        if (found == m_inCell.end()) return false;
        const double reach = hidingShare * single.members.front().look.size;
        for (const std::size_t heap : found->second) {
            if (squaredDistance(m_seeds[heap], single.centre) >= reach * reach) continue;
            join(m_heaps[heap], std::move(single), unit);
            return true;
        }
        return false;
    }

    double m_cell_px;
    std::map<Cell, std::vector<std::size_t>> m_inCell;
    /// Where each heap began.
    std::vector<PointPx> m_seeds;
    std::vector<PointCluster> m_heaps;
};

bool isCluster(const PointCluster& heap) { return heap.members.size() > 1; }

/// Two symbols may touch; a ring stands alone.
bool mustJoin(const PointCluster& a, const PointCluster& b) {
    if (!isCluster(a) && !isCluster(b)) return false;
    const double reach = (a.diameter_px + b.diameter_px) / 2;
    return squaredDistance(a.centre, b.centre) < reach * reach;
}

/// Heaps by cells as wide as the widest of them can become: whatever touches one lies in its cell or beside
/// it.
class TouchingHeaps {
  public:
    TouchingHeaps(std::vector<PointCluster>& heaps, double unit)
        : m_heaps(heaps), m_unit(unit), m_isLeft(heaps.size(), true) {
        for (const PointCluster& heap : heaps) m_cell_px = std::max(m_cell_px, heap.diameter_px);
        for (std::size_t i = 0; i < heaps.size(); ++i) m_inCell[cellOf(heaps[i].centre, m_cell_px)].insert(i);
    }

    /// Only what grew can touch anew, and that is looked at again at once.
    void joinAll() {
        for (std::size_t i = 0; i < m_heaps.size(); ++i) {
            if (!m_isLeft[i]) continue;
            while (const auto other = firstTouching(i)) take(i, *other);
        }
        std::size_t next = 0;
        std::erase_if(m_heaps, [&](const PointCluster&) { return !m_isLeft[next++]; });
    }

  private:
    std::optional<std::size_t> firstTouching(std::size_t one) const {
        const Cell cell = cellOf(m_heaps[one].centre, m_cell_px);
        std::optional<std::size_t> first;
        for (std::int64_t row = cell.second - 1; row <= cell.second + 1; ++row) {
            for (std::int64_t column = cell.first - 1; column <= cell.first + 1; ++column) {
                const auto other = firstTouchingIn({column, row}, one);
                if (other) first = std::min(first.value_or(*other), *other);
            }
        }
        return first;
    }
    std::optional<std::size_t> firstTouchingIn(const Cell& cell, std::size_t one) const {
        const auto found = m_inCell.find(cell);
        if (found == m_inCell.end()) return std::nullopt;
        for (const std::size_t other : found->second)
            if (other != one && mustJoin(m_heaps[one], m_heaps[other])) return other;
        return std::nullopt;
    }
    void take(std::size_t one, std::size_t other) {
        for (const std::size_t moved : {one, other})
            m_inCell[cellOf(m_heaps[moved].centre, m_cell_px)].erase(moved);
        join(m_heaps[one], std::move(m_heaps[other]), m_unit);
        m_isLeft[other] = false;
        m_inCell[cellOf(m_heaps[one].centre, m_cell_px)].insert(one);
    }

    std::vector<PointCluster>& m_heaps;
    double m_unit;
    double m_cell_px = mostDiameter * m_unit;
    std::vector<bool> m_isLeft;
    std::map<Cell, std::set<std::size_t>> m_inCell;
};

/// A part of a disc between two turns, clockwise from the top.
PathPx sector(PointPx centre, double radius, double from, double to) {
    constexpr double step = 1.0 / 48;
    const auto rimAt = [&](double turn) {
        const double angle = 2 * std::numbers::pi * turn;
        return PointPx{centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
    };
    PathPx ring{centre};
    for (double turn = from; turn < to; turn += step) ring.push_back(rimAt(turn));
    ring.push_back(rimAt(to));
    ring.push_back(centre);
    return ring;
}

/// How many members stand in each row of the legend, those of none last.
std::vector<std::size_t> countsByRow(const PointCluster& cluster, const PointsLook& look) {
    std::vector<std::size_t> counts(look.colours.count() + 1);
    for (const ScreenPoint& member : cluster.members)
        ++counts[rowOf(*member.point, look).value_or(counts.size() - 1)];
    return counts;
}

SymbolLook disc(double diameter_px) { return {Symbol::Circle, diameter_px, palette::paper}; }

}  // namespace

ClusteredPoints clusteredPoints(const std::vector<ScreenPoint>& points, double unit) {
    double largest = 1;
    for (const ScreenPoint& point : points) largest = std::max(largest, point.look.size);
    Heaps heaps(largest);
    for (const ScreenPoint& point : points) heaps.add(point, unit);
    std::vector<PointCluster> joined = heaps.take();
    TouchingHeaps(joined, unit).joinAll();
    ClusteredPoints result;
    for (PointCluster& heap : joined) {
        if (isCluster(heap)) {
            result.clusters.push_back(std::move(heap));
            continue;
        }
        result.alone.push_back(heap.members.front());
    }
    return result;
}

void drawCluster(const PointCluster& cluster, const PointsLook& look, Canvas& canvas) {
    canvas.symbol(cluster.centre, disc(cluster.diameter_px));
    const std::vector<std::size_t> counts = countsByRow(cluster, look);
    const double share = 1 / static_cast<double>(cluster.members.size());
    double from = 0;
    for (std::size_t row = 0; row < counts.size(); ++row) {
        if (counts[row] == 0) continue;
        const double to = from + share * static_cast<double>(counts[row]);
        const auto colour =
            look.colours.colourOf(row < look.colours.count() ? std::optional(row) : std::nullopt);
        canvas.fill({sector(cluster.centre, cluster.diameter_px / 2 - rim, from, to)}, colour);
        from = to;
    }
    canvas.symbol(cluster.centre, disc(innerShare * cluster.diameter_px));
}

LabelPlace numberOf(const PointCluster& cluster, std::string number, double unit, const TextMeasure& measure) {
    const TextStyle style{numberSize * unit, Weight::SemiBold, palette::ink, std::nullopt};
    return movedBy(laidOut({{std::move(number), style}}, measure), cluster.centre);
}

}  // namespace styles
