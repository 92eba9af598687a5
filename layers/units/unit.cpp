// SPDX-License-Identifier: Apache-2.0
// Units: their levels, their codes, their time.
#include "layers/units/unit.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace layers {
namespace {

struct LevelFacts {
    UnitLevel level;
    std::string_view word;
    std::size_t codeDigits;
};

// Digits: the statistics office's list of administrative units.
constexpr std::array<LevelFacts, 5> levelTable{{{UnitLevel::Commune, "commune", 5},
                                                {UnitLevel::District, "district", 3},
                                                {UnitLevel::Province, "province", 2},
                                                {UnitLevel::Basin, "basin", 0},
                                                {UnitLevel::Reach, "reach", 0}}};

const LevelFacts& factsOf(UnitLevel level) {
    return *std::ranges::find(levelTable, level, &LevelFacts::level);
}

bool isDigits(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

}  // namespace

std::optional<UnitLevel> parseUnitLevel(std::string_view word) {
    const auto found = std::ranges::find(levelTable, word, &LevelFacts::word);
    if (found == levelTable.end()) return std::nullopt;
    return found->level;
}

bool isAdministrative(UnitLevel level) { return factsOf(level).codeDigits > 0; }

std::string wordOf(UnitLevel level) { return std::string(factsOf(level).word); }

bool Unit::isInForce(const geo::Date& day) const {
    return (!validFrom || *validFrom <= day) && (!validTo || day <= *validTo);
}

std::string unitCodeIn(const Value& value, UnitLevel level) {
    const auto number = wholeNumberIn(value);
    std::string code = number ? std::to_string(*number) : textIn(value);
    if (!isDigits(code)) return code;
    const std::size_t digits = factsOf(level).codeDigits;
    if (code.size() < digits) code.insert(0, digits - code.size(), '0');
    return code;
}

}  // namespace layers
