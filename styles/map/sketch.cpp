// SPDX-License-Identifier: Apache-2.0
// Keeps what is drawn and how far it reaches.
#include "styles/map/sketch.hpp"

#include <utility>

#include "styles/map/words.hpp"

namespace styles {
namespace {

PathsPx moved(PathsPx paths, PointPx by) {
    for (PathPx& path : paths) {
        for (PointPx& point : path) point = point + by;
    }
    return paths;
}

/// Text lies flat or, turned by a quarter to the left, runs upwards.
RectPx boxOf(PointPx baseline, const TextExtent& extent, const TextStyle& style) {
    if (style.turn_deg == -90)
        return {baseline.x - extent.ascent, baseline.y - extent.width, baseline.x + extent.descent, baseline.y};
    return {baseline.x, baseline.y - extent.ascent, baseline.x + extent.width, baseline.y + extent.descent};
}

}  // namespace

void Sketch::growAround(const PathsPx& paths) {
    for (const PathPx& path : paths) {
        for (const PointPx& point : path)
            m_bounds = m_bounds.unitedWith({point.x, point.y, point.x, point.y});
    }
}

void Sketch::fill(PathsPx rings, Colour colour) {
    if (rings.empty()) return;
    growAround(rings);
    m_fills.push_back({std::move(rings), colour});
}

void Sketch::stroke(PathsPx lines, const Pen& pen) {
    if (lines.empty()) return;
    growAround(lines);
    m_strokes.push_back({std::move(lines), pen});
}

void Sketch::symbol(PointPx centre, const SymbolLook& look) {
    m_symbols.push_back({centre, look});
    m_bounds = m_bounds.unitedWith(RectPx{centre.x, centre.y, centre.x, centre.y}.grownBy(look.size / 2));
}

void Sketch::text(std::string text, PointPx baseline, const TextStyle& style) {
    if (text.empty()) return;
    const RectPx box = boxOf(baseline, m_measure->measure(text, style), style);
    m_bounds = m_bounds.unitedWith(box);
    m_lines.push_back({std::move(text), baseline, style, box});
}

double Sketch::paragraph(const std::string& words, const RectPx& room, const TextStyle& style) {
    double top = room.top;
    for (std::string& line : wrapped(words, room.width(), style, *m_measure)) {
        const TextExtent extent = m_measure->measure(line, style);
        text(std::move(line), {room.left, top + extent.ascent}, style);
        top += std::max(lineAdvance * style.size, extent.ascent + extent.descent);
    }
    return top;
}

void Sketch::include(const Sketch& other, PointPx offset) {
    for (const Fill& item : other.m_fills) fill(moved(item.rings, offset), item.colour);
    for (const Stroke& item : other.m_strokes) stroke(moved(item.lines, offset), item.pen);
    for (const PlacedSymbol& item : other.m_symbols) symbol(item.centre + offset, item.look);
    for (const Line& item : other.m_lines) text(item.text, item.baseline + offset, item.style);
    m_bounds = m_bounds.unitedWith(other.m_bounds.movedBy(offset));
}

void Sketch::drawAt(PointPx offset, Canvas& canvas, std::vector<PlacedLabel>& labels) const {
    for (const Fill& item : m_fills) canvas.fill(moved(item.rings, offset), item.colour);
    for (const Stroke& item : m_strokes) canvas.stroke(moved(item.lines, offset), item.pen);
    for (const PlacedSymbol& item : m_symbols) canvas.symbol(item.centre + offset, item.look);
    for (const Line& item : m_lines) {
        canvas.text(item.text, item.baseline + offset, item.style);
        labels.push_back({item.text, item.box.movedBy(offset), ""});
    }
}

}  // namespace styles
