// SPDX-License-Identifier: Apache-2.0
// What the plan asks for: a value to reach by a year, for the unit it was assigned to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/model/table.hpp"

namespace layers {

enum class TargetOperator { AtLeast, MoreThan, AtMost, LessThan, About };

/// `>=`, `>`, `<=`, `<`, `=` (about), also as `≥`, `≤`, `≈`, `~`.
/// Errors: nothing when the text is none of them.
std::optional<TargetOperator> parseTargetOperator(std::string_view text);
std::string wordOf(TargetOperator comparison);

struct Target {
    std::string indicator;
    std::string unitCode;
    int year = 0;
    TargetOperator comparison = TargetOperator::AtLeast;
    double value = 0;
    std::string unit;
    std::string document;
    std::string legalStatus;
    std::string source;
    bool operator==(const Target&) const = default;
};

/// Whether a value meets the target; about means less than half a unit off.
bool isMet(const Target& target, double value);

/// How much is still missing; zero or less once the number is reached.
double gapTo(const Target& target, double value);

class Targets {
  public:
    Targets() = default;
    explicit Targets(std::vector<Target> targets);

    const std::vector<Target>& all() const { return m_targets; }
    /// The target assigned to this very unit for the year or the next later one.
    /// Returns: nothing where none was assigned: a unit never inherits the target of the one above it.
    const Target* targetFor(std::string_view indicator, std::string_view unitCode, int year) const;

  private:
    std::vector<Target> m_targets;
};

/// Reads `indicator,unit_code` (or `code`)`,year,operator,value` and, where present,
/// `unit,document,legal_status,source`. Without a code it is a target of the whole country.
/// Errors: BadData `table.column-missing` (column), `table.value-invalid` (row, column, text).
Targets targetsFromTable(const Table& table);

}  // namespace layers
