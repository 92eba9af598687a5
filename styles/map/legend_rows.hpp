// SPDX-License-Identifier: Apache-2.0
// One row of the legend: what a thing looks like, what it is, how many there are.
#pragma once

#include <optional>
#include <string>

#include "styles/map/furniture.hpp"
#include "styles/map/unit_look.hpp"

namespace styles {

/// An area, a line or a symbol; the first that is set.
struct Swatch {
    std::optional<UnitLook> area = std::nullopt;
    std::optional<Pen> line = std::nullopt;
    std::optional<SymbolLook> symbol = std::nullopt;
};

struct LegendRow {
    Swatch swatch;
    std::string label;
    /// As written; empty for none.
    std::string count = {};
    /// Points at the class the reference mark lies in.
    bool isMarked = false;
};

/// `12 xã`; counts of a thousand and more by the sheet's format for amounts.
std::string countText(int count, const std::string& suffix, const MapSheet& sheet);

/// The room a row takes when a label longer than the eye likes is broken.
double rowWidth(const LegendRow& row, const TextMeasure& measure, double unit);

/// Adds a heading below a height and returns the height below it.
double addLegendTitle(Sketch& sketch, const std::string& title, double top, Room room);

/// Adds a row below a height and returns the height below it.
double addLegendRow(Sketch& sketch, const LegendRow& row, double top, Room room, const HatchLook& noData);

/// Adds what the mark at a class means.
double addReference(Sketch& sketch, const std::string& label, double top, Room room);

/// Adds symbols or strokes of three round amounts with the amounts beside them; none where nothing has an
/// amount or the amounts no title.
double addSizes(Sketch& sketch, const MapSheet& sheet, const PointsLook& look, double top, Room room);
double addWidths(Sketch& sketch, const MapSheet& sheet, const LinesLook& look, double top, Room room);

/// Up to three amounts of 1, 2 or 5 times a power of ten, the largest first and no larger than an amount,
/// each some times smaller than the one before.
std::vector<double> roundAmounts(double largest, double times);

}  // namespace styles
