// SPDX-License-Identifier: Apache-2.0
// Reads numbers of either byte order from foreign bytes and never past their end.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace geo {

enum class ByteOrder : std::uint8_t { Big = 0, Little = 1 };

constexpr bool isForeign(ByteOrder order) {
    return (order == ByteOrder::Little) != (std::endian::native == std::endian::little);
}

template <class Number>
Number numberAt(const std::byte* bytes, ByteOrder order) {
    std::byte copy[sizeof(Number)];
    std::memcpy(copy, bytes, sizeof(Number));
    if (isForeign(order)) {
        for (std::size_t i = 0; i < sizeof(Number) / 2; ++i) std::swap(copy[i], copy[sizeof(Number) - 1 - i]);
    }
    return std::bit_cast<Number>(copy);
}

class ByteCursor {
  public:
    explicit ByteCursor(std::span<const std::byte> bytes, std::size_t position = 0)
        : m_bytes(bytes), m_position(position) {}

    std::size_t position() const { return m_position; }
    std::size_t remaining() const { return m_bytes.size() - m_position; }

    /// Errors: BadData `shape.blob-truncated`; so for all of these.
    const std::byte* take(std::size_t count) {
        if (count > remaining()) throwTruncated();
        const std::byte* const taken = m_bytes.data() + m_position;
        m_position += count;
        return taken;
    }
    std::uint8_t takeByte() { return std::to_integer<std::uint8_t>(*take(1)); }
    std::uint32_t takeUint32(ByteOrder order) { return numberAt<std::uint32_t>(take(4), order); }
    double takeDouble(ByteOrder order) { return numberAt<double>(take(8), order); }
    /// Errors: BadData `shape.blob-malformed` when the byte names no order.
    ByteOrder takeByteOrder();

  private:
    [[noreturn]] void throwTruncated() const;

    std::span<const std::byte> m_bytes;
    std::size_t m_position;
};

}  // namespace geo
