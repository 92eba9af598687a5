// SPDX-License-Identifier: Apache-2.0
// Numbers taken out of bytes as they stand there.
#include "tests/bench/ring_sum.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace bench {
namespace {

constexpr std::size_t coordinate_bytes = 2 * sizeof(double);
constexpr std::uint32_t polygonType = 3;
constexpr std::uint32_t multiPolygonType = 6;
constexpr std::int32_t shapefilePolygon = 5;

class Bytes {
  public:
    explicit Bytes(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    const std::byte* take(std::size_t count) {
        if (count > m_bytes.size()) throw std::runtime_error("a shape ends before its rings do");
        const std::byte* const begin = m_bytes.data();
        m_bytes = m_bytes.subspan(count);
        return begin;
    }
    template <class Number>
    Number number() {
        Number value{};
        std::memcpy(&value, take(sizeof(Number)), sizeof(Number));
        return value;
    }
    bool isEmpty() const { return m_bytes.empty(); }

  private:
    std::span<const std::byte> m_bytes;
};

/// Twice the area, counted from the first vertex; below 0 where the ring runs clockwise.
double twiceArea_m2(const std::byte* ring, std::size_t vertices) {
    if (vertices < 3) return 0;
    double origin[2];
    std::memcpy(origin, ring, sizeof origin);
    double beforeX = 0;
    double beforeY = 0;
    double twice = 0;
    for (std::size_t i = 1; i < vertices; ++i) {
        double here[2];
        std::memcpy(here, ring + i * coordinate_bytes, sizeof here);
        const double x = here[0] - origin[0];
        const double y = here[1] - origin[1];
        twice += beforeX * y - x * beforeY;
        beforeX = x;
        beforeY = y;
    }
    return twice;
}

double polygonArea_m2(Bytes& bytes) {
    const auto rings = bytes.number<std::uint32_t>();
    double area_m2 = 0;
    for (std::uint32_t ring = 0; ring < rings; ++ring) {
        const auto vertices = bytes.number<std::uint32_t>();
        const double part_m2 = std::abs(twiceArea_m2(bytes.take(vertices * coordinate_bytes), vertices)) / 2;
        area_m2 += ring == 0 ? part_m2 : -part_m2;
    }
    return area_m2;
}

/// From the type on. Parts of a multipolygon have a byte and a type of their own before them.
double bodyArea_m2(Bytes& bytes) {
    const auto type = bytes.number<std::uint32_t>();
    if (type == polygonType) return polygonArea_m2(bytes);
    if (type != multiPolygonType) return 0;
    const auto parts = bytes.number<std::uint32_t>();
    double area_m2 = 0;
    for (std::uint32_t part = 0; part < parts; ++part) {
        bytes.take(1 + sizeof(std::uint32_t));
        area_m2 += polygonArea_m2(bytes);
    }
    return area_m2;
}

/// What stands before the type: SpatiaLite's envelope, or GeoPackage's where its flags say there is one.
std::size_t headerSize(std::span<const std::byte> blob) {
    constexpr std::size_t spatialite = 39;
    if (blob.size() < 8 || blob[0] != std::byte{'G'}) return spatialite;
    constexpr std::size_t envelopes[]{0, 32, 48, 48, 64, 0, 0, 0};
    constexpr std::size_t magicFlagsSridAndByteOrder = 9;
    return magicFlagsSridAndByteOrder + envelopes[(std::to_integer<unsigned>(blob[3]) >> 1) & 7U];
}

}  // namespace

double ringArea_m2(std::span<const std::byte> blob) {
    if (blob.empty()) return 0;
    Bytes bytes(blob);
    bytes.take(headerSize(blob));
    return bytes.isEmpty() ? 0 : bodyArea_m2(bytes);
}

double shapefileRingArea_m2(std::span<const std::byte> record) {
    constexpr std::size_t envelope_bytes = 32;
    Bytes bytes(record);
    if (bytes.number<std::int32_t>() != shapefilePolygon) return 0;
    bytes.take(envelope_bytes);
    const auto rings = bytes.number<std::uint32_t>();
    const auto vertices = bytes.number<std::uint32_t>();
    Bytes starts({bytes.take(rings * sizeof(std::uint32_t)), rings * sizeof(std::uint32_t)});
    const std::byte* const coordinates = bytes.take(vertices * coordinate_bytes);
    double twice_m2 = 0;
    auto begin = rings == 0 ? vertices : starts.number<std::uint32_t>();
    for (std::uint32_t ring = 0; ring < rings; ++ring) {
        const auto end = starts.isEmpty() ? vertices : starts.number<std::uint32_t>();
        if (begin > end || end > vertices) throw std::runtime_error("rings of a shape are out of order");
        twice_m2 -= twiceArea_m2(coordinates + begin * coordinate_bytes, end - begin);
        begin = end;
    }
    return twice_m2 / 2;
}

}  // namespace bench
