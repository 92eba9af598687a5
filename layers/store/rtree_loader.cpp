// SPDX-License-Identifier: Apache-2.0
// Packing boxes into nodes by sort-tile-recursive, level by level.
#include "layers/store/rtree_loader.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <tuple>

#include "geo/base/error.hpp"

namespace layers {
namespace {

constexpr std::int64_t rootNode = 1;
constexpr std::size_t boxesAtOnce = std::size_t{1} << 19;
/// A node begins with its depth and its count, two bytes each; a cell is an id and four floats.
constexpr std::size_t headerSize_bytes = 4;
constexpr std::size_t cellSize_bytes = 24;

/// One step of a single-precision number, relative to it: SQLite moves a bound by this much where the nearest
/// float lies inside the box, and its own look-ups count on no more than that.
constexpr double floatStep = 1.0 / 8388608.0;

float nearestFloat(double value) {
    constexpr double largest = std::numeric_limits<float>::max();
    return static_cast<float>(std::clamp(value, -largest, largest));
}

float roundedDown(double value) {
    if (value < -double{std::numeric_limits<float>::max()}) return -std::numeric_limits<float>::infinity();
    const float nearest = nearestFloat(value);
    if (double{nearest} <= value) return nearest;
    return nearestFloat(value * (value < 0 ? 1 + floatStep : 1 - floatStep));
}

float roundedUp(double value) { return -roundedDown(-value); }

template <class Number>
void appendBigEndian(std::vector<std::byte>& bytes, Number number) {
    for (int shift = 8 * (static_cast<int>(sizeof(Number)) - 1); shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::byte>(number >> shift));
}

std::string shadowTable(const std::string& name, const char* suffix) { return quotedName(name + suffix); }

/// The length of the root node; 0 when something is in the tree already.
std::size_t nodeSizeOfEmpty(const StoreConnection& connection, const std::string& name) {
    Statement root = connection.prepare("SELECT data FROM " + shadowTable(name, "_node"));
    if (!root.step()) return 0;
    const auto bytes = root.blob(0);
    const bool isEmpty =
        bytes.size() > headerSize_bytes && bytes[2] == std::byte{0} && bytes[3] == std::byte{0};
    const std::size_t size = isEmpty ? bytes.size() : 0;
    return root.step() ? 0 : size;
}

std::size_t quotientUp(std::size_t amount, std::size_t size) { return (amount + size - 1) / size; }

}  // namespace

RtreeLoader::RtreeLoader(const StoreConnection& connection, std::string name)
    : m_name(std::move(name)),
      m_insertNode(connection.prepare("INSERT INTO " + shadowTable(m_name, "_node") + " VALUES (?, ?)")),
      m_insertHome(connection.prepare("INSERT INTO " + shadowTable(m_name, "_rowid") +
                                      " (rowid, nodeno) VALUES (?, ?)")),
      m_insertParent(connection.prepare("INSERT INTO " + shadowTable(m_name, "_parent") + " VALUES (?, ?)")),
      m_updateRoot(
          connection.prepare("UPDATE " + shadowTable(m_name, "_node") + " SET data = ? WHERE nodeno = 1")) {
    const std::size_t nodeSize = nodeSizeOfEmpty(connection, m_name);
    if (nodeSize == 0)
        throw geo::Error(geo::ErrorKind::Internal, "store.index-not-empty", {{"index", m_name}});
    m_nodeSize_bytes = nodeSize;
    m_capacity = (nodeSize - headerSize_bytes) / cellSize_bytes;
}

void RtreeLoader::add(std::int64_t id, const geo::Extent& box) {
    if (box.isEmpty()) throw geo::Error(geo::ErrorKind::Internal, "store.index-box", {{"id", id}});
    if (m_boxes.size() == boxesAtOnce) writeLeaves();
    m_boxes.push_back(
        {id, roundedDown(box.minX), roundedUp(box.maxX), roundedDown(box.minY), roundedUp(box.maxY)});
}

void RtreeLoader::finish() {
    unsigned depth = 0;
    if (m_nodes.empty() && m_boxes.size() <= m_capacity) {
        for (const Cell& box : m_boxes) m_homes.emplace_back(box.id, rootNode);
        writeHomes();
        return writeRoot(m_boxes, depth);
    }
    writeLeaves();
    for (depth = 1; m_nodes.size() > m_capacity; ++depth) writeLevel();
    writeRoot(m_nodes, depth);
}

/// Sort-tile-recursive (Leutenegger et al. 1997): upright slices of about as many groups as each slice has,
/// each cut from bottom to top. Groups are as equal as can be, so that none is under the third part of a full
/// node, which SQLite would dissolve at the next deletion.
std::vector<std::span<const RtreeLoader::Cell>> RtreeLoader::grouped(Cells& cells) const {
    const std::size_t groups = quotientUp(cells.size(), m_capacity);
    const auto slices = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(groups))));
    const auto start = [&](std::size_t group) { return cells.size() * group / groups; };
    std::ranges::sort(cells, {}, [](const Cell& cell) { return std::tuple(cell.minX + cell.maxX, cell.id); });
    std::vector<std::span<const Cell>> found;
    for (std::size_t slice = 0; slice < slices; ++slice) {
        const std::size_t first = groups * slice / slices;
        const std::size_t end = groups * (slice + 1) / slices;
        const std::span<Cell> inSlice(cells.begin() + static_cast<std::ptrdiff_t>(start(first)),
                                      start(end) - start(first));
        std::ranges::sort(inSlice, {},
                          [](const Cell& cell) { return std::tuple(cell.minY + cell.maxY, cell.id); });
        for (std::size_t group = first; group < end; ++group)
            found.push_back(
                std::span<const Cell>(cells).subspan(start(group), start(group + 1) - start(group)));
    }
    return found;
}

void RtreeLoader::writeLeaves() {
    for (const std::span<const Cell> leaf : grouped(m_boxes)) {
        m_nodes.push_back(writeNode(leaf));
        for (const Cell& box : leaf) m_homes.emplace_back(box.id, m_nodes.back().id);
    }
    writeHomes();
    m_boxes.clear();
}

/// By id, since a table grows fastest at its end.
void RtreeLoader::writeHomes() {
    std::ranges::sort(m_homes);
    for (const auto& [row, node] : m_homes) m_insertHome.bindAll(row, node).run();
    m_homes.clear();
}

void RtreeLoader::writeLevel() {
    Cells above;
    for (const std::span<const Cell> node : grouped(m_nodes)) {
        above.push_back(writeNode(node));
        for (const Cell& child : node) m_insertParent.bindAll(child.id, above.back().id).run();
    }
    m_nodes = std::move(above);
}

void RtreeLoader::writeRoot(std::span<const Cell> cells, unsigned depth) {
    m_updateRoot.bindBorrowed(1, encode(cells, depth));
    m_updateRoot.run();
    if (depth == 0) return;
    for (const Cell& child : cells) m_insertParent.bindAll(child.id, rootNode).run();
}

RtreeLoader::Cell RtreeLoader::writeNode(std::span<const Cell> cells) {
    m_insertNode.bind(1, ++m_lastNode);
    m_insertNode.bindBorrowed(2, encode(cells, 0));
    m_insertNode.run();
    return around(m_lastNode, cells);
}

RtreeLoader::Cell RtreeLoader::around(std::int64_t node, std::span<const Cell> cells) {
    Cell box = cells.front();
    box.id = node;
    for (const Cell& cell : cells) {
        box.minX = std::min(box.minX, cell.minX);
        box.maxX = std::max(box.maxX, cell.maxX);
        box.minY = std::min(box.minY, cell.minY);
        box.maxY = std::max(box.maxY, cell.maxY);
    }
    return box;
}

/// All nodes have the size of the first, filled up with zeros; only the root says how deep the tree is.
std::span<const std::byte> RtreeLoader::encode(std::span<const Cell> cells, unsigned depth) {
    m_bytes.clear();
    appendBigEndian(m_bytes, static_cast<std::uint16_t>(depth));
    appendBigEndian(m_bytes, static_cast<std::uint16_t>(cells.size()));
    for (const Cell& cell : cells) {
        appendBigEndian(m_bytes, static_cast<std::uint64_t>(cell.id));
        for (const float bound : {cell.minX, cell.maxX, cell.minY, cell.maxY})
            appendBigEndian(m_bytes, std::bit_cast<std::uint32_t>(bound));
    }
    m_bytes.resize(m_nodeSize_bytes);
    return m_bytes;
}

}  // namespace layers
