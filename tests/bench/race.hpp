// SPDX-License-Identifier: Apache-2.0
// Several ways to do one piece of work, run in turn so that a machine that slows down slows all of them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace bench {

/// Ours is measured; Floor is the least such work can cost (a bare read); Peer is how others do it.
enum class Role { Ours, Floor, Peer };

enum class Effort { Repeated, Once };

/// What ours must keep to.
struct Limit {
    enum class Beside { Floor, Peer, Seconds, Memory_MB };
    Beside beside;
    double most;
};

struct Contender {
    std::string name;
    Role role = Role::Ours;
    /// Does the work once and answers what came out, so that all can be seen to have done the same.
    std::function<double()> run = nullptr;
    /// Not timed, before every run.
    std::function<void()> prepare = nullptr;
    /// Not timed, after the last run: what came out, where looking takes a while; in place of run's answer.
    std::function<double()> inspect = nullptr;
    /// Not timed, after all runs: the most private memory the work holds.
    std::function<std::int64_t()> peakPrivate_bytes = nullptr;
    Effort effort = Effort::Repeated;
    /// Why it is not run; empty when it is.
    std::string absence = {};
    std::vector<Limit> limits = {};
};

struct Race {
    std::string work;
    /// What the contenders answer, with its unit; empty when their answers mean nothing side by side.
    std::string answer;
    /// How far our answers may lie from those of peers, as a part of them.
    double mostDifference = 0;
    std::vector<Contender> contenders;
};

struct Timing {
    std::vector<double> seconds;
    double answer = 0;
    std::optional<double> peakPrivate_MB = {};

    double median_s() const;
};

/// One timing a contender, in their order; empty where a contender is absent. Before the rounds that count,
/// every contender that is repeated runs once for warmth.
std::vector<Timing> run(const Race& race, int rounds);

/// Of two medians, and the least and the most it was in one round.
struct Ratio {
    double value = 0;
    double least = 0;
    double most = 0;
    bool operator==(const Ratio&) const = default;
};

/// Without a spread where one of them ran less often; nothing where either did not run.
std::optional<Ratio> ratio(const Timing& timing, const Timing& beside);

double medianOf(std::vector<double> numbers);

}  // namespace bench
