// SPDX-License-Identifier: Apache-2.0
// Finds the task of an indicator, computes it, keeps it, reports it.
#include "app/jobs/compute.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/jobs/figure_task.hpp"
#include "app/jobs/observation_rows.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/store/change.hpp"

namespace app {
namespace {

using MakeTask = FigureTask (*)(const FigureRoom&, const ComputeRequest&);

constexpr std::array<std::pair<std::string_view, MakeTask>, 6> tasks{{{"forest-cover", coverTask},
                                                                      {"wastewater-treated", wastewaterTask},
                                                                      {"waste-urban", reportedTask},
                                                                      {"waste-rural", reportedTask},
                                                                      {"energy-saving", reportedTask},
                                                                      {"circular-models", modelsTask}}};

std::string knownList() {
    std::string list;
    for (const std::string& indicator : knownIndicators()) list += (list.empty() ? "" : ", ") + indicator;
    return list;
}

/// A newer run of the same question takes the place of the older in what the project shows, and stands last.
void show(Project& project, std::int64_t newest, const layers::Workspace& workspace,
          const std::string& question) {
    for (const layers::RunRecord& run : workspace.runs()) {
        if (run.parameters == question) std::erase(project.runs, run.id);
    }
    project.runs.push_back(newest);
}

void keep(Outcome& outcome, layers::Workspace& workspace,
          const std::vector<layers::Observation>& observations, const layers::RunRecord& run) {
    layers::Change change(workspace);
    // Another program may have changed the project while this one computed.
    outcome.project = currentProject(workspace);
    const std::int64_t id = change.addRun(run);
    change.addObservations(id, observations);
    show(outcome.project, id, workspace, run.parameters);
    change.commit(toJson(outcome.project));
}

/// What the authorities published for the unit stands beside our figure, never in its place.
void addPublished(Row& row, const layers::Table& published, const layers::Observation& observation) {
    const auto& schema = published.schema;
    const auto indicator = schema.indexOf("indicator");
    const auto unit = schema.indexOf("unit_code");
    const auto value = schema.indexOf("value");
    const auto asOf = schema.indexOf("as_of");
    if (!indicator || !unit || !value || !asOf) return;
    for (const auto& line : published.rows) {
        if (layers::textIn(line[*indicator]) != observation.indicator ||
            layers::textIn(line[*unit]) != observation.unitCode) {
            continue;
        }
        if (const auto number = layers::numberIn(line[*value])) row.push_back({"published", *number});
        row.push_back({"published_as_of", layers::textIn(line[*asOf])});
        return;
    }
}

void report(Outcome& outcome, const layers::Workspace& workspace,
            const std::vector<layers::Observation>& observations) {
    const auto assigned = targets(workspace, outcome.project);
    const auto published =
        workspace.hasTable("pack_published") ? workspace.readTable("pack_published") : layers::Table{};
    for (const layers::Observation& observation : observations) {
        Row row = rowOf(observation, assigned);
        addPublished(row, published, observation);
        outcome.rows.push_back(std::move(row));
        outcome.summary.push_back(lineOf(observation));
    }
}

}  // namespace

std::vector<std::string> knownIndicators() {
    std::vector<std::string> indicators;
    for (const auto& [indicator, make] : tasks) indicators.emplace_back(indicator);
    return indicators;
}

FigureTask figureTask(const FigureRoom& room, const ComputeRequest& request) {
    const auto known = std::ranges::find(tasks, request.indicator, &decltype(tasks)::value_type::first);
    if (known != tasks.end()) return known->second(room, request);
    throw geo::Error(geo::ErrorKind::Usage, "compute.indicator-unknown",
                     {{"indicator", request.indicator}, {"known", knownList()}});
}

Outcome computeIndicator(const Project& project, const ComputeRequest& request, geo::Progress& progress) {
    auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    const auto units = unitRegister(workspace);
    const FigureRoom room{workspace, project, units};
    const FigureTask task = figureTask(room, request);
    FigureSheet sheet = task.compute(progress);
    Outcome outcome{.verb = "compute", .project = project, .findings = std::move(sheet.findings)};
    outcome.ledger = std::move(sheet.ledger);
    outcome.summary.push_back(task.heading);
    keep(outcome, workspace, sheet.observations,
         {.job = "compute",
          .parameters = task.question,
          .ledger = outcome.ledger,
          .findings = outcome.findings,
          .asOf = task.asOf});
    report(outcome, workspace, sheet.observations);
    return outcome;
}

}  // namespace app
