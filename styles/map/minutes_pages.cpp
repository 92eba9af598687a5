// SPDX-License-Identifier: Apache-2.0
// Fills pages from the top, piece by piece, and numbers them once it is known how many there are.
#include "styles/map/minutes_pages.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "geo/base/error.hpp"
#include "styles/map/frame_grid.hpp"
#include "styles/map/minutes_parts.hpp"
#include "styles/map/page_layout.hpp"
#include "styles/map/page_view.hpp"
#include "styles/map/scale_bar.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double pointsAnInch = 72;
/// Margins of office papers, in points: 20 mm, on the left 30 mm where they are bound (Decree 30/2020, annex I).
constexpr double margin = 56.7;
constexpr double boundMargin = 85;
constexpr double mapHeight = 215;
constexpr double partGap = 12;
constexpr double lineGap = 1.5;
/// How much of a page may stay empty so that an entry is whole.
constexpr double emptyShare = 0.25;
/// The scale bar takes about this share of the map's width.
constexpr double barShare = 0.22;

MinutesRoom roomOf(const MinutesSheet& sheet) {
    const double point = sheet.pixelsPerInch / pointsAnInch;
    return {sheet.size.width - (margin + boundMargin) * point, point};
}

double heightOf(const std::vector<Sketch>& pieces, double between) {
    double height = 0;
    for (const Sketch& piece : pieces) height += piece.height() + between;
    return height;
}

/// Pieces one below the other, a new page where there is no room.
class Pages {
  public:
    Pages(const MinutesSheet& sheet, const TextMeasure& measure)
        : m_sheet(sheet), m_measure(measure), m_room(roomOf(sheet)) {
        m_bottom = sheet.size.height - margin * m_room.point;
        // The longest number of a page is as wide as any.
        m_bottom -= footOf(999, 999).height() + partGap * m_room.point;
        startPage();
    }

    const MinutesRoom& room() const { return m_room; }

    void place(const Sketch& piece) {
        if (m_top + piece.height() > m_bottom) nextPage(piece.height());
        m_pages.back().sketch.include(piece, {left(), m_top});
        m_top += piece.height();
    }

    void leave(double points) {
        if (!isAtTop()) m_top += points * m_room.point;
    }

    /// Whole, on a new page where little is left of this one; broken between them rather than leave much of it
    /// empty.
    void placeTogether(const std::vector<Sketch>& pieces) {
        const double between = lineGap * m_room.point;
        if (m_bottom - m_top < emptyShare * (m_bottom - pageTop())) keepTogether(heightOf(pieces, between));
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            // A last line does not stand alone on a page.
            if (i + 2 == pieces.size()) keepTogether(pieces[i].height() + between + pieces[i + 1].height());
            place(pieces[i]);
            m_top += between;
        }
    }

    /// What comes next is on one page, where a page holds it.
    void keepTogether(double height) {
        if (m_top + height > m_bottom && height <= m_bottom - pageTop()) startPage();
    }

    void placeMap(double height) {
        if (m_top + height > m_bottom) nextPage(height);
        m_pages.back().map = RectPx{left(), m_top, left() + m_room.width, m_top + height};
        m_top += height;
    }

    std::vector<MinutesPage> finished() {
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            const Sketch foot = footOf(i + 1, m_pages.size());
            const double top = m_sheet.size.height - margin * m_room.point - foot.height();
            m_pages[i].sketch.include(foot, {left(), top});
        }
        return std::move(m_pages);
    }

  private:
    double left() const { return boundMargin * m_room.point; }
    double pageTop() const { return margin * m_room.point; }
    bool isAtTop() const { return m_top <= pageTop(); }

    Sketch footOf(std::size_t page, std::size_t pages) const {
        const std::string number = m_sheet.text.pageLine ? m_sheet.text.pageLine(page, pages) : std::string();
        return minutesFoot(m_sheet.text.sourceLine, number, m_measure, m_room);
    }

    void startPage() {
        m_pages.push_back({Sketch(m_measure)});
        const RectPx paper{0, 0, double{1} * m_sheet.size.width, double{1} * m_sheet.size.height};
        m_pages.back().sketch.fill(paper, palette::paper);
        m_top = pageTop();
    }

    void nextPage(double wanted_px) {
        if (wanted_px <= m_bottom - pageTop()) return startPage();
        throw geo::Error(
            geo::ErrorKind::Usage, "map.size-too-small",
            {{"width", std::int64_t{m_sheet.size.width}}, {"height", std::int64_t{m_sheet.size.height}}});
    }

    const MinutesSheet& m_sheet;
    const TextMeasure& m_measure;
    MinutesRoom m_room;
    std::vector<MinutesPage> m_pages;
    double m_top = 0;
    double m_bottom = 0;
};

void placeOpening(Pages& pages, const MinutesSheet& sheet, const TextMeasure& measure) {
    pages.place(minutesHead(sheet.text, measure, pages.room()));
    pages.leave(partGap);
    pages.place(minutesTitle(sheet.text, measure, pages.room()));
    pages.leave(partGap);
    pages.placeTogether(factLines(sheet.facts, measure, pages.room()));
    for (const BlankLines& blank : sheet.opening) pages.place(blankLines(blank, measure, pages.room()));
    pages.leave(partGap);
}

void placeMapPart(Pages& pages, const MinutesSheet& sheet, const TextMeasure& measure) {
    if (!sheet.map) return;
    const Sketch head = minutesSubhead(sheet.text.mapTitle, measure, pages.room());
    const Sketch legend = minutesLegend(sheet.legend, measure, pages.room());
    const double map_px = mapHeight * pages.room().point;
    pages.keepTogether(head.height() + map_px + legend.height() + 3 * lineGap * pages.room().point);
    pages.place(head);
    pages.leave(lineGap);
    pages.placeMap(map_px);
    pages.leave(2 * lineGap);
    pages.place(legend);
    pages.leave(partGap);
}

void placeEntries(Pages& pages, const MinutesSheet& sheet, const TextMeasure& measure) {
    std::vector<Sketch> head;
    head.push_back(minutesSubhead(sheet.text.entriesTitle, measure, pages.room()));
    for (const MinutesEntry& entry : sheet.entries) {
        // The head of the part stays with its first entry.
        auto lines = entryLines(entry, measure, pages.room());
        std::ranges::move(lines, std::back_inserter(head));
        pages.placeTogether(head);
        pages.leave(lineGap * 2);
        head.clear();
    }
}

void placeClosing(Pages& pages, const MinutesSheet& sheet, const TextMeasure& measure) {
    pages.leave(partGap / 2);
    for (const Sketch& line : noteLines(sheet.text.notes, measure, pages.room())) pages.place(line);
    std::vector<Sketch> end;
    for (const BlankLines& blank : sheet.closing) end.push_back(blankLines(blank, measure, pages.room()));
    end.push_back(signatures(sheet.text, measure, pages.room()));
    // Nobody signs a page on which nothing stands.
    pages.keepTogether(heightOf(end, partGap * pages.room().point));
    for (const Sketch& piece : end) {
        pages.place(piece);
        pages.leave(partGap);
    }
}

/// Scale bar at the lower left and north arrow at the upper right, each with a ground of its own.
struct MapCorners {
    Sketch bar;
    Sketch arrow;
    PointPx barAt;
    PointPx arrowAt;

    RectPx barBox() const { return RectPx{0, 0, bar.width(), bar.height()}.movedBy(barAt); }
    RectPx arrowBox() const { return RectPx{0, 0, arrow.width(), arrow.height()}.movedBy(arrowAt); }
};

MapCorners cornersOf(const MapSheet& map, const MapView& view, const RectPx& frame, const TextMeasure& measure,
                     double unit) {
    const double metres = view.metresPerPixel();
    const double length_km = roundLength_km(barShare * frame.width() * metres / 1000);
    const double air = 8 * unit;
    MapCorners corners{scaleBar(map, {length_km, length_km * 1000 / metres}, measure, unit),
                       northArrow(map.text, measure, unit),
                       {},
                       {}};
    corners.barAt = {frame.left + air, frame.bottom - corners.bar.height() - air};
    corners.arrowAt = {frame.right - corners.arrow.width() - air, frame.top + air};
    return corners;
}

void drawMap(const MinutesSheet& sheet, const RectPx& place, Canvas& canvas, const TextMeasure& measure,
             std::vector<PlacedLabel>& labels) {
    const MapSheet& map = *sheet.map;
    const double unit = pageUnit(sheet.size);
    const RectPx frame = place.grownBy(-gridMargin(map) * unit);
    const MapView view = viewOf(map, map.extent.value_or(geo::Extent()), frame, unit);
    const MapCorners corners = cornersOf(map, view, frame, measure, unit);
    const double air = 4 * unit;
    const RectPx bar = corners.barBox().grownBy(air);
    const RectPx arrow = corners.arrowBox().grownBy(air);
    const ComposedMap composed = composeView(map, {view, frame, unit, {bar, arrow}}, canvas, measure);
    labels.insert(labels.end(), composed.labels.begin(), composed.labels.end());
    canvas.fill({bar.ring()}, palette::paper);
    canvas.fill({arrow.ring()}, palette::paper);
    corners.bar.drawAt(corners.barAt, canvas, labels);
    corners.arrow.drawAt(corners.arrowAt, canvas, labels);
}

}  // namespace

std::vector<MinutesPage> minutesPages(const MinutesSheet& sheet, const TextMeasure& measure) {
    Pages pages(sheet, measure);
    placeOpening(pages, sheet, measure);
    placeMapPart(pages, sheet, measure);
    placeEntries(pages, sheet, measure);
    placeClosing(pages, sheet, measure);
    return pages.finished();
}

std::vector<PlacedLabel> drawMinutesPage(const MinutesSheet& sheet, const MinutesPage& page, Canvas& canvas,
                                         const TextMeasure& measure) {
    std::vector<PlacedLabel> labels;
    page.sketch.drawAt({0, 0}, canvas, labels);
    if (page.map && sheet.map) drawMap(sheet, *page.map, canvas, measure, labels);
    return labels;
}

}  // namespace styles
