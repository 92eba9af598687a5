// SPDX-License-Identifier: Apache-2.0
// Labels, crossings and pairs of edges: the area of a plot by zone, band by band.
#include "geo/topology/zone_shares.hpp"

#include <algorithm>
#include <cmath>

#include "geo/topology/edge_integral.hpp"

namespace geo {
namespace {

constexpr std::size_t pairsInABand = 16'384;
constexpr std::size_t mostBands = 64;

Extent extentOf(std::span<const BoundaryEdge> edges) {
    Extent extent;
    for (const BoundaryEdge& edge : edges) {
        extent.include(Coordinate{edge.fromX, edge.fromY});
        extent.include(Coordinate{edge.toX, edge.heightAt(edge.toX)});
    }
    return extent;
}

}  // namespace

Coordinate ZoneShares::cornerOf(const Extent& extent) const {
    const ZoneGrid::Cells cells = m_grid.cellsUnder(extent);
    return {m_grid.origin().x + m_grid.cellSize() * static_cast<double>(cells.firstColumn),
            m_grid.origin().y + m_grid.cellSize() * static_cast<double>(cells.firstRow)};
}

void ZoneShares::sum(std::span<const BoundaryEdge> plot, const Extent& extent) {
    clear();
    m_cells = m_grid.cellsUnder(extent);
    if (isSmall(plot.size()))
        sumBand({m_cells.firstRow, m_cells.lastRow, plot, extentOf(plot)});
    else
        sumByBands(plot);
    std::erase_if(m_touched, [&](std::uint32_t zone) { return zone >= m_zoneCount; });
    std::sort(m_touched.begin(), m_touched.end());
    m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
}

void ZoneShares::clear() {
    for (const std::uint32_t zone : m_touched) m_areas[zone] = 0;
    m_areas[m_zoneCount] = m_areas[m_zoneCount + 1] = 0;
    m_touched.clear();
}

bool ZoneShares::isSmall(std::size_t edges) const {
    std::size_t pieces = 0;
    for (std::size_t row = m_cells.firstRow; row <= m_cells.lastRow; ++row)
        pieces += m_grid.pieces(row, m_cells.firstColumn, m_cells.lastColumn).size();
    return m_cells.firstRow == m_cells.lastRow || edges * pieces <= pairsInABand;
}

void ZoneShares::sumByBands(std::span<const BoundaryEdge> plot) {
    const std::size_t rows = m_cells.lastRow - m_cells.firstRow + 1;
    const std::size_t rowsInBand = (rows + mostBands - 1) / mostBands;
    for (std::size_t row = 0; row < rows; row += rowsInBand) {
        const std::size_t end = std::min(row + rowsInBand, rows);
        clipToBand(plot, m_grid.cellSize() * static_cast<double>(row),
                   m_grid.cellSize() * static_cast<double>(end));
        Extent extent = extentOf(m_clipped);
        extent.minY = 0;  // where the band's bottom cuts the plot no edge says so
        sumBand({m_cells.firstRow + row, m_cells.firstRow + end - 1, m_clipped, extent});
    }
}

void ZoneShares::clipToBand(std::span<const BoundaryEdge> plot, double bottom, double top) {
    m_clipped.clear();
    m_topSteps.clear();
    for (const BoundaryEdge& edge : plot) clipEdge(edge, bottom, top);
    closeTop(top - bottom);
}

/// Keeps what lies in the band, counted from its bottom; what lies above it counts as the band's top.
void ZoneShares::clipEdge(BoundaryEdge edge, double bottom, double top) {
    const double toY = edge.heightAt(edge.toX);
    if (std::max(edge.fromY, toY) <= bottom) return;
    const auto placeAt = [&](double y) {
        return std::clamp(edge.fromX + (y - edge.fromY) / edge.rise, edge.fromX, edge.toX);
    };
    const auto cut = [&](double y) { return (edge.fromY < y) == (toY < y) ? edge.toX : placeAt(y); };
    const double atBottom = cut(bottom);
    const double atTop = cut(top);
    const double turns[] = {edge.fromX, std::min(atBottom, atTop), std::max(atBottom, atTop), edge.toX};
    for (std::size_t i = 0; i < 3; ++i) {
        if (!(turns[i] < turns[i + 1])) continue;
        const double middle = edge.heightAt(turns[i] + (turns[i + 1] - turns[i]) / 2);
        if (middle >= top) {
            m_topSteps.push_back({0, turns[i], edge.sign});
            m_topSteps.push_back({0, turns[i + 1], -edge.sign});
        } else if (middle > bottom) {
            m_clipped.push_back(
                {turns[i], turns[i + 1], edge.heightAt(turns[i]) - bottom, edge.rise, edge.sign});
        }
    }
}

void ZoneShares::closeTop(double height) {
    std::sort(m_topSteps.begin(), m_topSteps.end(), [](const Step& a, const Step& b) { return a.x < b.x; });
    double sign = 0;
    for (std::size_t i = 0; i + 1 < m_topSteps.size(); ++i) {
        sign += m_topSteps[i].change;
        const double from = m_topSteps[i].x;
        const double to = m_topSteps[i + 1].x;
        if (sign != 0 && from < to) m_clipped.push_back({from, to, height, 0, sign});
    }
}

void ZoneShares::sumBand(const Band& band) {
    if (band.plot.empty()) return;
    m_steps.clear();
    const double size = m_grid.cellSize();
    const Coordinate corner{size * static_cast<double>(m_cells.firstColumn),
                            size * static_cast<double>(band.firstRow)};
    for (std::size_t row = band.firstRow; row <= band.lastRow; ++row) {
        for (const auto& piece : m_grid.pieces(row, m_cells.firstColumn, m_cells.lastColumn))
            addPiece(piece, corner, band);
    }
    addTopLine(band, corner);
    addSteps(band);
}

void ZoneShares::addPiece(const ZoneGrid::Piece& piece, Coordinate corner, const Band& band) {
    const BoundaryEdge edge{piece.fromX - corner.x, piece.toX - corner.x, piece.fromY - corner.y, piece.rise,
                            1};
    if (edge.toX <= band.extent.minX || edge.fromX >= band.extent.maxX) return;
    const double toY = edge.heightAt(edge.toX);
    const double low = std::min(edge.fromY, toY);
    const double high = std::max(edge.fromY, toY);
    if (high <= band.extent.minY) return;
    if (low >= band.extent.maxY) {
        addStep(edge.fromX, piece.above, piece.below);
        addStep(edge.toX, piece.below, piece.above);
        return;
    }
    const double area = areaBelow(edge, band.plot);
    add(piece.below, area);
    add(piece.above, -area);
    m_areas[m_zoneCount + 1] += (weightOf(piece.below) - weightOf(piece.above)) * area;
}

void ZoneShares::addTopLine(const Band& band, Coordinate corner) {
    const auto crossings = m_grid.crossings(band.lastRow, m_cells.firstColumn, m_cells.lastColumn);
    for (const auto& crossing : crossings) addStep(crossing.x - corner.x, crossing.west, crossing.east);
    for (const auto& [zone, count] : m_grid.label(band.lastRow, m_cells.firstColumn)) {
        const double change = count;
        m_steps.push_back({zone, band.extent.minX, change});
        m_steps.push_back({m_zoneCount + 1, band.extent.minX, change * weightOf(zone)});
    }
    for (Step& step : m_steps) step.x = std::clamp(step.x, band.extent.minX, band.extent.maxX);
}

void ZoneShares::addStep(double x, std::uint32_t leaving, std::uint32_t entering) {
    if (leaving != noFace) m_steps.push_back({leaving, x, -1});
    if (entering != noFace) m_steps.push_back({entering, x, 1});
    const double change = weightOf(entering) - weightOf(leaving);
    if (change != 0) m_steps.push_back({m_zoneCount + 1, x, change});
}

/// Zone by zone, those that stand at one place at once: most of them cancel there.
void ZoneShares::addSteps(const Band& band) {
    std::sort(m_steps.begin(), m_steps.end(),
              [](const Step& a, const Step& b) { return a.zone != b.zone ? a.zone < b.zone : a.x < b.x; });
    for (std::size_t i = 0; i < m_steps.size();) {
        Step sum{m_steps[i].zone, m_steps[i].x, 0};
        for (; i < m_steps.size() && m_steps[i].zone == sum.zone && m_steps[i].x == sum.x; ++i)
            sum.change += m_steps[i].change;
        if (sum.change != 0 && sum.x < band.extent.maxX)
            add(sum.zone, sum.change * areaEastOf(sum.x, band.plot));
    }
}

double ZoneShares::weightOf(std::uint32_t zone) const {
    if (zone == noFace) return 0;
    return zone == m_zoneCount ? -1 : 1;
}

void ZoneShares::add(std::uint32_t zone, double area) {
    if (zone == noFace || area == 0) return;
    if (m_areas[zone] == 0) m_touched.push_back(zone);
    m_areas[zone] += area;
}

}  // namespace geo
