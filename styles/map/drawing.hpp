// SPDX-License-Identifier: Apache-2.0
// A canvas that keeps what was drawn: composed on one thread, painted on another, as often as wanted.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "styles/map/canvas.hpp"

namespace styles {

class Drawing : public Canvas {
  public:
    /// For a canvas of that detail of images: they are composed before it is known.
    explicit Drawing(int imageDetail = 1) : m_imageDetail(imageDetail) {}

    void fill(const PathsPx& rings, Colour colour) override { m_verbs.emplace_back(Fill{rings, colour}); }
    void stroke(const PathsPx& lines, const Pen& pen) override { m_verbs.emplace_back(Stroke{lines, pen}); }
    void symbol(PointPx centre, const SymbolLook& look) override { m_verbs.emplace_back(Mark{centre, look}); }
    void text(std::string_view text, PointPx baseline, const TextStyle& style) override {
        m_verbs.emplace_back(Words{std::string(text), baseline, style});
    }
    void image(const RectPx& place, const Raster& raster) override { m_verbs.emplace_back(Image{place, raster}); }

    int imageDetail() const override { return m_imageDetail; }

    /// All verbs in the order they came.
    void drawOn(Canvas& canvas) const;

  private:
    struct Fill {
        PathsPx rings;
        Colour colour;
    };
    struct Stroke {
        PathsPx lines;
        Pen pen;
    };
    struct Mark {
        PointPx centre;
        SymbolLook look;
    };
    struct Words {
        std::string text;
        PointPx baseline;
        TextStyle style;
    };
    struct Image {
        RectPx place;
        Raster raster;
    };

    int m_imageDetail;
    std::vector<std::variant<Fill, Stroke, Mark, Words, Image>> m_verbs;
};

}  // namespace styles
