// SPDX-License-Identifier: Apache-2.0
// Puts a map together: page, fills, borders, outline, labels, furniture.
#include "styles/map/compose_map.hpp"

#include <cstdint>
#include <utility>

#include "geo/base/error.hpp"
#include "styles/map/furniture_places.hpp"
#include "styles/map/page_layout.hpp"
#include "styles/map/palette.hpp"
#include "styles/map/scale_bar.hpp"
#include "styles/map/screen_paths.hpp"
#include "styles/map/unit_labels.hpp"

namespace styles {
namespace {

constexpr double labelRowStep = 2;

void requireDrawable(const MapSheet& sheet) {
    const std::size_t classes = sheet.theme.breaks.count();
    if (sheet.text.classLabels.size() != classes || sheet.theme.ramp.size() != classes) {
        throw geo::Error(geo::ErrorKind::Internal, "map.class-labels",
                         {{"labels", static_cast<std::int64_t>(sheet.text.classLabels.size())},
                          {"classes", static_cast<std::int64_t>(classes)}});
    }
}

geo::Extent extentOf(const MapSheet& sheet) {
    if (sheet.extent && !sheet.extent->isEmpty()) return *sheet.extent;
    geo::Extent all;
    for (const MapUnit& mapUnit : sheet.units) all.include(mapUnit.shape.extent());
    for (const geo::Geometry& outline : sheet.outlines) all.include(outline.extent());
    if (all.isEmpty()) throw geo::Error(geo::ErrorKind::BadData, "map.nothing-to-draw");
    return all;
}

/// The anchor a unit asks for, or the widest place of what the frame shows of it.
PointPx anchorOf(const MapUnit& mapUnit, const RowSpans& spans, const MapView& view, const RectPx& frame) {
    const PointPx asked = view.toPicture(mapUnit.labelAt);
    return frame.contains(asked) ? asked : spans.widestPlace();
}

std::vector<ScreenUnit> unitsOnScreen(const MapSheet& sheet, const MapView& view, const RectPx& frame,
                                      double rowStep_px) {
    std::vector<ScreenUnit> units;
    for (const MapUnit& mapUnit : sheet.units) {
        PathsPx rings = ringsOnScreen(mapUnit.shape, view, frame);
        if (rings.empty()) continue;
        RowSpans spans(rings, rowStep_px);
        const PointPx anchor = anchorOf(mapUnit, spans, view, frame);
        const Colour ground = sheet.theme.colourOf(mapUnit.value).value_or(sheet.theme.noData.background);
        units.push_back({&mapUnit, std::move(rings), std::move(spans), anchor, ground});
    }
    return units;
}

/// The map's own part of the drawing, once page and view are known.
class MapPainter {
  public:
    MapPainter(const MapSheet& sheet, double unit, const MapView& view, const RectPx& frame)
        : m_sheet(sheet), m_unit(unit), m_view(view), m_frame(frame) {}

    void drawFills(std::span<const ScreenUnit> units, Canvas& canvas) const {
        for (const ScreenUnit& screenUnit : units) {
            canvas.fill(screenUnit.rings, screenUnit.ground);
            const bool hasData = m_sheet.theme.colourOf(screenUnit.unit->value).has_value();
            if (!hasData) drawHatch(screenUnit.rings, canvas);
        }
    }

    void drawBorders(Canvas& canvas) const {
        std::vector<const geo::Geometry*> shapes;
        for (const MapUnit& mapUnit : m_sheet.units) shapes.push_back(&mapUnit.shape);
        const MosaicBorders borders = bordersOnScreen(shapes, m_view, m_frame);
        const bool hasOutlines = !m_sheet.outlines.empty();
        stroke(borders.inner, m_sheet.theme.border, canvas);
        stroke(borders.outer, hasOutlines ? m_sheet.theme.border : m_sheet.theme.outline, canvas);
        for (const geo::Geometry& outline : m_sheet.outlines) {
            stroke(linesOnScreen(outline, m_view, m_frame), m_sheet.theme.outline, canvas);
        }
    }

  private:
    void drawHatch(const PathsPx& rings, Canvas& canvas) const {
        const HatchLook& hatch = m_sheet.theme.noData;
        stroke(hatchLines(rings, hatch.spacing * m_unit), hatch.line, canvas);
    }

    void stroke(const PathsPx& lines, const LineLook& look, Canvas& canvas) const {
        if (!lines.empty()) canvas.stroke(lines, {look.colour, look.width * m_unit});
    }

    const MapSheet& m_sheet;
    double m_unit;
    const MapView& m_view;
    const RectPx& m_frame;
};

void drawLabel(const LabelPlace& label, const std::string& code, Canvas& canvas, ComposedMap& map) {
    std::string text;
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
        canvas.text(label.lines[i].text, label.baselines[i], label.lines[i].style);
        text += (i == 0 ? "" : "\n") + label.lines[i].text;
    }
    map.labels.push_back({std::move(text), label.box, code});
}

void drawLabels(std::span<const ScreenUnit> units, std::span<const std::optional<LabelPlace>> places,
                Canvas& canvas, ComposedMap& map) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::string& code = units[i].unit->code;
        if (places[i]) drawLabel(*places[i], code, canvas, map);
        if (!places[i]) map.unlabelled.push_back(code);
    }
}

void drawPaper(SizePx size, Canvas& canvas) {
    canvas.fill({RectPx{0, 0, double{1} * size.width, double{1} * size.height}.ring()}, palette::paper);
}

}  // namespace

ComposedMap composeMap(const MapSheet& sheet, Canvas& canvas, const TextMeasure& measure) {
    requireDrawable(sheet);
    const geo::Extent extent = extentOf(sheet);
    PageLayout page = layoutPage(sheet, measure);
    FurniturePlaces furniture = placeFurniture(sheet, extent, page);
    const RectPx frame = furniture.mapFrame;
    const MapView view(extent, frame.grownBy(-sheet.theme.outline.width * page.unit));
    const std::vector<ScreenUnit> units = unitsOnScreen(sheet, view, frame, labelRowStep * page.unit);
    LabelPlacer placer(measure, frame);
    for (const PlacedSketch& piece : furniture.pieces) placer.keepFree(piece.box());
    const auto places = placeUnitLabels(units, sheet, page.unit, placer);

    ComposedMap map{{}, {}, frame, view.metresPerPixel(), furniture.scaleBar_km};
    drawPaper(sheet.size, canvas);
    const MapPainter painter(sheet, page.unit, view, frame);
    painter.drawFills(units, canvas);
    painter.drawBorders(canvas);
    if (sheet.extent) canvas.stroke({frame.ring()}, {palette::neatline, 0.8 * page.unit});
    drawLabels(units, places, canvas, map);
    for (const PlacedSketch& piece : furniture.pieces) piece.sketch.drawAt(piece.place, canvas, map.labels);
    page.furniture.drawAt({0, 0}, canvas, map.labels);
    return map;
}

}  // namespace styles
