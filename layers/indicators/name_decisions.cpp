// SPDX-License-Identifier: Apache-2.0
// Decisions as rows of a table.
#include "layers/indicators/name_decisions.hpp"

#include <map>

#include "layers/model/row_reader.hpp"
#include "layers/text/names.hpp"

namespace layers {
namespace {

Value textOrNothing(const std::string& text) { return text.empty() ? Value() : Value(text); }

NameDecision decisionIn(const RowReader& row) {
    const auto level = parseUnitLevel(row.requiredText("level"));
    if (!level) row.refuse("level");
    const auto epoch = row.date("epoch");
    if (!epoch) row.refuse("epoch");
    return {{row.text("code"), row.text("name"), row.text("district")},
            *level,
            unitCodeIn(row.value("unit_code"), *level),
            *epoch};
}

}  // namespace

NameKey nameKeyOf(const UnitKey& key) {
    return {matchKey(key.code), matchKey(key.name), matchKey(key.district)};
}

std::vector<NameDecision> mergedDecisions(std::span<const NameDecision> earlier,
                                          std::span<const NameDecision> later) {
    std::map<NameKey, NameDecision> byWriting;
    for (const NameDecision& decision : earlier) byWriting[nameKeyOf(decision.written)] = decision;
    for (const NameDecision& decision : later) byWriting[nameKeyOf(decision.written)] = decision;
    std::vector<NameDecision> merged;
    for (auto& [key, decision] : byWriting) merged.push_back(std::move(decision));
    return merged;
}

Table tableOf(std::span<const NameDecision> decisions) {
    Table table{{{"code"}, {"name"}, {"district"}, {"level"}, {"unit_code"}, {"epoch"}}, {}};
    for (const NameDecision& decision : decisions) {
        table.rows.push_back({textOrNothing(decision.written.code), textOrNothing(decision.written.name),
                              textOrNothing(decision.written.district), wordOf(decision.level),
                              decision.unitCode, geo::isoText(decision.epoch)});
    }
    return table;
}

std::vector<NameDecision> decisionsFromTable(const Table& table) {
    requireColumns(table, {"level", "unit_code", "epoch"});
    std::vector<NameDecision> decisions;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        decisions.push_back(decisionIn(RowReader(table, row)));
    return decisions;
}

}  // namespace layers
