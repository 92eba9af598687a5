// SPDX-License-Identifier: Apache-2.0
// Rows on the layers, figures and content of a workspace.
#include "app/jobs/info.hpp"

#include <algorithm>
#include <utility>

#include "app/jobs/observation_rows.hpp"
#include "app/jobs/observation_trace.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/files/digest.hpp"

namespace app {
namespace {

Row layerRow(const layers::LayerRecord& record) {
    return {{"layer", record.id},
            {"kind", layers::wordOf(record.kind)},
            {"name", record.name},
            {"features", record.featureCount},
            {"epoch", record.epoch ? geo::isoText(*record.epoch) : std::string()},
            {"as_of", record.asOf ? geo::isoText(*record.asOf) : std::string()},
            {"crs", record.crs.code()},
            {"source", record.source.path},
            {"sha256", record.source.sha256},
            {"layer_in_file", record.source.layerName},
            {"encoding", record.source.encoding},
            {"profile", record.source.profile},
            {"source_crs", record.source.crs},
            {"operation", record.source.operation}};
}

geo::Message layerLine(const layers::LayerRecord& record) {
    return {"info.layer",
            {{"layer", record.id},
             {"kind", layers::wordOf(record.kind)},
             {"name", record.name},
             {"count", record.featureCount},
             {"source", record.source.path}}};
}

std::string digestOf(const layers::Workspace& workspace, geo::Progress& progress) {
    std::string digest;
    workspace.forEachContentRow([&](std::string_view row) {
        progress.throwIfStopped();
        digest = layers::sha256Of(digest.append(row));
    });
    return digest;
}

/// A figure, and the run that made it.
struct MadeFigure {
    layers::Observation observation;
    std::int64_t run = 0;
};

/// Figures are numbered from 1 through all runs shown.
std::optional<MadeFigure> figureNumbered(const layers::Workspace& workspace, const Project& project,
                                         std::int64_t number) {
    for (const std::int64_t run : project.runs) {
        const auto observations = workspace.observations(run);
        const auto count = static_cast<std::int64_t>(observations.size());
        if (number >= 1 && number <= count)
            return MadeFigure{observations[static_cast<std::size_t>(number - 1)], run};
        number -= count;
    }
    return std::nullopt;
}

/// The row's texts and whole numbers as the arguments of a sentence.
geo::Message messageOf(const char* id, const Row& row) {
    geo::Message message{id, {}};
    for (const Cell& cell : row) {
        if (const auto* const text = std::get_if<std::string>(&cell.value))
            message.arguments.push_back({cell.name, *text});
        if (const auto* const number = std::get_if<std::int64_t>(&cell.value))
            message.arguments.push_back({cell.name, *number});
    }
    return message;
}

const Cell* cellNamed(const Row& row, const std::string& name) {
    const auto found = std::ranges::find(row, name, &Cell::name);
    return found == row.end() ? nullptr : &*found;
}

/// What the file wrote for terms that were converted, each in its own unit.
std::vector<geo::Message> writtenLines(const Row& source) {
    std::vector<geo::Message> lines;
    for (const std::string term : {"numerator", "denominator"}) {
        const Cell* const number = cellNamed(source, "written_" + term + "_number");
        const Cell* const unit = cellNamed(source, "written_" + term + "_unit");
        const auto* const value = number == nullptr ? nullptr : std::get_if<double>(&number->value);
        if (value == nullptr || unit == nullptr) continue;
        lines.push_back({"info.trace-written",
                         {{"term", term},
                          {"number", *value},
                          {"unit", std::get<std::string>(unit->value)}}});
    }
    return lines;
}

geo::Message methodLine(const layers::Observation& observation) {
    return {"info.trace-method",
            {{"method", observation.method},
             {"denominator", observation.denominatorKind},
             {"area", observation.areaKind},
             {"count", observation.count},
             {"units_on", geo::isoText(observation.unitsOn)}}};
}

/// The whole question the figure answers, with the versions of everything it was made from, and its book.
void noteRun(Outcome& outcome, Row& row, const layers::Workspace& workspace, std::int64_t id) {
    const auto runs = workspace.runs();
    const auto run = std::ranges::find(runs, id, &layers::RunRecord::id);
    if (run == runs.end()) return;
    row.push_back({"question", run->parameters});
    outcome.summary.push_back({"info.trace-question", {{"question", run->parameters}}});
    outcome.ledger = run->ledger;
}

void addObservation(Outcome& outcome, const layers::Workspace& workspace, std::int64_t number) {
    const auto figure = figureNumbered(workspace, outcome.project, number);
    if (!figure) throw geo::Error(geo::ErrorKind::NotFound, "info.no-observation", {{"number", number}});
    const layers::Observation& observation = figure->observation;
    Row row = rowOf(observation, targets(workspace, outcome.project));
    if (observation.sourceLayer != 0)
        row.push_back({"layer", layerRow(workspace.layer(observation.sourceLayer))});
    const auto files = sourceFilesOf(workspace, outcome.project, observation);
    const auto rows = sourceRowsOf(workspace, outcome.project, observation);
    outcome.summary = {lineOf(observation), methodLine(observation)};
    noteRun(outcome, row, workspace, figure->run);
    for (const Row& file : files) outcome.summary.push_back(messageOf("info.trace-file", file));
    for (const Row& source : rows) {
        outcome.summary.push_back(messageOf("info.trace-row", source));
        for (geo::Message& line : writtenLines(source)) outcome.summary.push_back(std::move(line));
    }
    row.push_back({"files", files});
    row.push_back({"source_rows", rows});
    outcome.rows = {row};
}

}  // namespace

Outcome describeWorkspace(const Project& project, const InfoRequest& request, geo::Progress& progress) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    Outcome outcome{.verb = "info", .project = project};
    if (request.observation) {
        addObservation(outcome, workspace, *request.observation);
        return outcome;
    }
    const auto& settings = workspace.settings();
    outcome.summary = {{"info.workspace",
                        {{"path", project.workspace.string()},
                         {"province", settings.packSource},
                         {"crs", settings.crs.name()},
                         {"runs", static_cast<std::int64_t>(project.runs.size())}}}};
    for (const layers::LayerRecord& record : shownLayers(workspace, project)) {
        outcome.rows.push_back(layerRow(record));
        outcome.summary.push_back(layerLine(record));
    }
    if (request.digest) {
        const std::string digest = digestOf(workspace, progress);
        outcome.rows.push_back({{"digest", digest}});
        outcome.summary.push_back({"info.digest", {{"digest", digest}}});
    }
    return outcome;
}

}  // namespace app
