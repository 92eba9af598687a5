// SPDX-License-Identifier: Apache-2.0
// Import, tabulation and location of ever more plots.
#include "tests/bench/growth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "tests/bench/programs.hpp"
#include "tests/bench/race.hpp"
#include "tests/bench/steps.hpp"
#include "tests/bench/table.hpp"

namespace bench {
namespace {

constexpr std::int64_t firstPlots = 30'000;
/// Millions of plots take minutes.
constexpr int mostRuns = 3;
/// What ten times the plots may cost.
constexpr double mostTimes = 11;

/// Import, tabulation, location.
using Costs = std::vector<StepRun>;

StepRun importApart(const Work& work) {
    const auto workspace = work.scratch("growth.khoanh");
    const auto words = importPlotsInto(workspace, work);
    copyOver(work.unitsOnly(), workspace);
    StepRun run;
    run.seconds = runKhoanh(words).seconds;
    copyOver(work.unitsOnly(), workspace);
    run.peakPrivate_bytes = runKhoanh(words, Watch::Memory).peakPrivate_bytes;
    std::filesystem::remove(workspace);
    return run;
}

/// The run of median time, so that one disturbed run does not count.
template <class Once>
StepRun middleOf(int rounds, const Once& once) {
    StepRun middle = once();
    std::vector<double> seconds{middle.seconds};
    for (int round = 1; round < rounds; ++round) seconds.push_back(once().seconds);
    middle.seconds = medianOf(seconds);
    return middle;
}

Costs costsOf(const Work& work, const Options& options) {
    const StepInputs inputs{work, 2, options.points};
    const int runs = std::min(options.runs, mostRuns);
    return {middleOf(runs, [&] { return importApart(work); }),
            middleOf(runs, [&] { return runStepApart("tabulate", inputs); }),
            middleOf(runs, [&] { return runStepApart("locate-many", inputs); })};
}

/// Beside a tenth of the plots.
std::string timesText(double times) {
    if (times <= mostTimes) return fmt::format("{:.1f} met", times);
    return fmt::format("{:.1f} **{}**", times, times <= 2 * mostTimes ? "within twice" : "missed");
}

std::string cells(const StepRun& run, const StepRun* tenth) {
    const std::string times = tenth == nullptr ? "–" : timesText(run.seconds / tenth->seconds);
    return fmt::format(" {} | {} | {:.0f} MB |", timeText(run.seconds), times,
                       static_cast<double>(run.peakPrivate_bytes) / 1e6);
}

std::string rowOf(std::int64_t plots, const Costs& costs, const Costs& tenth) {
    std::string row = fmt::format("| {} |", plots);
    for (std::size_t i = 0; i < costs.size(); ++i)
        row += cells(costs[i], tenth.empty() ? nullptr : &tenth[i]);
    return row + "\n";
}

}  // namespace

std::string growthTable(const Options& options, const std::filesystem::path& folder) {
    std::string table =
        "| plots | import | × ≤ 11 | memory | tabulate | × ≤ 11 | memory | locate 10 points a plot | × ≤ 11 "
        "| memory |\n"
        "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
    Costs tenth;
    for (std::int64_t plots = firstPlots; plots <= options.growthTo; plots *= 10) {
        const auto place = folder / ("growth-" + std::to_string(plots));
        std::cerr << "growth: " << plots << " plots\n";
        const Costs costs = costsOf(makeWork(place, plots), options);
        table += rowOf(plots, costs, tenth);
        tenth = costs;
    }
    return table;
}

}  // namespace bench
