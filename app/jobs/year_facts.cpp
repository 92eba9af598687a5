// SPDX-License-Identifier: Apache-2.0
// Targets met with figures, rows that nobody sent, tasks by the agency that leads them.
#include "app/jobs/year_facts.hpp"

#include <algorithm>

#include "app/jobs/figures.hpp"
#include "app/jobs/plan_cells.hpp"
#include "app/jobs/plan_sections.hpp"
#include "app/jobs/theme_choices.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

using layers::Observation;

std::string indicatorName(const layers::Workspace& workspace, const std::string& indicator) {
    const layers::Table names = packTable(workspace, "indicators");
    for (std::size_t i = 0; i < names.rows.size(); ++i) {
        const layers::RowReader row(names, i);
        if (row.text("indicator") == indicator) return row.text("name_vi");
    }
    return indicator;
}

/// One an indicator: the target for the year or the next later one.
std::vector<layers::Target> provincialTargets(const layers::Targets& targets, const std::string& province,
                                              int year) {
    std::vector<layers::Target> found;
    for (const layers::Target& target : targets.all()) {
        const bool isKnown = std::ranges::count(found, target.indicator, &layers::Target::indicator) > 0;
        const auto* const due = isKnown ? nullptr : targets.targetFor(target.indicator, province, year);
        if (due != nullptr) found.push_back(*due);
    }
    return found;
}

/// Years with figures up to a year, newest first.
std::vector<int> yearsUpTo(const Project& project, const std::string& indicator, int year) {
    auto years = themeChoices(project, indicator).years;
    std::erase_if(years, [&](int one) { return one > year; });
    std::ranges::reverse(years);
    return years;
}

class Gathering {
  public:
    Gathering(const Project& project, int year, geo::Progress& progress) : m_progress(progress) {
        m_facts.project = project;
        m_facts.year = year;
    }

    YearFacts take() { return std::move(m_facts); }

    void addTarget(const layers::Target& target, const std::string& name) {
        TargetStanding standing{.target = target, .name = name, .figure = {}, .before = {}, .fault = {}};
        const auto years = yearsUpTo(m_facts.project, target.indicator, m_facts.year);
        if (years.empty())
            standing.fault = geo::Message{"report.no-figure", {{"year", std::to_string(m_facts.year)}}};
        for (const int year : years) {
            const auto figure = provinceFigure(target.indicator, year);
            if (!figure || !figure->value) continue;
            if (standing.figure) standing.before = figure;
            if (standing.before) break;
            standing.figure = figure;
        }
        if (!standing.figure && !standing.fault)
            standing.fault = geo::Message{"report.no-figure", {{"year", std::to_string(m_facts.year)}}};
        if (standing.figure) m_facts.asOf = std::max(m_facts.asOf, standing.figure->asOf);
        m_facts.targets.push_back(std::move(standing));
        if (!years.empty()) addMissing(target.indicator, name, years.front());
    }

    void addAgencies(const layers::Workspace& workspace) {
        const PlanSection annex = planSection({workspace, m_facts.project}, "annex1");
        for (const Row& row : annex.rows) {
            if (textOf(row, "level") != "task" || !isUnderWay(row)) continue;
            DueAgency& agency = agencyOf(row);
            agency.tasks.push_back(row);
        }
    }

  private:
    ComputeRequest question(const std::string& indicator, layers::UnitLevel level, int year) const {
        ComputeRequest request;
        request.indicator = indicator;
        request.level = level;
        request.period = year;
        return request;
    }

    std::vector<Observation> figures(const ComputeRequest& request) {
        Figures found = figuresFor(m_facts.project, request, m_progress);
        m_facts.project = found.project;
        std::ranges::move(found.findings, std::back_inserter(m_facts.findings));
        return std::move(found.observations);
    }

    std::optional<Observation> provinceFigure(const std::string& indicator, int year) {
        for (const Observation& figure : figures(question(indicator, layers::UnitLevel::Province, year)))
            if (figure.part.empty()) return figure;
        return std::nullopt;
    }

    /// Reports are owed where figures are what offices wrote down, not where they are measured.
    void addMissing(const std::string& indicator, const std::string& name, int year) {
        const auto levels = themeChoices(m_facts.project, indicator).levels;
        if (std::ranges::count(levels, layers::UnitLevel::Commune, &LevelChoice::level) == 0) return;
        const auto communes = figures(question(indicator, layers::UnitLevel::Commune, year));
        const auto isReported = [](const Observation& figure) {
            return figure.method.starts_with("reported-rows");
        };
        if (std::ranges::none_of(communes, isReported)) return;
        for (const Observation& figure : communes) {
            const bool isMissing =
                figure.status == layers::Status::NotReported || figure.status == layers::Status::Missing;
            if (isMissing && figure.part.empty())
                m_facts.missing.push_back(
                    {indicator, name, year, figure.unitCode, figure.unitName, figure.status});
        }
    }

    bool isUnderWay(const Row& row) const {
        const auto yearIn = [&](const char* cell) -> std::optional<std::int64_t> {
            const auto found = std::ranges::find(row, cell, &Cell::name);
            const auto* const whole = found == row.end() ? nullptr : std::get_if<std::int64_t>(&found->value);
            return whole == nullptr ? std::nullopt : std::optional(*whole);
        };
        return yearIn("from_year").value_or(m_facts.year) <= m_facts.year &&
               m_facts.year <= yearIn("to_year").value_or(m_facts.year);
    }

    DueAgency& agencyOf(const Row& task) {
        const std::string name = textOf(task, "lead");
        const auto known = std::ranges::find(m_facts.agencies, name, &DueAgency::name);
        if (known != m_facts.agencies.end()) return *known;
        m_facts.agencies.push_back({name, textOf(task, "lead_now"), textOf(task, "lead_now_certainty"), {}});
        return m_facts.agencies.back();
    }

    YearFacts m_facts;
    geo::Progress& m_progress;
};

}  // namespace

std::optional<double> differenceOf(const TargetStanding& standing) {
    if (!standing.figure || !standing.figure->value) return std::nullopt;
    return *standing.figure->value - standing.target.value;
}

std::optional<double> changeOf(const TargetStanding& standing) {
    if (!standing.figure || !standing.before) return std::nullopt;
    return *standing.figure->value - *standing.before->value;
}

std::optional<double> paceOf(const TargetStanding& standing) {
    const auto difference = differenceOf(standing);
    if (!difference || layers::isMet(standing.target, *standing.figure->value)) return std::nullopt;
    const int years = standing.target.year - standing.figure->asOf.year;
    if (years <= 0) return std::nullopt;
    return -*difference / years;
}

YearFacts yearFacts(const Project& project, int year, geo::Progress& progress) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    Gathering gathering(project, year, progress);
    const auto province = workspace.settings().province;
    for (const layers::Target& target : provincialTargets(targets(workspace, project), province, year)) {
        progress.throwIfStopped();
        gathering.addTarget(target, indicatorName(workspace, target.indicator));
    }
    gathering.addAgencies(workspace);
    return gathering.take();
}

}  // namespace app
