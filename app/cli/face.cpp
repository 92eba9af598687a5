// SPDX-License-Identifier: Apache-2.0
// Sentences on standard output, the bar on standard error.
#include "app/cli/face.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

namespace app {
namespace {

/// More are kept in the workspace than a person reads at once.
constexpr std::size_t mostFindingsShown = 20;

bool isTerminal() { return isatty(STDERR_FILENO) == 1; }

void printFinding(std::ostream& out, const layers::Finding& finding, const Catalogue& words) {
    out << "  • ";
    if (finding.row > 0) out << words.sentence("finding.row", {{"row", finding.row}}) << ": ";
    out << words.sentence(finding.message) << '\n';
}

void printFindings(std::ostream& out, const std::vector<layers::Finding>& findings, const Catalogue& words) {
    if (findings.empty()) return;
    const auto count = static_cast<std::int64_t>(findings.size());
    out << words.sentence("finding.heading", {{"count", count}}) << '\n';
    for (std::size_t i = 0; i < std::min(findings.size(), mostFindingsShown); ++i) {
        printFinding(out, findings[i], words);
    }
    if (findings.size() > mostFindingsShown) {
        const auto more = static_cast<std::int64_t>(findings.size() - mostFindingsShown);
        out << "  " << words.sentence("finding.more", {{"count", more}}) << '\n';
    }
}

/// Rounding of floating-point sums, far below the two decimals shown; JSON keeps it.
bool isBelowDisplay(const layers::LedgerEntry& entry) { return entry.count == 0 && entry.amount < 0.005; }

geo::Message entryLine(const layers::Ledger& ledger, layers::LedgerSide side,
                       const layers::LedgerEntry& entry) {
    const std::string sideWord = "ledger-" + layers::wordOf(side);
    const std::string reason = "reason-" + entry.reason;
    if (ledger.unit.empty()) {
        return {"ledger.entry-rows", {{"side", sideWord}, {"reason", reason}, {"count", entry.count}}};
    }
    return {"ledger.entry",
            {{"side", sideWord},
             {"reason", reason},
             {"count", entry.count},
             {"amount", entry.amount},
             {"unit", ledger.unit}}};
}

void printSide(std::ostream& out, const layers::Ledger& ledger, layers::LedgerSide side,
               const Catalogue& words) {
    for (const layers::LedgerEntry& entry : ledger.entries(side)) {
        if (isBelowDisplay(entry)) continue;
        out << "  " << words.sentence(entryLine(ledger, side, entry)) << '\n';
    }
}

void printLedger(std::ostream& out, const layers::Ledger& ledger, const Catalogue& words) {
    if (ledger.in.empty()) return;
    out << words.sentence("ledger.heading") << '\n';
    for (const auto side : layers::ledgerSides) printSide(out, ledger, side, words);
}

}  // namespace

void printOutcome(std::ostream& out, const Outcome& outcome, const Catalogue& words) {
    for (const geo::Message& line : outcome.summary) out << words.sentence(line) << '\n';
    printLedger(out, outcome.ledger, words);
    printFindings(out, outcome.findings, words);
}

void printError(std::ostream& out, const geo::Error& error, const Catalogue& words) {
    out << words.sentence("error.heading") << ' ' << words.sentence(error) << '\n';
}

geo::Progress::Report terminalBar(const Catalogue& words) {
    if (!isTerminal()) return {};
    return [&words](std::string_view stepId, std::int64_t done, std::int64_t total) {
        const std::string step = words.sentence(stepId);
        const std::string share = total > 0 ? fmt::format(" {}%", 100 * done / total) : std::string();
        std::cerr << "\r\033[K" << step << share << std::flush;
    };
}

void clearBar() {
    if (isTerminal()) std::cerr << "\r\033[K" << std::flush;
}

}  // namespace app
