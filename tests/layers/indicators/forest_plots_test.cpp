// SPDX-License-Identifier: Apache-2.0
// The inventory's fields are found under their many spellings, and plots that stand twice are told.
#include "layers/indicators/forest_plots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/layers/indicators/planted_plots.hpp"

using layers::forestFieldsOf;
using layers::PlotTwins;
using layers::Schema;
using planted::squareAt;

TEST(ForestFields, areFoundWithAYearBehindTheName) {
    const auto fields = forestFieldsOf(Schema{{"MALDLR_23"}, {"ldlr_2023"}, {"DTICH_23"}, {"maxa"}});
    EXPECT_EQ(fields.maldlr, 0u);
    EXPECT_EQ(fields.ldlr, 1u);
    EXPECT_EQ(fields.area, 2u);
    EXPECT_EQ(fields.commune, 3u);
    EXPECT_TRUE(fields.canBeJudged());
    EXPECT_TRUE(fields.isRegister());
}

TEST(ForestFields, preferTheNameWithoutAYear) {
    EXPECT_EQ(forestFieldsOf(Schema{{"maldlr_22"}, {"maldlr"}}).maldlr, 1u);
}

TEST(ForestFields, takeNoOtherEndingForAYear) {
    const auto fields = forestFieldsOf(Schema{{"ldlr_cu"}, {"maldlr2"}, {"dtich_"}, {"maxa_9"}});
    EXPECT_FALSE(fields.canBeJudged());
    EXPECT_EQ(fields.area, std::nullopt);
}

TEST(ForestFields, withoutAreaOrCommuneAreNoRegister) {
    EXPECT_FALSE(forestFieldsOf(Schema{{"maldlr"}, {"dtich"}}).isRegister());
    EXPECT_FALSE(forestFieldsOf(Schema{{"maldlr"}, {"maxa"}}).isRegister());
}

TEST(ForestFields, nameOnlyThemselves) {
    EXPECT_THAT(layers::forestFieldNames(Schema{{"id"}, {"lo"}, {"MALDLR_23"}, {"note"}}),
                testing::UnorderedElementsAre("MALDLR_23", "lo"));
}

TEST(ForestPlots, readTheDeclaredAreaButNoNegativeOne) {
    const auto fields = forestFieldsOf(planted::inventorySchema());
    const auto features = planted::featuresOf({{.dtich = 3.25}, {.dtich = -1.0}, {.dtich = {}}, {.dtich = 0.0}});
    EXPECT_EQ(layers::declaredArea(features[0], fields), geo::Hectares{3.25});
    EXPECT_EQ(layers::declaredArea(features[1], fields), std::nullopt);
    EXPECT_EQ(layers::declaredArea(features[2], fields), std::nullopt);
    EXPECT_EQ(layers::declaredArea(features[3], fields), geo::Hectares{0});
}

TEST(ForestPlots, readACommuneCodeThatLostItsLeadingZeros) {
    const Schema schema{{"maldlr"}, {"maxa", layers::FieldType::Whole}};
    const layers::Feature plot{{}, {std::int64_t{1}, std::int64_t{3388}}, 1};
    EXPECT_EQ(layers::declaredCommune(plot, forestFieldsOf(schema)), "03388");
}

TEST(PlotTwins, knowAShapeThatStandsTwice) {
    const auto fields = forestFieldsOf(planted::inventorySchema());
    const auto features = planted::featuresOf(
        {{.shape = squareAt(0, 0), .dtich = 1.0}, {.shape = squareAt(5, 0), .dtich = 2.0}, {.shape = squareAt(0, 0), .dtich = 3.0}});
    PlotTwins twins;
    EXPECT_EQ(twins.seenBefore(features[0], fields, 1), std::nullopt);
    EXPECT_EQ(twins.seenBefore(features[1], fields, 2), std::nullopt);
    EXPECT_EQ(twins.seenBefore(features[2], fields, 3), 1);
}

TEST(PlotTwins, knowAPlotNumberThatStandsTwiceWithTheSameArea) {
    const auto fields = forestFieldsOf(planted::inventorySchema());
    const auto features = planted::featuresOf({{.shape = squareAt(0, 0), .dtich = 7.5, .lo = "a"},
                                               {.shape = squareAt(1, 0), .dtich = 7.6, .lo = "a"},
                                               {.shape = squareAt(2, 0), .dtich = 7.5, .lo = "a"}});
    PlotTwins twins;
    EXPECT_EQ(twins.seenBefore(features[0], fields, 1), std::nullopt);
    EXPECT_EQ(twins.seenBefore(features[1], fields, 2), std::nullopt);  // another area: another plot
    EXPECT_EQ(twins.seenBefore(features[2], fields, 3), 1);
}

TEST(PlotTwins, neverTakePlotsWithoutShapeAndNumberForOne) {
    const auto fields = forestFieldsOf(planted::inventorySchema());
    const auto features = planted::featuresOf({{.lo = ""}, {.lo = ""}});
    PlotTwins twins;
    EXPECT_EQ(twins.seenBefore(features[0], fields, 1), std::nullopt);
    EXPECT_EQ(twins.seenBefore(features[1], fields, 2), std::nullopt);
}
