// SPDX-License-Identifier: Apache-2.0
// What somebody decided a writing of a unit means, kept for the next file that writes it so.
#pragma once

#include <compare>
#include <span>
#include <string>
#include <vector>

#include "geo/base/date.hpp"
#include "layers/indicators/unit_key.hpp"
#include "layers/model/table.hpp"
#include "layers/units/unit.hpp"

namespace layers {

/// A row's words for its unit, as they are compared: without outer blanks, without regard to case.
struct NameKey {
    std::string code;
    std::string name;
    std::string district;
    auto operator<=>(const NameKey&) const = default;
};

NameKey nameKeyOf(const UnitKey& key);

struct NameDecision {
    /// As the file wrote it.
    UnitKey written;
    UnitLevel level = UnitLevel::Commune;
    std::string unitCode;
    /// A day on which the code means the unit.
    geo::Date epoch;
    bool operator==(const NameDecision&) const = default;
};

/// Later decisions on one writing take the place of earlier ones; by writing.
std::vector<NameDecision> mergedDecisions(std::span<const NameDecision> earlier,
                                          std::span<const NameDecision> later);

/// Columns `code,name,district,level,unit_code,epoch`.
Table tableOf(std::span<const NameDecision> decisions);
/// Errors: BadData `table.column-missing` (column), `table.value-invalid` (row, column, text).
std::vector<NameDecision> decisionsFromTable(const Table& table);

}  // namespace layers
