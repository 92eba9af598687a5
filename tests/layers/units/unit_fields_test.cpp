// SPDX-License-Identifier: Apache-2.0
// Code, name and area under the names offices use.
#include "layers/units/unit_fields.hpp"

#include <gtest/gtest.h>

using layers::Schema;
using layers::UnitLevel;

TEST(UnitFields, findsTheColumnsOfACommuneFile) {
    const Schema schema{{"OBJECTID"}, {"ma_xa"}, {"ten_xa"}, {"area_km2"}};
    const auto fields = layers::unitFieldsOf(schema, UnitLevel::Commune);
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->code, 1u);
    EXPECT_EQ(fields->name, 2u);
    EXPECT_EQ(fields->officialArea_km2, 3u);
}

TEST(UnitFields, takesTheColumnsOfTheLevelAskedFor) {
    const Schema schema{{"ma_xa"}, {"ten_xa"}, {"ma_huyen"}, {"ten_huyen"}};
    const auto communes = layers::unitFieldsOf(schema, UnitLevel::Commune);
    const auto districts = layers::unitFieldsOf(schema, UnitLevel::District);
    ASSERT_TRUE(communes && districts);
    EXPECT_EQ(communes->code, 0u);
    EXPECT_EQ(communes->name, 1u);
    EXPECT_EQ(districts->code, 2u);
    EXPECT_EQ(districts->name, 3u);
}

TEST(UnitFields, prefersTheFullNameToTheShortOne) {
    const Schema schema{{"name"}, {"fullName"}, {"code"}};
    EXPECT_EQ(layers::unitFieldsOf(schema, UnitLevel::Commune)->name, 1u);
}

TEST(UnitFields, isContentWithANameAlone) {
    const auto fields = layers::unitFieldsOf(Schema{{"ten"}}, UnitLevel::Commune);
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->code, std::nullopt);
    EXPECT_EQ(fields->officialArea_km2, std::nullopt);
}

TEST(UnitFields, findsNothingWithoutCodeAndName) {
    EXPECT_EQ(layers::unitFieldsOf(Schema{{"OBJECTID"}, {"area_km2"}}, UnitLevel::Commune), std::nullopt);
}
