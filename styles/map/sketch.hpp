// SPDX-License-Identifier: Apache-2.0
// A piece of the page drawn before its place is known.
#pragma once

#include <string>
#include <vector>

#include "styles/map/canvas.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/map/text_measure.hpp"

namespace styles {

/// Collects fills, strokes, symbols and texts around an origin of its own; later drawn in that order at its
/// place.
class Sketch {
  public:
    explicit Sketch(const TextMeasure& measure) : m_measure(&measure) {}

    void fill(const RectPx& rect, Colour colour) { fill(PathsPx{rect.ring()}, colour); }
    /// Closed rings by the even-odd rule.
    void fill(PathsPx rings, Colour colour);
    void stroke(PathsPx lines, const Pen& pen);
    void symbol(PointPx centre, const SymbolLook& look);
    /// Text lies flat or runs upwards, turned by -90 degrees.
    void text(std::string text, PointPx baseline, const TextStyle& style);

    /// Sets text in lines no wider than a width, the first below a height; returns the height below the last.
    double paragraph(const std::string& text, const RectPx& room, const TextStyle& style);

    /// Takes over all of another sketch, moved.
    void include(const Sketch& other, PointPx offset);

    /// From the origin to the farthest mark drawn.
    double width() const { return m_bounds.right; }
    double height() const { return m_bounds.bottom; }
    /// Keeps room free even where nothing is drawn.
    void growTo(double width, double height) { m_bounds = m_bounds.unitedWith({0, 0, width, height}); }

    const TextMeasure& measure() const { return *m_measure; }
    void drawAt(PointPx offset, Canvas& canvas, std::vector<PlacedLabel>& labels) const;

  private:
    struct Fill {
        PathsPx rings;
        Colour colour;
    };
    struct Stroke {
        PathsPx lines;
        Pen pen;
    };
    struct PlacedSymbol {
        PointPx centre;
        SymbolLook look;
    };
    struct Line {
        std::string text;
        PointPx baseline;
        TextStyle style;
        RectPx box;
    };

    void growAround(const PathsPx& paths);

    const TextMeasure* m_measure;
    std::vector<Fill> m_fills;
    std::vector<Stroke> m_strokes;
    std::vector<PlacedSymbol> m_symbols;
    std::vector<Line> m_lines;
    RectPx m_bounds;
};

}  // namespace styles
