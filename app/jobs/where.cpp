// SPDX-License-Identifier: Apache-2.0
// Coordinates first, then the units and plots whose shape holds the point.
#include "app/jobs/where.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/jobs/where_nearby.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "geo/topology/points.hpp"

namespace app {
namespace {

/// Millimetres are what a receiver can at best mean.
double toMillimetre(double metres) { return std::round(metres * 1000) / 1000; }

void requireDegrees(geo::Coordinate degrees) {
    if (std::abs(degrees.x) <= 180 && std::abs(degrees.y) <= 90) return;
    throw geo::Error(geo::ErrorKind::Usage, "where.not-degrees", {{"lon", degrees.x}, {"lat", degrees.y}});
}

Row coordinatesRow(const layers::Workspace& workspace, geo::Coordinate degrees) {
    const geo::Crs& crs = workspace.settings().crs;
    const geo::Transform transform(geo::Crs::fromText("EPSG:4326"), crs);
    const geo::Coordinate plane = transform.apply(degrees);
    const Row systems{{"EPSG:4326", std::vector<double>{degrees.x, degrees.y}},
                      {crs.code().empty() ? crs.name() : crs.code(),
                       std::vector<double>{toMillimetre(plane.x), toMillimetre(plane.y)}}};
    return {{"what", "position"}, {"crs", systems}, {"operation", transform.operation()}};
}

geo::Message coordinatesLine(const layers::Workspace& workspace, geo::Coordinate degrees) {
    const geo::Crs& crs = workspace.settings().crs;
    const geo::Coordinate plane = geo::Transform(geo::Crs::fromText("EPSG:4326"), crs).apply(degrees);
    return {
        "where.position",
        {{"lon", degrees.x}, {"lat", degrees.y}, {"crs", crs.name()}, {"east", plane.x}, {"north", plane.y}}};
}

std::string textOf(const layers::LayerRecord& record, const layers::Feature& feature,
                   std::initializer_list<std::string_view> fields) {
    const auto index = record.schema.indexOfAny(fields);
    return index ? layers::textIn(feature.values[*index]) : std::string();
}

void addUnit(Outcome& outcome, const layers::LayerRecord& record, const layers::Feature& feature) {
    const std::string code = textOf(record, feature, {"code"});
    const std::string name = textOf(record, feature, {"name"});
    const std::string epoch = record.epoch ? geo::isoText(*record.epoch) : std::string();
    outcome.rows.push_back({{"what", "unit"},
                            {"kind", layers::wordOf(record.kind)},
                            {"epoch", epoch},
                            {"code", code},
                            {"name", name},
                            {"layer", record.id},
                            {"source", record.source.path}});
    outcome.summary.push_back(
        {"where.unit",
         {{"kind", layers::wordOf(record.kind)}, {"epoch", epoch}, {"code", code}, {"name", name}}});
}

void addPlot(Outcome& outcome, const layers::LayerRecord& record, const layers::Feature& feature) {
    const std::string compartment = textOf(record, feature, {"tk", "tieukhu"});
    const std::string block = textOf(record, feature, {"khoanh"});
    const std::string plot = textOf(record, feature, {"lo"});
    const std::string forest = textOf(record, feature, {"ldlr"});
    outcome.rows.push_back({{"what", "plot"},
                            {"tk", compartment},
                            {"khoanh", block},
                            {"lo", plot},
                            {"ldlr", forest},
                            {"layer", record.id},
                            {"row", feature.sourceRow},
                            {"source", record.source.path}});
    outcome.summary.push_back(
        {"where.plot", {{"tk", compartment}, {"khoanh", block}, {"lo", plot}, {"ldlr", forest}}});
}

void addBasin(Outcome& outcome, const layers::LayerRecord& record, const layers::Feature& feature) {
    const std::string code = textOf(record, feature, {"code"});
    const std::string name = textOf(record, feature, {"name"});
    outcome.rows.push_back({{"what", "basin"},
                            {"code", code},
                            {"name", name},
                            {"layer", record.id},
                            {"source", record.source.path}});
    outcome.summary.push_back({"where.basin", {{"code", code}, {"name", name}}});
}

bool isUnitKind(layers::Kind kind) {
    return kind == layers::Kind::Communes || kind == layers::Kind::Districts;
}

/// Newest units first: people ask where a place is today.
std::vector<layers::LayerRecord> newestFirst(std::vector<layers::LayerRecord> records) {
    std::ranges::stable_sort(records, [](const auto& a, const auto& b) { return a.epoch > b.epoch; });
    return records;
}

std::size_t addWhatHolds(Outcome& outcome, const layers::Workspace& workspace,
                         const layers::LayerRecord& record, geo::Coordinate position) {
    std::size_t found = 0;
    for (const layers::Feature& feature : workspace.featuresAt(record.id, position)) {
        if (!geo::containsPoint(feature.geometry, position)) continue;
        ++found;
        if (isUnitKind(record.kind)) addUnit(outcome, record, feature);
        if (record.kind == layers::Kind::Forest) addPlot(outcome, record, feature);
        if (record.kind == layers::Kind::Basins) addBasin(outcome, record, feature);
    }
    return found;
}

void noteDoubt(Outcome& outcome, const layers::LayerRecord& record, std::size_t found) {
    if (!isUnitKind(record.kind) || found == 1) return;
    outcome.findings.push_back({{found == 0 ? "where.outside" : "where.several",
                                 {{"layer", record.name}, {"kind", layers::wordOf(record.kind)}}},
                                0,
                                {}});
}

/// Only today's communes: a former border is nobody's any more.
void noteNearBorderOfToday(Outcome& outcome, const layers::Workspace& workspace, geo::Coordinate position) {
    const auto communes = newestFirst(shownLayers(workspace, outcome.project, layers::Kind::Communes));
    if (!communes.empty()) noteNearBorder(outcome, workspace, communes.front(), position);
}

}  // namespace

Outcome locatePoint(const Project& project, geo::Coordinate degrees, geo::Progress& progress) {
    requireDegrees(degrees);
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const geo::Transform transform(geo::Crs::fromText("EPSG:4326"), workspace.settings().crs);
    const geo::Coordinate position = transform.apply(degrees);
    Outcome outcome{.verb = "where", .project = project, .rows = {coordinatesRow(workspace, degrees)}};
    outcome.summary = {coordinatesLine(workspace, degrees)};
    for (const layers::LayerRecord& record : newestFirst(shownLayers(workspace, project))) {
        progress.throwIfStopped();
        noteDoubt(outcome, record, addWhatHolds(outcome, workspace, record, position));
    }
    noteNearBorderOfToday(outcome, workspace, position);
    addNearestStream(outcome, workspace, position);
    addNearestSites(outcome, workspace, position);
    return outcome;
}

}  // namespace app
