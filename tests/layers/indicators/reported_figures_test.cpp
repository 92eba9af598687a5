// SPDX-License-Identifier: Apache-2.0
// What the rows of a report say, and what is wrong with them.
#include "layers/indicators/reported_figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

using layers::ReportedRow;
using layers::Status;

namespace {

ReportedRow rowOf(const std::string& code, std::optional<double> numerator, std::optional<double> denominator,
                  std::int64_t row = 1) {
    return {.indicator = "waste-urban",
            .period = 2024,
            .unitCode = code,
            .unitName = "Xã " + code,
            .numerator = numerator,
            .denominator = denominator,
            .termUnit = "tonnes/day",
            .status = Status::Reported,
            .sourceText = {},
            .row = row};
}

std::vector<std::string> faultsOf(const std::vector<ReportedRow>& rows) {
    std::vector<std::string> ids;
    for (const layers::Finding& finding : layers::reportedFindings(rows)) ids.push_back(finding.message.id);
    return ids;
}

}  // namespace

TEST(TermUnit, isOneHoweverOfficesWriteIt) {
    for (const char* text : {"tấn/ngày", "Tấn/ngày đêm", "TẤN / NGÀY", "t/d", "tonnes/day"})
        EXPECT_EQ(layers::termUnitWritten(text), "tonnes/day") << text;
    EXPECT_EQ(layers::termUnitWritten("tấn/năm"), "tonnes/year");
    EXPECT_EQ(layers::termUnitWritten("TOE"), "toe");
    EXPECT_EQ(layers::termUnitWritten("nghìn tấn dầu quy đổi"), "ktoe");
    EXPECT_EQ(layers::termUnitWritten(" xe/ngày "), "xe/ngày");
    EXPECT_EQ(layers::termUnitWritten(""), "");
}

TEST(ReportedYear, isAWholeYearOrNone) {
    for (const char* text : {"2024", "Năm 2024", " năm  2024 ", "2024-12-31", "31/12/2024"})
        EXPECT_EQ(layers::yearWritten(text), 2024) << text;
    for (const char* text :
         {"6 tháng đầu năm 2024", "Quý I/2024", "2024-06-30", "24", "", "x", "2024.5", "20240"})
        EXPECT_EQ(layers::yearWritten(text), std::nullopt) << text;
}

TEST(ReportedRows, holdAValueOnlyWithBothTerms) {
    EXPECT_TRUE(layers::hasValue(rowOf("1", 8.0, 10.0)));
    EXPECT_TRUE(layers::hasValue(rowOf("1", 0.0, 0.0)));
    EXPECT_FALSE(layers::hasValue(rowOf("1", std::nullopt, 10.0)));
    EXPECT_FALSE(layers::hasValue(rowOf("1", -1.0, 10.0)));
    EXPECT_FALSE(layers::hasValue(rowOf("1", std::nan(""), 10.0)));
    auto suppressed = rowOf("1", 8.0, 10.0);
    suppressed.status = Status::Suppressed;
    EXPECT_FALSE(layers::hasValue(suppressed));
}

TEST(ReportedFindings, nameTermsThatCannotBe) {
    EXPECT_THAT(faultsOf({rowOf("1", 11.0, 10.0)}),
                testing::ElementsAre("figure.numerator-above-denominator"));
    EXPECT_THAT(faultsOf({rowOf("1", -1.0, 10.0)}), testing::ElementsAre("figure.negative"));
    EXPECT_THAT(faultsOf({rowOf("1", 1.0, std::nullopt)}), testing::ElementsAre("figure.term-missing"));
    EXPECT_TRUE(faultsOf({rowOf("1", 10.0, 10.0)}).empty());
}

TEST(ReportedFindings, nameRowsThatStandTwice) {
    auto otherYear = rowOf("1", 1.0, 2.0, 3);
    otherYear.period = 2023;
    EXPECT_THAT(faultsOf({rowOf("1", 1.0, 2.0, 1), rowOf("1", 1.0, 2.0, 2), otherYear}),
                testing::ElementsAre("figure.repeated"));
    const auto findings =
        layers::reportedFindings(std::vector{rowOf("1", 1.0, 2.0, 4), rowOf("1", 1.5, 2.0, 9)});
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].message.id, "figure.repeated-differs");
    EXPECT_EQ(findings[0].message.arguments.back(), (geo::Argument{"first_row", std::int64_t{4}}));
    EXPECT_EQ(findings[0].row, 9);
}

TEST(ReportedFindings, tellUnitsWithoutCodeByTheirNames) {
    auto first = rowOf("", 1.0, 2.0);
    first.unitName = "Xã Nậm Cha";
    auto second = first;
    second.unitName = "Nậm Chà";
    auto third = first;
    third.unitName = "nậm  cha";
    EXPECT_THAT(layers::repeatedRows(std::vector{first, second, third}),
                testing::ElementsAre(std::nullopt, std::nullopt, 0u));
}

TEST(StatusWritten, isReadInTheWordsOfOffices) {
    EXPECT_EQ(layers::statusWritten("Chưa báo cáo"), Status::NotReported);
    EXPECT_EQ(layers::statusWritten("not reported"), Status::NotReported);
    EXPECT_EQ(layers::statusWritten("Thiếu số liệu"), Status::Missing);
    EXPECT_EQ(layers::statusWritten("KHÔNG ÁP DỤNG"), Status::NotApplicable);
    EXPECT_EQ(layers::statusWritten("ước tính"), Status::Estimated);
    EXPECT_EQ(layers::statusWritten("Không công khai"), Status::Suppressed);
    EXPECT_EQ(layers::statusWritten("Reported"), Status::Reported);
    EXPECT_EQ(layers::statusWritten("có lẽ"), std::nullopt);
    EXPECT_EQ(layers::statusWritten(""), std::nullopt);
}
