// SPDX-License-Identifier: Apache-2.0
// Heads of columns are compared by what they say, not by how they are typed.
#include "layers/checks/column_heads.hpp"

#include <gtest/gtest.h>

using layers::columnNamed;
using layers::FieldType;
using layers::plainWords;
using layers::Schema;

namespace {

Schema columns(std::initializer_list<const char*> names) {
    Schema schema;
    for (const char* const name : names) schema.add({name, FieldType::Text});
    return schema;
}

}  // namespace

TEST(PlainWords, loseAccentsCaseAndSigns) {
    EXPECT_EQ(plainWords("Tọa_độ  X (VN-2000)"), "toa do x vn 2000");
    EXPECT_EQ(plainWords("ĐƯỜNG Ỷ, Ợ; Ễ"), "duong y o e");
    EXPECT_EQ(plainWords("  "), "");
}

TEST(PlainWords, areTheSameFromLettersTakenApart) {
    EXPECT_EQ(plainWords("kinh đo\xCC\xA3\xCC\x82"), "kinh do");  // o, dot below, circumflex
}

TEST(PlainWords, takeBytesThatAreNoTextForGaps) {
    EXPECT_EQ(plainWords("X\xFF\xFEY"), "x y");
    EXPECT_EQ(plainWords("\xE1\xBB"), "");
}

TEST(ColumnNamed, findsOneNameHoweverItIsWritten) {
    for (const char* const head : {"ma_xa", "MAXA", "Mã xã", "mã_xã", "Ma Xa", "Mã  xã (5 số)"}) {
        EXPECT_EQ(columnNamed(columns({"stt", head}), {"ma_xa"}), 1u) << head;
    }
}

TEST(ColumnNamed, takesTheFirstNameThatIsPresent) {
    EXPECT_EQ(columnNamed(columns({"ten", "name"}), {"name", "ten"}), 1u);
}

TEST(ColumnNamed, prefersAHeadThatIsWrittenExactly) {
    EXPECT_EQ(columnNamed(columns({"site id", "site_id"}), {"site_id"}), 1u);
}

TEST(ColumnNamed, leavesUnitsAndSystemsAside) {
    EXPECT_EQ(columnNamed(columns({"X (m)"}), {"x"}), 0u);
    EXPECT_EQ(columnNamed(columns({"x_vn2000"}), {"x"}), 0u);
    EXPECT_EQ(columnNamed(columns({"X (KTT 103°, múi 3°)"}), {"x"}), 0u);
}

TEST(ColumnNamed, readsBracketsWhereTheyAreMeant) {
    EXPECT_EQ(columnNamed(columns({"X (Đông)", "X (Bắc)"}), {"x_bac"}), 1u);
}

TEST(ColumnNamed, findsNothingAmongOtherHeads) {
    EXPECT_EQ(columnNamed(columns({"", "(", "\xFF", "tên"}), {"ma_xa", "x"}), std::nullopt);
    EXPECT_EQ(columnNamed(Schema(), {"x"}), std::nullopt);
}
