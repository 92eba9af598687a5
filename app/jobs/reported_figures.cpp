// SPDX-License-Identifier: Apache-2.0
// Figures that offices report in tables: solid waste, energy saved.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/figure_task.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/indicators/epoch_join.hpp"
#include "layers/indicators/epoch_tally.hpp"
#include "layers/indicators/reported_fields.hpp"
#include "layers/indicators/reported_tally.hpp"

namespace app {
namespace {

/// The rows of one indicator and year, and the tables they stand in.
struct ReportedPlan {
    std::string indicator;
    layers::UnitLevel level = layers::UnitLevel::Commune;
    geo::Date unitsOn;
    int year = 0;
    std::vector<layers::LayerRecord> sources = {};
    std::vector<layers::ReportedRow> rows = {};
};

struct SourcedRow {
    const layers::LayerRecord* record;
    layers::ReportedRow row;
};

/// Tables as they count where they speak of the same unit and year: the more settled first, then the newer.
std::vector<layers::LayerRecord> tablesInOrder(const FigureRoom& room) {
    auto records = shownLayers(room.workspace, room.project, layers::Kind::Indicators);
    std::ranges::sort(records, [](const layers::LayerRecord& first, const layers::LayerRecord& second) {
        return std::tie(second.release, second.id) < std::tie(first.release, first.id);
    });
    return records;
}

std::vector<SourcedRow> rowsOf(const FigureRoom& room, const layers::LayerRecord& record,
                               const std::string& indicator) {
    const auto fields = layers::reportedFieldsOf(record.schema);
    auto stream = room.workspace.readLayer(record.id, {.shapes = layers::ShapesWanted::No});
    std::vector<SourcedRow> rows;
    layers::Feature feature;
    while (stream.next(feature)) {
        auto row = layers::reportedRowIn(feature, fields, layers::DecimalMark::Point);
        // What was wrong with a row was said when it came in.
        row.faults.clear();
        if (!row.epoch) row.epoch = record.epoch;
        if (row.indicator == indicator) rows.push_back({&record, std::move(row)});
    }
    return rows;
}

std::string yearsOf(const std::vector<SourcedRow>& rows) {
    std::vector<int> years;
    for (const SourcedRow& sourced : rows) years.push_back(sourced.row.period);
    std::ranges::sort(years);
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return fmt::format("{}", fmt::join(years, ", "));
}

/// The year asked for, else the latest of those approved, else the latest.
int yearFor(const std::vector<SourcedRow>& rows, const ComputeRequest& request) {
    if (rows.empty()) {
        throw geo::Error(geo::ErrorKind::NotFound, "compute.no-rows", {{"indicator", request.indicator}});
    }
    int latest = 0;
    int latestApproved = 0;
    for (const SourcedRow& sourced : rows) {
        latest = std::max(latest, sourced.row.period);
        const bool isApproved = sourced.record->release == layers::Release::Approved;
        if (isApproved) latestApproved = std::max(latestApproved, sourced.row.period);
    }
    return request.period.value_or(latestApproved > 0 ? latestApproved : latest);
}

void requireRows(const ReportedPlan& plan, const std::vector<SourcedRow>& all) {
    if (!plan.rows.empty()) return;
    throw geo::Error(
        geo::ErrorKind::NotFound, "compute.no-rows-that-year",
        {{"indicator", plan.indicator}, {"year", std::to_string(plan.year)}, {"known", yearsOf(all)}});
}

ReportedPlan planReported(const FigureRoom& room, const ComputeRequest& request) {
    ReportedPlan plan{request.indicator, request.level, unitsDay(room.units, request.level, request.unitsOn)};
    const auto records = tablesInOrder(room);
    std::vector<SourcedRow> all;
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto rows = rowsOf(room, records[i], request.indicator);
        for (SourcedRow& sourced : rows) sourced.row.table = static_cast<std::int64_t>(i);
        std::ranges::move(rows, std::back_inserter(all));
    }
    plan.year = yearFor(all, request);
    std::map<std::int64_t, const layers::LayerRecord*> sources;
    for (SourcedRow& sourced : all) {
        if (sourced.row.period != plan.year) continue;
        sources[sourced.record->id] = sourced.record;
        plan.rows.push_back(sourced.row);
    }
    for (const auto& [id, record] : sources) plan.sources.push_back(*record);
    requireRows(plan, all);
    for (auto& record : plan.sources) record.asOf = geo::lastDayOf(plan.year);
    return plan;
}

/// Rows without a unit of their own were named when they came in, and belong to no figure.
std::vector<layers::ReportedRow> joinedRows(const ReportedPlan& plan) {
    std::vector<layers::ReportedRow> rows = plan.rows;
    std::erase_if(rows, [](const layers::ReportedRow& row) { return row.unitCode.empty(); });
    return rows;
}

layers::ReportedTally tallyRows(const FigureRoom& room, const ReportedPlan& plan) {
    const auto rows = joinedRows(plan);
    const auto lineageRows = lineage(room.workspace, room.project);
    const bool isOfTheProvince = plan.indicator == "energy-saving";
    const bool isByArea = carryRuleOf(room.workspace, plan.indicator) == "area-weighted";
    auto tally =
        layers::tallyOverEpochs(rows, room.units, lineageRows,
                                {{plan.unitsOn, plan.level, plan.unitsOn},
                                 isOfTheProvince ? layers::FromBelow::Never : layers::FromBelow::Summed,
                                 isByArea ? layers::SplitRule::ByArea : layers::SplitRule::NotCarried});
    const auto left = static_cast<std::int64_t>(plan.rows.size() - rows.size());
    if (left > 0) {
        tally.ledger.add(layers::LedgerSide::In, "rows", left, 0);
        tally.ledger.add(layers::LedgerSide::Lost, "not-joined", left, 0);
    }
    return tally;
}

/// A unit's row in two tables of one year: that of the first of tablesInOrder() counts, and that is said.
std::optional<layers::Finding> repeatFinding(const ReportedPlan& plan) {
    if (plan.sources.size() < 2) return std::nullopt;
    const auto repeats = layers::repeatedRows(plan.rows);
    const auto count = std::ranges::count_if(repeats, [](const auto& first) { return first.has_value(); });
    if (count == 0) return std::nullopt;
    return layers::Finding{{"figure.in-two-tables",
                            {{"indicator", plan.indicator},
                             {"year", std::to_string(plan.year)},
                             {"count", static_cast<std::int64_t>(count)},
                             {"files", sourceText(plan.sources)}}},
                           0,
                           {}};
}

/// Rows whose day somebody insisted on against their own words.
std::optional<layers::Finding> acceptedFinding(const ReportedPlan& plan) {
    const std::string accepted = layers::wordOf(layers::JoinBasis::Accepted);
    const auto count = std::ranges::count(plan.rows, accepted, &layers::ReportedRow::basis);
    if (count == 0) return std::nullopt;
    return layers::Finding{{"figure.epoch-accepted",
                            {{"indicator", plan.indicator},
                             {"year", std::to_string(plan.year)},
                             {"count", static_cast<std::int64_t>(count)}}},
                           0,
                           {}};
}

FigureSheet computeReported(const FigureRoom& room, const ReportedPlan& plan, geo::Progress& progress) {
    progress.step("compute.rows");
    auto tally = tallyRows(room, plan);
    FigureSheet sheet{{}, std::move(tally.ledger), std::move(tally.findings)};
    if (auto repeats = repeatFinding(plan)) sheet.findings.push_back(std::move(*repeats));
    if (auto accepted = acceptedFinding(plan)) sheet.findings.push_back(std::move(*accepted));
    const auto asked = askedUnits(room, plan.level, plan.unitsOn);
    for (const layers::ReportedFigure& figure : tally.figures) {
        const auto unit = std::ranges::find(asked, figure.unitCode, &layers::Unit::code);
        if (unit == asked.end()) continue;
        auto observation = blankObservation(plan.indicator, *unit, plan.unitsOn, plan.sources);
        observation.method = figure.bounds ? "reported-rows-by-area" : "reported-rows";
        const std::string files = observation.source;
        layers::setReported(observation, figure);
        observation.source = observation.source.empty() || observation.source == files
                                 ? files
                                 : files + " (" + observation.source + ")";
        sheet.observations.push_back(std::move(observation));
    }
    return sheet;
}

std::string questionText(const FigureRoom& room, const ReportedPlan& plan) {
    std::string text = fmt::format("{} {} year={}", plan.indicator,
                                   territoryQuestion(room, plan.level, plan.unitsOn), plan.year);
    for (const auto& record : plan.sources) text += fmt::format(" rows={}", record.id);
    // Figures kept by an older program counted the row that stands highest in its file.
    if (plan.sources.size() > 1) text += " order=settled";
    return text;
}

/// No office reports a basin, and energy is accounted for the province alone.
void requireLevel(const ComputeRequest& request) {
    if (!layers::isAdministrative(request.level)) {
        throw geo::Error(geo::ErrorKind::Usage, "compute.level-not-for-indicator",
                         {{"level", layers::wordOf(request.level)}, {"indicator", request.indicator}});
    }
    if (request.indicator != "energy-saving" || request.level == layers::UnitLevel::Province) return;
    throw geo::Error(geo::ErrorKind::Usage, "compute.level-province-only",
                     {{"indicator", request.indicator}});
}

}  // namespace

FigureTask reportedTask(const FigureRoom& room, const ComputeRequest& request) {
    requireLevel(request);
    const ReportedPlan plan = planReported(room, request);
    const geo::Date asOf = geo::lastDayOf(plan.year);
    return {questionText(room, plan),
            asOf,
            {"compute.reported", {{"as_of", geo::isoText(asOf)}, {"units_on", geo::isoText(plan.unitsOn)}}},
            [&room, plan](geo::Progress& progress) { return computeReported(room, plan, progress); }};
}

}  // namespace app
