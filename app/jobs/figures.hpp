// SPDX-License-Identifier: Apache-2.0
// The figures a map or an export shows: those kept, or computed now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "layers/indicators/observation.hpp"

namespace app {

struct Figures {
    /// Newer than the one given when the figures had to be computed.
    Project project;
    std::vector<layers::Observation> observations;
    /// Of the computation, now or when the figures were kept.
    std::vector<layers::Finding> findings;
};

/// The latest figures shown that answer the request; where there are none, they are computed and kept.
/// Errors: those of computeIndicator().
Figures figuresFor(const Project& project, const ComputeRequest& request, geo::Progress& progress);

/// The same without computing; nothing when the project shows none.
std::optional<std::vector<layers::Observation>> keptFigures(const Project& project,
                                                            const ComputeRequest& request);

/// Adds those that are not there yet: figures of several levels find the same in their rows.
void addOnce(std::vector<layers::Finding>& findings, std::vector<layers::Finding> more);

}  // namespace app
