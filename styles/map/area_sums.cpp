// SPDX-License-Identifier: Apache-2.0
// Edges cut at rows and columns of pixels.
#include "styles/map/area_sums.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "geo/base/parallel.hpp"

namespace styles {
namespace {

/// Twice the area of a pixel, which is what a part of an edge is weighed in.
constexpr std::int64_t wholePixel = 2LL * AreaSums::unitsInPixel * AreaSums::unitsInPixel;
constexpr std::size_t rowsAtOnce = 64;

/// The part of an edge within one pixel: its pixel gains what lies right of it, all others to the right gain
/// its whole height. The two ends' distances from the pixel's left side are given as their sum.
void addInPixel(ColourWeight* pixel, std::int64_t height, std::int64_t distances,
                const ColourWeight& weight) {
    const std::int64_t beyond = height * distances;
    pixel[0].add(weight, 2 * AreaSums::unitsInPixel * height - beyond);
    pixel[1].add(weight, beyond);
}

std::int64_t floorOf(std::int64_t dividend, std::int64_t divisor) {
    const std::int64_t quotient = dividend / divisor;
    return quotient - (dividend % divisor < 0 ? 1 : 0);
}

std::int64_t low(std::uint64_t sums) { return static_cast<std::int32_t>(static_cast<std::uint32_t>(sums)); }

/// Whatever the lower sum borrowed is given back.
std::int64_t high(std::uint64_t sums) {
    return static_cast<std::int32_t>(
        static_cast<std::uint32_t>((sums - static_cast<std::uint64_t>(low(sums))) >> 32U));
}

std::uint32_t clampedToByte(std::int64_t number) {
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(number, 0, 255));
}

/// A colour and its alpha of sums, each a part of a whole: `part(sum)` in 255ths.
template <class Part>
std::uint32_t pixelBy(const ColourWeight& sum, const Part& part) {
    return part(255 * low(sum.blueCover)) << 24U | part(high(sum.redGreen)) << 16U |
           part(low(sum.redGreen)) << 8U | part(high(sum.blueCover));
}

/// Of a pixel as full as `whole` at least.
std::uint32_t pixelOf(const ColourWeight& sum, std::int64_t whole) {
    const std::int64_t cover = low(sum.blueCover);
    if (cover <= 0) return 0;
    // Divided by a number known beforehand: what most pixels come to.
    if (cover <= wholePixel && whole == wholePixel)
        return pixelBy(sum, [](std::int64_t each) { return clampedToByte((each + wholePixel / 2) / wholePixel); });
    // Where shapes lie upon each other the pixel is full, of the mean of their colours.
    const std::int64_t all = std::max(cover, whole);
    return pixelBy(sum, [all](std::int64_t each) { return clampedToByte((each + all / 2) / all); });
}

}  // namespace

void AreaSums::begin(SizePx size) {
    m_size = size;
    m_stride = static_cast<std::size_t>(size.width) + 2;
    m_changes.assign(m_stride * static_cast<std::size_t>(size.height), ColourWeight());
}

void AreaSums::addFalling(FinePoint top, FinePoint bottom, const ColourWeight& weight) {
    const int lastRow = (bottom.y - 1) >> bits;
    FinePoint at = top;
    for (int row = top.y >> bits; row < lastRow; ++row) {
        FinePoint next{0, (row + 1) << bits};
        next.x = top.x + static_cast<std::int32_t>(
                             floorOf(std::int64_t{next.y - top.y} * (bottom.x - top.x), bottom.y - top.y));
        addInRow(&m_changes[m_stride * static_cast<std::size_t>(row)], at, next, weight);
        at = next;
    }
    addInRow(&m_changes[m_stride * static_cast<std::size_t>(lastRow)], at, bottom, weight);
}

void AreaSums::addInRow(ColourWeight* row, FinePoint top, FinePoint bottom, const ColourWeight& weight) {
    const std::int32_t height = bottom.y - top.y;
    const auto [left, right] = std::minmax(top.x, bottom.x);
    const int firstColumn = left >> bits;
    const int lastColumn = std::max(firstColumn, (right - 1) >> bits);
    std::int32_t x = left;
    std::int64_t passed = 0;
    for (int column = firstColumn; column < lastColumn; ++column) {
        const std::int32_t end = (column + 1) << bits;
        const std::int64_t until = std::int64_t{end - left} * height / (right - left);
        addInPixel(row + column, until - passed, x + end - 2 * (column << bits), weight);
        passed = until;
        x = end;
    }
    addInPixel(row + lastColumn, height - passed, x + right - 2 * (lastColumn << bits), weight);
}

void AreaSums::add(const AreaSums& other) {
    geo::parallelFor(m_changes.size(), m_stride * rowsAtOnce, [&](const geo::Chunk& chunk) {
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) m_changes[i].add(other.m_changes[i], 1);
    });
}

void AreaSums::writeRow(std::size_t row, std::int64_t whole, std::uint32_t* pixels) const {
    const ColourWeight* const changes = &m_changes[m_stride * row];
    const ColourWeight none;
    ColourWeight sum;
    std::uint32_t pixel = 0;
    for (std::size_t column = 0; column < static_cast<std::size_t>(m_size.width); ++column) {
        if (changes[column] != none) {
            sum.add(changes[column], 1);
            pixel = pixelOf(sum, whole);
        }
        pixels[column] = pixel;
    }
}

void AreaSums::writePixels(double strength, std::span<std::uint32_t> pixels) const {
    const std::int64_t whole = std::llround(static_cast<double>(wholePixel) / strength);
    const auto width = static_cast<std::size_t>(m_size.width);
    for (std::size_t row = 0; row < static_cast<std::size_t>(m_size.height); ++row)
        writeRow(row, whole, &pixels[width * row]);
}

Raster AreaSums::raster(double strength) const {
    Raster raster{m_size, std::vector<std::uint32_t>(static_cast<std::size_t>(m_size.width) *
                                                     static_cast<std::size_t>(m_size.height))};
    writePixels(strength, raster.pixels);
    return raster;
}

}  // namespace styles
