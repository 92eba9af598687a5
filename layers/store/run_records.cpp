// SPDX-License-Identifier: Apache-2.0
// Runs with their ledgers and findings.
#include "layers/store/run_records.hpp"

namespace layers {
namespace {

constexpr std::string_view insertRunRow =
    "INSERT INTO khoanh_run (project, job, parameters, as_of, ledger_unit) VALUES (?, ?, ?, ?, ?)";
constexpr std::string_view selectRuns =
    "SELECT id, job, parameters, as_of, ledger_unit FROM khoanh_run ORDER BY id";
constexpr std::string_view insertLedgerRow =
    "INSERT INTO khoanh_ledger (run, side, position, reason, count, amount) VALUES (?, ?, ?, ?, ?, ?)";
constexpr std::string_view selectLedger =
    "SELECT reason, count, amount FROM khoanh_ledger WHERE run = ? AND side = ? ORDER BY position";
constexpr std::string_view insertFindingRow =
    "INSERT INTO khoanh_finding (run, message, row, unit_code, source) VALUES (?, ?, ?, ?, ?)";
constexpr std::string_view selectFindings =
    "SELECT id, message, row, unit_code, source FROM khoanh_finding WHERE run = ? ORDER BY id";
constexpr std::string_view insertArgument =
    "INSERT INTO khoanh_finding_argument (finding, position, name, value) VALUES (?, ?, ?, ?)";
constexpr std::string_view selectArguments =
    "SELECT name, value FROM khoanh_finding_argument WHERE finding = ? ORDER BY position";

void insertLedger(const StoreConnection& connection, std::int64_t run, const Ledger& ledger) {
    Statement statement = connection.prepare(insertLedgerRow);
    for (const LedgerSide side : ledgerSides) {
        std::int64_t position = 0;
        for (const LedgerEntry& entry : ledger.entries(side)) {
            statement.bindAll(run, wordOf(side), ++position, entry.reason, entry.count, entry.amount).run();
        }
    }
}

Ledger readLedger(const StoreConnection& connection, std::int64_t run, std::string unit) {
    Ledger ledger;
    ledger.unit = std::move(unit);
    Statement statement = connection.prepare(selectLedger);
    for (const LedgerSide side : ledgerSides) {
        statement.bindAll(run, wordOf(side));
        while (statement.step()) {
            ledger.entries(side).push_back({statement.text(0), statement.whole(1), statement.decimal(2)});
        }
    }
    return ledger;
}

void bindArgument(Statement& statement, int position, const geo::ArgumentValue& value) {
    std::visit([&](const auto& held) { statement.bind(position, held); }, value);
}

void insertFindings(const StoreConnection& connection, std::int64_t run,
                    const std::vector<Finding>& findings) {
    Statement statement = connection.prepare(insertFindingRow);
    Statement arguments = connection.prepare(insertArgument);
    for (const Finding& finding : findings) {
        statement.bindAll(run, finding.message.id, finding.row, finding.unitCode, finding.source).run();
        const std::int64_t id = connection.lastRow();
        std::int64_t position = 0;
        for (const geo::Argument& argument : finding.message.arguments) {
            arguments.bindAll(id, ++position, argument.name);
            bindArgument(arguments, 4, argument.value);
            arguments.run();
        }
    }
}

geo::ArgumentValue argumentAt(const Statement& row, int column) {
    switch (row.columnType(column)) {
        case SQLITE_INTEGER:
            return row.whole(column);
        case SQLITE_FLOAT:
            return row.decimal(column);
        default:
            return row.text(column);
    }
}

std::vector<geo::Argument> readArguments(Statement& statement, std::int64_t finding) {
    std::vector<geo::Argument> arguments;
    statement.bindAll(finding);
    while (statement.step()) arguments.push_back({statement.text(0), argumentAt(statement, 1)});
    return arguments;
}

std::vector<Finding> readFindings(const StoreConnection& connection, std::int64_t run) {
    std::vector<Finding> findings;
    Statement statement = connection.prepare(selectFindings);
    Statement arguments = connection.prepare(selectArguments);
    statement.bindAll(run);
    while (statement.step()) {
        findings.push_back({{statement.text(1), readArguments(arguments, statement.whole(0))},
                            statement.whole(2),
                            statement.text(3),
                            statement.text(4)});
    }
    return findings;
}

}  // namespace

std::int64_t insertRun(const StoreConnection& connection, std::int64_t project, const RunRecord& run) {
    connection.prepare(insertRunRow)
        .bindAll(project, run.job, run.parameters, run.asOf, run.ledger.unit)
        .run();
    const std::int64_t id = connection.lastRow();
    insertLedger(connection, id, run.ledger);
    insertFindings(connection, id, run.findings);
    return id;
}

std::vector<RunRecord> readRuns(const StoreConnection& connection) {
    std::vector<RunRecord> runs;
    Statement statement = connection.prepare(selectRuns);
    while (statement.step()) {
        const std::int64_t id = statement.whole(0);
        runs.push_back({id, statement.text(1), statement.text(2),
                        readLedger(connection, id, statement.text(4)), readFindings(connection, id),
                        statement.optionalDate(3)});
    }
    return runs;
}

}  // namespace layers
