// SPDX-License-Identifier: Apache-2.0
// Targets: read, found, compared.
#include "layers/indicators/targets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "layers/model/row_reader.hpp"

namespace layers {
namespace {

/// The first writing of each operator is the one we write.
constexpr std::array<std::pair<TargetOperator, std::string_view>, 9> operatorTable{
    {{TargetOperator::AtLeast, ">="},
     {TargetOperator::AtLeast, "≥"},
     {TargetOperator::MoreThan, ">"},
     {TargetOperator::AtMost, "<="},
     {TargetOperator::AtMost, "≤"},
     {TargetOperator::LessThan, "<"},
     {TargetOperator::About, "="},
     {TargetOperator::About, "≈"},
     {TargetOperator::About, "~"}}};

/// The pack writes `unit_code`, imported tables write `code`.
std::string_view unitColumnOf(const Table& table) {
    return table.schema.indexOf("unit_code") ? "unit_code" : "code";
}

Target targetIn(const Table& table, const RowReader& row) {
    Target target;
    target.indicator = row.requiredText("indicator");
    target.unitCode = row.text(unitColumnOf(table));
    const std::int64_t year = row.requiredWholeNumber("year");
    if (year < 1900 || year > 2999) row.refuse("year");
    target.year = static_cast<int>(year);
    const auto comparison = parseTargetOperator(row.requiredText("operator"));
    if (!comparison) row.refuse("operator");
    target.comparison = *comparison;
    target.value = row.requiredNumber("value");
    target.unit = row.text("unit");
    target.document = row.text("document");
    target.legalStatus = row.text("legal_status");
    target.source = row.text("source");
    return target;
}

}  // namespace

std::optional<TargetOperator> parseTargetOperator(std::string_view text) {
    for (const auto& [comparison, written] : operatorTable) {
        if (written == text) return comparison;
    }
    return std::nullopt;
}

std::string wordOf(TargetOperator comparison) {
    const auto found =
        std::ranges::find_if(operatorTable, [&](const auto& entry) { return entry.first == comparison; });
    return std::string(found->second);
}

bool isMet(const Target& target, double value) {
    switch (target.comparison) {
        case TargetOperator::AtLeast:
            return value >= target.value;
        case TargetOperator::MoreThan:
            return value > target.value;
        case TargetOperator::AtMost:
            return value <= target.value;
        case TargetOperator::LessThan:
            return value < target.value;
        case TargetOperator::About:
            break;
    }
    return std::abs(value - target.value) < 0.5;
}

double gapTo(const Target& target, double value) {
    const bool isCeiling =
        target.comparison == TargetOperator::AtMost || target.comparison == TargetOperator::LessThan;
    return isCeiling ? value - target.value : target.value - value;
}

Targets::Targets(std::vector<Target> targets) : m_targets(std::move(targets)) {
    std::ranges::stable_sort(m_targets, {}, &Target::year);
}

const Target* Targets::targetFor(std::string_view indicator, std::string_view unitCode, int year) const {
    const auto found = std::ranges::find_if(m_targets, [&](const Target& target) {
        return target.indicator == indicator && target.unitCode == unitCode && target.year >= year;
    });
    return found == m_targets.end() ? nullptr : &*found;
}

Targets targetsFromTable(const Table& table) {
    requireColumns(table, {"indicator", unitColumnOf(table), "year", "operator", "value"});
    std::vector<Target> targets;
    targets.reserve(table.rows.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        targets.push_back(targetIn(table, RowReader(table, row)));
    return Targets(std::move(targets));
}

}  // namespace layers
