// SPDX-License-Identifier: Apache-2.0
// How names meet, and what is a prefix.
#include "layers/text/names.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "layers/text/normal_form.hpp"

namespace {

TEST(NormalForm, composesLettersTypedInPieces) {
    EXPECT_EQ(layers::toNfc("Vie\xCC\xA3\xCC\x82t"), "Việt");
    EXPECT_EQ(layers::toNfc("Vi\xC3\xAA\xCC\xA3t"), "Việt");  // ê and a dot: neither NFC nor NFD
}

TEST(NormalForm, refusesBytesThatAreNotUtf8) {
    EXPECT_FALSE(layers::isUtf8("S\xD7n"));
    EXPECT_FALSE(layers::isUtf8("\xC0\x80"));
    EXPECT_FALSE(layers::isUtf8("\xED\xA0\x80"));
    EXPECT_THROW(layers::toNfc("S\xD7n"), geo::Error);
}

TEST(MatchKey, meetsInSpiteOfCaseBlanksAndForm) {
    EXPECT_EQ(layers::matchKey("  SÌN \t HỒ "), layers::matchKey("Sìn Hồ"));
    EXPECT_EQ(layers::matchKey("Pa ủ"), layers::matchKey("Pa Ủ"));
    EXPECT_EQ(layers::matchKey("Vie\xCC\xA3\xCC\x82t"), layers::matchKey("việt"));
    EXPECT_EQ(layers::matchKey("Hua\xC2\xA0" "Bum"), "hua bum");
}

TEST(MatchKey, keepsNamesApartThatDifferOnlyByAnAccent) {
    // Communes 03526 and 03473 of Lai Châu.
    EXPECT_NE(layers::matchKey("Nậm Cha"), layers::matchKey("Nậm Chà"));
}

TEST(WithoutUnitPrefix, takesTheKindOfUnitAway) {
    EXPECT_EQ(layers::withoutUnitPrefix("Xã Bum Tở"), "Bum Tở");
    EXPECT_EQ(layers::withoutUnitPrefix("Phường Đoàn Kết"), "Đoàn Kết");
    EXPECT_EQ(layers::withoutUnitPrefix("THỊ TRẤN Sìn Hồ"), "Sìn Hồ");
    EXPECT_EQ(layers::withoutUnitPrefix("Thành  phố Lai Châu"), "Lai Châu");
    EXPECT_EQ(layers::withoutUnitPrefix("huyện Mường Tè"), "Mường Tè");
    EXPECT_EQ(layers::withoutUnitPrefix("TT. Sìn Hồ"), "Sìn Hồ");
    EXPECT_EQ(layers::withoutUnitPrefix("P.Tân Phong"), "Tân Phong");
    EXPECT_EQ(layers::withoutUnitPrefix("H. Tam Đường"), "Tam Đường");
    EXPECT_EQ(layers::withoutUnitPrefix("TP Lai Châu"), "Lai Châu");
}

TEST(WithoutUnitPrefix, leavesNamesThatOnlyLookLikeOne) {
    EXPECT_EQ(layers::withoutUnitPrefix("Hua Bum"), "Hua Bum");
    EXPECT_EQ(layers::withoutUnitPrefix("Phường"), "Phường");
    EXPECT_EQ(layers::withoutUnitPrefix("Xãm"), "Xãm");
    EXPECT_EQ(layers::withoutUnitPrefix(""), "");
}

}  // namespace
