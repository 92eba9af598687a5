// SPDX-License-Identifier: Apache-2.0
// Which numbers of a spreadsheet are days.
#include "layers/files/xlsx_styles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using layers::DayCount;
using layers::dayText;
using layers::NumberSort;
using layers::sortOfFormatCode;

TEST(XlsxFormats, tellDaysClocksAndNumbersApart) {
    for (const char* const code :
         {"dd/mm/yyyy", "yyyy", "[$-42A]d mmmm yyyy;@", "mmm", "dd/mm/yyyy hh:mm", "\"ngày\" d"}) {
        EXPECT_EQ(sortOfFormatCode(code), NumberSort::Day) << code;
    }
    for (const char* const code : {"h:mm", "[h]:mm:ss", "mm:ss"})
        EXPECT_EQ(sortOfFormatCode(code), NumberSort::Clock) << code;
    for (const char* const code : {"0%", "0.0%", "[Red]0.00%"})
        EXPECT_EQ(sortOfFormatCode(code), NumberSort::Percent) << code;
    for (const char* const code :
         {"General", "0.00", "#,##0.00\\ \"đ/m\"", "[Red]0", "0.00E+00", "@", "[$₫-42A] #,##0", ""}) {
        EXPECT_EQ(sortOfFormatCode(code), NumberSort::Number) << code;
    }
}

TEST(XlsxFormats, areNamedByCellFormatsInOrder) {
    const auto sorts = layers::numberSortsOf(
        R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>
<xf numFmtId="20"/></cellXfs></styleSheet>)");

    EXPECT_THAT(
        sorts, testing::ElementsAre(NumberSort::Number, NumberSort::Day, NumberSort::Day, NumberSort::Clock));
}

TEST(XlsxDays, areCountedAsExcelDoes) {
    EXPECT_EQ(dayText(45839, NumberSort::Day, DayCount::From1900), "2025-07-01");  // =DATE(2025;7;1)
    EXPECT_EQ(dayText(1, NumberSort::Day, DayCount::From1900), "1900-01-01");
    EXPECT_EQ(dayText(61, NumberSort::Day, DayCount::From1900), "1900-03-01");
    EXPECT_EQ(dayText(44377, NumberSort::Day, DayCount::From1904), "2025-07-01");  // 1462 days fewer
    EXPECT_EQ(dayText(45839.5, NumberSort::Day, DayCount::From1900), "2025-07-01T12:00:00");
    EXPECT_EQ(dayText(0.34375, NumberSort::Clock, DayCount::From1900), "08:15:00");
    EXPECT_EQ(dayText(1.5, NumberSort::Clock, DayCount::From1900), "36:00:00");
}

TEST(XlsxDays, areNothingBeyondTheCalendar) {
    EXPECT_EQ(dayText(-1, NumberSort::Day, DayCount::From1900), "");
    EXPECT_EQ(dayText(1e18, NumberSort::Day, DayCount::From1900), "");
}

}  // namespace
