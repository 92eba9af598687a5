// SPDX-License-Identifier: Apache-2.0
// Another program run to its end: how long it took, what it said, how much memory it held.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

using Command = std::vector<std::string>;

/// Watching costs a few hundredths of the time, so what is timed is not watched.
enum class Watch { Nothing, Memory };

struct Ended {
    double seconds = 0;
    /// The most memory with no file behind it at any moment: RssAnon of /proc/PID/status, read every
    /// millisecond. Pages of a mapped file are not counted, since the system may drop them at will.
    std::int64_t peakPrivate_bytes = 0;
    std::string out;
};

/// Looked for on the PATH unless it is named with its folder.
/// Errors: std::runtime_error with what the program said, when it cannot start or its exit code is above
///         `mostCode`.
Ended runChild(const Command& command, int mostCode = 0, Watch watch = Watch::Nothing);

/// Whether a program of that name stands on the PATH.
bool isOnPath(const std::string& program);

/// The words as a shell would need them typed.
std::string textOf(const Command& command);

}  // namespace bench
