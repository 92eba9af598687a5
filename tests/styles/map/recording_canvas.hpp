// SPDX-License-Identifier: Apache-2.0
// Drawing as text: what was drawn, a line a verb.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "styles/map/canvas.hpp"
#include "styles/map/text_measure.hpp"

namespace testing_styles {

/// Every letter 0.6 of the size wide, so that boxes can be checked by hand.
class FixedMeasure : public styles::TextMeasure {
  public:
    styles::TextExtent measure(std::string_view text, const styles::TextStyle& style) const override {
        double letters = 0;
        for (const char byte : text) letters += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
        return {letters * 0.6 * style.size, 0.95 * style.size, 0.25 * style.size};
    }
};

class RecordingCanvas : public styles::Canvas {
  public:
    const std::string& record() const { return m_record; }
    /// Of symbols that mark places: those have an outline.
    const std::vector<styles::PointPx>& symbolCentres() const { return m_symbolCentres; }

    void fill(const styles::PathsPx& rings, styles::Colour colour) override {
        m_record += "fill " + styles::hexText(colour) + pathsText(rings, "ring") + "\n";
    }
    void stroke(const styles::PathsPx& lines, const styles::Pen& pen) override {
        m_record += "stroke " + styles::hexText(pen.colour) + " " + number(pen.width) +
                    pathsText(lines, "line") + "\n";
    }
    void symbol(styles::PointPx centre, const styles::SymbolLook& look) override {
        if (look.outline) m_symbolCentres.push_back(centre);
        m_record += "symbol " + styles::nameOf(look.symbol) + " " + place(centre);
        if (look.outline)
            m_record += " " + number(look.size) + " " + styles::hexText(look.colour) + " outlined " +
                        styles::hexText(look.outline->colour);
        m_record += "\n";
    }
    void text(std::string_view text, styles::PointPx baseline, const styles::TextStyle& style) override {
        m_record += "text " + styles::hexText(style.colour) + " " + number(style.size) + " " +
                    place(baseline) + (style.turn_deg != 0 ? " turned " + number(style.turn_deg) : "") + " " +
                    std::string(text) + "\n";
    }
    void image(const styles::RectPx& rect, const styles::Raster&) override {
        m_record += "image " + place({rect.left, rect.top}) + "\n";
    }

  private:
    static std::string number(double value) {
        char text[32];
        std::snprintf(text, sizeof text, "%.1f", value);
        return text;
    }
    static std::string place(styles::PointPx point) { return number(point.x) + "," + number(point.y); }
    static std::string pathsText(const styles::PathsPx& paths, const std::string& word) {
        // Hatching is many lines: their number and the first tell enough.
        const bool many = paths.size() > 8;
        std::string text = many ? " " + std::to_string(paths.size()) + " times" : "";
        for (const styles::PathPx& path : many ? styles::PathsPx{paths.front()} : paths) {
            text += " " + word + " " + std::to_string(path.size()) + " pts from " + place(path.front());
        }
        return text;
    }

    std::string m_record;
    std::vector<styles::PointPx> m_symbolCentres;
};

}  // namespace testing_styles
