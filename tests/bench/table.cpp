// SPDX-License-Identifier: Apache-2.0
// Cells of one contender.
#include "tests/bench/table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace bench {
namespace {

const char* const nothing = "–";

/// One contender among the others of its race.
struct Standing {
    const Contender& contender;
    const Timing& timing;
    /// Null where the race has none that ran.
    const Timing* floor;
    const Timing* quickestPeer;
    const Race& race;
};

const Timing* quickest(const Race& race, const std::vector<Timing>& timings, Role role) {
    const Timing* found = nullptr;
    for (std::size_t i = 0; i < timings.size(); ++i) {
        if (race.contenders[i].role != role || timings[i].seconds.empty()) continue;
        if (found == nullptr || timings[i].median_s() < found->median_s()) found = &timings[i];
    }
    return found;
}

std::optional<Ratio> ratioTo(const Standing& standing, const Timing* other) {
    return other != nullptr ? ratio(standing.timing, *other) : std::nullopt;
}

std::string threeDigits(double value) { return fmt::format("{:.{}f}", value, value < 10 ? 2 : 0); }

std::string ratioText(std::optional<Ratio> ratio) {
    if (!ratio) return nothing;
    if (ratio->least == ratio->most) return threeDigits(ratio->value);
    return fmt::format("{} ({}–{})", threeDigits(ratio->value), threeDigits(ratio->least),
                       threeDigits(ratio->most));
}

/// A contender is not held beside itself.
std::string ratioCell(const Standing& standing, const Timing* other) {
    return other == &standing.timing ? "1" : ratioText(ratioTo(standing, other));
}

std::string memoryText(const Timing& timing) {
    return timing.peakPrivate_MB ? fmt::format("{:.0f} MB", *timing.peakPrivate_MB) : nothing;
}

std::string timeCell(const Standing& standing) {
    if (!standing.contender.absence.empty()) return standing.contender.absence;
    return timeText(standing.timing.median_s()) +
           (standing.contender.effort == Effort::Once ? " (once)" : "");
}

bool differs(const Standing& standing) {
    if (standing.race.mostDifference == 0 || standing.contender.role != Role::Ours) return false;
    if (standing.quickestPeer == nullptr) return false;
    const double peer = standing.quickestPeer->answer;
    return std::abs(standing.timing.answer - peer) > standing.race.mostDifference * std::abs(peer);
}

std::string answerText(const Standing& standing) {
    if (standing.race.answer.empty() || standing.timing.seconds.empty()) return nothing;
    return fmt::format("{:.{}f} {}{}", standing.timing.answer,
                       standing.timing.answer == std::floor(standing.timing.answer) ? 0 : 4,
                       standing.race.answer, differs(standing) ? " **differs**" : "");
}

std::optional<double> valueOf(std::optional<Ratio> ratio) {
    return ratio ? std::optional(ratio->value) : std::nullopt;
}

std::optional<double> measured(const Limit& limit, const Standing& standing) {
    switch (limit.beside) {
        case Limit::Beside::Floor:
            return valueOf(ratioTo(standing, standing.floor));
        case Limit::Beside::Peer:
            return valueOf(ratioTo(standing, standing.quickestPeer));
        case Limit::Beside::Seconds:
            return standing.timing.median_s();
        case Limit::Beside::Memory_MB:
            return standing.timing.peakPrivate_MB;
    }
    return std::nullopt;
}

std::string unitOf(Limit::Beside beside) {
    switch (beside) {
        case Limit::Beside::Floor:
            return " × bare";
        case Limit::Beside::Peer:
            return " × peer";
        case Limit::Beside::Seconds:
            return " s";
        case Limit::Beside::Memory_MB:
            return " MB";
    }
    return {};
}

std::string verdict(const Limit& limit, const Standing& standing) {
    const auto value = measured(limit, standing);
    const std::string wish = fmt::format("≤ {}{}", limit.most, unitOf(limit.beside));
    if (!value || standing.timing.seconds.empty()) return wish + ": not measured";
    if (*value <= limit.most) return wish + ": met";
    return fmt::format("{}: **{}**, {:.2f} × the limit", wish,
                       *value <= 2 * limit.most ? "within twice" : "missed", *value / limit.most);
}

std::string limitsText(const Standing& standing) {
    std::string text;
    for (const Limit& limit : standing.contender.limits) {
        text += (text.empty() ? "" : "; ") + verdict(limit, standing);
    }
    return text;
}

std::string nameCell(const Contender& contender) {
    return contender.role == Role::Ours ? "**" + contender.name + "**" : contender.name;
}

}  // namespace

std::string timeText(double seconds) {
    if (seconds < 0.1) return fmt::format("{:.1f} ms", seconds * 1000);
    return fmt::format("{:.{}f} s", seconds, seconds < 1 ? 3 : seconds < 100 ? 2 : 0);
}

std::string tableHead() {
    return "| work | by | median | ÷ bare | ÷ peer | private memory | answer | limit |\n"
           "|---|---|--:|--:|--:|--:|--:|---|\n";
}

std::string rowsOf(const Race& race, const std::vector<Timing>& timings) {
    const Timing* const floor = quickest(race, timings, Role::Floor);
    const Timing* const peer = quickest(race, timings, Role::Peer);
    std::string rows;
    for (std::size_t i = 0; i < timings.size(); ++i) {
        const Standing standing{race.contenders[i], timings[i], floor, peer, race};
        fmt::format_to(std::back_inserter(rows), "| {} | {} | {} | {} | {} | {} | {} | {} |\n",
                       i == 0 ? race.work : "", nameCell(standing.contender), timeCell(standing),
                       ratioCell(standing, floor), ratioCell(standing, peer), memoryText(standing.timing),
                       answerText(standing), limitsText(standing));
    }
    return rows;
}

}  // namespace bench
