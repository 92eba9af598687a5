// SPDX-License-Identifier: Apache-2.0
// Tiles as bytes: points as what changes from one to the next.
#include "geo/shape/arc_tile.hpp"

#include <bit>
#include <cmath>

#include "geo/shape/number_bytes.hpp"

namespace geo {
namespace {

constexpr std::uint64_t mark = 0x4B484131;  // "KHA1": the format and its version

std::uint64_t stepFrom(std::int32_t before, std::int32_t to) {
    return zigzag(static_cast<std::uint64_t>(std::int64_t{to} - before));
}

/// Wraps where the bytes are damaged.
std::int32_t stepped(std::int32_t from, std::uint64_t step) {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(from) +
                                     static_cast<std::uint32_t>(unzigzag(step)));
}

double takeNumber(NumberReader& in) {
    const auto number = std::bit_cast<double>(in.take());
    if (!std::isfinite(number)) in.throwDamaged();
    return number;
}

/// 0 stands for noClass.
std::uint16_t takeClass(NumberReader& in) {
    const std::uint64_t number = in.take();
    if (number > ArcTile::noClass) in.throwDamaged();
    return static_cast<std::uint16_t>(number - 1);
}

}  // namespace

std::vector<std::byte> toBytes(const ArcTile& tile) {
    NumberWriter out;
    out.add(mark);
    for (const double number : {tile.origin.x, tile.origin.y, tile.step_m})
        out.add(std::bit_cast<std::uint64_t>(number));
    out.add(tile.arcs.size());
    for (std::size_t i = 0; i < tile.arcs.size(); ++i) {
        out.add(static_cast<std::uint16_t>(tile.arcs[i].left + 1));
        out.add(static_cast<std::uint16_t>(tile.arcs[i].right + 1));
        out.add(tile.path(i).size());
    }
    GridPoint before;
    for (const GridPoint& point : tile.points) {
        out.add(stepFrom(before.x, point.x));
        out.add(stepFrom(before.y, point.y));
        before = point;
    }
    return out.take();
}

ArcTile arcTileFrom(std::span<const std::byte> bytes) {
    NumberReader in(bytes, "shape.tile-damaged");
    if (in.take() != mark) in.throwDamaged();
    ArcTile tile;
    tile.origin = {takeNumber(in), takeNumber(in)};
    tile.step_m = takeNumber(in);
    if (!(tile.step_m > 0)) in.throwDamaged();
    tile.arcs.resize(in.takeCount());
    std::uint64_t end = 0;
    for (ArcTile::Arc& arc : tile.arcs) {
        arc.left = takeClass(in);
        arc.right = takeClass(in);
        end += in.takeCount();
        if (end > bytes.size()) in.throwDamaged();
        arc.end = static_cast<std::uint32_t>(end);
    }
    tile.points.resize(end);
    GridPoint before;
    for (GridPoint& point : tile.points) {
        const std::uint64_t x = in.take(), y = in.take();
        before = point = {stepped(before.x, x), stepped(before.y, y)};
    }
    if (!in.isAtEnd()) in.throwDamaged();
    return tile;
}

}  // namespace geo
