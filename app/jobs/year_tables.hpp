// SPDX-License-Identifier: Apache-2.0
// The yearly report as rows: for programs, and for the sheets of a workbook.
#pragma once

#include <string>
#include <vector>

#include "app/jobs/year_facts.hpp"
#include "app/words/catalogue.hpp"
#include "layers/files/table_book.hpp"

namespace app {

Row rowOf(const TargetStanding& standing);

/// Targets, missing reports, agencies, tasks.
std::vector<layers::TableSheet> yearSheets(const YearFacts& facts, const Catalogue& words);

/// `met`, `not-met`, `no-figure`.
std::string verdictOf(const TargetStanding& standing);

/// What holds for the whole report.
std::vector<std::string> yearNotes(const YearFacts& facts, const Catalogue& words);

}  // namespace app
