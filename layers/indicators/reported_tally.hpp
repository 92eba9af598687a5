// SPDX-License-Identifier: Apache-2.0
// Reported figures brought to the units asked for: carried, summed, and never made up.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "layers/checks/finding.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/indicators/part_sums.hpp"
#include "layers/indicators/reported_figures.hpp"
#include "layers/units/unit_carrier.hpp"

namespace layers {

/// Whether a unit without a figure of its own may have the sum of the units in it.
enum class FromBelow { Summed, Never };

/// What becomes of the figures of a unit whose territory went to several.
enum class SplitRule {
    /// They go nowhere, and that is said.
    NotCarried,
    /// They are divided by area: estimates, with the bounds of what they may be.
    ByArea
};

struct ReportedQuestion {
    /// The day of the rows' codes, and the units asked for.
    CarryRequest carry;
    FromBelow fromBelow = FromBelow::Summed;
    SplitRule split = SplitRule::NotCarried;
};

struct ReportedFigure {
    std::string unitCode;
    /// Both or neither.
    std::optional<double> numerator;
    std::optional<double> denominator;
    std::string termUnit;
    Status status = Status::Missing;
    /// Rows that stand behind it.
    std::int64_t rows = 0;
    /// Of the source units that make it up, those without a value, and all; units to which the figure does
    /// not apply are in neither.
    std::int64_t missing = 0;
    std::int64_t expected = 0;
    /// What the rows name as their source, each once, in order of text.
    std::vector<std::string> sources = {};
    /// Present where a row was divided by area: what the percentage may be.
    std::optional<RateBounds> bounds = {};
    bool operator==(const ReportedFigure&) const = default;
};

struct ReportedTally {
    /// One for each unit asked for, by code.
    std::vector<ReportedFigure> figures;
    /// Every row once; amounts are denominators in the rows' unit of quantity, when they all have the same.
    Ledger ledger;
    std::vector<Finding> findings;
};

/// Figures of one indicator and year. A unit's own row is its figure; without one the figures of the source
/// units that carry over to it as wholes are summed, numerator and denominator apart, exactly and in any
/// order. A row of a district stands for all its communes. Status: the row's own for one unmoved unit;
/// `carried` when moved, `reported` when only summed, `estimated` or `provisional` when a
///         part is; `estimated` when at least half of the source units are there, `missing` below that.
/// Findings: `figure.parts-missing` (code, name, present, expected), `figure.not-carryable` (code, name,
/// reason),
///           `figure.divided-by-area` (code, name, value, low, high): an estimate, with its bounds,
///           `figure.rates-not-summed` (code, name),
///           `figure.units-mixed` (code, name, first, second), `figure.total-differs` (code, name, term,
///           total, sum), `figure.unit-unknown` (code, name); by unit.
/// Pre:    register and lineage are of the province asked about; codes are as the register has them.
ReportedTally tallyReported(std::span<const ReportedRow> rows, const UnitRegister& units,
                            const Lineage& lineage, const ReportedQuestion& question);

/// Fills terms, value, unit, status, count and source of an observation; a figure of nothing keeps its own
/// status.
void setReported(Observation& observation, const ReportedFigure& figure);

}  // namespace layers
