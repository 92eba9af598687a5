// SPDX-License-Identifier: Apache-2.0
// No variant of any name is ever given to another unit than the one it was made from.
#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "layers/indicators/epoch_join.hpp"
#include "tests/layers/indicators/name_variants.hpp"
#include "tests/layers/indicators/pack_tables.hpp"

namespace {

constexpr int variantsMade = 10'000;

struct Count {
    int right = 0;
    int wrong = 0;
    int open = 0;
};

const layers::UnitJoin& joinOf(const geo::Date& day) {
    static std::map<geo::Date, layers::UnitJoin> joins;
    return joins.try_emplace(day, packed::units(), layers::UnitLevel::Commune, day, packed::spellings())
        .first->second;
}

/// A slip may happen to spell another unit's very name.
bool isSomebodysName(const std::string& name, const layers::Unit& unit, const geo::Date& day) {
    for (const auto& other : packed::units().inForce(layers::UnitLevel::Commune, day))
        if (other.code == unit.code && layers::unitNameKey(other.name) == layers::unitNameKey(name))
            return true;
    for (const auto& pair : packed::spellings())
        if (pair.unitCode == unit.code && (layers::unitNameKey(pair.first) == layers::unitNameKey(name) ||
                                           layers::unitNameKey(pair.second) == layers::unitNameKey(name)))
            return true;
    return false;
}

template <class Vary>
Count matchVariants(Vary vary, unsigned seed) {
    Count count;
    variants::Dice dice(seed);
    for (int i = 0; i < variantsMade; ++i) {
        const geo::Date day = i % 2 == 0 ? packed::lastOldDay : packed::firstNewDay;
        const auto units = packed::units().inForce(layers::UnitLevel::Commune, day);
        const layers::Unit& unit = units[dice() % units.size()];
        const std::string variant = vary(unit.name, dice);
        const auto match = joinOf(day).match({"", variant});
        if (match.unit == nullptr) {
            ++count.open;
        } else if (match.unit->code == unit.code || isSomebodysName(variant, *match.unit, day)) {
            ++count.right;
        } else {
            ++count.wrong;
            ADD_FAILURE() << variant << " of " << unit.name << " taken for " << match.unit->name;
        }
    }
    std::cout << "right " << count.right << ", open " << count.open << ", wrong " << count.wrong << '\n';
    return count;
}

TEST(NameVariants, writtenOtherwiseAreFoundAndNeverMistaken) {
    const Count count = matchVariants(variants::rewritten, 1);
    EXPECT_EQ(count.wrong, 0);
    EXPECT_GT(count.right, variantsMade * 95 / 100);
}

TEST(NameVariants, misspeltAreLeftOpenAndNeverMistaken) {
    const Count count = matchVariants(variants::spoiled, 2);
    EXPECT_EQ(count.wrong, 0);
    EXPECT_GT(count.open, variantsMade / 2);
}

}  // namespace
