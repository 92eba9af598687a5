// SPDX-License-Identifier: Apache-2.0
// Chooses the sections and rows of the legend.
#include "styles/map/legend.hpp"

#include <string>
#include <utility>

#include "styles/map/counts.hpp"
#include "styles/map/legend_rows.hpp"
#include "styles/map/line_layer.hpp"
#include "styles/map/point_layer.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double symbolSize = 12;
constexpr double lineWidth = 3.5;
constexpr double sectionGap = 12;

/// Nothing under panels, for each counts anew.
std::string unitCount(int count, const MapSheet& sheet) {
    return sheet.panels.empty() ? countText(count, sheet.text.countSuffix, sheet) : std::string();
}

std::vector<LegendRow> classRows(const MapSheet& sheet, const ClassCounts& counts) {
    const Theme& theme = sheet.theme;
    const auto markedClass = sheet.referenceMark ? theme.breaks.classOf(*sheet.referenceMark) : std::nullopt;
    std::vector<LegendRow> rows;
    for (std::size_t i = 0; i < theme.classCount(); ++i) {
        rows.push_back({{UnitLook{theme.ramp[i]}},
                        sheet.text.classLabels[i],
                        unitCount(counts.inClass[i], sheet),
                        markedClass == i});
    }
    return rows;
}

/// Units that stand in no class, then what the patterns upon a class mean.
void addMarkRows(std::vector<LegendRow>& rows, const MapSheet& sheet, const ClassCounts& counts) {
    const MapText& text = sheet.text;
    const auto addRow = [&](int count, const std::string& label, UnitLook look) {
        if (count > 0) rows.push_back({{look}, label, unitCount(count, sheet)});
    };
    const Colour ground = sheet.theme.ramp[sheet.theme.ramp.size() / 2];
    addRow(counts.withoutData, text.noDataLabel, {sheet.theme.noData.background, Pattern::NoData});
    addRow(counts.notReported, text.notReportedLabel,
           {sheet.theme.noData.background, Pattern::NotReported});
    addRow(counts.withoutTarget, text.noTargetLabel, {palette::noTarget});
    addRow(counts.notApplicable, text.notApplicableLabel, {palette::notApplicable});
    addRow(counts.carried, text.carriedLabel, {ground, Pattern::Carried});
    addRow(counts.estimated, text.estimatedLabel, {ground, Pattern::Estimated});
}

std::vector<LegendRow> unitRows(const MapSheet& sheet) {
    if (sheet.theme.base) return {};
    const ClassCounts counts = countClasses(sheet);
    std::vector<LegendRow> rows = classRows(sheet, counts);
    addMarkRows(rows, sheet, counts);
    return rows;
}

/// Rows of classes or categories: all classes, the categories that there are, the rest where there is any.
template <class SwatchOf>
std::vector<LegendRow> dataRows(const MapSheet& sheet, const DataColours& colours, const RowCounts& counts,
                                const LegendText& text, const SwatchOf& swatchOf) {
    std::vector<LegendRow> rows;
    for (std::size_t i = 0; i < colours.count(); ++i) {
        if (!colours.categories.empty() && counts.inRow[i] == 0) continue;
        rows.push_back({swatchOf(std::optional(i)), text.labels[i],
                        countText(counts.inRow[i], text.countSuffix, sheet)});
    }
    if (counts.other == 0 || text.noDataLabel.empty()) return rows;
    rows.push_back(
        {swatchOf(std::nullopt), text.noDataLabel, countText(counts.other, text.countSuffix, sheet)});
    return rows;
}

std::vector<LegendRow> plotRows(const MapSheet& sheet) {
    if (!sheet.theme.plots || sheet.plots.count == 0) return {};
    const DataColours& colours = sheet.theme.plots->colours;
    return dataRows(sheet, colours, countPlots(sheet), sheet.text.plotLegend,
                    [&](std::optional<std::size_t> row) { return Swatch{UnitLook{colours.colourOf(row)}}; });
}

/// What filled and hollow symbols mean, where both are explained and one is hollow.
void addHollowRows(std::vector<LegendRow>& rows, const MapSheet& sheet, const RowCounts& counts,
                   double unit) {
    const LegendText& text = sheet.text.pointLegend;
    if (counts.hollow == 0 || text.solidLabel.empty() || text.hollowLabel.empty()) return;
    const Pen outline{palette::quiet, 1.8 * unit};
    const double size = symbolSize * unit;
    const int solid = static_cast<int>(sheet.points.size()) - counts.hollow;
    rows.push_back({{std::nullopt, std::nullopt, SymbolLook{Symbol::Circle, size, palette::quiet, outline}},
                    text.solidLabel,
                    countText(solid, text.countSuffix, sheet)});
    rows.push_back({{std::nullopt, std::nullopt, SymbolLook{Symbol::Circle, size, palette::paper, outline}},
                    text.hollowLabel,
                    countText(counts.hollow, text.countSuffix, sheet)});
}

std::vector<LegendRow> pointRows(const MapSheet& sheet, double unit) {
    if (!sheet.theme.points || sheet.points.empty()) return {};
    const PointsLook& look = *sheet.theme.points;
    const RowCounts counts = countPoints(sheet);
    const auto swatchOf = [&](std::optional<std::size_t> row) {
        SymbolLook symbol = symbolOf(look, row, false, unit);
        symbol.size = symbolSize * unit;
        return Swatch{std::nullopt, std::nullopt, symbol};
    };
    std::vector<LegendRow> rows = dataRows(sheet, look.colours, counts, sheet.text.pointLegend, swatchOf);
    addHollowRows(rows, sheet, counts, unit);
    if (look.isClustered && !sheet.text.pointLegend.clusterLabel.empty()) {
        const SymbolLook ring{Symbol::Ring, symbolSize * unit, palette::quiet};
        rows.push_back({{std::nullopt, std::nullopt, ring}, sheet.text.pointLegend.clusterLabel});
    }
    return rows;
}

std::vector<LegendRow> lineRows(const MapSheet& sheet, double unit) {
    if (!sheet.theme.lines || sheet.lines.empty()) return {};
    const LinesLook& look = *sheet.theme.lines;
    return dataRows(sheet, look.colours, countLines(sheet), sheet.text.lineLegend,
                    [&](std::optional<std::size_t> row) {
                        const double width = std::min(lineWidth, look.width.most) * unit;
                        return Swatch{std::nullopt, Pen{look.colours.colourOf(row), width}, std::nullopt};
                    });
}

class LegendWriter {
  public:
    LegendWriter(const MapSheet& sheet, const TextMeasure& measure, Room room)
        : m_sheet(sheet), m_measure(measure), m_room(room) {}

    /// A title with its rows; empty when there are none.
    Sketch section(const std::string& title, const std::vector<LegendRow>& rows) const {
        Sketch block(m_measure);
        if (rows.empty()) return block;
        double top = addLegendTitle(block, title, 0, m_room);
        for (const LegendRow& row : rows) top = addLegendRow(block, row, top, m_room, m_sheet.theme.noData);
        block.growTo(0, top);
        return block;
    }

    Sketch units() const {
        Sketch block = section(m_sheet.text.legendTitle, unitRows(m_sheet));
        const bool hasReference = m_sheet.referenceMark && !m_sheet.text.referenceLabel.empty();
        if (hasReference && block.height() > 0)
            addReference(block, m_sheet.text.referenceLabel, block.height() + 2 * m_room.unit, m_room);
        return block;
    }

    Sketch points() const {
        Sketch block = section(m_sheet.text.pointLegend.title, pointRows(m_sheet, m_room.unit));
        if (!m_sheet.theme.points || m_sheet.points.empty()) return block;
        addSizes(block, m_sheet, *m_sheet.theme.points, below(block), m_room);
        return block;
    }

    Sketch lines() const {
        Sketch block = section(m_sheet.text.lineLegend.title, lineRows(m_sheet, m_room.unit));
        if (!m_sheet.theme.lines || m_sheet.lines.empty()) return block;
        addWidths(block, m_sheet, *m_sheet.theme.lines, below(block), m_room);
        return block;
    }

    Sketch plots() const { return section(m_sheet.text.plotLegend.title, plotRows(m_sheet)); }

  private:
    double below(const Sketch& block) const {
        return block.height() > 0 ? block.height() + 2 * m_room.unit : 0;
    }

    const MapSheet& m_sheet;
    const TextMeasure& m_measure;
    Room m_room;
};

}  // namespace

double legendWidth(const MapSheet& sheet, const TextMeasure& measure, double unit) {
    double widest = 0;
    for (const auto& rows :
         {unitRows(sheet), plotRows(sheet), pointRows(sheet, unit), lineRows(sheet, unit)}) {
        for (const LegendRow& row : rows) widest = std::max(widest, rowWidth(row, measure, unit));
    }
    // A hair more, so that rounding never breaks the widest label.
    return widest + unit;
}

std::vector<Sketch> legendSections(const MapSheet& sheet, const TextMeasure& measure, Room room) {
    const LegendWriter writer(sheet, measure, room);
    std::vector<Sketch> sections{writer.units(), writer.plots(), writer.points(), writer.lines()};
    std::erase_if(sections, [](const Sketch& section) { return section.height() == 0; });
    return sections;
}

Sketch legendBlock(const MapSheet& sheet, const TextMeasure& measure, Room room) {
    Sketch block(measure);
    double top = 0;
    for (const Sketch& section : legendSections(sheet, measure, room)) {
        block.include(section, {0, top});
        top = block.height() + sectionGap * room.unit;
    }
    return block;
}

}  // namespace styles
