// SPDX-License-Identifier: Apache-2.0
// Old units lead to new ones, and back.
#include "layers/units/lineage.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"

using layers::Table;
using layers::Value;

namespace {

constexpr geo::Date reform{2025, 7, 1};

std::vector<Value> row(const char* oldCode, const char* oldName, const char* district, const char* newCode,
                       const char* newName, double share = 1) {
    const auto text = [](const char* written) { return Value(std::string(written)); };
    return {text(oldCode), text(oldName), text(district), text("Tên"),
            text(newCode), text(newName), share,          Value()};
}

// Domain facts §4.2: a code that went over to another name, and a name that went over to another code.
Table crosswalk() {
    return {{{"old_code"},
             {"old_name"},
             {"district_code"},
             {"district_name"},
             {"new_code"},
             {"new_name"},
             {"share"},
             {"date"}},
            {row("03439", "Xã Ka Lăng", "107", "03439", "Xã Thu Lũm"),
             row("03436", "Xã Thu Lũm", "107", "03439", "Xã Thu Lũm"),
             row("3502", "Xã Nậm Ban", "112", "3503", "Xã Pa Tần"),
             row("03493", "Xã Pa Tần", "108", "03503", "Xã Pa Tần")}};
}

layers::Unit oldUnit(const char* code) {
    layers::Unit unit;
    unit.code = code;
    unit.validTo = geo::dayBefore(reform);
    return unit;
}

layers::Unit newUnit(const char* code, geo::Date day = reform) {
    layers::Unit unit;
    unit.code = code;
    unit.validFrom = day;
    return unit;
}

std::string faultOf(const Table& table) {
    try {
        layers::lineageFromTable(table, reform);
    } catch (const geo::Error& error) {
        return error.message().id;
    }
    return {};
}

}  // namespace

TEST(Lineage, leadsForwardAndBack) {
    const auto lineage = layers::lineageFromTable(crosswalk(), reform);
    ASSERT_EQ(lineage.successors(oldUnit("03436")).size(), 1u);
    EXPECT_EQ(lineage.successors(oldUnit("03436"))[0].newCode, "03439");
    const auto made = lineage.predecessors(newUnit("03439"));
    ASSERT_EQ(made.size(), 2u);
    EXPECT_EQ(made[0].oldName, "Xã Thu Lũm");
    EXPECT_EQ(made[1].oldName, "Xã Ka Lăng");
    EXPECT_TRUE(lineage.successors(oldUnit("99999")).empty());
}

TEST(Lineage, knowsTheDistrictOfAnOldUnit) {
    const auto lineage = layers::lineageFromTable(crosswalk(), reform);
    EXPECT_EQ(lineage.districtOf("03502")->code, "112");
    EXPECT_EQ(lineage.districtOf("03493")->code, "108");
    EXPECT_EQ(lineage.districtOf("03503"), std::nullopt);
}

TEST(Lineage, takesTheDefaultDateWhereARowHasNone) {
    Table table = crosswalk();
    table.rows[0][7] = std::string("2020-02-01");
    const auto lineage = layers::lineageFromTable(table, reform);
    EXPECT_EQ(lineage.predecessors(newUnit("03439", {2020, 2, 1})).size(), 1u);
    EXPECT_EQ(lineage.successors(oldUnit("03436"))[0].date, reform);
}

TEST(Lineage, tellsTheUnitsOfAReusedCodeApartByTheirDays) {
    Table table = crosswalk();
    table.rows.push_back(row("03439", "Xã Thu Lũm", "", "03442", "Xã Pa Ủ"));
    table.rows.back()[7] = std::string("2030-01-01");
    const auto lineage = layers::lineageFromTable(table, reform);
    layers::Unit between = newUnit("03439");
    between.validTo = geo::Date{2029, 12, 31};
    EXPECT_EQ(lineage.successors(oldUnit("03439")).front().newCode, "03439");
    EXPECT_EQ(lineage.successors(between).front().newCode, "03442");
    EXPECT_EQ(lineage.predecessors(between).size(), 2u);
    EXPECT_TRUE(lineage.incompleteShares().empty());
}

TEST(Lineage, joinsTablesOfSeveralReforms) {
    const auto known = layers::lineageFromTable(crosswalk(), reform);
    Table later = crosswalk();
    later.rows = {row("03439", "Xã Thu Lũm", "", "03442", "Xã Pa Ủ")};
    const auto both = layers::joinedByDay(layers::lineageFromTable(later, {2030, 1, 1}), known);
    EXPECT_EQ(both.rows().size(), 5u);
    EXPECT_EQ(layers::joinedByDay(known, known).rows().size(), 4u);
}

TEST(Lineage, namesOldUnitsThatDoNotGoOverAsAWhole) {
    Table table = crosswalk();
    table.rows[0][6] = 0.25;
    table.rows.push_back(row("03439", "Xã Ka Lăng", "107", "03442", "Xã Pa Ủ", 0.7));
    EXPECT_EQ(layers::lineageFromTable(table, reform).incompleteShares(), std::vector<std::string>{"03439"});
}

TEST(Lineage, refusesARowThatComesTwice) {
    Table table = crosswalk();
    table.rows.push_back(table.rows[2]);
    EXPECT_EQ(faultOf(table), "units.lineage-repeated");
}

TEST(Lineage, refusesAShareThatIsNoPart) {
    Table table = crosswalk();
    table.rows[1][6] = 1.5;
    EXPECT_EQ(faultOf(table), "table.value-invalid");
}
