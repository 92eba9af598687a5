// SPDX-License-Identifier: Apache-2.0
// What the plan asks for: a value to reach by a year, for the unit it was assigned to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/model/table.hpp"
#include "layers/text/number_text.hpp"

namespace layers {

enum class TargetOperator { AtLeast, MoreThan, AtMost, LessThan, About };

/// `>=`, `>`, `<=`, `<`, `=` (about), also as `≥`, `≤`, `≈`, `~`, `ít nhất`, `trên`, `không quá`, `dưới`,
/// `khoảng`. Errors: nothing when the text is none of them.
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
    /// The value was typed with it: `55 %`.
    bool hasPercentSign = false;
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

/// The targets of the pack and those assigned since; of one indicator, unit and year the assigned one counts.
Targets merged(const Targets& pack, const Targets& assigned);

/// Reads `indicator,unit_code` (or `code`)`,year,operator,value` and, where present,
/// `unit,document,legal_status,source`, also under Vietnamese heads (`Chỉ tiêu`, `Mã xã`, `Năm`, `So sánh`,
/// `Giá trị`, `Đơn vị tính`, `Văn bản`, `Hiệu lực`, `Nguồn`). Values typed as text are read as the mark says,
/// with or without `%`; codes get their leading zeros back. Without a code it is a target of the whole
/// country. Errors: BadData `table.column-missing` (column), `table.value-invalid` (row, column, text).
Targets targetsFromTable(const Table& table, DecimalMark mark = DecimalMark::Point);

/// The same as a list, one target a row, in the order of the rows.
std::vector<Target> targetRows(const Table& table, DecimalMark mark = DecimalMark::Point);

}  // namespace layers
