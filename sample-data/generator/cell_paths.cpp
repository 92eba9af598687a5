// SPDX-License-Identifier: Apache-2.0
// Dijkstra's algorithm; of equal costs the lower cell goes first, so every machine finds the same way.
#include "sample-data/generator/cell_paths.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>

namespace sample {

std::vector<CellIndex> CellPaths::way(CellIndex start, CellIndex goal) const {
    using Step = std::tuple<double, CellIndex, CellIndex>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> steps;
    std::vector<CellIndex> cameFrom(m_costs.size(), noCell);
    steps.emplace(0.0, start, start);
    while (!steps.empty() && cameFrom[goal] == noCell) {
        const auto [cost, cell, from] = steps.top();
        steps.pop();
        if (cameFrom[cell] != noCell) continue;
        cameFrom[cell] = from;
        for (const CellIndex beside : m_lattice.neighbours(cell)) {
            if (beside == noCell || cameFrom[beside] != noCell || m_costs[beside] < 0) continue;
            steps.emplace(cost + (m_costs[cell] + m_costs[beside]) / 2, beside, cell);
        }
    }
    std::vector<CellIndex> cells;
    if (cameFrom[goal] == noCell) return cells;
    for (CellIndex cell = goal; cell != start; cell = cameFrom[cell]) cells.push_back(cell);
    cells.push_back(start);
    std::ranges::reverse(cells);
    return cells;
}

std::vector<Label> CellPaths::reachedFirst(std::span<const LabelledCell> starts) const {
    using Step = std::tuple<double, CellIndex, Label>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> steps;
    std::vector<Label> labels(m_costs.size(), noLabel);
    for (const LabelledCell& start : starts) steps.emplace(0.0, start.cell, start.label);
    while (!steps.empty()) {
        const auto [cost, cell, label] = steps.top();
        steps.pop();
        if (labels[cell] != noLabel) continue;
        labels[cell] = label;
        for (const CellIndex beside : m_lattice.neighbours(cell)) {
            if (beside == noCell || labels[beside] != noLabel || m_costs[beside] < 0) continue;
            steps.emplace(cost + (m_costs[cell] + m_costs[beside]) / 2, beside, label);
        }
    }
    return labels;
}

}  // namespace sample
