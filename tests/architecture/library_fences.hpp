// SPDX-License-Identifier: Apache-2.0
// Each outside library stands in its own room, and there out of sight: in .cpp files and headers kept to
// them.
#pragma once

#include <vector>

#include "tests/architecture/source_tree.hpp"

namespace fences {

/// Tests may use the library of the room they mirror; stories, pictures and benchmarks may use any.
std::vector<Violation> checkOutsideLibraries(const std::vector<SourceFile>& files);

}  // namespace fences
