// SPDX-License-Identifier: Apache-2.0
// Figures, findings, ledger and tasks as rows of tables.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/desktop/desk.hpp"
#include "app/desktop/row_table.hpp"
#include "app/jobs/theme_view.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/model/table.hpp"

namespace app {

struct TableContent {
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
};

/// One row a unit: terms, value, what it lacks to the province's level and to a target of its own, status.
TableContent figureTable(const ThemeView& view, const Desk& desk);

/// Of the table findingsTable() makes.
TableContent findingsContent(const layers::Table& findings, const Desk& desk);

TableContent ledgerContent(const layers::Ledger& ledger, const Desk& desk);

/// Of the rows describePlan() gives for Annex I.
TableContent tasksContent(const std::vector<Row>& rows, const Desk& desk);

/// `5 xã, phường: 48,2% (1.234,5 / 2.561,2 ha)`: several units as one, where their figures have terms that
/// are counted in one unit.
QString brushedSentence(const ThemeView& view, const std::set<std::string>& units, const Desk& desk);

/// `Xã, phường`: what the units of a view are called.
std::string unitsWord(const ThemeView& view, const Desk& desk);

/// What the terms of most of these figures are counted in; empty where most do not say so. Amounts in
/// another unit are not sorted, ranked or added among them.
std::string termUnitOf(const ThemeView& view);

/// `Bum Tở (kg/ngày)`: a unit with what its terms are counted in.
QString nameInOwnUnit(const layers::Observation& figure, const Desk& desk);

/// `+10,5` or `−13,1`.
QString signedNumber(double value, int decimals, const Desk& desk);

/// The text of a cell of a row, empty where there is none.
std::string cellText(const Row& row, std::string_view name);

}  // namespace app
