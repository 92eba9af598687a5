// SPDX-License-Identifier: Apache-2.0
// Chains of sectors ([MS-CFB] 2.2 to 2.6); every number in the file may lie.
#include "layers/files/compound_file.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace layers {
namespace {

constexpr std::string_view signature("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
constexpr std::size_t headerSize = 512;
constexpr std::size_t entrySize = 128;
constexpr std::uint64_t longestStream = std::uint64_t{1} << 30U;
constexpr std::size_t sectorsInHeader = 109;

std::uint32_t numberAt(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
        number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return number;
}

class CompoundFile {
  public:
    explicit CompoundFile(std::string_view box) : m_box(box) {
        m_sectorSize = std::size_t{1} << std::min<std::uint32_t>(numberAt(box, 30, 2), 20);
        m_miniSize = std::size_t{1} << std::min<std::uint32_t>(numberAt(box, 32, 2), 20);
        m_leastSize = numberAt(box, 56, 4);
        if (m_sectorSize < headerSize || m_miniSize < 8) return;
        readTable();
        m_folder = chain(numberAt(box, 48, 4), longestStream);
    }

    std::optional<std::string> stream(std::string_view name) const {
        for (std::size_t at = 0; at + entrySize <= m_folder.size(); at += entrySize) {
            const std::string_view entry = std::string_view(m_folder).substr(at, entrySize);
            const bool isStream = entry[66] == 2;
            if (isStream && nameOf(entry) == name) return contentOf(entry);
        }
        return std::nullopt;
    }

  private:
    /// ASCII letters of the name; others as `?`.
    static std::string nameOf(std::string_view entry) {
        std::string name;
        for (std::size_t i = 0; i < 32; ++i) {
            const std::uint32_t letter = numberAt(entry, 2 * i, 2);
            if (letter == 0) break;
            name += letter < 128 ? static_cast<char>(letter) : '?';
        }
        return name;
    }

    std::string_view sector(std::uint32_t index) const {
        const std::uint64_t begin = (std::uint64_t{index} + 1) * m_sectorSize;
        return begin < m_box.size() ? m_box.substr(static_cast<std::size_t>(begin), m_sectorSize)
                                    : std::string_view{};
    }

    /// Where each sector's chain goes on, by the sectors the header and its chain of sectors name. Tables
    /// that speak of more sectors than there are name one another in a circle.
    void readTable() {
        const std::size_t sectors = m_box.size() / m_sectorSize + 1;
        std::vector<std::uint32_t> tables;
        for (std::size_t i = 0; i < sectorsInHeader; ++i) tables.push_back(numberAt(m_box, 76 + 4 * i, 4));
        std::uint32_t next = numberAt(m_box, 68, 4);
        const std::size_t numbers = m_sectorSize / 4;
        for (std::size_t steps = 0; steps < m_box.size() / m_sectorSize; ++steps) {
            const std::string_view more = sector(next);
            if (more.size() < m_sectorSize) break;
            for (std::size_t i = 0; i + 1 < numbers; ++i) tables.push_back(numberAt(more, 4 * i, 4));
            next = numberAt(more, m_sectorSize - 4, 4);
        }
        for (const std::uint32_t table : tables) {
            const std::string_view part = sector(table);
            if (part.size() < m_sectorSize || m_next.size() >= sectors) break;
            for (std::size_t i = 0; i < numbers; ++i) m_next.push_back(numberAt(part, 4 * i, 4));
        }
    }

    /// A chain longer than the file has sectors runs in a circle.
    std::string chain(std::uint32_t first, std::uint64_t most) const {
        std::string bytes;
        std::uint32_t at = first;
        for (std::size_t steps = 0; steps <= m_box.size() / m_sectorSize && bytes.size() < most; ++steps) {
            const std::string_view part = sector(at);
            if (part.empty()) break;
            bytes += part;
            if (at >= m_next.size()) break;
            at = m_next[at];
        }
        return bytes;
    }

    std::string miniChain(std::uint32_t first, std::uint64_t most) const {
        // The first entry holds the small sectors, the header names the table of their chains.
        const std::string_view root = std::string_view(m_folder).substr(0, entrySize);
        const std::string small = chain(numberAt(root, 116, 4), longestStream);
        const std::string table = chain(numberAt(m_box, 60, 4), longestStream);
        std::string bytes;
        std::uint32_t at = first;
        for (std::size_t steps = 0; steps <= small.size() / m_miniSize && bytes.size() < most; ++steps) {
            const std::uint64_t begin = std::uint64_t{at} * m_miniSize;
            if (begin >= small.size()) break;
            bytes += small.substr(static_cast<std::size_t>(begin), m_miniSize);
            if (std::size_t{at} * 4 + 4 > table.size()) break;
            at = numberAt(table, std::size_t{at} * 4, 4);
        }
        return bytes;
    }

    std::optional<std::string> contentOf(std::string_view entry) const {
        const std::uint64_t size = numberAt(entry, 120, 4);
        if (size > longestStream) return std::nullopt;
        const std::uint32_t first = numberAt(entry, 116, 4);
        std::string bytes = size < m_leastSize ? miniChain(first, size) : chain(first, size);
        if (bytes.size() < size) return std::nullopt;
        bytes.resize(static_cast<std::size_t>(size));
        return bytes;
    }

    std::string_view m_box;
    std::size_t m_sectorSize = 0;
    std::size_t m_miniSize = 0;
    std::uint32_t m_leastSize = 0;
    std::vector<std::uint32_t> m_next;
    std::string m_folder;
};

}  // namespace

std::optional<std::string> streamOf(std::string_view box, std::string_view name) {
    if (!box.starts_with(signature) || box.size() < headerSize) return std::nullopt;
    return CompoundFile(box).stream(name);
}

}  // namespace layers
