// SPDX-License-Identifier: Apache-2.0
// What people read on a terminal: summary, findings, ledger, errors, a bar while work goes on.
#pragma once

#include <ostream>

#include "app/jobs/outcome.hpp"
#include "app/words/catalogue.hpp"
#include "geo/base/error.hpp"
#include "geo/base/progress.hpp"

namespace app {

void printOutcome(std::ostream& out, const Outcome& outcome, const Catalogue& words);
void printError(std::ostream& out, const geo::Error& error, const Catalogue& words);

/// A line on a terminal, rewritten as work goes on; silent when standard error is none.
geo::Progress::Report terminalBar(const Catalogue& words);

/// Wipes the bar's line.
void clearBar();

}  // namespace app
