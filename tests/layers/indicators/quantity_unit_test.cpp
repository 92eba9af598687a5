// SPDX-License-Identifier: Apache-2.0
// Units as offices write them, and what may become what.
#include "layers/indicators/quantity_unit.hpp"

#include <gtest/gtest.h>

using layers::Ratio;
using layers::ratioBetween;
using layers::termUnitWritten;
using layers::unitNamedIn;

namespace {

TEST(QuantityUnits, haveOneWritingEach) {
    EXPECT_EQ(termUnitWritten("m³/ngày.đêm"), "m3/day");
    EXPECT_EQ(termUnitWritten("nghìn m³/năm"), "thousand m3/year");
    EXPECT_EQ(termUnitWritten("1.000 tấn/năm"), "thousand tonnes/year");
    EXPECT_EQ(termUnitWritten("triệu kWh"), "GWh");
    EXPECT_EQ(termUnitWritten("km²"), "km2");
    EXPECT_EQ(termUnitWritten("Tấn/tháng"), "tonnes/month");
    EXPECT_EQ(termUnitWritten("tạ/ngày"), "quintals/day");
    EXPECT_EQ(layers::ratioBetween("yến/ngày", "tonnes/day", 2024), (layers::Ratio{1, 100}));
    EXPECT_EQ(termUnitWritten("kg/người/ngày"), "kg/người/ngày");
}

TEST(QuantityUnits, areFixedPointsOfTheirOwnWriting) {
    for (const char* unit :
         {"tonnes/day", "thousand m3/year", "million m3/year", "ktoe", "GWh", "ha", "kg/month", "quintals/day", "yen"})
        EXPECT_EQ(termUnitWritten(unit), unit);
}

TEST(QuantityUnits, areNamedInHeadsAndTitles) {
    EXPECT_EQ(unitNamedIn("Khối lượng phát sinh (tấn/năm)"), "tonnes/year");
    EXPECT_EQ(unitNamedIn("Năm 2024 [kg/ngày] - Thu gom"), "kg/day");
    EXPECT_EQ(unitNamedIn("ĐVT: nghìn tấn"), "thousand tonnes");
    EXPECT_EQ(unitNamedIn("Biểu 3 (Đơn vị tính: tấn/ngày)"), "tonnes/day");
    EXPECT_EQ(unitNamedIn("Tấn (năm 2024)"), "");
    EXPECT_EQ(unitNamedIn("Thu gom (tấn/năm), xử lý (kg/ngày)"), "");
    EXPECT_EQ(layers::withoutUnit("Tử số (tấn/năm)"), "Tử số");
}

TEST(QuantityUnits, becomeEachOtherByWholeNumbers) {
    EXPECT_EQ(ratioBetween("tonnes/year", "tonnes/day", 2023), (Ratio{1, 365}));
    EXPECT_EQ(ratioBetween("tonnes/year", "tonnes/day", 2024), (Ratio{1, 366}));
    EXPECT_EQ(ratioBetween("tonnes/year", "tonnes/day", 1900), (Ratio{1, 365}));
    EXPECT_EQ(ratioBetween("thousand m3/year", "m3/day", 2023), (Ratio{200, 73}));
    EXPECT_EQ(ratioBetween("kg/day", "tonnes/day", 0), (Ratio{1, 1000}));
    EXPECT_EQ(ratioBetween("km2", "ha", 0), (Ratio{100, 1}));
    EXPECT_EQ(ratioBetween("tonnes/month", "tonnes/year", 0), (Ratio{12, 1}));
    EXPECT_EQ(ratioBetween("ktoe", "toe", 2024), (Ratio{1000, 1}));
}

TEST(QuantityUnits, ofDifferentSortsStayApart) {
    EXPECT_EQ(ratioBetween("tonnes", "m3", 2024), std::nullopt);
    EXPECT_EQ(ratioBetween("tonnes", "tonnes/year", 2024), std::nullopt);
    EXPECT_EQ(ratioBetween("kWh", "toe", 2024), std::nullopt);
    EXPECT_EQ(ratioBetween("tonnes/year", "tonnes/day", 0), std::nullopt);
    EXPECT_EQ(ratioBetween("xe/ngày", "tonnes/day", 2024), std::nullopt);
}

TEST(QuantityUnits, goBackTheWayTheyCame) {
    const char* const rates[] = {"kg/day",      "tonnes/day",           "tonnes/month",
                                 "tonnes/year", "thousand tonnes/year", "kg/year"};
    for (const char* from : rates) {
        for (const char* to : rates) {
            const auto there = ratioBetween(from, to, 2024);
            const auto back = ratioBetween(to, from, 2024);
            ASSERT_TRUE(there && back);
            EXPECT_EQ((Ratio{back->by, back->times}), *there) << from << " " << to;
        }
    }
}

}  // namespace
