// SPDX-License-Identifier: Apache-2.0
// Pack tables in, rows and lines out.
#include "app/jobs/plan_sections.hpp"

#include <algorithm>
#include <array>

#include "app/jobs/plan_annexes.hpp"
#include "app/jobs/plan_cells.hpp"
#include "app/jobs/plan_goals.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

using layers::RowReader;

PlanSection taskGroups(const PlanSource& source) {
    PlanSection section;
    const layers::Table table = packTable(source.workspace, "task_groups");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const RowReader row(table, i);
        section.rows.push_back({textCell(row, "number"),
                                {"text", textOrNothing(row.text("text_vi"))},
                                textCell(row, "source"),
                                textCell(row, "certainty")});
        section.lines.push_back(
            {"plan.group", {{"number", row.text("number")}, {"text", row.text("text_vi")}}});
    }
    return section;
}

/// `same`, `renamed` or `no-heir`.
std::string changeOf(const RowReader& row) {
    if (row.text("name_now").empty()) return "no-heir";
    return row.text("name_now") == row.text("name_then") ? "same" : "renamed";
}

geo::Message agencyLine(const RowReader& row) {
    const std::string change = changeOf(row);
    const std::string then = row.text("name_then");
    const std::string certainty = "certainty-" + row.text("certainty");
    if (change == "no-heir") return {"plan.agency-no-heir", {{"then", then}, {"certainty", certainty}}};
    if (change == "same") return {"plan.agency-same", {{"then", then}, {"certainty", certainty}}};
    const char* const id = row.text("since").empty() ? "plan.agency-undated" : "plan.agency";
    return {id,
            {{"then", then},
             {"now", row.text("name_now")},
             {"since", row.text("since")},
             {"certainty", certainty}}};
}

PlanSection agencies(const PlanSource& source) {
    PlanSection section;
    const layers::Table table = packTable(source.workspace, "agencies");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const RowReader row(table, i);
        section.rows.push_back({textCell(row, "code"),
                                textCell(row, "name_then"),
                                textCell(row, "name_now"),
                                {"change", changeOf(row)},
                                textCell(row, "since"),
                                textCell(row, "note"),
                                textCell(row, "source"),
                                textCell(row, "certainty")});
        section.lines.push_back(agencyLine(row));
    }
    return section;
}

geo::Message documentLine(const RowReader& row) {
    const bool isDated = !row.text("date").empty();
    const char* const untitled = isDated ? "plan.document-untitled" : "plan.document-untitled-undated";
    const char* const titled = isDated ? "plan.document" : "plan.document-undated";
    return {row.text("title").empty() ? untitled : titled,
            {{"number", row.text("number")},
             {"date", row.text("date")},
             {"title", row.text("title")},
             {"issuer", row.text("issuer")},
             {"status", row.text("status")}}};
}

PlanSection documents(const PlanSource& source) {
    PlanSection section;
    const layers::Table table = packTable(source.workspace, "documents");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const RowReader row(table, i);
        section.rows.push_back({textCell(row, "number"),
                                textCell(row, "date"),
                                textCell(row, "effective"),
                                textCell(row, "title"),
                                textCell(row, "issuer"),
                                {"legal_status", textOrNothing(row.text("status"))},
                                textCell(row, "topic"),
                                textCell(row, "note"),
                                textCell(row, "source"),
                                textCell(row, "certainty")});
        section.lines.push_back(documentLine(row));
    }
    return section;
}

struct SectionMaker {
    std::string_view name;
    PlanSection (*make)(const PlanSource&);
};

constexpr std::array<SectionMaker, 7> makers{{{"objectives", planObjectives},
                                              {"targets", planTargets},
                                              {"groups", taskGroups},
                                              {"annex1", planAnnex1},
                                              {"annex2", planAnnex2},
                                              {"agencies", agencies},
                                              {"documents", documents}}};

std::string knownSections() {
    std::string known;
    for (const std::string& name : planSectionNames()) known += (known.empty() ? "" : ", ") + name;
    return known;
}

}  // namespace

std::vector<std::string> planSectionNames() {
    std::vector<std::string> names;
    for (const SectionMaker& maker : makers) names.emplace_back(maker.name);
    return names;
}

PlanSection planSection(const PlanSource& source, std::string_view name) {
    const auto maker = std::ranges::find(makers, name, &SectionMaker::name);
    if (maker == makers.end()) {
        throw geo::Error(geo::ErrorKind::Usage, "plan.section-unknown",
                         {{"section", std::string(name)}, {"known", knownSections()}});
    }
    PlanSection section = maker->make(source);
    section.name = name;
    return section;
}

std::int64_t countOf(const PlanSection& section, std::string_view cell, std::string_view text) {
    return std::ranges::count_if(section.rows, [&](const Row& row) { return textOf(row, cell) == text; });
}

}  // namespace app
