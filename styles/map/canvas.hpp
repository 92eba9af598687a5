// SPDX-License-Identifier: Apache-2.0
// What a picture is drawn with: five verbs, whatever the picture is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "styles/map/picture.hpp"
#include "styles/theme/colour.hpp"
#include "styles/theme/symbol.hpp"

namespace styles {

struct Pen {
    Colour colour;
    double width = 1;
    bool operator==(const Pen&) const = default;
};

enum class Weight { Regular, Medium, SemiBold, Bold };

struct TextStyle {
    double size = 12;
    Weight weight = Weight::Regular;
    Colour colour;
    /// Drawn around the letters first; its width is added on every side.
    std::optional<Pen> halo;
    /// Degrees the line of text is turned about where it begins, clockwise.
    double turn_deg = 0;
    bool operator==(const TextStyle&) const = default;
};

struct SymbolLook {
    Symbol symbol = Symbol::MarkLeft;
    double size = 8;
    Colour colour;
    /// Drawn upon the edge of the symbol, half of it inside.
    std::optional<Pen> outline = std::nullopt;
    bool operator==(const SymbolLook&) const = default;
};

/// Pixels row by row from the top, 0xAARRGGBB, alpha multiplied in.
struct Raster {
    SizePx size;
    std::vector<std::uint32_t> pixels;
};

class Canvas {
  public:
    Canvas() = default;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    virtual ~Canvas() = default;

    /// Fills closed rings by the even-odd rule.
    virtual void fill(const PathsPx& rings, Colour colour) = 0;
    virtual void stroke(const PathsPx& lines, const Pen& pen) = 0;
    /// Draws a symbol in a square of its size around a point.
    virtual void symbol(PointPx centre, const SymbolLook& look) = 0;
    /// Draws one line of text whose baseline begins at a point.
    virtual void text(std::string_view text, PointPx baseline, const TextStyle& style) = 0;
    virtual void image(const RectPx& place, const Raster& raster) = 0;
    /// How many pixels of an image are told apart along one of the picture: more than one on paper.
    virtual int imageDetail() const { return 1; }
};

}  // namespace styles
