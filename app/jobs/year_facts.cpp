// SPDX-License-Identifier: Apache-2.0
// Targets met with figures, rows that nobody sent, tasks by the agency that leads them.
#include "app/jobs/year_facts.hpp"

#include <algorithm>

#include "app/jobs/figure_task.hpp"
#include "app/jobs/figures.hpp"
#include "app/jobs/map_words.hpp"
#include "app/jobs/plan_cells.hpp"
#include "app/jobs/plan_sections.hpp"
#include "app/jobs/theme_choices.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

using layers::Observation;

std::string indicatorName(const layers::Workspace& workspace, const std::string& indicator,
                          Language language) {
    const IndicatorFact fact = indicatorFact(workspace, indicator);
    const std::string& name = language == Language::Vietnamese ? fact.name_vi : fact.name_en;
    return name.empty() ? indicator : name;
}

/// The target for the year or the next later one; past the last of them, that one.
const layers::Target* targetOf(const layers::Targets& targets, const std::string& indicator,
                               const std::string& province, int year) {
    if (const auto* const due = targets.targetFor(indicator, province, year)) return due;
    const layers::Target* last = nullptr;
    for (const layers::Target& target : targets.all()) {
        const bool isOfIt = target.indicator == indicator && target.unitCode == province;
        if (isOfIt && (last == nullptr || target.year > last->year)) last = &target;
    }
    return last;
}

/// One an indicator.
std::vector<layers::Target> provincialTargets(const layers::Targets& targets, const std::string& province,
                                              int year) {
    std::vector<layers::Target> found;
    for (const layers::Target& target : targets.all()) {
        const bool isKnown = std::ranges::count(found, target.indicator, &layers::Target::indicator) > 0;
        const auto* const due = isKnown ? nullptr : targetOf(targets, target.indicator, province, year);
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
        addFigures(standing);
        if (!standing.figure && !standing.fault) standing.fault = unasked(target.indicator);
        if (standing.figure) m_facts.asOf = std::max(m_facts.asOf, std::optional(standing.figure->asOf));
        if (isReported(standing)) addMissing(target.indicator, name);
        m_facts.targets.push_back(std::move(standing));
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
    ComputeRequest question(const std::string& indicator, layers::UnitLevel level,
                            std::optional<int> year) const {
        ComputeRequest request;
        request.indicator = indicator;
        request.level = level;
        request.period = year;
        return request;
    }

    std::vector<Observation> figures(const ComputeRequest& request) {
        Figures found = figuresFor(m_facts.project, request, m_progress);
        m_facts.project = found.project;
        addOnce(m_facts.findings, std::move(found.findings));
        return std::move(found.observations);
    }

    std::optional<Observation> provinceFigure(const std::string& indicator, int year) {
        for (const Observation& figure : figures(question(indicator, layers::UnitLevel::Province, year)))
            if (figure.part.empty()) return figure;
        return std::nullopt;
    }

    /// The newest figure and the one before it; a year that cannot be computed is told and passed over.
    void addFigures(TargetStanding& standing) {
        for (const int year : yearsUpTo(m_facts.project, standing.target.indicator, m_facts.year)) {
            std::optional<Observation> figure;
            const auto fault = faultOf([&] { figure = provinceFigure(standing.target.indicator, year); });
            if (fault && !standing.figure && !standing.fault) standing.fault = fault;
            if (!figure || !figure->value) continue;
            if (standing.figure) {
                standing.before = figure;
                return;
            }
            standing.figure = figure;
        }
    }

    /// Why no year up to this one can be asked.
    geo::Message unasked(const std::string& indicator) {
        const ComputeRequest ofAnyYear = question(indicator, layers::UnitLevel::Province, std::nullopt);
        const auto fault = faultOf([&] {
            const auto workspace = layers::Workspace::open(m_facts.project.workspace, layers::Access::Read);
            const auto units = unitRegister(workspace);
            figureTask({workspace, m_facts.project, units}, ofAnyYear);
        });
        return fault.value_or(geo::Message{"report.no-figure", {{"year", std::to_string(m_facts.year)}}});
    }

    /// What nobody can give yet is no failure of the report.
    template <class Work>
    static std::optional<geo::Message> faultOf(const Work& work) {
        try {
            work();
            return std::nullopt;
        } catch (const geo::Error& error) {
            using enum geo::ErrorKind;
            const bool isOfData =
                error.kind() == NotFound || error.kind() == Usage || error.kind() == BadData;
            if (!isOfData) throw;
            return error.message();
        }
    }

    /// Reports are owed where figures are what offices wrote down, not where they are measured.
    static bool isReported(const TargetStanding& standing) {
        if (standing.figure) return standing.figure->method.starts_with("reported-rows");
        return standing.fault && (standing.fault->id.starts_with("compute.no-rows") ||
                                  standing.fault->id == "report.no-figure");
    }

    void addMissing(const std::string& indicator, const std::string& name) {
        std::vector<Observation> communes;
        const auto fault = faultOf(
            [&] { communes = figures(question(indicator, layers::UnitLevel::Commune, m_facts.year)); });
        if (fault && fault->id.starts_with("compute.no-rows"))
            m_facts.withoutTable.push_back({indicator, name});
        else if (fault)
            m_facts.findings.push_back({*fault, 0, {}});
        for (const Observation& figure : communes) {
            const bool isMissing =
                figure.status == layers::Status::NotReported || figure.status == layers::Status::Missing;
            if (isMissing && figure.part.empty() && figure.method.starts_with("reported-rows"))
                m_facts.missing.push_back(
                    {indicator, name, m_facts.year, figure.unitCode, figure.unitName, figure.status});
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

YearFacts yearFacts(const Project& project, int year, Language language, geo::Progress& progress) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    Gathering gathering(project, year, progress);
    const auto province = workspace.settings().province;
    for (const layers::Target& target : provincialTargets(targets(workspace, project), province, year)) {
        progress.throwIfStopped();
        gathering.addTarget(target, indicatorName(workspace, target.indicator, language));
    }
    gathering.addAgencies(workspace);
    return gathering.take();
}

}  // namespace app
