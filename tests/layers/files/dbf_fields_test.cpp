// SPDX-License-Identifier: Apache-2.0
// Names of ten bytes and widths that lose nothing.
#include "layers/files/dbf_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using layers::FieldType;
using layers::Schema;
using testing::ElementsAre;

std::pair<int, int> widthOf(FieldType type, std::initializer_list<layers::Value> values) {
    layers::FieldWidth width;
    for (const layers::Value& value : values) width.see(value);
    const layers::FieldPlan plan = width.planFor("a", type);
    return {plan.width, plan.decimals};
}

TEST(ShortFieldNames, keepNamesThatFit) {
    EXPECT_THAT(layers::shortFieldNames(Schema{{"matinh"}, {"thanhrung"}, {"0123456789"}}),
                ElementsAre("matinh", "thanhrung", "0123456789"));
}

TEST(ShortFieldNames, areNeverTheSameTwice) {
    EXPECT_THAT(layers::shortFieldNames(Schema{{"forest_cover"}, {"FOREST_COVER_x"}, {"forest_cov"}, {"forest_cov"}, {""}}),
                ElementsAre("forest_c_1", "FOREST_C_2", "forest_cov", "forest_c_3", "F_1"));
}

TEST(ShortFieldNames, areCutBetweenLetters) {
    EXPECT_THAT(layers::shortFieldNames(Schema{{"diện tích tự nhiên"}}), ElementsAre("diện tí"));
}

TEST(FieldWidth, countsTextInBytes) {
    EXPECT_EQ(widthOf(FieldType::Text, {std::string("Mường Tè"), std::string("Tè")}), (std::pair{12, 0}));
    EXPECT_EQ(widthOf(FieldType::Text, {}), (std::pair{1, 0}));
}

TEST(FieldWidth, countsTheSignOfWholeNumbers) {
    EXPECT_EQ(widthOf(FieldType::Whole, {std::int64_t{12}, std::int64_t{-123}}), (std::pair{4, 0}));
}

TEST(FieldWidth, holdsAllDecimals) {
    EXPECT_EQ(widthOf(FieldType::Decimal, {0.125, -1234.5}), (std::pair{9, 3}));
    EXPECT_EQ(widthOf(FieldType::Decimal, {3388.0}), (std::pair{6, 1}));
    EXPECT_EQ(widthOf(FieldType::Decimal, {0.1 + 0.2}), (std::pair{17, 15}));
}

}  // namespace
