// SPDX-License-Identifier: Apache-2.0
// A coverage as bytes: numbers as short as they are, coordinates as what changes from one to the next.
#include <bit>
#include <utility>

#include "geo/base/error.hpp"
#include "geo/shape/number_bytes.hpp"
#include "geo/topology/coverage.hpp"

namespace geo {
namespace {

constexpr std::uint64_t mark = 0x4B484331;  // "KHC1": the format and its version

constexpr const char* faultId = "topology.coverage-damaged";

[[noreturn]] void throwDamaged() { throw Error(ErrorKind::BadData, faultId, {}); }

/// Differences of the bit patterns: lossless, and short where coordinates are near.
class Steps {
  public:
    std::uint64_t from(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        return zigzag(bits - std::exchange(m_bits, bits));
    }
    double to(std::uint64_t step) { return std::bit_cast<double>(m_bits += unzigzag(step)); }

  private:
    std::uint64_t m_bits = 0;
};

/// Ends that never fall, as the lengths between them.
std::uint32_t takeEnd(NumberReader& reader, std::uint32_t before) {
    const std::uint64_t end = before + reader.take();
    if (end < before || end > 0xFFFFFFFF) throwDamaged();
    return static_cast<std::uint32_t>(end);
}

bool isPolygonKind(std::uint32_t kind) {
    return kind == static_cast<std::uint32_t>(GeometryKind::Polygon) ||
           kind == static_cast<std::uint32_t>(GeometryKind::MultiPolygon);
}

}  // namespace

std::vector<std::byte> Coverage::toBytes() const {
    NumberWriter out;
    out.add(mark);
    out.add(m_keys.size());
    std::uint64_t lastKey = 0;
    for (const std::int64_t key : m_keys)
        out.add(zigzag(static_cast<std::uint64_t>(key) -
                       std::exchange(lastKey, static_cast<std::uint64_t>(key))));
    out.add(m_arcEnds.size());
    // 0 stands for noFace.
    for (const Sides& sides : m_sides) out.add(sides.left + 1U), out.add(sides.right + 1U);
    for (std::size_t i = 0; i < m_arcEnds.size(); ++i)
        out.add(m_arcEnds[i] - (i == 0 ? 0U : m_arcEnds[i - 1]));
    out.add(m_coordinates.size());
    Steps x, y;
    for (const Coordinate& position : m_coordinates) out.add(x.from(position.x)), out.add(y.from(position.y));
    out.add(m_steps.size());
    for (const std::uint32_t step : m_steps) out.add(step);
    out.add(m_rings.size());
    std::uint32_t before = 0;
    for (const Ring& ring : m_rings)
        out.add(ring.stepsEnd - std::exchange(before, ring.stepsEnd)), out.add(ring.rotation);
    out.add(m_partEnds.size());
    before = 0;
    for (const std::uint32_t end : m_partEnds) out.add(end - std::exchange(before, end));
    out.add(m_faces.size());
    before = 0;
    for (const Face& face : m_faces)
        out.add(static_cast<std::uint64_t>(face.kind)),
            out.add(face.partsEnd - std::exchange(before, face.partsEnd));
    out.add(m_repeats.size());
    for (const Repeat& repeat : m_repeats) out.add(repeat.ring), out.add(repeat.place), out.add(repeat.times);
    return out.take();
}

Coverage Coverage::fromBytes(std::span<const std::byte> bytes) {
    NumberReader in(bytes, faultId);
    Coverage coverage;
    if (in.take() != mark) throwDamaged();
    coverage.m_keys.resize(in.takeCount());
    std::uint64_t key = 0;
    for (std::int64_t& each : coverage.m_keys) each = static_cast<std::int64_t>(key += unzigzag(in.take()));
    coverage.m_sides.resize(in.takeCount());
    for (Sides& sides : coverage.m_sides) {
        sides.left = in.take32() - 1U;
        sides.right = in.take32() - 1U;
    }
    coverage.m_arcEnds.resize(coverage.m_sides.size());
    std::uint32_t before = 0;
    for (std::uint32_t& end : coverage.m_arcEnds) before = end = takeEnd(in, before);
    coverage.m_coordinates.resize(in.takeCount());
    Steps x, y;
    for (Coordinate& position : coverage.m_coordinates) {
        position.x = x.to(in.take());
        position.y = y.to(in.take());
    }
    coverage.m_steps.resize(in.takeCount());
    for (std::uint32_t& step : coverage.m_steps) step = in.take32();
    coverage.m_rings.resize(in.takeCount());
    before = 0;
    for (Ring& ring : coverage.m_rings) {
        before = ring.stepsEnd = takeEnd(in, before);
        ring.rotation = in.take32();
    }
    coverage.m_partEnds.resize(in.takeCount());
    before = 0;
    for (std::uint32_t& end : coverage.m_partEnds) before = end = takeEnd(in, before);
    coverage.m_faces.resize(in.takeCount());
    before = 0;
    for (Face& face : coverage.m_faces) {
        const std::uint32_t kind = in.take32();
        if (!isPolygonKind(kind)) throwDamaged();
        before = takeEnd(in, before);
        face = {static_cast<GeometryKind>(kind), before};
    }
    coverage.m_repeats.resize(in.takeCount());
    for (Repeat& repeat : coverage.m_repeats) repeat = {in.take32(), in.take32(), in.take32()};
    if (!in.isAtEnd()) throwDamaged();
    coverage.checkLinks();
    return coverage;
}

/// Whatever a face or an arc leads to must exist.
void Coverage::checkLinks() const {
    const auto endsAt = [](std::size_t last, std::size_t count) {
        if (last != count) throwDamaged();
    };
    const auto isFace = [this](std::uint32_t face) { return face == noFace || face < m_keys.size(); };
    endsAt(m_arcEnds.empty() ? 0 : m_arcEnds.back(), m_coordinates.size());
    endsAt(m_rings.empty() ? 0 : m_rings.back().stepsEnd, m_steps.size());
    endsAt(m_partEnds.empty() ? 0 : m_partEnds.back(), m_rings.size());
    endsAt(m_faces.empty() ? 0 : m_faces.back().partsEnd, m_partEnds.size());
    if (m_faces.size() > m_keys.size()) throwDamaged();
    for (const Sides& sides : m_sides) {
        if (!isFace(sides.left) || !isFace(sides.right)) throwDamaged();
    }
    for (std::size_t i = 0; i < m_arcEnds.size(); ++i) {
        if (arc(i).path.size() < 2) throwDamaged();
    }
    for (const std::uint32_t step : m_steps) {
        if (step / 2 >= m_arcEnds.size()) throwDamaged();
    }
    std::size_t step = 0;
    for (const Ring& ring : m_rings) {
        std::size_t length = 0;
        for (; step < ring.stepsEnd; ++step) length += arc(m_steps[step] / 2).path.size() - 1;
        if (ring.rotation > 0 && ring.rotation >= length) throwDamaged();
    }
    std::uint64_t repeated = 0;
    for (std::size_t i = 0; i < m_repeats.size(); ++i) {
        if (i > 0 && m_repeats[i].ring < m_repeats[i - 1].ring) throwDamaged();
        repeated += m_repeats[i].times;
    }
    // No file holds so many; a made-up number must not fill the memory.
    if (repeated > 0xFFFFFFF) throwDamaged();
}

}  // namespace geo
