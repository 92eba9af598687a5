// SPDX-License-Identifier: Apache-2.0
// Fills columns from the top, then pages.
#include "styles/map/index_page.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "geo/base/error.hpp"
#include "styles/map/furniture.hpp"
#include "styles/map/page_layout.hpp"
#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double rowSize = 12;
constexpr double rowHeight = 22;
constexpr double columnGap = 36;
constexpr double widestColumn = 380;
constexpr double pageWidth = 44;
constexpr double valueWidth = 90;

struct Columns {
    RectPx body;
    double unit = 1;
    std::size_t count = 1;
    std::size_t rows = 1;

    double width() const {
        const double gaps = columnGap * unit * static_cast<double>(count - 1);
        return (body.width() - gaps) / static_cast<double>(count);
    }
    double left(std::size_t column) const {
        return body.left + static_cast<double>(column) * (width() + columnGap * unit);
    }
};

Columns columnsIn(const RectPx& body, double unit, SizePx size) {
    Columns columns{body, unit};
    const double step = (widestColumn * 0.75 + columnGap) * unit;
    columns.count = static_cast<std::size_t>(std::max(1.0, std::floor((body.width() + columnGap * unit) / step)));
    // One row of each column is its head.
    const double rows = std::floor(body.height() / (rowHeight * unit)) - 1;
    if (rows >= 1) {
        columns.rows = static_cast<std::size_t>(rows);
        return columns;
    }
    throw geo::Error(geo::ErrorKind::Usage, "map.size-too-small",
                     {{"width", std::int64_t{size.width}}, {"height", std::int64_t{size.height}}});
}

void addRow(Sketch& sketch, const IndexRow& row, PointPx corner, double width, const TextStyle& style) {
    const double unit = style.size / rowSize;
    const TextMeasure& measure = sketch.measure();
    const double baseline = corner.y + measure.measure(row.name, style).ascent + 3 * unit;
    const double right = corner.x + width;
    const double valueRight = right - pageWidth * unit;
    const auto names = wrapped(row.name, width - (pageWidth + valueWidth) * unit, style, measure);
    sketch.text(names.empty() ? row.name : names.front(), {corner.x, baseline}, style);
    sketch.text(row.value, {valueRight - measure.measure(row.value, style).width, baseline}, style);
    sketch.text(row.page, {right - measure.measure(row.page, style).width, baseline}, style);
    const double below = corner.y + rowHeight * unit;
    sketch.stroke({{{corner.x, below}, {right, below}}}, {palette::hairline, 0.8 * unit});
}

/// Title and foot; what is left between them.
RectPx addWords(Sketch& page, const IndexSheet& sheet, double unit) {
    const RectPx paper{0, 0, double{1} * sheet.size.width, double{1} * sheet.size.height};
    page.fill(paper, palette::paper);
    RectPx body = paper.grownBy(-pageMargin * unit);
    const Sketch title = titleBlock(sheet.text, page.measure(), {body.width(), unit});
    page.include(title, {body.left, body.top});
    const Sketch foot = footerBlock(sheet.text, page.measure(), {body.width(), unit});
    page.include(foot, {body.left, body.bottom - foot.height()});
    return {body.left, body.top + title.height() + 18 * unit, body.right, body.bottom - foot.height() - 14 * unit};
}

/// Fills a page from a row on; the first row that has no room on it.
std::size_t fillPage(Sketch& page, const IndexSheet& sheet, const Columns& columns, std::size_t first) {
    const TextStyle head{rowSize * columns.unit, Weight::SemiBold, palette::quiet, std::nullopt};
    const TextStyle plain{rowSize * columns.unit, Weight::Regular, palette::ink, std::nullopt};
    for (std::size_t column = 0; column < columns.count && first < sheet.rows.size(); ++column) {
        PointPx corner{columns.left(column), columns.body.top};
        addRow(page, sheet.head, corner, columns.width(), head);
        for (std::size_t row = 0; row < columns.rows && first < sheet.rows.size(); ++row, ++first) {
            corner.y += rowHeight * columns.unit;
            addRow(page, sheet.rows[first], corner, columns.width(), plain);
        }
    }
    return first;
}

}  // namespace

std::vector<Sketch> indexPages(const IndexSheet& sheet, const TextMeasure& measure) {
    const double unit = pageUnit(sheet.size);
    std::vector<Sketch> pages;
    std::size_t row = 0;
    do {
        Sketch& page = pages.emplace_back(measure);
        const RectPx body = addWords(page, sheet, unit);
        row = fillPage(page, sheet, columnsIn(body, unit, sheet.size), row);
    } while (row < sheet.rows.size());
    return pages;
}

}  // namespace styles
