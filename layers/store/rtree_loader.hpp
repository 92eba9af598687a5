// SPDX-License-Identifier: Apache-2.0
// An R-tree of SQLite filled all at once: its nodes packed and written, not grown box by box.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "geo/shape/extent.hpp"
#include "layers/store/store_connection.hpp"

namespace layers {

/// Fills a two-dimensional R-tree (`USING rtree`) that was made and is still empty, in the caller's
/// transaction. Until finish() the tree stays empty; afterwards SQLite keeps it as one of its own. Holds half
/// a million boxes at most, however many there are.
/// Source: the file format of SQLite's R*Tree module, https://www.sqlite.org/rtree.html (section 6).
class RtreeLoader {
  public:
    /// Errors: Internal `store.index-not-empty` (index).
    RtreeLoader(const StoreConnection& connection, std::string name);

    /// Boxes in any order, each id once; rounded outwards to single precision as SQLite does.
    /// Errors: Internal `store.index-box` (id) for a box that is empty or has NaN in it.
    void add(std::int64_t id, const geo::Extent& box);
    /// Writes what is not yet written; nothing can be added afterwards.
    void finish();

  private:
    /// An entry of a node: the id of a row in a leaf, the number of a node above.
    struct Cell {
        std::int64_t id = 0;
        float minX = 0;
        float maxX = 0;
        float minY = 0;
        float maxY = 0;
    };
    using Cells = std::vector<Cell>;

    static Cell around(std::int64_t node, std::span<const Cell> cells);
    std::vector<std::span<const Cell>> grouped(Cells& cells) const;
    void writeLeaves();
    void writeHomes();
    void writeLevel();
    void writeRoot(std::span<const Cell> cells, unsigned depth);
    std::span<const std::byte> encode(std::span<const Cell> cells, unsigned depth);
    Cell writeNode(std::span<const Cell> cells);

    std::string m_name;
    Statement m_insertNode;
    Statement m_insertHome;
    Statement m_insertParent;
    Statement m_updateRoot;
    std::size_t m_nodeSize_bytes = 0;
    std::size_t m_capacity = 0;
    std::int64_t m_lastNode = 1;
    Cells m_boxes;
    Cells m_nodes;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_homes;
    std::vector<std::byte> m_bytes;
};

}  // namespace layers
