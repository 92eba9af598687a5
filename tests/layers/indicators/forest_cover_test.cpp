// SPDX-License-Identifier: Apache-2.0
// Which plots count towards forest cover.
#include "layers/indicators/forest_cover.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"

using layers::ForestCode;
using layers::ForestCodes;
using layers::PlotFacts;
using layers::PlotVerdict;
using layers::RubberRule;

namespace {

// Domain facts §1.2: 1–71 count, 72 is planted but not yet forest, NL is written for NN.
ForestCodes someCodes() {
    return ForestCodes({{1, "TXG1", true, "natural", {}},
                        {60, "RTG", true, "planted", {}},
                        {71, "RTKD", true, "planted", {}},
                        {72, "DTR", false, "planted-young", {}},
                        {88, "NN", false, "other", {"NL"}},
                        {93, "DKH", false, "other", {"DK"}}});
}

PlotVerdict verdictOn(const PlotFacts& plot, RubberRule rubber = RubberRule::Rule) {
    return layers::judge(plot, someCodes(), {"Cao su"}, rubber);
}

PlotFacts rubberPlot(std::optional<std::int64_t> malr3) { return {60, "RTG", " CAO SU ", malr3}; }

std::string faultOf(const layers::Table& table) {
    try {
        ForestCodes::fromTable(table);
    } catch (const geo::Error& error) {
        return error.message().id;
    }
    return {};
}

}  // namespace

TEST(ForestCover, countsCodesFromOneToSeventyOne) {
    EXPECT_EQ(verdictOn({1, "", "", {}}), PlotVerdict::Counts);
    EXPECT_EQ(verdictOn({71, "", "", {}}), PlotVerdict::Counts);
    EXPECT_EQ(verdictOn({72, "", "", {}}), PlotVerdict::NotForest);
    EXPECT_EQ(verdictOn({93, "", "", {}}), PlotVerdict::NotForest);
}

TEST(ForestCover, believesTheNumberBeforeTheSymbol) {
    EXPECT_EQ(verdictOn({72, "RTG", "", {}}), PlotVerdict::NotForest);
}

TEST(ForestCover, readsTheSymbolWhereTheNumberIsMissingOrZero) {
    EXPECT_EQ(verdictOn({{}, "txg1", "", {}}), PlotVerdict::Counts);
    EXPECT_EQ(verdictOn({0, " RTG ", "", {}}), PlotVerdict::Counts);
    EXPECT_EQ(verdictOn({{}, "NL", "", {}}), PlotVerdict::NotForest);
}

TEST(ForestCover, tellsAnUnknownCodeFromNone) {
    EXPECT_EQ(verdictOn({{}, "", "", {}}), PlotVerdict::NoCode);
    EXPECT_EQ(verdictOn({0, "  ", "", {}}), PlotVerdict::NoCode);
    EXPECT_EQ(verdictOn({{}, "XYZ", "", {}}), PlotVerdict::UnknownCode);
    EXPECT_EQ(verdictOn({94, "TXG1", "", {}}), PlotVerdict::UnknownCode);
    EXPECT_EQ(verdictOn({std::int64_t{1} << 40, "", "", {}}), PlotVerdict::UnknownCode);
    EXPECT_EQ(verdictOn({-1, "", "", {}}), PlotVerdict::UnknownCode);
}

TEST(ForestCover, countsRubberOnLandPlannedForForestryOnly) {
    EXPECT_EQ(verdictOn(rubberPlot(3)), PlotVerdict::Counts);
    EXPECT_EQ(verdictOn(rubberPlot(4)), PlotVerdict::RubberExcluded);
    EXPECT_EQ(verdictOn(rubberPlot(std::nullopt)), PlotVerdict::RubberExcluded);
}

TEST(ForestCover, countsRubberAlwaysOrNeverWhenAsked) {
    EXPECT_EQ(verdictOn(rubberPlot(std::nullopt), RubberRule::In), PlotVerdict::Counts);
    EXPECT_EQ(verdictOn(rubberPlot(1), RubberRule::Out), PlotVerdict::RubberExcluded);
    EXPECT_EQ(verdictOn({72, "", "Cao su", 1}, RubberRule::In), PlotVerdict::NotForest);
}

TEST(ForestCover, asksOnlyRubberForItsPlan) {
    EXPECT_EQ(verdictOn({60, "", "Keo", {}}), PlotVerdict::Counts);
}

TEST(ForestCodes, areReadFromATable) {
    const layers::Table table{
        {{"code"}, {"symbol"}, {"counts"}, {"group"}, {"aliases"}},
        {{std::string("88"), std::string("NN"), std::string("0"), std::string("khác"),
          std::string("NL; NLD,NLM")},
         {std::int64_t{1}, std::string("TXG1"), std::int64_t{1}, layers::Value(), layers::Value()}}};
    const auto codes = ForestCodes::fromTable(table);
    EXPECT_EQ(codes.codes().front().code, 1);
    EXPECT_TRUE(codes.countsAsForest(1));
    EXPECT_FALSE(codes.countsAsForest(88));
    EXPECT_FALSE(codes.countsAsForest(2));
    EXPECT_EQ(codes.codeOf("nlm"), 88);
    EXPECT_EQ(codes.codeOf(""), std::nullopt);
}

TEST(ForestCodes, refuseASymbolGivenTwice) {
    const layers::Table table{{{"code"}, {"symbol"}, {"counts"}},
                              {{std::string("12"), std::string("RNP1"), std::string("1")},
                               {std::string("13"), std::string("rnp1"), std::string("1")}}};
    EXPECT_EQ(faultOf(table), "forest-codes.repeated");
}

TEST(ForestCodes, refuseAnAnswerThatIsNeitherYesNorNo) {
    const layers::Table table{{{"code"}, {"symbol"}, {"counts"}},
                              {{std::string("12"), std::string("RNP1"), std::string("có")}}};
    EXPECT_EQ(faultOf(table), "table.value-invalid");
}
