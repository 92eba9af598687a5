// SPDX-License-Identifier: Apache-2.0
// Fields are found by name as DBF and SQL find them.
#include "layers/model/schema.hpp"

#include <gtest/gtest.h>

using layers::Field;
using layers::FieldType;
using layers::Schema;

TEST(Schema, findsAFieldWithoutRegardToAsciiCase) {
    const Schema schema{{"MAXA", FieldType::Text}, {"dtich", FieldType::Decimal}};
    EXPECT_EQ(schema.indexOf("maxa"), 0u);
    EXPECT_EQ(schema.indexOf("DTICH"), 1u);
    EXPECT_EQ(schema.indexOf("tich"), std::nullopt);
    EXPECT_EQ(schema.indexOf(""), std::nullopt);
}

TEST(Schema, asksForNamesInTheOrderGiven) {
    const Schema schema{{"name"}, {"fullName"}};
    EXPECT_EQ(schema.indexOfAny({"fullname", "name"}), 1u);
    EXPECT_EQ(schema.indexOfAny({"ten", "NAME"}), 0u);
    EXPECT_EQ(schema.indexOfAny({"ten"}), std::nullopt);
}

TEST(Schema, keepsFieldsInTheOrderTheyWereAdded) {
    Schema schema;
    schema.add({"b", FieldType::Whole});
    schema.add({"a", FieldType::Text});
    EXPECT_EQ(schema.size(), 2u);
    EXPECT_EQ(schema.fields()[0], (Field{"b", FieldType::Whole}));
    EXPECT_EQ(schema.fields()[1], (Field{"a", FieldType::Text}));
}
