// SPDX-License-Identifier: Apache-2.0
// Reported figures on the real units of both times: carried, summed, and never made up.
#include "layers/indicators/reported_tally.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/layers/indicators/pack_tables.hpp"

using layers::FromBelow;
using layers::ReportedFigure;
using layers::ReportedRow;
using layers::ReportedTally;
using layers::Status;
using layers::UnitLevel;
using packed::firstNewDay;
using packed::lastOldDay;

namespace {

ReportedRow rowOf(const std::string& code, std::optional<double> numerator, std::optional<double> denominator,
                  Status status = Status::Reported) {
    static std::int64_t row = 0;
    return {.indicator = "waste-urban",
            .period = 2024,
            .unitCode = code,
            .unitName = {},
            .numerator = numerator,
            .denominator = denominator,
            .termUnit = "tonnes/day",
            .status = status,
            .sourceText = "BC " + code,
            .row = ++row};
}

ReportedTally tallied(const std::vector<ReportedRow>& rows, const layers::CarryRequest& carry,
                      FromBelow fromBelow = FromBelow::Summed) {
    return layers::tallyReported(rows, packed::units(), packed::lineage(), {carry, fromBelow});
}

const ReportedFigure& figureOf(const ReportedTally& tally, const std::string& code) {
    return *std::ranges::find(tally.figures, code, &ReportedFigure::unitCode);
}

std::vector<std::string> findingsOn(const ReportedTally& tally, const std::string& code) {
    std::vector<std::string> ids;
    for (const layers::Finding& finding : tally.findings) {
        if (finding.unitCode == code) ids.push_back(finding.message.id);
    }
    return ids;
}

std::int64_t rowsOn(const std::vector<layers::LedgerEntry>& entries) {
    std::int64_t rows = 0;
    for (const auto& entry : entries) rows += entry.count;
    return rows;
}

void expectBalance(const ReportedTally& tally, std::size_t rows) {
    EXPECT_EQ(rowsOn(tally.ledger.in), static_cast<std::int64_t>(rows));
    EXPECT_EQ(rowsOn(tally.ledger.out) + rowsOn(tally.ledger.lost), static_cast<std::int64_t>(rows));
    EXPECT_TRUE(tally.ledger.balances(1e-9));
}

const layers::CarryRequest newToNew{firstNewDay, UnitLevel::Commune, firstNewDay};
const layers::CarryRequest oldToNew{lastOldDay, UnitLevel::Commune, firstNewDay};
const layers::CarryRequest newToOldDistricts{firstNewDay, UnitLevel::District, lastOldDay};
const layers::CarryRequest oldToDistricts{lastOldDay, UnitLevel::District, lastOldDay};
const layers::CarryRequest newToProvince{firstNewDay, UnitLevel::Province, firstNewDay};
const layers::CarryRequest oldToProvince{lastOldDay, UnitLevel::Province, lastOldDay};

/// A row for each commune of a day, in tenths.
std::vector<ReportedRow> allCommunes(const geo::Date& day) {
    std::vector<ReportedRow> rows;
    for (const layers::Unit& unit : packed::units().inForce(UnitLevel::Commune, day)) {
        const double tenths = static_cast<double>(rows.size() + 1) / 10;
        rows.push_back(rowOf(unit.code, tenths, 2 * tenths));
    }
    return rows;
}

}  // namespace

TEST(ReportedTally, givesAnUnmovedUnitItsOwnRow) {
    const auto tally = tallied({rowOf("03433", 8, 10), rowOf("03451", 3, 4, Status::Estimated)}, newToNew);
    EXPECT_EQ(tally.figures.size(), 38u);
    EXPECT_EQ(figureOf(tally, "03433"),
              (ReportedFigure{"03433", 8.0, 10.0, "tonnes/day", Status::Reported, 1, 0, 1, {"BC 03433"}}));
    EXPECT_EQ(figureOf(tally, "03451").status, Status::Estimated);
    EXPECT_EQ(figureOf(tally, "03388").status, Status::Missing);
    EXPECT_EQ(figureOf(tally, "03388").numerator, std::nullopt);
}

TEST(ReportedTally, sumsTheOldCommunesANewOneWasMadeOf) {
    // Domain facts §4.2: 03408 <- 03387, 03408, 03409, 03415, 03418.
    const auto tally = tallied({rowOf("03387", 0.1, 1), rowOf("03408", 0.2, 1), rowOf("03409", 0.3, 1),
                                rowOf("03415", 0.4, 1), rowOf("03418", 0.5, 1)},
                               oldToNew);
    const auto& figure = figureOf(tally, "03408");
    EXPECT_EQ(figure.numerator, 1.5);
    EXPECT_EQ(figure.denominator, 5.0);
    EXPECT_EQ(figure.status, Status::Carried);
    EXPECT_EQ(figure.rows, 5);
    EXPECT_EQ(figure.expected, 5);
    expectBalance(tally, 5);
}

TEST(ReportedTally, takesAReusedCodeForTheUnitOfItsDay) {
    // 03439 was Ka Lăng and is Thu Lũm, made of Ka Lăng and 03436.
    const auto tally = tallied({rowOf("03439", 1, 2)}, oldToNew);
    EXPECT_EQ(figureOf(tally, "03439").status, Status::Estimated);
    EXPECT_EQ(figureOf(tally, "03439").expected, 2);
    EXPECT_EQ(figureOf(tally, "03439").missing, 1);
}

TEST(ReportedTally, keepsTheStatusOfAUnitThatOnlyCrossedTheDay) {
    const auto tally = tallied({rowOf("03451", 1, 2)}, oldToNew);  // Mù Cả was left as it was
    EXPECT_EQ(figureOf(tally, "03451").status, Status::Reported);
}

TEST(ReportedTally, neverMakesUpWhatFewerThanHalfReported) {
    const auto tally = tallied({rowOf("03387", 1, 2), rowOf("03408", 1, 2)}, oldToNew);  // two of five
    const auto& figure = figureOf(tally, "03408");
    EXPECT_EQ(figure.status, Status::Missing);
    EXPECT_EQ(figure.numerator, std::nullopt);
    EXPECT_EQ(figure.missing, 3);
    EXPECT_THAT(findingsOn(tally, "03408"), testing::ElementsAre("figure.parts-missing"));
    expectBalance(tally, 2);
}

TEST(ReportedTally, estimatesFromHalfAndMore) {
    const auto tally = tallied({rowOf("03387", 1, 2), rowOf("03408", 1, 2), rowOf("03409", 1, 2)}, oldToNew);
    const auto& figure = figureOf(tally, "03408");
    EXPECT_EQ(figure.status, Status::Estimated);
    EXPECT_EQ(figure.numerator, 3.0);
    const auto half = tallied({rowOf("03427", 1, 2)}, oldToNew);  // 03424 <- 03427, 03424
    EXPECT_EQ(figureOf(half, "03424").status, Status::Estimated);
}

TEST(ReportedTally, asksNothingOfUnitsTheFigureDoesNotApplyTo) {
    const auto tally =
        tallied({rowOf("03427", 1, 2), rowOf("03424", {}, {}, Status::NotApplicable)}, oldToNew);
    const auto& figure = figureOf(tally, "03424");
    EXPECT_EQ(figure.status, Status::Carried);
    EXPECT_EQ(figure.expected, 1);
    EXPECT_EQ(figure.missing, 0);
    EXPECT_TRUE(findingsOn(tally, "03424").empty());
    const auto none = tallied(
        {rowOf("03427", {}, {}, Status::NotApplicable), rowOf("03424", {}, {}, Status::NotApplicable)},
        oldToNew);
    EXPECT_EQ(figureOf(none, "03424").status, Status::NotApplicable);
    EXPECT_EQ(figureOf(none, "03424").expected, 0);
}

TEST(ReportedTally, keepsNotReportedApartFromMissing) {
    const auto tally =
        tallied({rowOf("03427", {}, {}, Status::NotReported), rowOf("03424", {}, {}, Status::NotReported),
                 rowOf("03421", {}, {}, Status::NotReported), rowOf("03430", {}, {}, Status::Missing)},
                oldToNew);
    EXPECT_EQ(figureOf(tally, "03424").status, Status::NotReported);
    EXPECT_EQ(figureOf(tally, "03430").status, Status::Missing);
    EXPECT_EQ(figureOf(tally, "03433").status, Status::Missing);  // no row at all
}

TEST(ReportedTally, keepsAZeroAndGivesNoRateOfNothing) {
    const auto tally = tallied({rowOf("03433", 0, 10), rowOf("03451", 0, 0)}, newToNew);
    layers::Observation zero;
    layers::setReported(zero, figureOf(tally, "03433"));
    EXPECT_EQ(zero.value, 0.0);
    EXPECT_EQ(zero.status, Status::Reported);
    EXPECT_EQ(zero.source, "BC 03433");
    layers::Observation nothing;
    layers::setReported(nothing, figureOf(tally, "03451"));
    EXPECT_EQ(nothing.value, std::nullopt);
    EXPECT_EQ(nothing.status, Status::NotApplicable);
}

TEST(ReportedTally, recomputesTheRateAndNeverAveragesIt) {
    const auto tally = tallied({rowOf("03427", 1, 1), rowOf("03424", 0, 99)}, oldToNew);
    layers::Observation observation;
    layers::setReported(observation, figureOf(tally, "03424"));
    EXPECT_EQ(observation.value, 1.0);  // 1 of 100, not the mean of 100 % and 0 %
}

TEST(ReportedTally, sumsOldCommunesToTheirDistricts) {
    const auto tally = tallied(allCommunes(lastOldDay), oldToDistricts);
    EXPECT_EQ(tally.figures.size(), 8u);
    // Domain facts §4: communes a district; all 106.
    EXPECT_EQ(figureOf(tally, "105").rows, 7);
    EXPECT_EQ(figureOf(tally, "108").rows, 22);
    EXPECT_EQ(figureOf(tally, "108").status, Status::Reported);
    expectBalance(tally, 106);
    EXPECT_EQ(rowsOn(tally.ledger.out), 106);
}

TEST(ReportedTally, rebuildsNoDistrictThatANewCommuneStraddles) {
    const auto tally = tallied(allCommunes(firstNewDay), newToOldDistricts);
    // Domain facts §4.2: six new communes straddle 105 … 109 and 112; only Than Uyên and Tân Uyên stay whole.
    for (const char* code : {"105", "106", "107", "108", "109", "112"}) {
        EXPECT_EQ(figureOf(tally, code).status, Status::Missing) << code;
        EXPECT_THAT(findingsOn(tally, code), testing::ElementsAre("figure.not-carryable")) << code;
    }
    EXPECT_EQ(figureOf(tally, "110").status, Status::Carried);
    EXPECT_EQ(figureOf(tally, "111").status, Status::Carried);
    expectBalance(tally, 38);
}

TEST(ReportedTally, takesNoMergedCommuneApart) {
    const auto tally = tallied(allCommunes(firstNewDay), {firstNewDay, UnitLevel::Commune, lastOldDay});
    std::vector<std::string> withValue;
    for (const ReportedFigure& figure : tally.figures) {
        if (figure.numerator) withValue.push_back(figure.unitCode);
    }
    EXPECT_THAT(withValue, testing::ElementsAre("03451", "03463"));  // Mù Cả, Tà Tổng
    EXPECT_THAT(findingsOn(tally, "03387"), testing::ElementsAre("figure.not-carryable"));
    expectBalance(tally, 38);
}

TEST(ReportedTally, sumsAllCommunesToTheProvince) {
    const auto tally = tallied(allCommunes(firstNewDay), newToProvince);
    const auto& figure = figureOf(tally, "12");
    EXPECT_EQ(figure.numerator, 74.1);  // 0,1 + 0,2 + … + 3,8
    EXPECT_EQ(figure.denominator, 148.2);
    EXPECT_EQ(figure.status, Status::Reported);
    EXPECT_EQ(figure.expected, 38);
}

TEST(ReportedTally, countsCommunesThatAreMissingInTheProvince) {
    auto rows = allCommunes(firstNewDay);
    rows.erase(rows.begin(), rows.begin() + 19);
    EXPECT_EQ(figureOf(tallied(rows, newToProvince), "12").status, Status::Estimated);  // 19 of 38
    rows.pop_back();
    EXPECT_EQ(figureOf(tallied(rows, newToProvince), "12").status, Status::Missing);
}

TEST(ReportedTally, believesTheProvincesOwnRowAndNamesTheDifference) {
    auto rows = allCommunes(firstNewDay);
    rows.push_back(rowOf("12", 80, 148.2));
    const auto tally = tallied(rows, newToProvince);
    EXPECT_EQ(figureOf(tally, "12").numerator, 80.0);
    EXPECT_EQ(figureOf(tally, "12").status, Status::Reported);
    ASSERT_EQ(tally.findings.size(), 1u);
    EXPECT_EQ(tally.findings[0].message,
              (geo::Message{"figure.total-differs",
                            {{"code", "12"},
                             {"name", packed::units().inForce(UnitLevel::Province, firstNewDay)[0].name},
                             {"term", "numerator"},
                             {"total", 80.0},
                             {"sum", 74.1}}}));
    expectBalance(tally, 39);
    EXPECT_EQ(rowsOn(tally.ledger.out), 1);
}

TEST(ReportedTally, findsNothingWhereProvinceAndCommunesAgree) {
    auto rows = allCommunes(firstNewDay);
    rows.push_back(rowOf("12", 74.1, 148.2));
    EXPECT_TRUE(tallied(rows, newToProvince).findings.empty());
    rows.erase(rows.begin());  // one commune missing: its sum is below the total, as it must be
    EXPECT_TRUE(tallied(rows, newToProvince).findings.empty());
}

TEST(ReportedTally, sumsCommunesWhereTheProvinceSaidNothing) {
    auto rows = allCommunes(firstNewDay);
    rows.push_back(rowOf("12", {}, {}, Status::NotReported));
    EXPECT_EQ(figureOf(tallied(rows, newToProvince), "12").numerator, 74.1);
    rows.back().status = Status::Suppressed;
    EXPECT_EQ(figureOf(tallied(rows, newToProvince), "12").status, Status::Suppressed);
    EXPECT_EQ(figureOf(tallied(rows, newToProvince), "12").numerator, std::nullopt);
    EXPECT_EQ(figureOf(tallied({rowOf("12", {}, {}, Status::NotReported)}, newToProvince), "12").status,
              Status::NotReported);
}

TEST(ReportedTally, letsADistrictStandForItsCommunes) {
    std::vector<ReportedRow> rows;
    for (const char* code : {"105", "106", "107", "108", "109", "110", "111", "112"})
        rows.push_back(rowOf(code, 1, 2));
    const auto tally = tallied(rows, oldToProvince);
    EXPECT_EQ(figureOf(tally, "12").numerator, 8.0);
    EXPECT_EQ(figureOf(tally, "12").expected, 106);
    EXPECT_EQ(figureOf(tally, "12").missing, 0);
    EXPECT_EQ(figureOf(tally, "12").rows, 8);
    EXPECT_EQ(figureOf(tallied(rows, oldToDistricts), "105").status, Status::Reported);
    EXPECT_EQ(figureOf(tallied(rows, {lastOldDay, UnitLevel::Commune, lastOldDay}), "03388").status,
              Status::Missing);
}

TEST(ReportedTally, takesNoNumberBelowZeroForAReport) {
    const ReportedFigure figure = figureOf(tallied({rowOf("12", -1, 2)}, newToProvince), "12");
    EXPECT_EQ(figure.status, Status::Missing);
    EXPECT_EQ(figure.missing, 1);
}

TEST(ReportedTally, countsADistrictOrItsCommunesNeverBoth) {
    auto rows = allCommunes(lastOldDay);
    const double all = *figureOf(tallied(rows, oldToProvince), "12").numerator;
    const double own = *figureOf(tallied(rows, oldToDistricts), "105").numerator;
    rows.push_back(rowOf("105", own, 2 * own));
    const auto same = tallied(rows, oldToProvince);
    EXPECT_EQ(figureOf(same, "12").numerator, all);
    EXPECT_TRUE(same.findings.empty());
    expectBalance(same, 107);
    rows.back().numerator = own + 1;
    const auto other = tallied(rows, oldToProvince);
    EXPECT_DOUBLE_EQ(*figureOf(other, "12").numerator, all + 1);
    EXPECT_THAT(findingsOn(other, "105"), testing::ElementsAre("figure.total-differs"));
}

TEST(ReportedTally, neverSumsWhatOnlyTheProvinceHas) {
    auto rows = allCommunes(firstNewDay);
    const auto nothing = tallied(rows, newToProvince, FromBelow::Never);
    EXPECT_EQ(figureOf(nothing, "12").status, Status::Missing);
    expectBalance(nothing, 38);
    EXPECT_EQ(nothing.ledger.lost.front().reason, "not-summed");
    rows.push_back(rowOf("12", 6, 100));
    EXPECT_EQ(figureOf(tallied(rows, newToProvince, FromBelow::Never), "12").numerator, 6.0);
}

TEST(ReportedTally, neverSumsTwoUnitsOfQuantity) {
    auto perYear = rowOf("03424", 365, 730);
    perYear.termUnit = "tonnes/year";
    const auto tally = tallied({rowOf("03427", 1, 2), perYear}, oldToNew);
    EXPECT_EQ(figureOf(tally, "03424").status, Status::Missing);
    EXPECT_EQ(figureOf(tally, "03424").numerator, std::nullopt);
    EXPECT_THAT(findingsOn(tally, "03424"), testing::ElementsAre("figure.units-mixed"));
    EXPECT_EQ(tally.ledger.unit, "");
    expectBalance(tally, 2);
}

TEST(ReportedTally, isNoSurerThanItsWeakestPart) {
    EXPECT_EQ(
        figureOf(tallied({rowOf("03427", 1, 2, Status::Estimated), rowOf("03424", 1, 2)}, oldToNew), "03424")
            .status,
        Status::Estimated);
    EXPECT_EQ(figureOf(tallied({rowOf("03427", 1, 2, Status::Provisional), rowOf("03424", 1, 2)}, oldToNew),
                       "03424")
                  .status,
              Status::Provisional);
}

TEST(ReportedTally, booksRowsItCannotUse) {
    const auto tally = tallied({rowOf("03433", 8, 10), rowOf("03433", 9, 10), rowOf("99999", 1, 1),
                                rowOf("03436", 1, 1), rowOf("03451", -1, 1), rowOf("", 1, 1)},
                               newToNew);
    EXPECT_EQ(figureOf(tally, "03433").numerator, 8.0);
    EXPECT_EQ(figureOf(tally, "03451").status, Status::Missing);
    EXPECT_EQ(tally.ledger.unit, "tonnes/day");
    EXPECT_EQ(tally.ledger.out, (std::vector<layers::LedgerEntry>{{"counted", 1, 10}}));
    EXPECT_EQ(tally.ledger.lost, (std::vector<layers::LedgerEntry>{
                                     {"no-value", 1, 0}, {"repeated", 1, 10}, {"unknown-unit", 3, 3}}));
    EXPECT_EQ(tally.findings.size(), 3u);
    expectBalance(tally, 6);
}

TEST(ReportedTally, isTheSameWhateverTheOrderOfRows) {
    auto rows = allCommunes(lastOldDay);
    rows.push_back(rowOf("105", 1, 2));
    rows.push_back(rowOf("03387", 7, 8));
    rows.erase(rows.begin() + 40, rows.begin() + 48);
    std::mt19937_64 random(1670);
    for (const auto& carry : {oldToNew, oldToDistricts, oldToProvince}) {
        const auto first = tallied(rows, carry);
        for (int round = 0; round < 20; ++round) {
            auto shuffled = rows;
            std::ranges::shuffle(shuffled, random);
            const auto again = tallied(shuffled, carry);
            EXPECT_EQ(again.figures, first.figures);
            EXPECT_EQ(again.ledger, first.ledger);
            EXPECT_EQ(again.findings, first.findings);
        }
    }
}

TEST(ReportedTally, ofNothingIsNothing) {
    const auto tally = tallied({}, newToProvince);
    EXPECT_EQ(tally.figures.size(), 1u);
    EXPECT_EQ(tally.figures[0].status, Status::Missing);
    EXPECT_TRUE(tally.findings.empty());
    expectBalance(tally, 0);
}
