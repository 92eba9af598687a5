// SPDX-License-Identifier: Apache-2.0
// Puts a map together: page, fills, borders, outline, labels, furniture.
#include "styles/map/compose_map.hpp"

#include <cstdint>
#include <utility>

#include "geo/base/error.hpp"
#include "styles/map/furniture_places.hpp"
#include "styles/map/line_labels.hpp"
#include "styles/map/page_layout.hpp"
#include "styles/map/palette.hpp"
#include "styles/map/plot_layer.hpp"
#include "styles/map/point_labels.hpp"
#include "styles/map/scale_bar.hpp"
#include "styles/map/screen_paths.hpp"
#include "styles/map/unit_labels.hpp"
#include "styles/map/unit_look.hpp"

namespace styles {
namespace {

constexpr double labelRowStep = 2;

void requireLabels(std::size_t labels, std::size_t classes) {
    if (labels == classes) return;
    throw geo::Error(
        geo::ErrorKind::Internal, "map.class-labels",
        {{"labels", static_cast<std::int64_t>(labels)}, {"classes", static_cast<std::int64_t>(classes)}});
}

void requireDrawable(const MapSheet& sheet) {
    const Theme& theme = sheet.theme;
    const MapText& text = sheet.text;
    requireLabels(text.classLabels.size(), theme.classCount());
    if (!theme.base) requireLabels(theme.ramp.size(), theme.classCount());
    if (theme.lines && !sheet.lines.empty())
        requireLabels(text.lineLegend.labels.size(), theme.lines->colours.count());
    if (theme.points && !sheet.points.empty())
        requireLabels(text.pointLegend.labels.size(), theme.points->colours.count());
    if (theme.plots && sheet.plots.count != 0)
        requireLabels(text.plotLegend.labels.size(), theme.plots->colours.count());
}

geo::Extent extentOfContents(const MapSheet& sheet) {
    geo::Extent all;
    all.include(sheet.plots.extent);
    for (const MapLine& line : sheet.lines) all.include(line.shape.extent());
    for (const MapPoint& point : sheet.points) all.include(point.at);
    return all;
}

geo::Extent extentOf(const MapSheet& sheet) {
    if (sheet.extent && !sheet.extent->isEmpty()) return *sheet.extent;
    geo::Extent all;
    for (const MapUnit& mapUnit : sheet.units) all.include(mapUnit.shape.extent());
    for (const geo::Geometry& outline : sheet.outlines) all.include(outline.extent());
    // Without units, what there is makes the map; upon units, a stray point must not shrink them.
    if (all.isEmpty()) all = extentOfContents(sheet);
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
        const UnitLook look = lookOf(mapUnit, sheet.theme);
        units.push_back({&mapUnit, std::move(rings), std::move(spans), anchor, look.ground});
    }
    return units;
}

/// The ground of the map, once page and view are known.
class GroundPainter {
  public:
    GroundPainter(const MapSheet& sheet, const MapPlace& place) : m_sheet(sheet), m_place(place) {}

    void drawFills(std::span<const ScreenUnit> units, Canvas& canvas) const {
        for (const ScreenUnit& screenUnit : units) {
            const UnitLook look = lookOf(*screenUnit.unit, m_sheet.theme);
            canvas.fill(screenUnit.rings, look.ground);
            const PatternStrokes pattern =
                patternIn(screenUnit.rings, look, m_sheet.theme.noData, m_place.unit);
            if (!pattern.lines.empty()) canvas.stroke(pattern.lines, pattern.pen);
        }
    }

    void drawBorders(Canvas& canvas) const {
        std::vector<const geo::Geometry*> shapes;
        for (const MapUnit& mapUnit : m_sheet.units) shapes.push_back(&mapUnit.shape);
        const MosaicBorders borders = bordersOnScreen(shapes, m_place.view, m_place.frame);
        const bool hasOutlines = !m_sheet.outlines.empty();
        stroke(borders.inner, m_sheet.theme.border, canvas);
        stroke(borders.outer, hasOutlines ? m_sheet.theme.border : m_sheet.theme.outline, canvas);
        for (const geo::Geometry& outline : m_sheet.outlines) {
            stroke(linesOnScreen(outline, m_place.view, m_place.frame), m_sheet.theme.outline, canvas);
        }
    }

  private:
    void stroke(const PathsPx& lines, const LineLook& look, Canvas& canvas) const {
        if (!lines.empty()) canvas.stroke(lines, {look.colour, look.width * m_place.unit});
    }

    const MapSheet& m_sheet;
    const MapPlace& m_place;
};

/// All that stands upon the ground, and where its names stand.
struct MapContents {
    std::vector<ScreenUnit> units;
    std::vector<ScreenLine> lines;
    std::vector<ScreenPoint> points;
    std::vector<std::optional<LabelPlace>> unitLabels;
    std::vector<LineLabel> lineLabels;
    std::vector<std::optional<LabelPlace>> pointLabels;
};

/// On a map of units' figures their names come first, then those of rivers; on quiet ground rivers lead, for
/// they are few and show the way, then points, then units.
void placeLabels(MapContents& contents, const MapSheet& sheet, double unit, LabelPlacer& placer) {
    const Theme& theme = sheet.theme;
    for (const ScreenPoint& point : contents.points) placer.keepFree(point.box());
    for (const ScreenLine& line : contents.lines) {
        for (const RectPx& box : boxesAlong(line)) placer.avoid(box);
    }
    const auto labelUnits = [&] {
        contents.unitLabels = placeUnitLabels(contents.units, sheet, unit, placer);
    };
    if (!theme.base) labelUnits();
    if (theme.lines && theme.lines->labelled)
        contents.lineLabels = placeLineLabels(contents.lines, unit, placer);
    contents.pointLabels.resize(contents.points.size());
    if (theme.points && theme.points->labelled)
        contents.pointLabels = placePointLabels(contents.points, unit, placer);
    if (theme.base) labelUnits();
}

MapContents contentsOf(const MapSheet& sheet, const MapPlace& place, LabelPlacer& placer) {
    MapContents contents;
    contents.units = unitsOnScreen(sheet, place.view, place.frame, labelRowStep * place.unit);
    contents.lines = linesInView(sheet, place);
    contents.points = pointsInView(sheet, place);
    placeLabels(contents, sheet, place.unit, placer);
    return contents;
}

PlacedLabel drawLabel(const LabelPlace& label, Canvas& canvas) {
    std::string text;
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
        canvas.text(label.lines[i].text, label.baselines[i], label.lines[i].style);
        text += (i == 0 ? "" : "\n") + label.lines[i].text;
    }
    return {std::move(text), label.box};
}

void drawUnitLabels(const MapContents& contents, Canvas& canvas, ComposedMap& map) {
    for (std::size_t i = 0; i < contents.units.size(); ++i) {
        const std::string& code = contents.units[i].unit->code;
        if (!contents.unitLabels[i]) {
            map.unlabelled.push_back(code);
            continue;
        }
        map.labels.push_back(drawLabel(*contents.unitLabels[i], canvas));
        map.labels.back().unitCode = code;
    }
}

void drawPlaceLabels(const MapContents& contents, Canvas& canvas, ComposedMap& map) {
    for (const LineLabel& label : contents.lineLabels) {
        map.labels.push_back(drawLabel(label.place, canvas));
        map.labels.back().placeCode = label.line->code;
    }
    for (std::size_t i = 0; i < contents.points.size(); ++i) {
        if (!contents.pointLabels[i]) continue;
        map.labels.push_back(drawLabel(*contents.pointLabels[i], canvas));
        map.labels.back().placeCode = contents.points[i].point->code;
    }
}

void drawMap(const MapSheet& sheet, const MapContents& contents, const MapPlace& place, Canvas& canvas) {
    const GroundPainter painter(sheet, place);
    painter.drawFills(contents.units, canvas);
    drawPlots(sheet, place, canvas);
    painter.drawBorders(canvas);
    if (sheet.extent) canvas.stroke({place.frame.ring()}, {palette::neatline, 0.8 * place.unit});
    if (sheet.theme.lines) drawLines(contents.lines, *sheet.theme.lines, place.unit, canvas);
    drawPoints(contents.points, canvas);
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
    const MapPlace place{view, frame, page.unit};
    LabelPlacer placer(measure, frame);
    for (const PlacedSketch& piece : furniture.pieces) placer.keepFree(piece.box());
    const MapContents contents = contentsOf(sheet, place, placer);

    ComposedMap map{{}, {}, 0, frame, view.metresPerPixel(), furniture.scaleBar_km};
    map.pointsOutside = sheet.theme.points ? sheet.points.size() - contents.points.size() : 0;
    drawPaper(sheet.size, canvas);
    drawMap(sheet, contents, place, canvas);
    drawUnitLabels(contents, canvas, map);
    drawPlaceLabels(contents, canvas, map);
    for (const PlacedSketch& piece : furniture.pieces) piece.sketch.drawAt(piece.place, canvas, map.labels);
    page.furniture.drawAt({0, 0}, canvas, map.labels);
    return map;
}

}  // namespace styles
