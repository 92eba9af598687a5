// SPDX-License-Identifier: Apache-2.0
// Whole numbers as bytes, the short ones in few.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/base/error.hpp"

namespace geo {

/// A difference of either sign as a number that is small when it is small.
constexpr std::uint64_t zigzag(std::uint64_t difference) {
    return (difference << 1) ^ (0 - (difference >> 63));
}
constexpr std::uint64_t unzigzag(std::uint64_t number) { return (number >> 1) ^ (0 - (number & 1)); }

/// Seven bits to a byte, the lowest first; the eighth says that more follow.
class NumberWriter {
  public:
    void add(std::uint64_t number) {
        for (; number >= 0x80; number >>= 7) m_bytes.push_back(static_cast<std::byte>(number | 0x80));
        m_bytes.push_back(static_cast<std::byte>(number));
    }
    std::vector<std::byte> take() { return std::move(m_bytes); }

  private:
    std::vector<std::byte> m_bytes;
};

/// Reads what NumberWriter wrote. Errors: BadData, under the id it was made with, for whatever it did not.
class NumberReader {
  public:
    NumberReader(std::span<const std::byte> bytes, std::string_view faultId)
        : m_bytes(bytes), m_faultId(faultId) {}

    std::uint64_t take() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_position == m_bytes.size()) throwDamaged();
            const auto byte = std::to_integer<std::uint64_t>(m_bytes[m_position++]);
            if (shift == 63 && byte > 1) throwDamaged();
            number |= (byte & 0x7F) << shift;
            if (byte < 0x80) return number;
        }
        throwDamaged();
    }
    std::uint32_t take32() {
        const std::uint64_t number = take();
        if (number > 0xFFFFFFFF) throwDamaged();
        return static_cast<std::uint32_t>(number);
    }
    /// How many follow, each of which takes a byte at least.
    std::size_t takeCount() {
        const std::uint64_t count = take();
        if (count > m_bytes.size() - m_position) throwDamaged();
        return static_cast<std::size_t>(count);
    }
    bool isAtEnd() const { return m_position == m_bytes.size(); }
    [[noreturn]] void throwDamaged() const { throw Error(ErrorKind::BadData, std::string(m_faultId), {}); }

  private:
    std::span<const std::byte> m_bytes;
    std::string_view m_faultId;
    std::size_t m_position = 0;
};

}  // namespace geo
