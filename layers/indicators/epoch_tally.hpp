// SPDX-License-Identifier: Apache-2.0
// Reported figures whose rows speak of units of several times.
#pragma once

#include <span>

#include "layers/indicators/reported_tally.hpp"

namespace layers {

/// As tallyReported(), each row carried from its own epoch; `question.carry.from` is the epoch of rows
/// without one. Where rows are of several times, those of the time asked for (for larger units: of the time
/// most rows are of) are counted as they are, and a commune they leave out has the figure of the rows of
/// another time, if these make up the whole of it. Findings: also `figure.part-of-other-epoch` (code, name):
/// rows of another time are part of the unit only. The ledger books rows of another time that were not needed
/// as `other-epoch`.
ReportedTally tallyOverEpochs(std::span<const ReportedRow> rows, const UnitRegister& units,
                              const Lineage& lineage, const ReportedQuestion& question);

}  // namespace layers
