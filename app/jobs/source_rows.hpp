// SPDX-License-Identifier: Apache-2.0
// A small file held in memory: registers and tables of hundreds of rows, not inventories.
#pragma once

#include <optional>
#include <vector>

#include "app/jobs/intake.hpp"
#include "layers/checks/finding.hpp"
#include "layers/model/feature.hpp"
#include "layers/model/schema.hpp"
#include "layers/text/number_text.hpp"

namespace app {

struct SourceRows {
    layers::Schema schema;
    std::vector<layers::Feature> features;
    geo::GeometryKind kind = geo::GeometryKind::Empty;
    /// Absent for tables.
    std::optional<geo::Crs> crs;
};

SourceRows readRows(layers::FeatureStream stream, geo::Progress& progress);

/// How a file writes its numbers: as told, else as the cells of the columns say, else with a point.
/// Errors: BadData `import.numbers-contradict` (witness), `import.decimal-undecided` (witness).
layers::DecimalMark decimalMark(const SourceRows& rows, const std::vector<std::size_t>& columns,
                                std::optional<layers::DecimalMark> told);

/// `import.decimal-read` (style, witness) where some number would be another under the other mark and nobody
/// said which it is: the file's other cells decided.
std::vector<layers::Finding> decimalFindings(const SourceRows& rows, const std::vector<std::size_t>& columns,
                                             std::optional<layers::DecimalMark> told);

/// A number, or text read by the mark; nothing where there is neither.
std::optional<double> numberAt(const layers::Feature& feature, std::size_t column, layers::DecimalMark mark);

}  // namespace app
