// SPDX-License-Identifier: Apache-2.0
// Many small things kept for later without filling memory.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

namespace geo {

/// Bytes in a file without a name in the folder for temporary files; it goes with the object, however the
/// program ends.
class SpillFile {
  public:
    SpillFile() = default;
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;
    ~SpillFile();

    bool isOpen() const { return m_descriptor >= 0; }
    /// Errors: Refused `spill.not-writable` (folder, reason), as when the disk is full.
    void append(std::span<const std::byte> bytes);
    /// All bytes, where the system may take them out of memory again; good until the next append().
    /// Errors: Refused `spill.not-writable` (folder, reason).
    std::span<const std::byte> map();

  private:
    void open();
    void unmap();

    int m_descriptor = -1;
    std::size_t m_size_bytes = 0;
    std::span<const std::byte> m_mapped;
};

/// Grows at its end and is read as a whole. The first megabytes stay in memory; with more, all of it goes to
/// a file.
template <class T>
requires std::is_trivially_copyable_v<T>
class SpilledArray {
  public:
    static constexpr std::size_t mostInMemory_bytes = std::size_t{16} << 20U;

    /// Errors: as SpillFile.
    void append(std::span<const T> items) {
        m_count += items.size();
        if (!m_file.isOpen() && m_count * sizeof(T) <= mostInMemory_bytes) {
            m_items.insert(m_items.end(), items.begin(), items.end());
            return;
        }
        if (!m_items.empty()) m_file.append(std::as_bytes(std::span<const T>(m_items)));
        m_items = {};
        m_file.append(std::as_bytes(items));
    }

    std::size_t size() const { return m_count; }
    /// Good until the next append().
    /// Errors: as SpillFile.
    std::span<const T> items() {
        if (!m_file.isOpen()) return m_items;
        // A mapping begins at a page, and the bytes were written as T.
        return {reinterpret_cast<const T*>(m_file.map().data()), m_count};
    }

  private:
    std::vector<T> m_items;
    std::size_t m_count = 0;
    SpillFile m_file;
};

}  // namespace geo
