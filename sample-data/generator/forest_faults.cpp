// SPDX-License-Identifier: Apache-2.0
// Spread over the files, one after another, where a plot suits.
#include "sample-data/generator/forest_faults.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sample-data/generator/rings.hpp"

namespace sample {
namespace {

// Stands in no edition of the inventory's list (93 codes).
const ForestCodeFact unknownCode{99, "KXD", false};
constexpr double leastSide_m = 20;

struct Bow {
    geo::Coordinate right;
    geo::Coordinate left;
    double lost_m2;
};

/// From a side inwards: first to the right, then to the left, so that the ways in and out cross on the way.
/// Lost are the triangle cut off at the side and the loop, which is wound round twice.
Bow bowOn(geo::Coordinate from, geo::Coordinate to, double inwards, double depth) {
    constexpr double halfWidth = 0.35;  // in lengths of the side, as depth is
    const geo::Coordinate along{to.x - from.x, to.y - from.y};
    const geo::Coordinate top{(from.x + to.x) / 2 - along.y * inwards * depth,
                              (from.y + to.y) / 2 + along.x * inwards * depth};
    const double crossing = depth * 0.5 / (0.5 + halfWidth);
    const double lost = 0.5 * crossing + halfWidth * (depth - crossing);
    return {{top.x + halfWidth * along.x, top.y + halfWidth * along.y},
            {top.x - halfWidth * along.x, top.y - halfWidth * along.y},
            lost * (along.x * along.x + along.y * along.y)};
}

bool crossesRing(const Ring& ring, std::size_t side, const Bow& bow) {
    const std::size_t next = (side + 1) % ring.size();
    const std::array<std::pair<geo::Coordinate, geo::Coordinate>, 3> strokes{
        {{ring[side], bow.right}, {bow.right, bow.left}, {bow.left, ring[next]}}};
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const std::size_t end = (i + 1) % ring.size();
        for (std::size_t stroke = 0; stroke < strokes.size(); ++stroke) {
            const bool meetsAtCorner = (stroke == 0 && end == side) || (stroke == 2 && i == next);
            if (i == side || meetsAtCorner) continue;
            if (segmentsCross(strokes[stroke].first, strokes[stroke].second, ring[i], ring[end])) return true;
        }
    }
    return !ringContains(ring, bow.right) || !ringContains(ring, bow.left);
}

}  // namespace

std::optional<double> twistInside(geo::Geometry& polygon) {
    if (polygon.pathCount() != 1) return std::nullopt;
    const geo::Path outline = polygon.path(0);
    Ring ring(outline.begin(), outline.end() - 1);
    const double inwards = signedArea_m2(ring) > 0 ? 1 : -1;
    for (const double depth : {3.0, 2.0, 1.0}) {
        for (std::size_t side = 0; side < ring.size(); ++side) {
            const geo::Coordinate from = ring[side];
            const geo::Coordinate to = ring[(side + 1) % ring.size()];
            const Bow bow = bowOn(from, to, inwards, depth);
            if (std::hypot(to.x - from.x, to.y - from.y) < leastSide_m || crossesRing(ring, side, bow))
                continue;
            ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(side) + 1, {bow.right, bow.left});
            polygon = geo::Geometry::polygon(std::move(ring));
            return bow.lost_m2;
        }
    }
    return std::nullopt;
}

std::int64_t ForestFaults::beginFile(const std::string& file, std::int64_t plots) {
    constexpr std::array<Sort, 7> sorts{Sort::SelfCrossing, Sort::Repeated, Sort::UnknownCode,
                                        Sort::SelfCrossing, Sort::Repeated, Sort::UnknownCode,
                                        Sort::SelfCrossing};
    m_file = file;
    m_row = 0;
    m_due.clear();
    for (std::size_t i = 0; i < sorts.size() && m_files > 0; ++i) {
        if ((i + 1) % m_files == m_begun) m_due.push_back({sorts[i], plots / 3});
    }
    ++m_begun;
    return std::ranges::count(m_due, Sort::Repeated, &Due::sort);
}

void ForestFaults::note(const char* fault, std::vector<std::string> findings) {
    m_planted.push_back({fault, m_file, m_row, std::move(findings)});
}

void ForestFaults::spoil(Plot& plot, Planting& planting) {
    ++m_row;
    for (auto due = m_due.begin(); due != m_due.end(); ++due) {
        if (m_row <= due->fromRow) continue;
        if (due->sort == Sort::UnknownCode && !planting.code.counts && !planting.isRubber) {
            planting.code = unknownCode;
            note("unknown-code", {"forest.unknown-code"});
            m_due.erase(due);
            return;
        }
        if (due->sort != Sort::SelfCrossing) continue;
        const auto lost_m2 = twistInside(plot.geometry);
        if (!lost_m2) continue;
        plot.lostToTwist_m2 = *lost_m2;
        note("self-crossing", {"shape.repaired"});
        m_due.erase(due);
        return;
    }
}

void ForestFaults::remember(const layers::Feature& record) {
    for (auto due = m_due.begin(); due != m_due.end(); ++due) {
        if (due->sort != Sort::Repeated || m_row <= due->fromRow) continue;
        m_toRepeat.push_back(record);
        m_due.erase(due);
        return;
    }
}

bool ForestFaults::nextRepeated(Inventory& inventory, layers::Feature& record) {
    if (m_toRepeat.empty()) return false;
    record = m_toRepeat.back();
    m_toRepeat.pop_back();
    inventory.renumber(record.values);
    ++m_row;
    note("repeated-plot", {"forest.overlap", "forest.duplicate"});
    return true;
}

}  // namespace sample
