// SPDX-License-Identifier: Apache-2.0
// Asks for figures until there are no more.
#include "app/jobs/chart_figures.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/jobs/figures.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/store/workspace.hpp"

namespace app {
namespace {

/// How far from the newest year figures are looked for: the plan's ten years back, drafts of two to come.
constexpr int yearsBack = 10;
constexpr int yearsAhead = 2;

layers::Targets targetsOf(const Project& project) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    return targets(workspace, project);
}

/// Answers a question and keeps what comes of it.
std::vector<layers::Observation> ask(ChartFigures& figures, const ComputeRequest& question,
                                     geo::Progress& progress) {
    Figures answer = figuresFor(figures.project, question, progress);
    figures.project = answer.project;
    std::ranges::move(answer.findings, std::back_inserter(figures.findings));
    std::erase_if(answer.observations, [](const layers::Observation& figure) { return !figure.part.empty(); });
    return std::move(answer.observations);
}

/// Nothing where no layer or row answers; other faults are faults.
std::vector<layers::Observation> askIfAny(ChartFigures& figures, const ComputeRequest& question,
                                          geo::Progress& progress) {
    try {
        return ask(figures, question, progress);
    } catch (const geo::Error& error) {
        if (error.kind() != geo::ErrorKind::NotFound) throw;
        return {};
    }
}

bool ranksBefore(const layers::Observation& one, const layers::Observation& other) {
    if (one.value.has_value() != other.value.has_value()) return one.value.has_value();
    if (one.value && *one.value != *other.value) return *one.value > *other.value;
    return one.unitCode < other.unitCode;
}

const layers::Observation* find(const std::vector<layers::Observation>& figures, const std::string& code) {
    // The province is the only unit of its level.
    if (code.empty()) return figures.empty() ? nullptr : &figures.front();
    const auto found = std::ranges::find(figures, code, &layers::Observation::unitCode);
    return found == figures.end() ? nullptr : &*found;
}

ComputeRequest ofProvince(ComputeRequest question) {
    question.level = layers::UnitLevel::Province;
    question.unitsOn = std::nullopt;
    return question;
}

std::string provinceOf(const Project& project) {
    return layers::Workspace::open(project.workspace, layers::Access::Read).settings().province;
}

layers::Observation blankOf(const std::string& indicator, const std::string& unitCode) {
    layers::Observation blank;
    blank.indicator = indicator;
    blank.unitCode = unitCode;
    blank.unit = "%";
    return blank;
}

}  // namespace

RankedFigures rankedFigures(const Project& project, const ComputeRequest& question, geo::Progress& progress) {
    RankedFigures ranked{{project}, {}};
    ranked.units.observations = ask(ranked.units, question, progress);
    std::ranges::sort(ranked.units.observations, ranksBefore);
    ComputeRequest whole = ofProvince(question);
    if (!ranked.units.observations.empty()) {
        const layers::Observation& sample = ranked.units.observations.front();
        whole.period = sample.asOf.year;
        if (layers::isAdministrative(question.level)) whole.unitsOn = sample.unitsOn;
    }
    ranked.province = ask(ranked.units, whole, progress).front();
    ranked.units.targets = targetsOf(project);
    return ranked;
}

ChartFigures yearlyFigures(const Project& project, const ComputeRequest& question, const std::string& unitCode,
                           geo::Progress& progress) {
    ChartFigures figures{project};
    ComputeRequest asked = unitCode.empty() ? ofProvince(question) : question;
    const auto newest = ask(figures, asked, progress);
    if (find(newest, unitCode) == nullptr)
        throw geo::Error(geo::ErrorKind::Usage, "chart.unit-unknown", {{"code", unitCode}});
    const int last = newest.front().asOf.year;
    for (int year = last - yearsBack; year <= last + yearsAhead; ++year) {
        asked.period = year;
        const auto answers = askIfAny(figures, asked, progress);
        if (const auto* const figure = find(answers, unitCode)) figures.observations.push_back(*figure);
    }
    figures.targets = targetsOf(project);
    return figures;
}

ChartFigures targetedFigures(const Project& project, std::optional<int> period, geo::Progress& progress) {
    ChartFigures figures{project, {}, targetsOf(project)};
    const std::string province = provinceOf(project);
    for (const std::string& indicator : knownIndicators()) {
        const bool isTargeted =
            std::ranges::any_of(figures.targets.all(), [&](const layers::Target& target) {
                return target.indicator == indicator && target.unitCode == province;
            });
        if (!isTargeted) continue;
        ComputeRequest question;
        question.indicator = indicator;
        question.period = period;
        const auto answers = askIfAny(figures, ofProvince(question), progress);
        figures.observations.push_back(answers.empty() ? blankOf(indicator, province) : answers.front());
    }
    return figures;
}

}  // namespace app
