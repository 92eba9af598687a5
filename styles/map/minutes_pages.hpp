// SPDX-License-Identifier: Apache-2.0
// Minutes on paper: a head, facts, a small map, entries one below the other, and places to sign.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "styles/map/compose_map.hpp"
#include "styles/map/map_sheet.hpp"
#include "styles/map/sketch.hpp"

namespace styles {

/// One thing that was looked at.
struct MinutesEntry {
    std::string number;
    std::string title;
    /// In a few words, with the mark it has on the map.
    std::string verdict;
    SymbolLook mark;
    std::vector<FigureRow> facts;
};

/// A symbol of the small map and what it means.
struct MinutesMark {
    SymbolLook look;
    std::string label;
    /// A line in the colour of the symbol, which is not drawn.
    bool isLine = false;
};

/// A line somebody fills in by hand, over as many rules as it needs.
struct BlankLines {
    std::string label;
    int rules = 1;
};

/// All words but those of facts and entries; empty ones are left out.
struct MinutesText {
    /// At the upper left, who writes; at the upper right, for whom.
    std::vector<std::string> office;
    std::vector<std::string> heading;
    std::string title;
    std::string subtitle;
    std::string mapTitle;
    std::string entriesTitle;
    std::vector<std::string> notes;
    /// Above the places to sign, such as `…, ngày … tháng … năm …`.
    std::string placeAndDay;
    std::vector<std::string> signers;
    std::string signHint;
    std::string sourceLine;
    std::function<std::string(std::size_t page, std::size_t pages)> pageLine;
};

struct MinutesSheet {
    SizePx size;
    double pixelsPerInch = 96;
    MinutesText text;
    std::vector<FigureRow> facts;
    std::vector<BlankLines> opening;
    /// Drawn as its theme says, without words of its own; nothing where no point has a place.
    std::optional<MapSheet> map;
    std::vector<MinutesMark> legend;
    std::vector<MinutesEntry> entries;
    std::vector<BlankLines> closing;
};

struct MinutesPage {
    Sketch sketch;
    /// Where the small map stands, its grid's figures around it.
    std::optional<RectPx> map = std::nullopt;
};

/// As many pages as the entries need. An entry is broken only where a quarter of a page or more would
/// stay empty, places to sign never.
/// Errors: Usage `map.size-too-small` when not a single line has room.
std::vector<MinutesPage> minutesPages(const MinutesSheet& sheet, const TextMeasure& measure);

/// Returns: every text drawn and its room; none leaves the page.
/// Errors: those of composeView().
std::vector<PlacedLabel> drawMinutesPage(const MinutesSheet& sheet, const MinutesPage& page, Canvas& canvas,
                                         const TextMeasure& measure);

}  // namespace styles
