// SPDX-License-Identifier: Apache-2.0
// Finds where lines meet the frame and one another.
#include "styles/map/frame_grid.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "styles/map/page_view.hpp"
#include "styles/map/screen_paths.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double margin = 17;
constexpr double figureSize = 9.5;
constexpr double figureGap = 3;
constexpr double tickLength = 6;
constexpr double crossArm = 4;
constexpr double lineWidth = 0.6;
/// An end this near to a side stands on it.
constexpr double onSide_px = 0.01;
/// Room between two figures of a side.
constexpr double figureClearance = 6;

enum class Side { Left, Top, Right, Bottom };

bool isUpright(Side side) { return side == Side::Left || side == Side::Right; }

std::optional<Side> sideOf(PointPx end, GridRun run, const RectPx& frame) {
    const bool alongX = run == GridRun::WestEast;
    if (alongX && std::abs(end.x - frame.left) < onSide_px) return Side::Left;
    if (alongX && std::abs(end.x - frame.right) < onSide_px) return Side::Right;
    if (!alongX && std::abs(end.y - frame.top) < onSide_px) return Side::Top;
    if (!alongX && std::abs(end.y - frame.bottom) < onSide_px) return Side::Bottom;
    return std::nullopt;
}

/// A step from a side into the frame.
PointPx inwards(Side side, double by) {
    switch (side) {
        case Side::Left:
            return {by, 0};
        case Side::Top:
            return {0, by};
        case Side::Right:
            return {-by, 0};
        case Side::Bottom:
            return {0, -by};
    }
    return {};
}

struct ScreenGridLine {
    const GridLine* line = nullptr;
    PathsPx paths;
};

std::vector<ScreenGridLine> onScreen(const std::vector<GridLine>& lines, const MapPlace& place) {
    std::vector<ScreenGridLine> found;
    for (const GridLine& line : lines) {
        PathPx path;
        for (const geo::Coordinate& point : line.path) path.push_back(place.view.toPicture(point));
        PathsPx paths = clippedLine(path, place.frame);
        if (!paths.empty()) found.push_back({&line, std::move(paths)});
    }
    return found;
}

/// Where two straight pieces cross.
std::optional<PointPx> crossing(PointPx a, PointPx b, PointPx c, PointPx d) {
    const PointPx along = b - a;
    const PointPx other = d - c;
    const double turn = along.x * other.y - along.y * other.x;
    if (turn == 0) return std::nullopt;
    const PointPx gap = c - a;
    const double t = (gap.x * other.y - gap.y * other.x) / turn;
    const double u = (gap.x * along.y - gap.y * along.x) / turn;
    if (t < 0 || t > 1 || u < 0 || u > 1) return std::nullopt;
    return PointPx{a.x + t * along.x, a.y + t * along.y};
}

std::vector<PointPx> crossings(const PathPx& first, const PathPx& second) {
    std::vector<PointPx> found;
    for (std::size_t i = 1; i < first.size(); ++i)
        for (std::size_t j = 1; j < second.size(); ++j)
            if (const auto at = crossing(first[i - 1], first[i], second[j - 1], second[j]))
                found.push_back(*at);
    return found;
}

/// All crosses of the lines that run one way with those that run the other.
std::vector<PointPx> nodesOf(const std::vector<ScreenGridLine>& lines) {
    std::vector<PointPx> nodes;
    for (const ScreenGridLine& upright : lines) {
        if (upright.line->run != GridRun::NorthSouth) continue;
        for (const ScreenGridLine& level : lines) {
            if (level.line->run != GridRun::WestEast) continue;
            for (const PathPx& a : upright.paths)
                for (const PathPx& b : level.paths) std::ranges::move(crossings(a, b), std::back_inserter(nodes));
        }
    }
    return nodes;
}

PathsPx crossesAt(const std::vector<PointPx>& nodes, double arm, const RectPx& frame,
                  std::span<const RectPx> taken) {
    PathsPx crosses;
    for (const PointPx at : nodes) {
        const RectPx box = RectPx{at.x, at.y, at.x, at.y}.grownBy(arm);
        const bool isTaken = std::ranges::any_of(taken, [&](const RectPx& other) { return other.overlaps(box); });
        if (isTaken || !frame.contains(box)) continue;
        crosses.push_back({{at.x - arm, at.y}, {at.x + arm, at.y}});
        crosses.push_back({{at.x, at.y - arm}, {at.x, at.y + arm}});
    }
    return crosses;
}

/// Writes figures along the sides, each where there is room for it.
class FigureWriter {
  public:
    FigureWriter(FrameGrid& grid, const RectPx& frame, double unit)
        : m_grid(grid), m_frame(frame), m_unit(unit) {}

    void write(const std::string& figure, PointPx end, Side side) {
        const PointPx step = inwards(side, tickLength * m_unit);
        m_grid.ticks.push_back({end, end + step});
        const TextExtent extent = m_grid.figures.measure().measure(figure, style(side));
        const RectPx box = boxOf(end, side, extent);
        if (reachesBeyond(box, side) || isTaken(box)) return;
        m_boxes.push_back(box);
        m_grid.figures.text(figure, baselineIn(box, side, extent), style(side));
    }

  private:
    TextStyle style(Side side) const {
        return {figureSize * m_unit, Weight::Regular, palette::quiet, std::nullopt, isUpright(side) ? -90.0 : 0};
    }

    RectPx boxOf(PointPx end, Side side, const TextExtent& extent) const {
        const double half = extent.width / 2;
        const double height = extent.ascent + extent.descent;
        const double gap = figureGap * m_unit;
        switch (side) {
            case Side::Left:
                return {end.x - gap - height, end.y - half, end.x - gap, end.y + half};
            case Side::Right:
                return {end.x + gap, end.y - half, end.x + gap + height, end.y + half};
            case Side::Top:
                return {end.x - half, end.y - gap - height, end.x + half, end.y - gap};
            case Side::Bottom:
                return {end.x - half, end.y + gap, end.x + half, end.y + gap + height};
        }
        return {};
    }

    static PointPx baselineIn(const RectPx& box, Side side, const TextExtent& extent) {
        if (isUpright(side)) return {box.left + extent.ascent, box.bottom};
        return {box.left, box.top + extent.ascent};
    }

    bool reachesBeyond(const RectPx& box, Side side) const {
        if (isUpright(side)) return box.top < m_frame.top || box.bottom > m_frame.bottom;
        return box.left < m_frame.left || box.right > m_frame.right;
    }

    bool isTaken(const RectPx& box) const {
        const RectPx room = box.grownBy(figureClearance * m_unit / 2);
        return std::ranges::any_of(m_boxes, [&](const RectPx& other) {
            return other.overlaps(room);
        });
    }

    FrameGrid& m_grid;
    const RectPx& m_frame;
    double m_unit;
    std::vector<RectPx> m_boxes;
};

void writeFigures(FrameGrid& grid, const std::vector<ScreenGridLine>& lines, const MapPlace& place) {
    FigureWriter writer(grid, place.frame, place.unit);
    for (const ScreenGridLine& line : lines) {
        for (const PathPx& path : line.paths) {
            for (const PointPx end : {path.front(), path.back()}) {
                if (const auto side = sideOf(end, line.line->run, place.frame))
                    writer.write(line.line->figure, end, *side);
            }
        }
    }
}

}  // namespace

double gridMargin(const MapSheet& sheet) { return sheet.page.grid.lines ? margin : 0; }

FrameGrid gridOn(const MapSheet& sheet, const MapPlace& place, const TextMeasure& measure,
                 std::span<const RectPx> taken) {
    FrameGrid grid{{}, {}, Sketch(measure)};
    if (!sheet.page.grid.lines) return grid;
    const double scale = scaleOf(place.view.metresPerPixel(), sheet.page.pixelsPerInch);
    const auto lines = sheet.page.grid.lines(place.view.toPlane(place.frame), scale);
    const auto drawn = onScreen(lines, place);
    writeFigures(grid, drawn, place);
    if (sheet.page.grid.marks == GridMarks::Crosses) {
        grid.marks = crossesAt(nodesOf(drawn), crossArm * place.unit, place.frame, taken);
        return grid;
    }
    for (const ScreenGridLine& line : drawn) std::ranges::copy(line.paths, std::back_inserter(grid.marks));
    return grid;
}

void drawGrid(const FrameGrid& grid, double unit, Canvas& canvas) {
    if (!grid.marks.empty()) canvas.stroke(grid.marks, {palette::gridMark, lineWidth * unit});
    if (!grid.ticks.empty()) canvas.stroke(grid.ticks, {palette::ink, lineWidth * unit});
}

}  // namespace styles
