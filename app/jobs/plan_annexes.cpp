// SPDX-License-Identifier: Apache-2.0
// Annex lines as rows, agencies of today beside those of the plan.
#include "app/jobs/plan_annexes.hpp"

#include "app/jobs/plan_agencies.hpp"
#include "app/jobs/plan_cells.hpp"

namespace app {
namespace {

using layers::RowReader;
using layers::Workspace;

CellValue nowCell(const std::optional<AgenciesNow>& now) { return now ? CellValue(now->text) : CellValue(); }

CellValue certaintyCell(const std::optional<AgenciesNow>& now) {
    return now ? CellValue(now->certainty) : CellValue();
}

CellValue yearCell(const RowReader& row, const char* column) {
    const auto year = row.number(column);
    return year ? CellValue(static_cast<std::int64_t>(*year)) : CellValue();
}

Row annexRow(const RowReader& row, const PlanAgencies& agencies) {
    const auto lead = agencies.today(row.text("lead"));
    const auto support = agencies.today(row.text("support"));
    return {textCell(row, "id"),
            textCell(row, "number"),
            textCell(row, "part"),
            textCell(row, "level"),
            textCell(row, "parent"),
            {"text", textOrNothing(row.text("text_vi"))},
            textCell(row, "lead"),
            {"lead_now", nowCell(lead)},
            {"lead_now_certainty", certaintyCell(lead)},
            textCell(row, "support"),
            {"support_now", nowCell(support)},
            {"support_now_certainty", certaintyCell(support)},
            {"from_year", yearCell(row, "from_year")},
            {"to_year", yearCell(row, "to_year")},
            listCell(row, "product", "product", "; "),
            listCell(row, "resources", "resources", ", "),
            textCell(row, "source"),
            textCell(row, "certainty")};
}

/// A task without a number keeps none.
std::string numbered(const Row& row) {
    const std::string number = textOf(row, "number");
    return number.empty() ? textOf(row, "text") : number + ". " + textOf(row, "text");
}

geo::Message annexLine(const Row& row, const RowReader& pack) {
    if (textOf(row, "level") != "task") {
        return {"plan.annex1-" + textOf(row, "level"), {{"text", numbered(row)}}};
    }
    const std::string now = textOf(row, "lead_now");
    const char* const id = now.empty() ? "plan.annex1-task-no-heir" : "plan.annex1-task";
    return {id,
            {{"text", numbered(row)},
             {"lead", textOf(row, "lead")},
             {"now", now},
             {"from", pack.text("from_year")},
             {"to", pack.text("to_year")}}};
}

void addSectorItem(PlanSection& section, const RowReader& row) {
    section.rows.push_back({{"level", "item"},
                            textCell(row, "sector"),
                            textCell(row, "number"),
                            {"name", textOrNothing(row.text("name_vi"))},
                            listCell(row, "products", "products_vi", "; "),
                            textCell(row, "source"),
                            textCell(row, "certainty")});
    section.lines.push_back(
        {"plan.annex2-item", {{"number", row.text("number")}, {"name", row.text("name_vi")}}});
}

void addSector(PlanSection& section, const RowReader& row) {
    section.rows.push_back({{"level", "sector"},
                            {"sector", row.text("roman")},
                            {"number", CellValue()},
                            {"name", textOrNothing(row.text("name_vi"))},
                            {"products", CellValue()},
                            textCell(row, "source"),
                            textCell(row, "certainty")});
    section.lines.push_back(
        {"plan.annex2-sector", {{"sector", row.text("roman")}, {"name", row.text("name_vi")}}});
}

}  // namespace

PlanSection planAnnex1(const PlanSource& source) {
    PlanSection section;
    const layers::Table table = packTable(source.workspace, "annex1");
    const PlanAgencies agencies(packTable(source.workspace, "agencies"));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const RowReader row(table, i);
        section.rows.push_back(annexRow(row, agencies));
        section.lines.push_back(annexLine(section.rows.back(), row));
    }
    return section;
}

PlanSection planAnnex2(const PlanSource& source) {
    PlanSection section;
    const layers::Table sectors = packTable(source.workspace, "annex2_sectors");
    const layers::Table items = packTable(source.workspace, "annex2_items");
    for (std::size_t i = 0; i < sectors.rows.size(); ++i) {
        const RowReader sector(sectors, i);
        addSector(section, sector);
        for (std::size_t j = 0; j < items.rows.size(); ++j) {
            const RowReader item(items, j);
            if (item.text("sector") == sector.text("roman")) addSectorItem(section, item);
        }
    }
    return section;
}

}  // namespace app
