// SPDX-License-Identifier: Apache-2.0
// Both terms or neither.
#include "layers/indicators/term_conversion.hpp"

#include <tuple>

#include "layers/indicators/quantity_sum.hpp"
#include "layers/indicators/share_reading.hpp"

namespace layers {
namespace {

struct Term {
    std::optional<double>* number;
    std::optional<WrittenTerm>* written;

    bool isShare() const { return *written && isShareUnit((*written)->unit); }
    const std::string& unitIn(const ReportedRow& row) const {
        return *written && !isShare() ? (*written)->unit : row.termUnit;
    }
    void convert(const ReportedRow& row, const Ratio& ratio) const {
        if (!*number) return;
        const double before = **number;
        const std::string unit = unitIn(row);
        *number = converted(before, ratio);
        // A share was written, and nothing else of the term ever was.
        if (isShare()) return;
        written->reset();
        if (!ratio.isOne()) *written = WrittenTerm{before, unit, ratio};
    }
};

}  // namespace

void convertTerms(ReportedRow& row, std::string_view wanted) {
    const Term above{&row.numerator, &row.writtenNumerator};
    const Term below{&row.denominator, &row.writtenDenominator};
    const std::string unit = wanted.empty() ? below.unitIn(row) : std::string(wanted);
    const bool isTold = !above.unitIn(row).empty() && !below.unitIn(row).empty();
    const bool isAsWanted = above.unitIn(row) == unit && below.unitIn(row) == unit;
    if (!isTold || isAsWanted || isShareUnit(row.termUnit)) return;
    const auto first = ratioBetween(above.unitIn(row), unit, row.period);
    const auto second = ratioBetween(below.unitIn(row), unit, row.period);
    if (!first || !second) {
        row.faults.push_back({"figure.unit-not-convertible", {{"unit", row.termUnit}, {"wanted", unit}}});
        return;
    }
    above.convert(row, *first);
    below.convert(row, *second);
    row.termUnit = unit;
}

std::vector<Finding> conversionFindings(std::span<const ReportedRow> rows) {
    using Key = std::tuple<std::string, std::string, std::string, std::string>;
    struct Group {
        std::int64_t rows = 0;
        std::int64_t firstRow = 0;
    };
    std::map<Key, Group> groups;
    const auto count = [&](const ReportedRow& row, const std::string& unit, const Ratio& ratio) {
        Group& group = groups[{row.indicator, unit, unit.empty() ? "" : row.termUnit, ratioText(ratio)}];
        if (group.rows++ == 0) group.firstRow = row.row;
    };
    for (const ReportedRow& row : rows) {
        const auto& written = row.writtenDenominator ? row.writtenDenominator : row.writtenNumerator;
        if (written && written->ratio) count(row, written->unit, *written->ratio);
        if (row.termUnit.empty() && (row.numerator || row.denominator)) count(row, "", {});
    }
    std::vector<Finding> findings;
    for (const auto& [key, group] : groups) {
        const auto& [indicator, unit, wanted, ratio] = key;
        std::vector<geo::Argument> arguments{{"indicator", indicator}};
        if (!unit.empty()) {
            arguments.push_back({"unit", unit});
            arguments.push_back({"wanted", wanted});
            arguments.push_back({"conversion", ratio});
        }
        arguments.push_back({"count", group.rows});
        const char* const id = unit.empty() ? "figure.unit-not-told" : "figure.units-converted";
        findings.push_back({{id, std::move(arguments)}, group.firstRow, {}});
    }
    return findings;
}

}  // namespace layers
