// SPDX-License-Identifier: Apache-2.0
// The verdict on a plot.
#include "layers/indicators/forest_cover.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace layers {
namespace {

constexpr std::array<std::pair<RubberRule, std::string_view>, 3> ruleTable{
    {{RubberRule::Rule, "rule"}, {RubberRule::In, "in"}, {RubberRule::Out, "out"}}};

char lowerAscii(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

bool isRubber(std::string_view species, const std::vector<std::string>& rubberSpecies) {
    const std::string_view written = trimmed(species);
    return std::ranges::any_of(rubberSpecies, [&](const std::string& rubber) {
        return std::ranges::equal(written, trimmed(rubber), {}, lowerAscii, lowerAscii);
    });
}

bool rubberCounts(const PlotFacts& plot, RubberRule rubber) {
    switch (rubber) {
        case RubberRule::In:
            return true;
        case RubberRule::Out:
            return false;
        case RubberRule::Rule:
            break;
    }
    return plot.malr3 && *plot.malr3 >= 1 && *plot.malr3 <= 3;
}

/// The code as MALDLR gives it; one that fits no int is no known code either.
int narrowed(std::int64_t code) {
    return code > 0 && code <= std::numeric_limits<int>::max() ? static_cast<int>(code) : -1;
}

PlotVerdict judgeCode(int code, const PlotFacts& plot, const ForestCodes& codes,
                      const std::vector<std::string>& rubberSpecies, RubberRule rubber) {
    const ForestCode* known = codes.find(code);
    if (known == nullptr) return PlotVerdict::UnknownCode;
    if (!known->counts) return PlotVerdict::NotForest;
    if (isRubber(plot.species, rubberSpecies) && !rubberCounts(plot, rubber))
        return PlotVerdict::RubberExcluded;
    return PlotVerdict::Counts;
}

}  // namespace

std::optional<RubberRule> parseRubberRule(std::string_view word) {
    for (const auto& [rule, name] : ruleTable) {
        if (name == word) return rule;
    }
    return std::nullopt;
}

std::string wordOf(RubberRule rule) {
    const auto found =
        std::ranges::find_if(ruleTable, [&](const auto& entry) { return entry.first == rule; });
    return std::string(found->second);
}

std::string wordOf(PlotVerdict verdict) {
    switch (verdict) {
        case PlotVerdict::Counts:
            return "counts";
        case PlotVerdict::NotForest:
            return "not-forest";
        case PlotVerdict::UnknownCode:
            return "unknown-code";
        case PlotVerdict::NoCode:
            return "no-code";
        case PlotVerdict::RubberExcluded:
            return "rubber";
    }
    return {};
}

PlotVerdict judge(const PlotFacts& plot, const ForestCodes& codes,
                  const std::vector<std::string>& rubberSpecies, RubberRule rubber) {
    const bool hasCode = plot.maldlr && *plot.maldlr != 0;
    if (hasCode) return judgeCode(narrowed(*plot.maldlr), plot, codes, rubberSpecies, rubber);
    if (trimmed(plot.ldlr).empty()) return PlotVerdict::NoCode;
    return judgeCode(codes.codeOf(plot.ldlr).value_or(-1), plot, codes, rubberSpecies, rubber);
}

}  // namespace layers
