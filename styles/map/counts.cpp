// SPDX-License-Identifier: Apache-2.0
// Counts once, for the legend and whoever checks it.
#include "styles/map/counts.hpp"

#include <algorithm>

namespace styles {
namespace {

void countRow(RowCounts& counts, std::optional<std::size_t> row) {
    if (row) ++counts.inRow[*row];
    if (!row) ++counts.other;
}

RowCounts noneOf(const DataColours& colours) {
    RowCounts counts;
    counts.inRow.resize(colours.count());
    return counts;
}

void countValue(ClassCounts& counts, const PanelFigure& figure, const ClassBreaks& breaks) {
    const auto classIndex = figure.value ? breaks.classOf(*figure.value) : std::nullopt;
    if (!classIndex) {
        ++counts.withoutData;
        return;
    }
    ++counts.inClass[*classIndex];
    if (figure.mark == UnitMark::Carried) ++counts.carried;
    if (figure.mark == UnitMark::Estimated) ++counts.estimated;
}

void countFigure(ClassCounts& counts, const PanelFigure& figure, const ClassBreaks& breaks) {
    switch (figure.mark) {
        case UnitMark::NotReported:
            ++counts.notReported;
            return;
        case UnitMark::NotApplicable:
            ++counts.notApplicable;
            return;
        case UnitMark::NoTarget:
            ++counts.withoutTarget;
            return;
        case UnitMark::Plain:
        case UnitMark::Carried:
        case UnitMark::Estimated:
            return countValue(counts, figure, breaks);
    }
}

}  // namespace

ClassCounts countClasses(const MapSheet& sheet) {
    ClassCounts counts;
    counts.inClass.resize(sheet.theme.classCount());
    if (sheet.theme.base) return counts;
    for (const MapPanel& panel : sheet.panels) {
        for (const PanelFigure& figure : panel.figures) countFigure(counts, figure, sheet.theme.breaks);
    }
    if (!sheet.panels.empty()) return counts;
    for (const MapUnit& mapUnit : sheet.units)
        countFigure(counts, {mapUnit.value, mapUnit.mark}, sheet.theme.breaks);
    return counts;
}

RowCounts countLines(const MapSheet& sheet) {
    if (!sheet.theme.lines) return {};
    RowCounts counts = noneOf(sheet.theme.lines->colours);
    for (const MapLine& line : sheet.lines) countRow(counts, sheet.theme.lines->colours.classOf(line.value));
    return counts;
}

RowCounts countPoints(const MapSheet& sheet) {
    if (!sheet.theme.points) return {};
    RowCounts counts = noneOf(sheet.theme.points->colours);
    for (const MapPoint& point : sheet.points) {
        countRow(counts, rowOf(point, *sheet.theme.points));
        if (point.isHollow) ++counts.hollow;
    }
    return counts;
}

RowCounts countPlots(const MapSheet& sheet) {
    if (!sheet.theme.plots) return {};
    RowCounts counts = noneOf(sheet.theme.plots->colours);
    std::ranges::copy(sheet.plots.inRow, counts.inRow.begin());
    counts.other = sheet.plots.inNone;
    return counts;
}

std::optional<std::size_t> rowOf(const MapPoint& point, const PointsLook& look) {
    const DataColours& colours = look.colours;
    return colours.categories.empty() ? colours.classOf(point.value) : colours.categoryOf(point.category);
}

}  // namespace styles
