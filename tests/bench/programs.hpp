// SPDX-License-Identifier: Apache-2.0
// The commands that are measured: our program's and GDAL's.
#pragma once

#include <filesystem>

#include "tests/bench/child.hpp"

namespace bench {

/// The exit code of our program when there was something to look at.
inline constexpr int doneWithFindings = 1;

/// Our program, beside which the bench is built.
Command khoanh(const Command& words);

/// The bench itself, for a step in a process of its own.
Command thisProgram(const Command& words);

/// Errors: as runChild(); findings are none.
Ended runKhoanh(const Command& words, Watch watch = Watch::Nothing);

/// `ogr2ogr -f FORMAT TARGET SOURCE`; what stood at the target is gone.
Command ogr2ogr(const std::string& format, const std::filesystem::path& target,
                const std::filesystem::path& source, const Command& more = {});

/// The last number in what a program says, which is its answer; 0 when there is none.
double lastNumberIn(const std::string& text);

}  // namespace bench
