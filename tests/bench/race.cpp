// SPDX-License-Identifier: Apache-2.0
// Rounds, each with everyone once.
#include "tests/bench/race.hpp"

#include <algorithm>
#include <chrono>

namespace bench {
namespace {

double secondsOf(const Contender& contender, double& answer) {
    if (contender.prepare) contender.prepare();
    const auto begin = std::chrono::steady_clock::now();
    answer = contender.run();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

bool isDue(const Contender& contender, int round) {
    if (!contender.absence.empty()) return false;
    return contender.effort == Effort::Repeated || round == 1;
}

/// At what the last run left behind, then at the memory of one more.
void lookAgain(const Contender& contender, Timing& timing) {
    if (!contender.absence.empty()) return;
    if (contender.inspect) timing.answer = contender.inspect();
    if (contender.peakPrivate_bytes) {
        timing.peakPrivate_MB = static_cast<double>(contender.peakPrivate_bytes()) / 1e6;
    }
}

}  // namespace

double medianOf(std::vector<double> numbers) {
    if (numbers.empty()) return 0;
    std::ranges::sort(numbers);
    const std::size_t middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

double Timing::median_s() const { return medianOf(seconds); }

std::vector<Timing> run(const Race& race, int rounds) {
    std::vector<Timing> timings(race.contenders.size());
    for (int round = 0; round <= rounds; ++round) {
        for (std::size_t i = 0; i < timings.size(); ++i) {
            if (!isDue(race.contenders[i], round)) continue;
            const double seconds = secondsOf(race.contenders[i], timings[i].answer);
            if (round > 0) timings[i].seconds.push_back(seconds);
        }
    }
    for (std::size_t i = 0; i < timings.size(); ++i) lookAgain(race.contenders[i], timings[i]);
    return timings;
}

std::optional<Ratio> ratio(const Timing& timing, const Timing& beside) {
    if (timing.seconds.empty() || beside.seconds.empty()) return std::nullopt;
    const double value = timing.median_s() / beside.median_s();
    Ratio ratio{value, value, value};
    if (timing.seconds.size() != beside.seconds.size()) return ratio;
    for (std::size_t i = 0; i < timing.seconds.size(); ++i) {
        const double inRound = timing.seconds[i] / beside.seconds[i];
        ratio.least = std::min(ratio.least, inRound);
        ratio.most = std::max(ratio.most, inRound);
    }
    return ratio;
}

}  // namespace bench
