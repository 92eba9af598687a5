// SPDX-License-Identifier: Apache-2.0
// Objectives and targets as rows and lines.
#include "app/jobs/plan_goals.hpp"

#include <algorithm>

#include "app/jobs/plan_cells.hpp"
#include "app/jobs/workspace_view.hpp"

namespace app {
namespace {

using layers::RowReader;
using layers::Workspace;

double numberOf(const Row& row, std::string_view name) {
    const auto found = std::ranges::find(row, name, &Cell::name);
    const auto* const number = found != row.end() ? std::get_if<double>(&found->value) : nullptr;
    return number != nullptr ? *number : 0;
}

std::string indicatorName(const Workspace& workspace, const std::string& indicator) {
    const layers::Table names = packTable(workspace, "indicators");
    for (std::size_t i = 0; i < names.rows.size(); ++i) {
        const RowReader row(names, i);
        if (row.text("indicator") == indicator) return row.text("name_vi");
    }
    return {};
}

/// The province's target of that indicator for that year; nothing when there is none.
const layers::Target* provincialTarget(const layers::Targets& targets, const std::string& province,
                                       const RowReader& objective) {
    const auto found = std::ranges::find_if(targets.all(), [&](const layers::Target& target) {
        return target.indicator == objective.text("indicator") && target.unitCode == province &&
               std::to_string(target.year) == objective.text("horizon");
    });
    return found == targets.all().end() ? nullptr : &*found;
}

Row objectiveRow(const RowReader& row, const layers::Target* target) {
    return {textCell(row, "id"),
            textCell(row, "horizon"),
            textCell(row, "kind"),
            textCell(row, "parent"),
            {"text", textOrNothing(row.text("text_vi"))},
            textCell(row, "indicator"),
            textCell(row, "operator"),
            {"value", numberOrNothing(row.number("value"))},
            textCell(row, "unit"),
            {"legal_status", target != nullptr ? textOrNothing(target->legalStatus) : CellValue()},
            {"document", target != nullptr ? textOrNothing(target->document) : CellValue()},
            {"basis", textOrNothing(row.text("basis_vi"))},
            textCell(row, "source"),
            textCell(row, "certainty")};
}

geo::Message objectiveLine(const Row& row) {
    if (textOf(row, "kind") != "quantitative") {
        return {"plan.objective", {{"id", textOf(row, "id")}, {"text", textOf(row, "text")}}};
    }
    return {"plan.objective-quantitative",
            {{"id", textOf(row, "id")},
             {"text", textOf(row, "text")},
             {"operator", textOf(row, "operator")},
             {"value", numberOf(row, "value")},
             {"unit", textOf(row, "unit")},
             {"status", textOf(row, "legal_status")}}};
}

std::string scopeOf(const layers::Target& target, const std::string& province) {
    if (target.unitCode.empty()) return "national";
    return target.unitCode == province ? "provincial" : "unit";
}

Row targetRow(const Workspace& workspace, const layers::Target& target) {
    return {{"indicator", target.indicator},
            {"indicator_name", textOrNothing(indicatorName(workspace, target.indicator))},
            {"scope", scopeOf(target, workspace.settings().province)},
            {"unit_code", textOrNothing(target.unitCode)},
            {"year", std::int64_t{target.year}},
            {"operator", layers::wordOf(target.comparison)},
            {"value", target.value},
            {"unit", textOrNothing(target.unit)},
            {"document", textOrNothing(target.document)},
            {"legal_status", textOrNothing(target.legalStatus)},
            {"source", textOrNothing(target.source)}};
}

geo::Message targetLine(const Row& row, const layers::Target& target) {
    return {textOf(row, "scope") == "unit" ? "plan.target-unit" : "plan.target",
            {{"name", textOf(row, "indicator_name")},
             {"scope", "scope-" + textOf(row, "scope")},
             {"unit_code", target.unitCode},
             {"year", std::to_string(target.year)},
             {"operator", textOf(row, "operator")},
             {"value", target.value},
             {"unit", target.unit},
             {"document", target.document},
             {"status", target.legalStatus}}};
}

}  // namespace

PlanSection planObjectives(const PlanSource& source) {
    PlanSection section;
    const layers::Table table = packTable(source.workspace, "objectives");
    const auto assigned = targets(source.workspace, source.project);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const RowReader row(table, i);
        section.rows.push_back(
            objectiveRow(row, provincialTarget(assigned, source.workspace.settings().province, row)));
        section.lines.push_back(objectiveLine(section.rows.back()));
    }
    return section;
}

PlanSection planTargets(const PlanSource& source) {
    PlanSection section;
    const layers::Targets assigned = targets(source.workspace, source.project);
    for (const layers::Target& target : assigned.all()) {
        section.rows.push_back(targetRow(source.workspace, target));
        section.lines.push_back(targetLine(section.rows.back(), target));
    }
    return section;
}

}  // namespace app
