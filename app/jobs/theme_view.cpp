// SPDX-License-Identifier: Apache-2.0
// Map, figures, ledger, past.
#include "app/jobs/theme_view.hpp"

#include <algorithm>

#include "app/jobs/figure_task.hpp"
#include "app/jobs/figures.hpp"
#include "app/jobs/theme_choices.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/model/row_reader.hpp"

namespace app {
namespace {

std::vector<layers::Observation> wholesIn(const std::vector<layers::Observation>& observations) {
    std::vector<layers::Observation> wholes;
    std::ranges::copy_if(observations, std::back_inserter(wholes),
                         [](const layers::Observation& figure) { return figure.part.empty(); });
    return wholes;
}

layers::Ledger ledgerOf(const FigureRoom& room, const ComputeRequest& question) {
    const std::string text = figureTask(room, question).question;
    const auto runs = room.workspace.runs();
    const auto run = std::ranges::find(runs.rbegin(), runs.rend(), text, &layers::RunRecord::parameters);
    return run == runs.rend() ? layers::Ledger{} : run->ledger;
}

bool isSameSort(const layers::Observation& a, const layers::Observation& b) {
    return a.indicator == b.indicator && a.level == b.level && a.unitsOn == b.unitsOn &&
           a.method == b.method && a.denominatorKind == b.denominatorKind && a.areaKind == b.areaKind &&
           a.part.empty() == b.part.empty();
}

/// Figures themselves do not tell whether rubber counted as forest; the question of their run does.
bool isOfRule(const layers::RunRecord& run, layers::RubberRule rule) {
    const std::string question = run.parameters + ' ';
    return question.find(" rubber=") == std::string::npos ||
           question.find(" rubber=" + layers::wordOf(rule) + ' ') != std::string::npos;
}

using Past = std::map<std::string, std::vector<std::pair<int, double>>>;

using ByYear = std::map<std::string, std::map<int, double>>;

Past inOrder(const ByYear& byYear) {
    Past past;
    for (const auto& [code, years] : byYear) past[code] = {years.begin(), years.end()};
    return past;
}

/// Rows of a year that cannot be summed say nothing of the past; what is wrong with them is said when that
/// year is asked for.
std::vector<layers::Observation> reportedOf(const FigureRoom& room, const ComputeRequest& question,
                                            geo::Progress& progress) {
    try {
        return figureTask(room, question).compute(progress).observations;
    } catch (const geo::Error& error) {
        using enum geo::ErrorKind;
        if (error.kind() != NotFound && error.kind() != Usage && error.kind() != BadData) throw;
        return {};
    }
}

/// Rows that offices wrote down are summed anew for every year they tell of; nothing of it is kept.
void addReportedYears(ByYear& byYear, const FigureRoom& room, ComputeRequest question,
                      const std::vector<int>& years, geo::Progress& progress) {
    for (const int year : years) {
        question.period = year;
        for (const layers::Observation& figure : reportedOf(room, question, progress))
            if (figure.part.empty() && figure.value)
                byYear[figure.unitCode].try_emplace(figure.asOf.year, *figure.value);
    }
}

Past publishedFor(const layers::Workspace& workspace, const std::string& indicator) {
    ByYear byYear;
    if (!workspace.hasTable("pack_published")) return {};
    const layers::Table published = workspace.readTable("pack_published");
    for (std::size_t i = 0; i < published.rows.size(); ++i) {
        const layers::RowReader row(published, i);
        const auto day = row.date("as_of");
        const auto value = row.number("value");
        if (row.text("indicator") == indicator && day && value)
            byYear[row.text("unit_code")][day->year] = *value;
    }
    return inOrder(byYear);
}

ByYear keptYears(const FigureRoom& room, const layers::Observation& sample, layers::RubberRule rule) {
    ByYear byYear;
    for (const layers::RunRecord& run : room.workspace.runs()) {
        const bool isShown = std::ranges::find(room.project.runs, run.id) != room.project.runs.end();
        if (!isShown || !isOfRule(run, rule)) continue;
        for (const layers::Observation& figure : room.workspace.observations(run.id)) {
            if (isSameSort(figure, sample) && figure.value) {
                byYear[figure.unitCode][figure.asOf.year] = *figure.value;
            }
        }
    }
    return byYear;
}

/// What the years before were, by the same count.
Past pastOf(const FigureRoom& room, const ThemeView& view, geo::Progress& progress) {
    const layers::Observation& sample = view.figures.front();
    ByYear byYear = keptYears(room, sample, view.map.question.rubber);
    if (sample.method.starts_with("reported-rows")) {
        const auto years = themeChoices(room.project, sample.indicator).years;
        addReportedYears(byYear, room, view.map.question, years, progress);
    }
    return inOrder(byYear);
}

}  // namespace

ThemeView viewTheme(const Project& project, const MapRequest& request, const Catalogue& words,
                    geo::Progress& progress) {
    ThemeView view{.map = prepareMap(project, request, words, progress),
                   .figures = {},
                   .targets = {},
                   .ledger = {},
                   .past = {}};
    auto observations = view.map.figures;
    if (observations.empty()) {
        Figures figures = figuresFor(view.map.project, view.map.question, progress);
        view.map.project = figures.project;
        observations = std::move(figures.observations);
    }
    view.figures = wholesIn(observations);
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    const FigureRoom room{workspace, view.map.project, units};
    view.targets = targets(workspace, view.map.project);
    view.ledger = ledgerOf(room, view.map.question);
    if (view.figures.empty()) return view;
    view.past = pastOf(room, view, progress);
    view.published = publishedFor(workspace, view.figures.front().indicator);
    return view;
}

std::optional<double> aboveTarget(const layers::Observation& figure, const layers::Targets& targets) {
    const auto* const target = targets.targetFor(figure.indicator, figure.unitCode, figure.asOf.year);
    if (target == nullptr || !figure.value) return std::nullopt;
    return -layers::gapTo(*target, *figure.value);
}

std::optional<double> missingAmount(const layers::Observation& figure, double share_percent) {
    if (!figure.numerator || !figure.denominator) return std::nullopt;
    return *figure.denominator * share_percent / 100 - *figure.numerator;
}

}  // namespace app
