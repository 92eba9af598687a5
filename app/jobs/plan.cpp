// SPDX-License-Identifier: Apache-2.0
// One section listed, or all of them counted; tables on request.
#include "app/jobs/plan.hpp"

#include <algorithm>
#include <array>

#include "app/jobs/plan_sections.hpp"
#include "app/jobs/table_words.hpp"
#include "geo/base/error.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/table_file.hpp"
#include "layers/model/row_reader.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

/// A column of codes and where their words stand.
struct CodedColumn {
    const char* name;
    const char* prefix;
};

constexpr std::array<CodedColumn, 10> codedColumns{{{"horizon", ""},
                                                    {"operator", ""},
                                                    {"legal_status", ""},
                                                    {"kind", "plan-"},
                                                    {"level", "plan-"},
                                                    {"change", "plan-"},
                                                    {"scope", "scope-"},
                                                    {"certainty", "certainty-"},
                                                    {"lead_now_certainty", "certainty-"},
                                                    {"support_now_certainty", "certainty-"}}};

void addCount(Outcome& outcome, const PlanSection& section, const std::string& what, std::int64_t count) {
    outcome.rows.push_back({{"section", section.name}, {"what", what}, {"count", count}});
}

void countBy(Outcome& outcome, const PlanSection& section, std::string_view cell,
             std::initializer_list<std::string_view> words) {
    geo::Message line{"plan.count-" + section.name, {}};
    for (const std::string_view word : words) {
        const std::int64_t count = countOf(section, cell, word);
        addCount(outcome, section, std::string(word), count);
        line.arguments.push_back({std::string(word), count});
    }
    outcome.summary.push_back(std::move(line));
}

void countAll(Outcome& outcome, const PlanSection& section) {
    const auto count = static_cast<std::int64_t>(section.rows.size());
    addCount(outcome, section, "row", count);
    outcome.summary.push_back({"plan.count-" + section.name, {{"count", count}}});
}

void addToOverview(Outcome& outcome, const PlanSection& section) {
    if (section.name == "objectives") {
        countBy(outcome, section, "kind", {"quantitative", "qualitative"});
    } else if (section.name == "targets") {
        countBy(outcome, section, "scope", {"provincial", "national", "unit"});
    } else if (section.name == "annex1") {
        countBy(outcome, section, "level", {"part", "group", "task"});
    } else if (section.name == "annex2") {
        countBy(outcome, section, "level", {"sector", "item"});
    } else {
        countAll(outcome, section);
    }
}

/// The plan is what its newest document made it: dates in files follow that, never the clock.
geo::Date planDay(const layers::Workspace& workspace) {
    geo::Date newest{1970, 1, 1};
    if (!workspace.hasTable("pack_documents")) return newest;
    const layers::Table documents = workspace.readTable("pack_documents");
    for (std::size_t i = 0; i < documents.rows.size(); ++i) {
        newest = std::max(newest, layers::RowReader(documents, i).date("date").value_or(newest));
    }
    return newest;
}

void putIntoWords(layers::Table& table, const Catalogue& words) {
    for (const CodedColumn& column : codedColumns) {
        putColumnIntoWords(table, column.name, column.prefix, words);
    }
    const auto resources = table.schema.indexOf("resources");
    if (!resources) return;
    for (auto& row : table.rows) {
        row[*resources] = wordsForList(layers::textIn(row[*resources]), "resource-", words);
    }
}

void writeSection(Outcome& outcome, const fs::path& out, const PlanSection& section, const Catalogue& words,
                  const layers::WriteOptions& options) {
    layers::Table table = tableOfRows(section.rows);
    if (layers::formatOf(out) == layers::Format::Xlsx) putIntoWords(table, words);
    layers::TableText text;
    text.title = words.sentence("plan.title-" + section.name);
    text.columnTitles = columnTitles(table.schema, "plan", words);
    layers::writeTable(out, table, text, options);
    outcome.files.push_back(out);
    outcome.summary.push_back({"export.wrote", {{"file", out.string()}}});
}

fs::path pathOf(const fs::path& out, const std::string& section) {
    fs::path path = out;
    return path.replace_filename(out.stem().string() + '_' + section + out.extension().string());
}

void requireTable(const fs::path& out) {
    const auto format = layers::formatOf(out);
    if (format == layers::Format::Csv || format == layers::Format::Xlsx) return;
    throw geo::Error(geo::ErrorKind::Usage, "plan.not-a-table", {{"file", out.string()}});
}

}  // namespace

Outcome describePlan(const Project& project, const PlanRequest& request, const Catalogue& words,
                     geo::Progress& progress) {
    if (request.out) requireTable(*request.out);
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    Outcome outcome{.verb = "plan", .project = project};
    layers::WriteOptions options;
    options.asOf = planDay(workspace);
    if (!request.section.empty()) {
        const PlanSection section = planSection({workspace, project}, request.section);
        outcome.rows = section.rows;
        outcome.summary = section.lines;
        if (request.out) writeSection(outcome, *request.out, section, words, options);
        return outcome;
    }
    for (const std::string& name : planSectionNames()) {
        progress.throwIfStopped();
        const PlanSection section = planSection({workspace, project}, name);
        addToOverview(outcome, section);
        if (request.out) writeSection(outcome, pathOf(*request.out, name), section, words, options);
    }
    return outcome;
}

}  // namespace app
