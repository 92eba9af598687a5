// SPDX-License-Identifier: Apache-2.0
// Runs of the project's history, their findings, each once.
#include "app/jobs/findings_table.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "app/jobs/import.hpp"

namespace app {
namespace {

constexpr std::string_view importJob = "import";

bool contains(const std::vector<std::int64_t>& runs, std::int64_t id) {
    return std::ranges::find(runs, id) != runs.end();
}

bool isShown(const layers::RunRecord& run, const Project& project) {
    return contains(run.job == importJob ? project.imports : project.runs, run.id);
}

/// Whether a later import brought the same file in again: what the earlier one found is past.
bool wasReadAgain(const std::vector<layers::RunRecord>& runs, const layers::RunRecord& run,
                  const std::string& file, const Project& project) {
    return std::ranges::any_of(runs, [&](const layers::RunRecord& later) {
        return later.job == importJob && later.id > run.id && isShown(later, project) &&
               importedFiles(later).contains(file);
    });
}

std::string fileOf(const layers::LayerRecord& record) {
    return std::filesystem::path(record.source.path).filename().string();
}

/// Names of source files all of whose layers were replaced or undone.
std::set<std::string> filesNoLongerShown(const layers::Workspace& workspace, const Project& project) {
    std::set<std::string> hidden;
    std::set<std::string> shown;
    for (const layers::LayerRecord& record : workspace.layers()) {
        const bool isThere = std::ranges::find(project.layers, record.id) != project.layers.end();
        (isThere ? shown : hidden).insert(fileOf(record));
    }
    for (const std::string& file : shown) hidden.erase(file);
    return hidden;
}

/// Two findings with the same key say the same of the same place.
std::string keyOf(const layers::Finding& finding) {
    std::ostringstream key;
    key.precision(17);
    const char part = '\x1f';
    key << finding.message.id << part << finding.source << part << finding.row << part << finding.unitCode;
    for (const geo::Argument& argument : finding.message.arguments) {
        key << part << argument.name << part;
        std::visit([&](const auto& value) { key << value; }, argument.value);
    }
    return key.str();
}

std::vector<layers::Value> rowOf(const layers::RunRecord& run, const layers::Finding& finding,
                                 const Catalogue& words) {
    return {run.job,
            run.id,
            finding.message.id,
            finding.source,
            finding.row > 0 ? layers::Value(finding.row) : layers::Value(),
            finding.unitCode,
            words.sentence(finding.message)};
}

}  // namespace

layers::Table findingsTable(const layers::Workspace& workspace, const Project& project,
                            const Catalogue& words) {
    using enum layers::FieldType;
    layers::Table table{{{"job", Text},
                         {"run", Whole},
                         {"id", Text},
                         {"source", Text},
                         {"row", Whole},
                         {"unit_code", Text},
                         {"words", Text}},
                        {}};
    const auto hidden = filesNoLongerShown(workspace, project);
    std::set<std::string> seen;
    const auto runs = workspace.runs();
    for (const layers::RunRecord& run : runs) {
        if (!isShown(run, project)) continue;
        for (const layers::Finding& finding : run.findings) {
            const bool isPast = run.job == importJob && (hidden.contains(finding.source) ||
                                                         wasReadAgain(runs, run, finding.source, project));
            if (!isPast && seen.insert(keyOf(finding)).second)
                table.rows.push_back(rowOf(run, finding, words));
        }
    }
    return table;
}

}  // namespace app
