// SPDX-License-Identifier: Apache-2.0
// Outfalls read, judged and led as the figures are.
#include "app/jobs/stream_view.hpp"

#include <algorithm>

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/water_inputs.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

layers::Volumes difference(const layers::Volumes& whole, const layers::Volumes& part) {
    return {whole.discharged_l_day - part.discharged_l_day, whole.treated_l_day - part.treated_l_day,
            whole.outfalls - part.outfalls, whole.unknown - part.unknown,
            whole.unknownDischarged_l_day - part.unknownDischarged_l_day};
}

}  // namespace

StreamView viewStreams(const Project& project, std::optional<int> period, geo::Progress& progress) {
    progress.step("compute.outfalls");
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    const FigureRoom room{workspace, project, units};
    const auto sources = requireAnswering(room, layers::Kind::Outfalls, period);
    auto reaches = riverReaches(workspace, project);
    const auto basins = subBasins(workspace, project);
    if (reaches.empty() || basins.empty()) throw geo::Error(geo::ErrorKind::NotFound, "compute.no-rivers");
    auto outfalls = readOutfalls(room, sources);
    progress.throwIfStopped();
    const auto verdicts = layers::judgeOutfalls(outfalls);
    auto tally = layers::tallyByRiver(outfalls, verdicts, reaches, basins, layers::farthestStream);
    layers::StreamTreatment treatment(outfalls, verdicts, reaches, tally);
    return {std::move(outfalls),  std::move(reaches),    std::move(tally),
            std::move(treatment), *sources.front().asOf, sourceText(sources)};
}

std::optional<ReachStory> storyOf(const StreamView& view, const std::string& reachId) {
    const auto found = std::ranges::find(view.reaches, reachId, &layers::RiverReach::id);
    if (found == view.reaches.end()) return std::nullopt;
    const auto place = static_cast<std::size_t>(found - view.reaches.begin());
    const layers::ReachVolumes& volumes = view.tally.reaches[place];
    ReachStory story{.id = found->id,
                     .name = found->name,
                     .fromAbove = difference(volumes.accumulated, volumes.own),
                     .own = volumes.own,
                     .total = volumes.accumulated,
                     .outfalls = view.treatment.above(place)};
    story.untreated = static_cast<std::size_t>(std::ranges::count_if(
        story.outfalls, [](const layers::OutfallAbove& outfall) { return outfall.untreated_l_day > 0; }));
    return story;
}

std::map<std::string, std::optional<double>> sharesIfTreated(const StreamView& view, const ReachStory& story,
                                                             std::size_t more) {
    std::vector<std::size_t> treated;
    for (std::size_t i = 0; i < std::min(more, story.untreated); ++i)
        treated.push_back(story.outfalls[i].outfall);
    const auto volumes = view.treatment.accumulatedWith(treated);
    std::map<std::string, std::optional<double>> shares;
    for (std::size_t i = 0; i < volumes.size(); ++i)
        shares[view.reaches[i].id] = layers::treatedShare_percent(volumes[i]);
    return shares;
}

}  // namespace app
