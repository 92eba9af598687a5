// SPDX-License-Identifier: Apache-2.0
// Puts a map together: page, fills, borders, outline, labels, furniture.
#include "styles/map/compose_map.hpp"

#include <cstdint>
#include <utility>

#include "geo/base/error.hpp"
#include "styles/map/frame_grid.hpp"
#include "styles/map/furniture_places.hpp"
#include "styles/map/ground.hpp"
#include "styles/map/inset.hpp"
#include "styles/map/legend_rows.hpp"
#include "styles/map/line_labels.hpp"
#include "styles/map/page_layout.hpp"
#include "styles/map/page_view.hpp"
#include "styles/map/panels.hpp"
#include "styles/map/plot_layer.hpp"
#include "styles/map/point_clusters.hpp"
#include "styles/map/point_labels.hpp"
#include "styles/map/unit_labels.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

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

/// All that stands upon the ground, and where its names stand.
struct MapContents {
    std::vector<ScreenUnit> units;
    std::vector<ScreenLine> lines;
    std::vector<ScreenPoint> points;
    std::vector<PointCluster> clusters;
    std::vector<std::optional<LabelPlace>> unitLabels;
    std::vector<LineLabel> lineLabels;
    std::vector<std::optional<LabelPlace>> pointLabels;
};

/// On a map of units' figures their names come first, then those of rivers; on quiet ground rivers lead, for
/// they are few and show the way, then points, then units.
void placeLabels(MapContents& contents, const MapSheet& sheet, double unit, LabelPlacer& placer) {
    const Theme& theme = sheet.theme;
    for (const ScreenPoint& point : contents.points) placer.keepFree(point.box());
    for (const PointCluster& cluster : contents.clusters) placer.keepFree(cluster.box());
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
    contents.units = unitsInView(sheet, place);
    contents.lines = linesInView(sheet, place);
    contents.points = pointsInView(sheet, place);
    if (sheet.theme.points && sheet.theme.points->isClustered) {
        auto [alone, clusters] = clusteredPoints(contents.points, place.unit);
        contents.points = std::move(alone);
        contents.clusters = std::move(clusters);
    }
    placeLabels(contents, sheet, place.unit, placer);
    return contents;
}

bool explainsClusters(const MapSheet& sheet) {
    const bool isClustered = sheet.theme.points && sheet.theme.points->isClustered;
    return isClustered && !sheet.text.pointLegend.clusterLabel.empty();
}

/// A legend speaks of what is there. Without the row the map is no smaller, so that no cluster forms anew.
MapSheet withoutClusterLabel(MapSheet sheet) {
    sheet.text.pointLegend.clusterLabel.clear();
    return sheet;
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

void drawNumbers(const MapContents& contents, const MapSheet& sheet, double unit, Canvas& canvas,
                 ComposedMap& map, const TextMeasure& measure) {
    for (const PointCluster& cluster : contents.clusters) {
        const auto count = static_cast<int>(cluster.members.size());
        map.labels.push_back(
            drawLabel(numberOf(cluster, countText(count, {}, sheet), unit, measure), canvas));
    }
}

/// How many points a picture shows, by themselves or in clusters.
std::size_t pointsShown(const MapContents& contents) {
    std::size_t count = contents.points.size();
    for (const PointCluster& cluster : contents.clusters) count += cluster.members.size();
    return count;
}

bool hasFrame(const MapSheet& sheet) { return sheet.extent || sheet.page.isPaper || sheet.page.grid.lines; }

void drawMap(const MapSheet& sheet, const MapContents& contents, const MapPlace& place, const FrameGrid& grid,
             Canvas& canvas) {
    place.progress.throwIfStopped();
    fillUnits(contents.units, sheet, place, canvas);
    drawPlots(sheet, place, canvas);
    coverFaded(contents.units, sheet, place, canvas);
    place.progress.throwIfStopped();
    drawBorders(sheet, place, canvas);
    drawGrid(grid, place.unit, canvas);
    if (hasFrame(sheet)) canvas.stroke({place.frame.ring()}, {palette::neatline, 0.8 * place.unit});
    if (sheet.theme.lines) drawLines(contents.lines, *sheet.theme.lines, place.unit, canvas);
    drawPoints(contents.points, canvas);
    for (const PointCluster& cluster : contents.clusters) drawCluster(cluster, *sheet.theme.points, canvas);
}

/// Upon lines of a grid, furniture has a ground of its own.
void drawFurniture(const MapSheet& sheet, const FurniturePlaces& furniture, const MapPlace& place,
                   Canvas& canvas, ComposedMap& map) {
    const bool hasGround = sheet.page.grid.lines && sheet.page.grid.marks == GridMarks::Lines;
    for (const PlacedSketch& piece : furniture.pieces) {
        if (hasGround && place.frame.contains(piece.box()))
            canvas.fill({piece.box().grownBy(4 * place.unit).ring()}, palette::paper);
        piece.sketch.drawAt(piece.place, canvas, map.labels);
    }
}

void drawContents(const MapSheet& sheet, const MapContents& contents, const MapPlace& place, Canvas& canvas,
                  ComposedMap& map, const FrameGrid& grid) {
    drawMap(sheet, contents, place, grid, canvas);
    drawUnitLabels(contents, canvas, map);
    drawPlaceLabels(contents, canvas, map);
    drawNumbers(contents, sheet, place.unit, canvas, map, grid.figures.measure());
}

void drawPaper(SizePx size, Canvas& canvas) {
    canvas.fill({RectPx{0, 0, double{1} * size.width, double{1} * size.height}.ring()}, palette::paper);
}

}  // namespace

ComposedMap composeView(const MapSheet& sheet, const ViewFrame& place, Canvas& canvas,
                        const TextMeasure& measure) {
    requireDrawable(sheet);
    const MapPlace mapPlace{place.view, place.frame, place.unit, place.progress};
    LabelPlacer placer(measure, place.frame);
    for (const RectPx& box : place.taken) placer.keepFree(box);
    const FrameGrid grid = gridOn(sheet, mapPlace, measure, place.taken);
    const MapContents contents = contentsOf(sheet, mapPlace, placer);
    ComposedMap map{{}, {}, 0, place.frame, place.view.metresPerPixel(), 0};
    map.pointsOutside = sheet.theme.points ? sheet.points.size() - pointsShown(contents) : 0;
    drawContents(sheet, contents, mapPlace, canvas, map, grid);
    grid.figures.drawAt({0, 0}, canvas, map.labels);
    return map;
}

ComposedMap composeMap(const MapSheet& sheet, Canvas& canvas, const TextMeasure& measure) {
    requireDrawable(sheet);
    const geo::Extent extent = extentOf(sheet);
    if (!sheet.panels.empty()) return composePanels(sheet, extent, canvas, measure);
    PageLayout page = layoutPage(sheet, measure);
    FurniturePlaces furniture = placeFurniture(sheet, extent, page);
    const RectPx frame = furniture.mapFrame;
    const MapView view = viewOf(sheet, extent, frame, page.unit);
    const MapPlace place{view, frame, page.unit};
    LabelPlacer placer(measure, frame);
    std::vector<RectPx> taken;
    for (const PlacedSketch& piece : furniture.pieces) taken.push_back(piece.box());
    for (const RectPx& box : taken) placer.keepFree(box);
    const FrameGrid grid = gridOn(sheet, place, measure, taken);
    const MapContents contents = contentsOf(sheet, place, placer);
    if (explainsClusters(sheet) && contents.clusters.empty())
        return composeMap(withoutClusterLabel(sheet), canvas, measure);

    ComposedMap map{{}, {}, 0, frame, view.metresPerPixel(), furniture.scaleBar_km};
    map.pointsOutside = sheet.theme.points ? sheet.points.size() - pointsShown(contents) : 0;
    drawPaper(sheet.size, canvas);
    drawContents(sheet, contents, place, canvas, map, grid);
    drawFurniture(sheet, furniture, place, canvas, map);
    grid.figures.drawAt({0, 0}, canvas, map.labels);
    page.furniture.drawAt({0, 0}, canvas, map.labels);
    if (page.inset)
        insetIn(sheet, *page.inset, view.toPlane(frame), measure, page.unit)
            .drawAt({0, 0}, canvas, map.labels);
    return map;
}

}  // namespace styles
