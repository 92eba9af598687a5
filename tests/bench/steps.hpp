// SPDX-License-Identifier: Apache-2.0
// What the engine does with W, step by step, each by its name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "tests/bench/work.hpp"

namespace bench {

struct StepInputs {
    Work work;
    unsigned threads = 2;
    std::size_t points = 1'000'000;
};

/// Made with its inputs at hand, so that running it is all that is timed. Answers what came out.
using Step = std::function<double()>;

/// Errors: std::runtime_error when no step has that name.
Step stepOf(const std::string& name, const StepInputs& inputs);

/// What `locate` looks up.
std::vector<geo::Coordinate> placesToLocate(const StepInputs& inputs);

struct StepRun {
    double seconds = 0;
    double answer = 0;
    std::int64_t peakPrivate_bytes = 0;
};

/// Once in this process, without its memory.
StepRun runStep(const std::string& name, const StepInputs& inputs);

/// In a process of its own: once for the time, once watched for the memory.
StepRun runStepApart(const std::string& name, const StepInputs& inputs);

/// What a process says of its step, and understands.
std::string lineOf(const StepRun& run);
StepRun runOf(const std::string& line);

}  // namespace bench
