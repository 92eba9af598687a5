// SPDX-License-Identifier: Apache-2.0
// The inventory's fields are found under their many spellings, and plots are told by prints.
#include "layers/indicators/forest_plots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/layers/indicators/planted_plots.hpp"

using layers::forestFieldsOf;
using layers::Schema;
using planted::squareAt;

namespace {

std::vector<layers::PlotPrint> printsOf(const std::vector<planted::Plot>& plots) {
    const auto features = planted::featuresOf(plots);
    layers::PlotReader reader(forestFieldsOf(planted::inventorySchema()));
    std::vector<layers::PlotPrint> prints;
    const auto stream = planted::layerOf(features).rows.open(0);
    for (layers::ShapeRow row; stream(row);) prints.push_back(reader.print(row, layers::PlotReader::shape(row)));
    return prints;
}

}  // namespace

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
    const layers::PlotReader reader(forestFieldsOf(planted::inventorySchema()));
    const auto features = planted::featuresOf({{.dtich = 3.25}, {.dtich = -1.0}, {.dtich = {}}, {.dtich = 0.0}});
    std::vector<std::optional<geo::Hectares>> areas;
    const auto stream = planted::layerOf(features).rows.open(0);
    for (layers::ShapeRow row; stream(row);) areas.push_back(reader.declaredArea(row));
    EXPECT_THAT(areas, testing::ElementsAre(geo::Hectares{3.25}, std::nullopt, std::nullopt, geo::Hectares{0}));
}

TEST(ForestPlots, readACommuneCodeThatLostItsLeadingZeros) {
    const Schema schema{{"maldlr"}, {"maxa", layers::FieldType::Whole}};
    layers::ShapeRow plot;
    plot.values = {std::int64_t{1}, std::int64_t{3388}};
    EXPECT_EQ(layers::PlotReader(forestFieldsOf(schema)).declaredCommune(plot), "03388");
}

TEST(ForestPlots, haveThePrintOfTheirShapeAndOfTheirNumber) {
    const auto prints = printsOf({{.shape = squareAt(0, 0), .dtich = 7.5, .lo = "a"},
                                  {.shape = squareAt(1, 0), .dtich = 7.6, .lo = "a"},
                                  {.shape = squareAt(0, 0), .dtich = 7.5, .lo = "a"}});
    EXPECT_EQ(prints[0].shape, prints[2].shape);
    EXPECT_NE(prints[0].shape, prints[1].shape);
    EXPECT_EQ(prints[0].number, prints[2].number);
    EXPECT_NE(prints[0].number, prints[1].number);  // another area: another plot
}

TEST(ForestPlots, withoutShapeAndNumberHaveNoPrint) {
    const auto prints = printsOf({{.lo = ""}});
    EXPECT_EQ(prints[0].shape, 0u);
    EXPECT_EQ(prints[0].number, 0u);
}
