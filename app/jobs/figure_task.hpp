// SPDX-License-Identifier: Apache-2.0
// A question for figures made definite: which versions answer it, and how to compute them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "app/project/project.hpp"
#include "layers/checks/finding.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/store/workspace.hpp"
#include "layers/units/unit_register.hpp"

namespace app {

/// Where figures are asked for: an open workspace and what its project shows. A task must not outlive it.
struct FigureRoom {
    const layers::Workspace& workspace;
    const Project& project;
    const layers::UnitRegister& units;
};

/// Figures before they are kept.
struct FigureSheet {
    std::vector<layers::Observation> observations;
    layers::Ledger ledger = {};
    std::vector<layers::Finding> findings = {};
};

struct FigureTask {
    /// Down to the versions of every layer it reads: equal texts, equal figures.
    std::string question;
    /// The day the data describe.
    geo::Date asOf;
    /// One line for people: how the figures are counted.
    geo::Message heading;
    std::function<FigureSheet(geo::Progress&)> compute;
};

/// Errors: as computeIndicator(), but for those of the computation itself.
FigureTask figureTask(const FigureRoom& room, const ComputeRequest& request);

/// One for each indicator the program can compute.
FigureTask coverTask(const FigureRoom& room, const ComputeRequest& request);
FigureTask wastewaterTask(const FigureRoom& room, const ComputeRequest& request);
FigureTask reportedTask(const FigureRoom& room, const ComputeRequest& request);
FigureTask modelsTask(const FigureRoom& room, const ComputeRequest& request);

}  // namespace app
