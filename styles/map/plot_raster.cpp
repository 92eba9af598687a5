// SPDX-License-Identifier: Apache-2.0
// Sums areas by rows, exact along each row.
#include "styles/map/plot_raster.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "styles/map/scanline.hpp"

namespace styles {
namespace {

constexpr double rowsPerPixel = 4;

std::uint32_t channelOf(float sum, float area) {
    return static_cast<std::uint32_t>(std::clamp(std::lround(sum / area), 0L, 255L));
}

}  // namespace

PlotRaster::PlotRaster(SizePx size) : m_size(size) {
    m_cells.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
}

void PlotRaster::add(const PathsPx& rings, Colour colour) {
    const RowSpans spans(rings, 1 / rowsPerPixel);
    for (std::size_t i = 0; i < spans.rows().size(); ++i) {
        const double y = spans.firstRow() + static_cast<double>(i) / rowsPerPixel;
        const int row = static_cast<int>(std::floor(y));
        if (row < 0 || row >= m_size.height) continue;
        for (const Span& span : spans.rows()[i]) addSpan(row, span.left, span.right, colour);
    }
}

void PlotRaster::addSpan(int row, double left, double right, Colour colour) {
    left = std::max(left, 0.0);
    right = std::min(right, double{1} * m_size.width);
    const std::size_t begin = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_size.width);
    for (double pixel = std::floor(left); pixel < right; ++pixel) {
        const double length = std::min(right, pixel + 1) - std::max(left, pixel);
        const auto area = static_cast<float>(length / rowsPerPixel);
        Cell& cell = m_cells[begin + static_cast<std::size_t>(pixel)];
        cell.red += area * colour.red;
        cell.green += area * colour.green;
        cell.blue += area * colour.blue;
        cell.area += area;
    }
}

Raster PlotRaster::raster() const {
    Raster raster{m_size, std::vector<std::uint32_t>(m_cells.size(), 0)};
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const Cell& cell = m_cells[i];
        if (cell.area <= 0) continue;
        const std::uint32_t alpha = channelOf(255 * std::min(cell.area, 1.0F), 1);
        raster.pixels[i] = alpha << 24U | channelOf(cell.red, cell.area) << 16U |
                           channelOf(cell.green, cell.area) << 8U | channelOf(cell.blue, cell.area);
    }
    return raster;
}

}  // namespace styles
