// SPDX-License-Identifier: Apache-2.0
// Lineage over several reforms, against territories made of cells and against a product of matrices.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

#include "layers/units/unit_carrier.hpp"

using layers::CarriedUnit;
using layers::CarryRequest;
using layers::Lineage;
using layers::LineageRow;
using layers::Unit;
using layers::UnitCarrier;
using layers::UnitLevel;
using layers::UnitRegister;

namespace {

constexpr std::array<geo::Date, 4> firstDays{{{2000, 1, 1}, {2010, 1, 1}, {2025, 7, 1}, {2030, 1, 1}}};
constexpr std::size_t times = firstDays.size();
constexpr int cells = 60;

/// Which unit each cell of one hectare belongs to, at each time; codes are reused from time to time.
struct Land {
    std::array<std::array<int, cells>, times> unitOf{};

    std::set<int> unitsAt(std::size_t time) const { return {unitOf[time].begin(), unitOf[time].end()}; }
    int area(std::size_t time, int unit) const {
        return static_cast<int>(std::ranges::count(unitOf[time], unit));
    }
    int shared(std::size_t time, int first, std::size_t later, int second) const {
        int count = 0;
        for (std::size_t cell = 0; cell < cells; ++cell)
            count += unitOf[time][cell] == first && unitOf[later][cell] == second ? 1 : 0;
        return count;
    }
};

std::string codeOf(int unit) { return "000" + std::to_string(10 + unit); }

Land randomLand(std::mt19937& random) {
    Land land;
    for (std::size_t time = 0; time < times; ++time) {
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const int usual = time == 0 ? static_cast<int>(cell) / 6 : land.unitOf[time - 1][cell];
            land.unitOf[time][cell] = usual;
        }
        if (time == 0) continue;
        // Some units merge, some give a part away, the rest only change their code.
        std::map<int, int> becomes;
        for (const int unit : land.unitsAt(time - 1)) becomes[unit] = static_cast<int>(random() % 9);
        const int split = static_cast<int>(random() % 10);
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const int before = land.unitOf[time - 1][cell];
            const bool isGiven = before == split && cell % 3 == 0;
            land.unitOf[time][cell] = isGiven ? 9 : becomes[before];
        }
    }
    return land;
}

geo::Date lastDayAt(std::size_t time) { return geo::dayBefore(firstDays[time + 1]); }

UnitRegister registerOf(const Land& land) {
    std::vector<Unit> units;
    for (std::size_t time = 0; time < times; ++time) {
        for (const int number : land.unitsAt(time)) {
            Unit unit;
            unit.code = codeOf(number);
            unit.level = UnitLevel::Commune;
            unit.validFrom = firstDays[time];
            if (time + 1 < times) unit.validTo = lastDayAt(time);
            unit.computedArea = geo::Hectares{static_cast<double>(land.area(time, number))};
            units.push_back(unit);
        }
    }
    return UnitRegister(units);
}

Lineage lineageOf(const Land& land) {
    std::vector<LineageRow> rows;
    for (std::size_t time = 1; time < times; ++time) {
        for (const int before : land.unitsAt(time - 1)) {
            for (const int after : land.unitsAt(time)) {
                const int shared = land.shared(time - 1, before, time, after);
                if (shared == 0) continue;
                LineageRow row;
                row.oldCode = codeOf(before);
                row.newCode = codeOf(after);
                row.share = static_cast<double>(shared) / land.area(time - 1, before);
                row.date = firstDays[time];
                rows.push_back(row);
            }
        }
    }
    return Lineage(rows);
}

/// Parts of a unit at another time if each reform divides evenly what the one before left together.
std::map<int, double> chained(const Land& land, std::size_t from, int unit, std::size_t to) {
    std::map<int, double> parts{{unit, 1}};
    const bool isForward = from < to;
    for (std::size_t time = from; time != to; isForward ? ++time : --time) {
        const std::size_t next = isForward ? time + 1 : time - 1;
        std::map<int, double> divided;
        for (const auto& [part, share] : parts) {
            for (const int other : land.unitsAt(next)) {
                const int shared =
                    isForward ? land.shared(time, part, next, other) : land.shared(next, other, time, part);
                if (shared > 0) divided[other] += share * shared / land.area(time, part);
            }
        }
        parts = divided;
    }
    return parts;
}

bool isInside(const Land& land, std::size_t from, int unit, std::size_t to, const std::string& code) {
    for (std::size_t cell = 0; cell < cells; ++cell)
        if (land.unitOf[from][cell] == unit && codeOf(land.unitOf[to][cell]) != code) return false;
    return true;
}

/// Calls the check for every unit of every time and every other time, in many lands.
template <class Check>
void inManyLands(Check check) {
    std::mt19937 random(20250701);
    for (int round = 0; round < 60; ++round) {
        const Land land = randomLand(random);
        const UnitRegister units = registerOf(land);
        const Lineage lineage = lineageOf(land);
        for (std::size_t from = 0; from < times; ++from) {
            for (std::size_t to = 0; to < times; ++to) {
                const UnitCarrier carrier(units, lineage,
                                          {firstDays[from], UnitLevel::Commune, firstDays[to]});
                for (const int unit : land.unitsAt(from)) check(land, carrier, from, unit, to);
            }
        }
    }
}

}  // namespace

TEST(UnitChains, neverCarryAsAWholeWhatLiesInSeveralUnits) {
    int carried = 0;
    inManyLands(
        [&](const Land& land, const UnitCarrier& carrier, std::size_t from, int unit, std::size_t to) {
            const CarriedUnit one = carrier.carry(codeOf(unit));
            if (one.code.empty()) return;
            ++carried;
            EXPECT_TRUE(isInside(land, from, unit, to, one.code));
        });
    EXPECT_GT(carried, 1000);
}

TEST(UnitChains, carryWhatLiesInOneUnitOverOneReform) {
    inManyLands(
        [&](const Land& land, const UnitCarrier& carrier, std::size_t from, int unit, std::size_t to) {
            if (from + 1 != to && to + 1 != from) return;
            const auto parts = chained(land, from, unit, to);
            const CarriedUnit one = carrier.carry(codeOf(unit));
            EXPECT_EQ(!one.code.empty(), parts.size() == 1);
            EXPECT_EQ(one.reason, parts.size() == 1 ? "" : "split");
        });
}

TEST(UnitChains, spreadByTheProductOfTheReformsBetween) {
    inManyLands(
        [&](const Land& land, const UnitCarrier& carrier, std::size_t from, int unit, std::size_t to) {
            const auto wanted = chained(land, from, unit, to);
            const auto shares = carrier.spread(codeOf(unit));
            ASSERT_EQ(shares.size(), wanted.size());
            for (const auto& share : shares) {
                const int other = std::stoi(share.code) - 10;
                ASSERT_TRUE(share.share);
                EXPECT_NEAR(*share.share, wanted.at(other), 1e-12);
            }
        });
}

TEST(UnitChains, endWhereTheLineageOfOneReformIsMissing) {
    Unit first;
    first.code = "00001";
    first.validTo = geo::Date{2009, 12, 31};
    Unit second = first;
    second.code = "00002";
    second.validFrom = geo::Date{2010, 1, 1};
    second.validTo = geo::Date{2025, 6, 30};
    Unit third = first;
    third.code = "00003";
    third.validFrom = geo::Date{2025, 7, 1};
    third.validTo.reset();
    LineageRow row;
    row.oldCode = "00001";
    row.newCode = "00002";
    row.date = geo::Date{2010, 1, 1};
    const UnitRegister units({first, second, third});
    const Lineage lineage({row});
    const UnitCarrier carrier(units, lineage, {{2005, 1, 1}, UnitLevel::Commune, {2026, 1, 1}});
    EXPECT_EQ(carrier.carry("00001"), (CarriedUnit{"", false, "no-lineage"}));
    EXPECT_TRUE(carrier.spread("00001").empty());
    row.oldCode = "00002";
    row.newCode = "00003";
    row.date = geo::Date{2025, 7, 1};
    const Lineage both({lineage.rows().front(), row});
    const UnitCarrier whole(units, both, {{2005, 1, 1}, UnitLevel::Commune, {2026, 1, 1}});
    EXPECT_EQ(whole.carry("00001"), (CarriedUnit{"00003", false, ""}));
}

TEST(UnitChains, leadThroughTwoReformsToTheDistrict) {
    Unit district;
    district.code = "901";
    district.level = UnitLevel::District;
    district.validTo = geo::Date{2025, 6, 30};
    Unit old;
    old.code = "00001";
    old.parent = "901";
    old.validTo = district.validTo;
    Unit middle = old;
    middle.code = "00002";
    middle.parent = "99";
    middle.validFrom = geo::Date{2025, 7, 1};
    middle.validTo = geo::Date{2029, 12, 31};
    Unit last = middle;
    last.code = "00003";
    last.validFrom = geo::Date{2030, 1, 1};
    last.validTo.reset();
    LineageRow first;
    first.oldCode = "00001";
    first.newCode = "00002";
    first.date = *middle.validFrom;
    LineageRow second;
    second.oldCode = "00002";
    second.newCode = "00003";
    second.date = *last.validFrom;
    const UnitRegister units({district, old, middle, last});
    const Lineage lineage({first, second});
    const UnitCarrier carrier(units, lineage, {{2030, 6, 1}, UnitLevel::District, {2024, 12, 31}});
    EXPECT_EQ(carrier.carry("00003"), (CarriedUnit{"901", true, ""}));
}
