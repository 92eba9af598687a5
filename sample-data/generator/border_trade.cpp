// SPDX-License-Identifier: Apache-2.0
// Passes over border cells until no exchange evens out the surpluses further.
#include "sample-data/generator/border_trade.hpp"

#include <algorithm>

namespace sample {
namespace {

constexpr int mostPasses = 400;
// A region that lacks the area of so many cells may take one along a single side, though that grows a spike.
constexpr double spikeWorth_cells = 25;

struct Around {
    int count = 0;
    int arcs = 0;
};

// How many of the six cells around bear the label, and in how many unbroken arcs.
Around around(const std::array<std::uint32_t, 6>& neighbours, const std::vector<Label>& labels, Label label) {
    const auto bears = [&](std::size_t side) {
        return neighbours[side] != CellPatch::none && labels[neighbours[side]] == label;
    };
    Around result;
    for (std::size_t side = 0; side < 6; ++side) {
        if (!bears(side)) continue;
        ++result.count;
        if (!bears((side + 5) % 6)) ++result.arcs;
    }
    return result;
}

class Trade {
  public:
    Trade(const CellPatch& patch, const std::vector<double>& areas_m2, std::vector<double> surplus_m2,
          std::vector<Label>& labels)
        : m_patch(patch), m_areas_m2(areas_m2), m_surplus_m2(std::move(surplus_m2)), m_labels(labels) {}

    bool offer(std::uint32_t place) {
        const Label giver = m_labels[place];
        const Around own = around(m_patch.neighbours(place), m_labels, giver);
        if (own.arcs != 1) return false;
        const Label taker = neediestBeside(place, giver);
        if (taker == noLabel) return false;
        const double area_m2 = m_areas_m2[place];
        if (surplus(giver) - surplus(taker) <= area_m2) return false;
        surplus(giver) -= area_m2;
        surplus(taker) += area_m2;
        m_labels[place] = taker;
        return true;
    }

  private:
    double& surplus(Label label) { return m_surplus_m2[static_cast<std::size_t>(label)]; }

    Label neediestBeside(std::uint32_t place, Label giver) {
        Label neediest = noLabel;
        for (const std::uint32_t beside : m_patch.neighbours(place)) {
            if (beside == CellPatch::none) continue;
            const Label label = m_labels[beside];
            if (label == giver || label == noLabel || label == neediest) continue;
            const Around theirs = around(m_patch.neighbours(place), m_labels, label);
            if (theirs.arcs != 1) continue;
            if (theirs.count < 2 && surplus(label) > -spikeWorth_cells * m_areas_m2[place]) continue;
            if (neediest == noLabel || surplus(label) < surplus(neediest)) neediest = label;
        }
        return neediest;
    }

    const CellPatch& m_patch;
    const std::vector<double>& m_areas_m2;
    std::vector<double> m_surplus_m2;
    std::vector<Label>& m_labels;
};

}  // namespace

CellPatch::CellPatch(const Lattice& lattice, std::span<const CellIndex> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        m_places.emplace_back(cells[i], static_cast<std::uint32_t>(i));
    }
    std::ranges::sort(m_places);
    for (const CellIndex cell : cells) {
        std::array<std::uint32_t, 6> places{};
        std::ranges::transform(lattice.neighbours(cell), places.begin(),
                               [this](CellIndex beside) { return placeOf(beside); });
        m_neighbours.push_back(places);
    }
}

std::uint32_t CellPatch::placeOf(CellIndex cell) const {
    const auto found =
        std::ranges::lower_bound(m_places, cell, {}, &std::pair<CellIndex, std::uint32_t>::first);
    return found != m_places.end() && found->first == cell ? found->second : none;
}

void tradeAlongBorders(const CellPatch& patch, const std::vector<double>& areas_m2,
                       const std::vector<std::uint32_t>& fixed, std::vector<double> surplus_m2,
                       std::vector<Label>& labels) {
    std::vector<bool> isFixed(patch.size(), false);
    for (const std::uint32_t place : fixed) isFixed[place] = true;
    Trade trade(patch, areas_m2, std::move(surplus_m2), labels);
    for (int pass = 0; pass < mostPasses; ++pass) {
        bool hasMoved = false;
        for (std::uint32_t i = 0; i < patch.size(); ++i) {
            // to and fro, so that no direction of the plane is favoured
            const auto place = pass % 2 == 0 ? i : static_cast<std::uint32_t>(patch.size()) - 1 - i;
            if (!isFixed[place] && labels[place] != noLabel && trade.offer(place)) hasMoved = true;
        }
        if (!hasMoved) return;
    }
}

}  // namespace sample
