// SPDX-License-Identifier: Apache-2.0
// Maps of W, painted into memory.
#pragma once

#include "tests/bench/steps.hpp"

namespace bench {

/// The part of W's extent, in the middle, that a peer is asked for too; metres of the workspace's plane.
geo::Extent eighthOf(const geo::Extent& extent);

/// A workspace with W as import leaves it, and one that keeps shapes alone; made when they are not there.
std::filesystem::path levelledWorkspace(const Work& work);
std::filesystem::path plainWorkspace(const Work& work);

// Everything on the page but the file: layout, plots, borders, names. They answer how many names stand on it.
Step drawWhole(const StepInputs& in);
Step drawWholeFirst(const StepInputs& in);
Step drawWholeFromShapes(const StepInputs& in);
Step drawEighth(const StepInputs& in);
Step drawEighthFirst(const StepInputs& in);
Step drawLargeSheet(const StepInputs& in);

}  // namespace bench
