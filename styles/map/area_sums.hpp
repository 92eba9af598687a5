// SPDX-License-Identifier: Apache-2.0
// Areas summed into pixels, exactly: every edge says what changes to its right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "styles/map/canvas.hpp"

namespace styles {

/// A point of a raster in fractions of a pixel (AreaSums::unitsInPixel), right and down from its corner.
struct FinePoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
    bool operator==(const FinePoint&) const = default;
};

/// A colour with the share of a pixel it covers, two 32-bit sums in a word each. Sums wrap, and come out
/// right as long as fewer than 256 shapes lie upon each other.
struct ColourWeight {
    std::uint64_t redGreen = 0;
    std::uint64_t blueCover = 0;

    ColourWeight() = default;
    explicit ColourWeight(Colour colour)
        : redGreen(pair(colour.red, colour.green)), blueCover(pair(colour.blue, 1)) {}

    void add(const ColourWeight& other, std::int64_t times) {
        redGreen += other.redGreen * static_cast<std::uint64_t>(times);
        blueCover += other.blueCover * static_cast<std::uint64_t>(times);
    }
    ColourWeight operator-(const ColourWeight& other) const {
        ColourWeight difference = *this;
        difference.add(other, -1);
        return difference;
    }
    bool operator==(const ColourWeight&) const = default;

  private:
    static std::uint64_t pair(std::uint64_t high, std::uint64_t low) { return high << 32U | low; }
};

/// Whole numbers all the way, so that neither the order of edges nor how many threads shared them shows.
/// A border of two shapes cancels out to the last bit: no seam is left.
class AreaSums {
  public:
    static constexpr int bits = 7;
    static constexpr std::int32_t unitsInPixel = 1 << bits;

    explicit AreaSums(SizePx size) { begin(size); }

    /// Empty again, in the memory it has.
    void begin(SizePx size);

    SizePx size() const { return m_size; }

    /// Right of an edge that runs down the weight is added, right of one that runs up it is taken away.
    /// Both ends within the raster, its edges included.
    void addEdge(FinePoint from, FinePoint to, const ColourWeight& weight) {
        if (from.y < to.y) addFalling(from, to, weight);
        if (to.y < from.y) addFalling(to, from, ColourWeight() - weight);
    }

    /// Of the same size.
    void add(const AreaSums& other);

    /// Every pixel in the mean of its colours, row by row; its alpha is the part covered times strength, at
    /// most whole. Strength is above zero.
    void writePixels(double strength, std::span<std::uint32_t> pixels) const;
    Raster raster(double strength = 1) const;

  private:
    void addFalling(FinePoint top, FinePoint bottom, const ColourWeight& weight);
    void addInRow(ColourWeight* row, FinePoint top, FinePoint bottom, const ColourWeight& weight);
    void writeRow(std::size_t row, std::int64_t whole, std::uint32_t* pixels) const;

    SizePx m_size{};
    /// An edge on the right side of the last pixel stands in a column of its own, and changes one more.
    std::size_t m_stride = 0;
    std::vector<ColourWeight> m_changes;
};

}  // namespace styles
