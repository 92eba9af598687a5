// SPDX-License-Identifier: Apache-2.0
// Few plots: cells joined; many: cells split.
#include "sample-data/generator/nested_plots.hpp"

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

#include "sample-data/generator/border_trade.hpp"
#include "sample-data/generator/mosaic.hpp"
#include "sample-data/generator/random.hpp"
#include "sample-data/generator/rings.hpp"
#include "sample-data/generator/split.hpp"

namespace sample {
namespace {

// TT 31/2018/TT-BNNPTNT Điều 2: a tiểu khu is about 1,000 ha, a khoảnh about 100 ha, numbered from the top
// left.
constexpr double compartment_m2 = 1e7;
constexpr double block_m2 = 1e6;
constexpr double stripHeight_m = 3'200;

Plot plotFrom(geo::Geometry geometry, std::size_t part) {
    Plot plot;
    plot.area_m2 = areaOf_m2(geometry);
    plot.centre = centroidOf(geometry.path(0));
    plot.geometry = std::move(geometry);
    plot.part = part;
    return plot;
}

std::vector<std::uint32_t> pickPlaces(std::size_t places, std::size_t count, Random& random) {
    std::vector<std::uint32_t> picked(places);
    for (std::size_t i = 0; i < places; ++i) picked[i] = static_cast<std::uint32_t>(i);
    for (std::size_t i = 0; i < count; ++i) std::swap(picked[i], picked[i + random.below(places - i)]);
    picked.resize(count);
    return picked;
}

// Plots grow from picked cells at uneven speed: sizes come out as uneven as real ones.
std::vector<Label> joinCells(const CellPatch& patch, std::size_t count, Random& random) {
    using Step = std::tuple<double, std::uint32_t, Label>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> steps;
    Label label = 0;
    for (const std::uint32_t place : pickPlaces(patch.size(), count, random))
        steps.emplace(0.0, place, label++);
    std::vector<Label> labels(patch.size(), noLabel);
    while (!steps.empty()) {
        const auto [cost, place, plot] = steps.top();
        steps.pop();
        if (labels[place] != noLabel) continue;
        labels[place] = plot;
        for (const std::uint32_t beside : patch.neighbours(place)) {
            if (beside == CellPatch::none || labels[beside] != noLabel) continue;
            steps.emplace(cost + random.between(0.3, 1.7), beside, plot);
        }
    }
    return labels;
}

std::vector<Plot> joinedPlots(const Territory& territory, std::size_t part, std::size_t count,
                              Random& random) {
    const auto& cells = territory.cellsOfPart(part);
    const auto placeLabels = joinCells(CellPatch(territory.lattice(), cells), count, random);
    std::vector<Label> labels(territory.lattice().cellCount(), noLabel);
    for (std::size_t i = 0; i < cells.size(); ++i) labels[cells[i]] = placeLabels[i];
    std::vector<Plot> plots;
    for (const auto& plotCells : cellsByLabel(labels, count)) {
        plots.push_back(plotFrom(unionOfCells(territory.lattice(), labels, plotCells), part));
    }
    return plots;
}

std::vector<Plot> splitPlots(const Territory& territory, std::size_t part, std::size_t count,
                             Random& random) {
    const auto& cells = territory.cellsOfPart(part);
    std::vector<Plot> plots;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t pieces = (i + 1) * count / cells.size() - i * count / cells.size();
        for (Ring& ring : splitRing(territory.lattice().ringOf(cells[i]), pieces, random)) {
            plots.push_back(plotFrom(geo::Geometry::polygon(std::move(ring)), part));
        }
    }
    return plots;
}

}  // namespace

std::vector<std::int64_t> plotsByPart(const Territory& territory, std::size_t parts, std::int64_t total) {
    double area_m2 = 0;
    for (std::size_t part = 0; part < parts; ++part) area_m2 += territory.partArea_m2(part);
    std::vector<std::int64_t> counts;
    double passed_m2 = 0;
    std::int64_t given = 0;
    for (std::size_t part = 0; part < parts; ++part) {
        passed_m2 += territory.partArea_m2(part);
        const double due = passed_m2 / area_m2 * static_cast<double>(total);
        counts.push_back(std::max<std::int64_t>(1, std::llround(due) - given));
        given += counts.back();
    }
    return counts;
}

NestedPlots::NestedPlots(const Territory& territory, std::vector<std::int64_t> plotsByPart,
                         std::uint64_t seed)
    : m_territory(territory), m_plotsByPart(std::move(plotsByPart)), m_seed(seed) {}

void NestedPlots::begin(std::vector<std::size_t> parts) {
    m_parts = std::move(parts);
    m_nextPart = 0;
    m_plots.clear();
    m_nextPlot = 0;
}

bool NestedPlots::next(Plot& plot) {
    while (m_nextPlot == m_plots.size()) {
        if (m_nextPart == m_parts.size()) return false;
        makePart(m_parts[m_nextPart++]);
    }
    plot = std::move(m_plots[m_nextPlot++]);
    return true;
}

void NestedPlots::makePart(std::size_t part) {
    Random random(mixBits(m_seed, part + 1, 0x9107));
    const auto count = static_cast<std::size_t>(m_plotsByPart[part]);
    m_plots = count < m_territory.cellsOfPart(part).size() ? joinedPlots(m_territory, part, count, random)
                                                           : splitPlots(m_territory, part, count, random);
    m_nextPlot = 0;
    numberPlots();
}

void NestedPlots::numberPlots() {
    std::ranges::stable_sort(m_plots, [](const Plot& a, const Plot& b) {
        const double stripA = std::floor(-a.centre.y / stripHeight_m);
        const double stripB = std::floor(-b.centre.y / stripHeight_m);
        return stripA != stripB ? stripA < stripB : a.centre.x < b.centre.x;
    });
    const int before = m_lastCompartment;
    double passed_m2 = 0;
    int number = 0;
    int lastBlock = -1;
    for (Plot& plot : m_plots) {
        plot.compartment = before + 1 + static_cast<int>(passed_m2 / compartment_m2);
        const int block = static_cast<int>(passed_m2 / block_m2);
        number = block == lastBlock ? number + 1 : 1;
        lastBlock = block;
        plot.block = block % 10 + 1;
        plot.number = number;
        m_lastCompartment = plot.compartment;
        passed_m2 += plot.area_m2;
    }
}

}  // namespace sample
