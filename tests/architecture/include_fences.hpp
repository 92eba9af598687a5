// SPDX-License-Identifier: Apache-2.0
// Which room may include which: the table of docs/architecture.md, executed.
#pragma once

#include <vector>

#include "tests/architecture/source_tree.hpp"

namespace fences {

/// geo ← layers ← styles ← app/project, app/words ← app/jobs ← app/cli, app/desktop.
std::vector<Violation> checkFloors(const std::vector<SourceFile>& files);

/// The rooms of rules in layers know no file and no database.
std::vector<Violation> checkRulesKnowNoStore(const std::vector<SourceFile>& files);

/// No room includes one that includes it, directly or through others.
std::vector<Violation> checkNoCircles(const std::vector<SourceFile>& files);

/// Includes are written from the root, so that each shows its floor.
std::vector<Violation> checkIncludesStartAtTheRoot(const std::vector<SourceFile>& files);

}  // namespace fences
