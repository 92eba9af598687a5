// SPDX-License-Identifier: Apache-2.0
// Rows under a head: which are data, which are sections, sums, notes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layers/files/office_table.hpp"
#include "layers/files/sheet_head.hpp"

namespace layers {

struct SortedRow {
    /// Nothing for data.
    std::optional<LeftOut> reason;
    /// Of a section: `II`, `A`, or empty.
    std::string mark = {};
    /// Of a section: what it is called, without its mark.
    std::string words = {};
    /// "Trong đó" and its items sum nothing.
    bool isPartOfTotal = false;
};

/// One for every row of the grid under the head.
std::vector<SortedRow> sortedRowsUnder(const SheetGrid& grid, const SheetHead& head);

}  // namespace layers
