// SPDX-License-Identifier: Apache-2.0
// Shares the map's frame out among panels.
#include "styles/map/panels.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "geo/base/error.hpp"
#include "styles/map/furniture.hpp"
#include "styles/map/ground.hpp"
#include "styles/map/page_layout.hpp"
#include "styles/map/scale_bar.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double titleSize = 14;
constexpr double noteSize = 12;
constexpr double captionHeight = 40;
constexpr double cellGap = 18;
constexpr double stripGap = 14;
constexpr double longestBar = 150;

RectPx cellOf(const PanelGrid& grid, std::size_t index, const RectPx& frame) {
    const double width = frame.width() / static_cast<double>(grid.columns);
    const double height = frame.height() / static_cast<double>(grid.rows);
    const double left = frame.left + width * static_cast<double>(index % grid.columns);
    const double top = frame.top + height * static_cast<double>(index / grid.columns);
    return {left, top, left + width, top + height};
}

/// How large a metre is drawn in a cell.
double scaleIn(const PanelGrid& grid, const geo::Extent& extent, const RectPx& frame, double caption_px) {
    const RectPx cell = cellOf(grid, 0, frame);
    return std::min(cell.width() / std::max(1.0, extent.width()),
                    (cell.height() - caption_px) / std::max(1.0, extent.height()));
}

void requireSameUnits(const MapSheet& sheet) {
    for (const MapPanel& panel : sheet.panels) {
        if (panel.figures.size() == sheet.units.size()) continue;
        throw geo::Error(geo::ErrorKind::Internal, "map.panel-units",
                         {{"figures", static_cast<std::int64_t>(panel.figures.size())},
                          {"units", static_cast<std::int64_t>(sheet.units.size())}});
    }
}

void giveFigures(std::vector<MapUnit>& units, const MapPanel& panel) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        units[i].value = panel.figures[i].value;
        units[i].mark = panel.figures[i].mark;
    }
}

Sketch captionOf(const MapPanel& panel, const TextMeasure& measure, Room room) {
    Sketch caption(measure);
    const RectPx all{0, 0, room.width, 0};
    const double below = caption.paragraph(
        panel.title, all, {titleSize * room.unit, Weight::SemiBold, palette::ink, std::nullopt});
    caption.paragraph(panel.note, {0, below, room.width, 0},
                      {noteSize * room.unit, Weight::Regular, palette::quiet, std::nullopt});
    return caption;
}

/// Draws panel after panel upon one copy of the sheet.
class PanelPainter {
  public:
    PanelPainter(const MapSheet& sheet, const geo::Extent& extent, const TextMeasure& measure, double unit)
        : m_sheet(sheet), m_extent(extent), m_measure(measure), m_unit(unit) {}

    void draw(const MapPanel& panel, const RectPx& cell, Canvas& canvas, ComposedMap& map) {
        const Sketch caption = captionOf(panel, m_measure, {cell.width() - cellGap * m_unit, m_unit});
        caption.drawAt({cell.left, cell.top}, canvas, map.labels);
        const RectPx frame{cell.left, cell.top + captionHeight * m_unit, cell.right - cellGap * m_unit,
                           cell.bottom - cellGap * m_unit};
        const MapView view(m_extent, frame.grownBy(-m_sheet.theme.outline.width * m_unit));
        const MapPlace place{view, frame, m_unit};
        giveFigures(m_sheet.units, panel);
        fillUnits(unitsInView(m_sheet, place), m_sheet, place, canvas);
        drawBorders(m_sheet, place, canvas);
        map.metresPerPixel = view.metresPerPixel();
    }

  private:
    MapSheet m_sheet;
    geo::Extent m_extent;
    const TextMeasure& m_measure;
    double m_unit;
};

/// North arrow and scale bar below all panels.
void drawStrip(const MapSheet& sheet, const PageLayout& page, Canvas& canvas, ComposedMap& map) {
    const TextMeasure& measure = page.furniture.measure();
    const Sketch north = northArrow(sheet.text, measure, page.unit);
    map.scaleBar_km = roundLength_km(longestBar * page.unit * map.metresPerPixel / 1000);
    const Sketch bar = scaleBar(sheet, {map.scaleBar_km, map.scaleBar_km * 1000 / map.metresPerPixel},
                                measure, page.unit);
    const RectPx& all = page.mapFrame;
    north.drawAt({all.left, all.bottom - north.height()}, canvas, map.labels);
    bar.drawAt({all.left + north.width() + stripGap * page.unit, all.bottom - bar.height()}, canvas,
               map.labels);
}

}  // namespace

PanelGrid gridFor(std::size_t panels, const geo::Extent& extent, const RectPx& frame, double caption_px) {
    PanelGrid best{std::max<std::size_t>(1, panels), 1};
    for (std::size_t columns = panels; columns > 0; --columns) {
        const PanelGrid grid{columns, (panels + columns - 1) / columns};
        if (scaleIn(grid, extent, frame, caption_px) > scaleIn(best, extent, frame, caption_px)) best = grid;
    }
    return best;
}

ComposedMap composePanels(const MapSheet& sheet, const geo::Extent& extent, Canvas& canvas,
                          const TextMeasure& measure) {
    requireSameUnits(sheet);
    const PageLayout page = layoutPage(sheet, measure);
    RectPx frame = page.mapFrame;
    frame.bottom -= northArrow(sheet.text, measure, page.unit).height();
    const PanelGrid grid =
        gridFor(sheet.panels.size(), extent, frame, (captionHeight + cellGap) * page.unit);
    ComposedMap map;
    map.frame = frame;
    canvas.fill({RectPx{0, 0, double{1} * sheet.size.width, double{1} * sheet.size.height}.ring()},
                palette::paper);
    PanelPainter painter(sheet, extent, measure, page.unit);
    for (std::size_t i = 0; i < sheet.panels.size(); ++i)
        painter.draw(sheet.panels[i], cellOf(grid, i, frame), canvas, map);
    drawStrip(sheet, page, canvas, map);
    page.furniture.drawAt({0, 0}, canvas, map.labels);
    return map;
}

}  // namespace styles
