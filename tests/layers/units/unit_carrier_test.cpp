// SPDX-License-Identifier: Apache-2.0
// Figures declared for a commune go to the unit that stands for it on another day, or nowhere.
#include "layers/units/unit_carrier.hpp"

#include <gtest/gtest.h>

using layers::CarriedUnit;
using layers::Lineage;
using layers::LineageRow;
using layers::Unit;
using layers::UnitCarrier;
using layers::UnitLevel;
using layers::UnitRegister;

namespace {

constexpr geo::Date oldDay{2024, 12, 31};
constexpr geo::Date newDay{2025, 7, 1};

Unit unitOf(const char* code, UnitLevel level, const char* parent, bool isOld) {
    Unit unit;
    unit.code = code;
    unit.name = std::string("Đơn vị ") + code;
    unit.level = level;
    unit.parent = parent;
    if (isOld) unit.validTo = geo::Date{2025, 6, 30};
    if (!isOld) unit.validFrom = newDay;
    return unit;
}

// Two districts and their communes became four communes: 00011 of 00001 and 00002, 00012 of 00003 alone,
// 00013 of 00004 and 00005 that lay in different districts, 00014 of a part of 00006. 
UnitRegister someUnits() {
    std::vector<Unit> units{unitOf("901", UnitLevel::District, "99", true),
                            unitOf("902", UnitLevel::District, "99", true)};
    for (const char* code : {"00001", "00002", "00003", "00004"}) {
        units.push_back(unitOf(code, UnitLevel::Commune, "901", true));
    }
    for (const char* code : {"00005", "00006"}) units.push_back(unitOf(code, UnitLevel::Commune, "902", true));
    for (const char* code : {"00011", "00012", "00013", "00014", "00015"}) {
        units.push_back(unitOf(code, UnitLevel::Commune, "99", false));
    }
    Unit province = unitOf("99", UnitLevel::Province, "", false);
    province.validFrom.reset();
    units.push_back(province);
    return UnitRegister(units);
}

LineageRow rowOf(const char* oldCode, const char* district, const char* newCode, double share = 1) {
    LineageRow row;
    row.oldCode = oldCode;
    row.districtCode = district;
    row.newCode = newCode;
    row.share = share;
    row.date = newDay;
    return row;
}

Lineage someLineage() {
    return Lineage({rowOf("00001", "901", "00011"), rowOf("00002", "901", "00011"), rowOf("00003", "901", "00012"),
                    rowOf("00004", "901", "00013"), rowOf("00005", "902", "00013"),
                    rowOf("00006", "902", "00014", 0.6), rowOf("00006", "902", "00012", 0.4)});
}

CarriedUnit carried(const char* code, geo::Date from, UnitLevel level, geo::Date to) {
    const UnitRegister units = someUnits();
    const Lineage lineage = someLineage();
    return UnitCarrier(units, lineage, {from, level, to}).carry(code);
}

CarriedUnit nowhere(const char* reason) { return {"", false, reason}; }

}  // namespace

TEST(UnitCarrier, leavesACommuneOfTheSameDaysAsItIs) {
    EXPECT_EQ(carried("00001", {2020, 1, 1}, UnitLevel::Commune, oldDay), (CarriedUnit{"00001", false, ""}));
    EXPECT_EQ(carried("00011", newDay, UnitLevel::Commune, {2026, 1, 1}), (CarriedUnit{"00011", false, ""}));
}

TEST(UnitCarrier, movesAMergedCommuneForwardToItsSuccessor) {
    EXPECT_EQ(carried("00001", oldDay, UnitLevel::Commune, newDay), (CarriedUnit{"00011", true, ""}));
    EXPECT_EQ(carried("00002", oldDay, UnitLevel::Commune, newDay), (CarriedUnit{"00011", true, ""}));
}

TEST(UnitCarrier, aCommuneThatOnlyChangedItsCodeIsTheSameTerritory) {
    const Lineage lineage({rowOf("00003", "901", "00012")});
    const UnitRegister units = someUnits();
    EXPECT_EQ(UnitCarrier(units, lineage, {oldDay, UnitLevel::Commune, newDay}).carry("00003"),
              (CarriedUnit{"00012", false, ""}));
    EXPECT_EQ(UnitCarrier(units, lineage, {newDay, UnitLevel::Commune, oldDay}).carry("00012"),
              (CarriedUnit{"00003", false, ""}));
}

TEST(UnitCarrier, aSplitCommuneGoesNowhere) {
    EXPECT_EQ(carried("00006", oldDay, UnitLevel::Commune, newDay), nowhere("split"));
}

TEST(UnitCarrier, aMergedCommuneCannotBeTakenApartAgain) {
    EXPECT_EQ(carried("00011", newDay, UnitLevel::Commune, oldDay), nowhere("split"));
}

TEST(UnitCarrier, aCommuneWithoutLineageGoesNowhere) {
    const UnitRegister units = someUnits();
    const Lineage none;
    EXPECT_EQ(UnitCarrier(units, none, {oldDay, UnitLevel::Commune, newDay}).carry("00001"), nowhere("no-lineage"));
    EXPECT_EQ(carried("00015", newDay, UnitLevel::District, oldDay), nowhere("no-lineage"));
}

TEST(UnitCarrier, anOldCommuneGoesToItsDistrict) {
    EXPECT_EQ(carried("00004", oldDay, UnitLevel::District, oldDay), (CarriedUnit{"901", false, ""}));
    EXPECT_EQ(carried("00005", oldDay, UnitLevel::District, oldDay), (CarriedUnit{"902", false, ""}));
}

TEST(UnitCarrier, aNewCommuneInsideOneFormerDistrictGoesThere) {
    EXPECT_EQ(carried("00011", newDay, UnitLevel::District, oldDay), (CarriedUnit{"901", true, ""}));
}

TEST(UnitCarrier, aNewCommuneOverTwoFormerDistrictsGoesNowhere) {
    EXPECT_EQ(carried("00013", newDay, UnitLevel::District, oldDay), nowhere("straddles-districts"));
}

TEST(UnitCarrier, everyCommuneGoesToTheProvince) {
    EXPECT_EQ(carried("00005", oldDay, UnitLevel::Province, newDay), (CarriedUnit{"99", false, ""}));
    EXPECT_EQ(carried("00013", newDay, UnitLevel::Province, oldDay), (CarriedUnit{"99", false, ""}));
}

TEST(UnitCarrier, aCodeThatWasNoCommuneThatDayIsUnknown) {
    EXPECT_EQ(carried("00011", oldDay, UnitLevel::Commune, newDay), nowhere("unknown-commune"));
    EXPECT_EQ(carried("77777", oldDay, UnitLevel::Province, newDay), nowhere("unknown-commune"));
    EXPECT_EQ(carried("", oldDay, UnitLevel::District, oldDay), nowhere("unknown-commune"));
}

TEST(UnitCarrier, findsTheDistrictOfAReusedCodeByItsDay) {
    // The code of an old commune of 901 that a new commune, made of a commune of 902, bears today.
    const UnitRegister units({unitOf("901", UnitLevel::District, "99", true), unitOf("902", UnitLevel::District, "99", true),
                              unitOf("00001", UnitLevel::Commune, "901", true),
                              unitOf("00002", UnitLevel::Commune, "902", true),
                              unitOf("00001", UnitLevel::Commune, "99", false)});
    const Lineage lineage({rowOf("00002", "902", "00001")});
    EXPECT_EQ(UnitCarrier(units, lineage, {oldDay, UnitLevel::District, oldDay}).carry("00001").code, "901");
    EXPECT_EQ(UnitCarrier(units, lineage, {newDay, UnitLevel::District, oldDay}).carry("00001").code, "902");
}
