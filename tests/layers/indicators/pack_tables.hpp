// SPDX-License-Identifier: Apache-2.0
// The province pack's own tables, for rules that must hold on the real units.
#pragma once

#include <string>
#include <vector>

#include "layers/indicators/unit_join.hpp"
#include "layers/model/table.hpp"
#include "layers/units/lineage.hpp"
#include "layers/units/unit_register.hpp"
#include "tests/sample-data/provinces/pack_rows.hpp"

namespace packed {

inline constexpr geo::Date lastOldDay{2025, 6, 30};
inline constexpr geo::Date firstNewDay{2025, 7, 1};

inline layers::Table tableOf(const std::string& name) {
    const auto lines = packTest::cellsOf(packTest::textOf(name + ".csv"));
    layers::Table table;
    for (const std::string& head : lines.front()) table.schema.add({head});
    for (std::size_t line = 1; line < lines.size(); ++line) {
        auto& row = table.rows.emplace_back();
        for (const std::string& cell : lines[line])
            row.push_back(cell.empty() ? layers::Value() : layers::Value(cell));
    }
    return table;
}

inline const layers::UnitRegister& units() {
    static const layers::UnitRegister known = layers::unitsFromTable(tableOf("units"));
    return known;
}

inline const layers::Lineage& lineage() {
    static const layers::Lineage known = layers::lineageFromTable(tableOf("lineage"), firstNewDay);
    return known;
}

inline const std::vector<layers::SpellingPair>& spellings() {
    static const auto known = layers::spellingPairsFromTable(tableOf("spelling_pairs"));
    return known;
}

inline layers::UnitJoin joinOn(const geo::Date& day, layers::UnitLevel level = layers::UnitLevel::Commune) {
    return layers::UnitJoin(units(), level, day, spellings());
}

}  // namespace packed
