// SPDX-License-Identifier: Apache-2.0
// Rows in any unit become rows of one, and say what they were.
#include "layers/indicators/term_conversion.hpp"

#include <gtest/gtest.h>

#include "layers/indicators/part_sums.hpp"
#include "layers/indicators/reported_fields.hpp"

using layers::Feature;
using layers::Ratio;
using layers::ReportedRow;
using layers::Schema;
using layers::WrittenTerm;

namespace {

ReportedRow yearly(double numerator, double denominator) {
    return {.indicator = "waste-rural",
            .period = 2024,
            .unitCode = "03388",
            .unitName = "Phường Đoàn Kết",
            .numerator = numerator,
            .denominator = denominator,
            .termUnit = "tonnes/year",
            .sourceText = {},
            .row = 3};
}

ReportedRow rowUnder(const Schema& schema, std::vector<layers::Value> values, const std::string& title = "") {
    auto fields = layers::reportedFieldsOf(schema);
    fields.tableUnit = title;
    return layers::reportedRowIn(Feature{{}, std::move(values), 1}, fields, layers::DecimalMark::Point);
}

const Schema withUnits{{"code"}, {"indicator"}, {"period"}, {"Tử số (nghìn tấn/năm)"}, {"Mẫu số (tấn/năm)"}};

}  // namespace

TEST(TermConversion, keepsWhatWasWrittenBesideWhatCounts) {
    ReportedRow row = yearly(183, 366);
    layers::convertTerms(row, "tonnes/day");
    EXPECT_EQ(row.numerator, 0.5);
    EXPECT_EQ(row.denominator, 1.0);
    EXPECT_EQ(row.termUnit, "tonnes/day");
    EXPECT_EQ(row.writtenNumerator, (WrittenTerm{183, "tonnes/year", Ratio{1, 366}}));
    EXPECT_TRUE(row.faults.empty());
}

TEST(TermConversion, sumsWhatWasWritten) {
    std::vector<ReportedRow> rows;
    for (int i = 0; i < 61; ++i) rows.push_back(yearly(0.6, 6));
    std::vector<layers::Part> parts;
    for (ReportedRow& row : rows) {
        layers::convertTerms(row, "tonnes/day");
        parts.push_back({&row});
    }
    const auto terms = layers::termsOf(parts);
    EXPECT_EQ(terms.numerator.total(), 0.1);
    EXPECT_EQ(terms.denominator.total(), 1.0);
}

TEST(TermConversion, saysWhatCannotBeConvertedAndLeavesIt) {
    ReportedRow row = yearly(1, 2);
    row.termUnit = "m3/year";
    layers::convertTerms(row, "tonnes/day");
    EXPECT_EQ(row.numerator, 1.0);
    EXPECT_EQ(row.termUnit, "m3/year");
    ASSERT_EQ(row.faults.size(), 1u);
    EXPECT_EQ(row.faults[0].id, "figure.unit-not-convertible");
}

TEST(TermConversion, takesEachTermsUnitFromItsHead) {
    ReportedRow row = rowUnder(withUnits, {"03388", "waste-rural", "2024", "0.5", "1000"});
    layers::convertTerms(row, "tonnes/year");
    EXPECT_EQ(row.numerator, 500.0);
    EXPECT_EQ(row.denominator, 1000.0);
    EXPECT_EQ(row.writtenDenominator, std::nullopt);
}

TEST(TermConversion, bringsTheNumeratorToTheDenominatorWhereThePackNamesNoUnit) {
    ReportedRow row = rowUnder(withUnits, {"03388", "waste-rural", "2024", "0.5", "1000"});
    layers::convertTerms(row, "");
    EXPECT_EQ(row.numerator, 500.0);
    EXPECT_EQ(row.termUnit, "tonnes/year");
}

TEST(TermConversion, takesTheTitlesUnitWhereNothingNearerNamesOne) {
    const Schema plain{{"code"}, {"indicator"}, {"period"}, {"numerator"}, {"denominator"}, {"unit"}};
    EXPECT_EQ(rowUnder(plain, {"1", "a", "2024", "1", "2", {}}, "kg/day").termUnit, "kg/day");
    EXPECT_EQ(rowUnder(plain, {"1", "a", "2024", "1", "2", "tấn/ngày"}, "kg/day").termUnit, "tonnes/day");
}

TEST(TermConversion, believesTheRowAgainstItsHeadAndSaysSo) {
    const Schema both{{"code"},        {"indicator"}, {"period"}, {"numerator (kg/ngày)"},
                      {"denominator"}, {"unit"}};
    const ReportedRow row = rowUnder(both, {"1", "a", "2024", "1", "2", "tấn/ngày"});
    EXPECT_EQ(row.termUnit, "tonnes/day");
    ASSERT_EQ(row.faults.size(), 1u);
    EXPECT_EQ(row.faults[0].id, "figure.unit-contradicts");
}

TEST(TermConversion, comesBackFromTheStoreAsItWent) {
    ReportedRow row = yearly(100, 200);
    layers::convertTerms(row, "tonnes/day");
    const Schema source{{"code"}, {"indicator"}, {"period"}, {"numerator"}, {"denominator"}};
    const auto fields = layers::reportedFieldsOf(source);
    const Schema stored = layers::storedReportedSchema(source, fields);
    const Feature feature{{}, layers::storedReportedValues(Feature{{}, {}, 3}, fields, row), 3};
    const auto again =
        layers::reportedRowIn(feature, layers::reportedFieldsOf(stored), layers::DecimalMark::Point);
    EXPECT_EQ(again.writtenNumerator, row.writtenNumerator);
    EXPECT_EQ(again.writtenDenominator, row.writtenDenominator);
    EXPECT_EQ(again.numerator, row.numerator);
    EXPECT_EQ(again.termUnit, "tonnes/day");
}

TEST(TermConversion, isSaidOnceForAllRowsOfAUnit) {
    std::vector<ReportedRow> rows{yearly(1, 2), yearly(3, 4), yearly(5, 6)};
    rows[2].termUnit.clear();
    for (ReportedRow& row : rows) layers::convertTerms(row, "tonnes/day");
    const auto findings = layers::conversionFindings(rows);
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].message.id, "figure.unit-not-told");
    EXPECT_EQ(findings[1].message, (geo::Message{"figure.units-converted",
                                                 {{"indicator", "waste-rural"},
                                                  {"unit", "tonnes/year"},
                                                  {"wanted", "tonnes/day"},
                                                  {"conversion", "÷ 366"},
                                                  {"count", std::int64_t{2}}}}));
}
