// SPDX-License-Identifier: Apache-2.0
// The list of an atlas: what stands on which page, in columns.
#pragma once

#include <string>
#include <vector>

#include "styles/map/map_sheet.hpp"
#include "styles/map/sketch.hpp"

namespace styles {

struct IndexRow {
    std::string name;
    /// Empty where there is none.
    std::string value;
    std::string page;
};

struct IndexSheet {
    SizePx size;
    /// Title, subtitle and the lines of the foot.
    MapText text;
    IndexRow head;
    std::vector<IndexRow> rows;
};

/// As many pages as the rows need, each complete.
/// Errors: Usage `map.size-too-small` when not a single row has room.
std::vector<Sketch> indexPages(const IndexSheet& sheet, const TextMeasure& measure);

}  // namespace styles
