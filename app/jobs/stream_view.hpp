// SPDX-License-Identifier: Apache-2.0
// The rivers of a workspace with the outfalls led to them, to be asked what comes from where and what if.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/project/project.hpp"
#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "layers/indicators/stream_treatment.hpp"

namespace app {

struct StreamView {
    std::vector<layers::Outfall> outfalls;
    std::vector<layers::RiverReach> reaches;
    layers::WastewaterByRiver tally;
    layers::StreamTreatment treatment;
    geo::Date asOf;
    /// The files the outfalls come from.
    std::string source;
};

/// What is known of one reach, in whole litres a day.
struct ReachStory {
    std::string id;
    std::string name;
    layers::Volumes fromAbove;
    layers::Volumes own;
    layers::Volumes total;
    /// Outfalls whose water passes its lower end, the most untreated water first.
    std::vector<layers::OutfallAbove> outfalls;
    /// Of these, those that are not wholly treated.
    std::size_t untreated = 0;
};

/// Errors: NotFound `compute.no-rivers`, `compute.no-layers`, `compute.no-layers-that-year`.
StreamView viewStreams(const Project& project, std::optional<int> period, geo::Progress& progress);

/// Errors: nothing for a code no reach has.
std::optional<ReachStory> storyOf(const StreamView& view, const std::string& reachId);

/// Treated shares of all reaches in percent, by code, were the first so many untreated outfalls above a reach
/// treated wholly. Nothing is stored. Where no figure may be given there is none.
std::map<std::string, std::optional<double>> sharesIfTreated(const StreamView& view, const ReachStory& story,
                                                             std::size_t more);

}  // namespace app
