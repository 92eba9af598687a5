// SPDX-License-Identifier: Apache-2.0
// A code means a unit only together with a day.
#include "layers/units/unit_register.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"

using layers::FieldType;
using layers::Table;
using layers::UnitLevel;
using layers::Value;

namespace {

constexpr geo::Date lastDayOfOld{2025, 6, 30};
constexpr geo::Date firstDayOfNew{2025, 7, 1};

Value text(const char* written) { return *written == '\0' ? Value() : Value(std::string(written)); }

// Domain facts: NQ 1670/NQ-UBTVQH15 and QĐ 19/2025/QĐ-TTg, 38 communes from 1 July 2025, no districts since.
Table packTable() {
    Table table{{{"code"},
                 {"name"},
                 {"level"},
                 {"valid_from"},
                 {"valid_to"},
                 {"parent"},
                 {"area_km2"},
                 {"area_status"},
                 {"lon"},
                 {"lat"}},
                {}};
    const auto add = [&](std::vector<const char*> cells) {
        std::vector<Value> row;
        for (const char* cell : cells) row.push_back(text(cell));
        table.rows.push_back(row);
    };
    add({"03439", "Xã Thu Lũm", "commune", "2025-07-01", "", "12", "251.55", "official", "102.434",
         "22.6681"});
    add({"03439", "Xã Ka Lăng", "commune", "", "2025-06-30", "107", "", "", "", ""});
    add({"03436", "Xã Thu Lũm", "commune", "", "2025-06-30", "107", "", "", "", ""});
    add({"107", "Huyện Mường Tè", "district", "", "2025-06-30", "12", "2679.34", "official", "", ""});
    add({"112", "Huyện Nậm Nhùn", "district", "2012-11-02", "2025-06-30", "12", "1388.08", "official", "",
         ""});
    add({"12", "Tỉnh Lai Châu", "province", "", "", "", "9068.73", "official", "", ""});
    return table;
}

geo::Message faultOf(const Table& table) {
    try {
        layers::unitsFromTable(table);
    } catch (const geo::Error& error) {
        return error.message();
    }
    return {};
}

}  // namespace

TEST(UnitRegister, tellsUnitsOfOneCodeApartByDay) {
    const auto units = layers::unitsFromTable(packTable());
    EXPECT_EQ(units.find("03439", UnitLevel::Commune, lastDayOfOld)->name, "Xã Ka Lăng");
    EXPECT_EQ(units.find("03439", UnitLevel::Commune, firstDayOfNew)->name, "Xã Thu Lũm");
    EXPECT_EQ(units.find("03436", UnitLevel::Commune, firstDayOfNew), nullptr);
    EXPECT_EQ(units.find("03439", UnitLevel::District, firstDayOfNew), nullptr);
}

TEST(UnitRegister, listsTheUnitsOfADayByCode) {
    const auto units = layers::unitsFromTable(packTable());
    const auto old = units.inForce(UnitLevel::Commune, lastDayOfOld);
    ASSERT_EQ(old.size(), 2u);
    EXPECT_EQ(old[0].code, "03436");
    EXPECT_EQ(old[1].code, "03439");
    EXPECT_TRUE(units.inForce(UnitLevel::District, firstDayOfNew).empty());
}

TEST(UnitRegister, knowsTheTimesInWhichALevelStayedTheSame) {
    const auto units = layers::unitsFromTable(packTable());
    EXPECT_EQ(units.epochs(UnitLevel::Commune), (std::vector<geo::Date>{lastDayOfOld, firstDayOfNew}));
    EXPECT_EQ(units.epochs(UnitLevel::District), std::vector<geo::Date>{lastDayOfOld});
    EXPECT_EQ(units.latestEpoch(UnitLevel::Commune), firstDayOfNew);
    EXPECT_EQ(units.latestEpoch(UnitLevel::District), lastDayOfOld);
    EXPECT_EQ(units.latestEpoch(UnitLevel::Province), std::nullopt);
}

TEST(UnitRegister, readsAreasAsHectaresAndPointsAsLongitudeLatitude) {
    const auto units = layers::unitsFromTable(packTable());
    const auto* thuLum = units.find("03439", UnitLevel::Commune, firstDayOfNew);
    EXPECT_DOUBLE_EQ(thuLum->officialArea->value, 25'155);
    EXPECT_EQ(thuLum->interiorPoint, (geo::Coordinate{102.434, 22.6681}));
    EXPECT_EQ(units.find("03439", UnitLevel::Commune, lastDayOfOld)->officialArea, std::nullopt);
}

TEST(UnitRegister, keepsComputedAreasApartFromOfficialOnes) {
    Table table = packTable();
    const auto status = *table.schema.indexOf("area_status");
    table.rows[3][status] = std::string("computed");
    const auto units = layers::unitsFromTable(table);
    const auto* muongTe = units.find("107", UnitLevel::District, lastDayOfOld);
    EXPECT_EQ(muongTe->officialArea, std::nullopt);
    EXPECT_DOUBLE_EQ(muongTe->computedArea->value, 267'934);
}

TEST(UnitRegister, namesTheCellItCannotRead) {
    Table table = packTable();
    table.rows[2][2] = std::string("thôn");
    EXPECT_EQ(faultOf(table),
              (geo::Message{"table.value-invalid",
                            {{"row", std::int64_t{3}}, {"column", "level"}, {"text", "thôn"}}}));
}

TEST(UnitRegister, namesTheColumnThatIsMissing) {
    EXPECT_EQ(faultOf({{{"code"}, {"name"}}, {}}),
              (geo::Message{"table.column-missing", {{"column", "level"}}}));
}

TEST(UnitRegister, refusesTwoUnitsOfOneCodeOnOneDay) {
    Table table = packTable();
    table.rows[1][4] = std::string("2025-07-01");
    EXPECT_EQ(faultOf(table).id, "units.overlap-in-time");
}

TEST(UnitCode, getsBackTheZerosANumberLost) {
    EXPECT_EQ(layers::unitCodeIn(std::int64_t{3388}, UnitLevel::Commune), "03388");
    EXPECT_EQ(layers::unitCodeIn(3388.0, UnitLevel::Commune), "03388");
    EXPECT_EQ(layers::unitCodeIn(std::string("3388"), UnitLevel::Commune), "03388");
    EXPECT_EQ(layers::unitCodeIn(std::string("03388"), UnitLevel::Commune), "03388");
    EXPECT_EQ(layers::unitCodeIn(std::int64_t{105}, UnitLevel::District), "105");
    EXPECT_EQ(layers::unitCodeIn(std::string("LC-1"), UnitLevel::Commune), "LC-1");
    EXPECT_EQ(layers::unitCodeIn(Value(), UnitLevel::Commune), "");
}

TEST(UnitLevelWord, isReadAsItIsWritten) {
    for (const auto level : {UnitLevel::Commune, UnitLevel::District, UnitLevel::Province}) {
        EXPECT_EQ(layers::parseUnitLevel(layers::wordOf(level)), level);
    }
    EXPECT_EQ(layers::parseUnitLevel("hamlet"), std::nullopt);
}
