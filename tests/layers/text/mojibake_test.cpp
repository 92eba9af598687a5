// SPDX-License-Identifier: Apache-2.0
// Text stored wrongly, recognised and mended; right text left alone.
#include "layers/text/mojibake.hpp"

#include <gtest/gtest.h>

namespace {

using layers::Encoding;
using layers::MojibakeRepair;
using layers::WhenEither;

Encoding mistakenIn(const std::vector<std::string>& texts) { return layers::mistakenEncoding(texts); }

std::string mendedFrom(Encoding encoding, const std::string& text, WhenEither whenEither = WhenEither::Mend) {
    return MojibakeRepair(encoding, whenEither).mended(text);
}

TEST(WesternLetters, areThoseOfCp1252AndLatin1WhereItHasNone) {
    EXPECT_EQ(layers::westernLetters("S\xD7n H\xE5"), "S×n Hå");
    EXPECT_EQ(layers::westernLetters("\x80\x81\x9F"), "€\xC2\x81Ÿ");
}

TEST(WesternLetters, goBackToTheirBytes) {
    std::string all;
    for (int byte = 1; byte < 256; ++byte) all.push_back(static_cast<char>(byte));

    EXPECT_EQ(layers::westernBytes(layers::westernLetters(all)), all);
    // C1 letters, as Latin-1 shows the bytes that CP1252 shows as signs.
    EXPECT_EQ(layers::westernBytes("\xC2\x80\xC2\x9F"), "\x80\x9F");
    EXPECT_EQ(layers::westernBytes("Nậm"), std::nullopt);
}

TEST(MistakenEncoding, isFoundFromTheSyllables) {
    EXPECT_EQ(mistakenIn({"S×n Hå", "NËm Nhïn"}), Encoding::Tcvn3);
    EXPECT_EQ(mistakenIn({"Sìn Hoà", "Möôøng Teø"}), Encoding::Vni);
    EXPECT_EQ(mistakenIn({"Sìn H°", "N§m Nhùn"}), Encoding::Viscii);
    EXPECT_EQ(mistakenIn({"Viêòt Nam", "huyêòn", "quâòn"}), Encoding::Cp1258);
}

TEST(MistakenEncoding, isNoneWhereTheTextIsRight) {
    EXPECT_EQ(mistakenIn({"Sìn Hồ", "Nậm Nhùn", "Tân Uyên", "Hà"}), Encoding::Auto);
    EXPECT_EQ(mistakenIn({"Tân Uyên", "Than Uyên", "Hà Tân", "Lê"}), Encoding::Auto);
    EXPECT_EQ(mistakenIn({"Forêt classée", "Malmö", "Straße", "Ångström"}), Encoding::Auto);
    EXPECT_EQ(mistakenIn({"© OpenStreetMap", "3 × 4 m", "12 µg", "§ 5", "®"}), Encoding::Auto);
    EXPECT_EQ(mistakenIn({}), Encoding::Auto);
}

TEST(MistakenEncoding, isNotGuessedFromOneWord) { EXPECT_EQ(mistakenIn({"Hå"}), Encoding::Auto); }

TEST(MojibakeRepair, givesTheTextItsMeaning) {
    EXPECT_EQ(mendedFrom(Encoding::Tcvn3, "S×n Hå"), "Sìn Hồ");
    EXPECT_EQ(mendedFrom(Encoding::Vni, "Möôøng Teø"), "Mường Tè");
    EXPECT_EQ(mendedFrom(Encoding::Tcvn3, "Q§ 12/Q§-UBND"), "QĐ 12/QĐ-UBND");
}

TEST(MojibakeRepair, leavesLettersThatNoByteStoodFor) {
    EXPECT_EQ(mendedFrom(Encoding::Tcvn3, "Nậm Nhùn"), "Nậm Nhùn");
    EXPECT_EQ(mendedFrom(Encoding::Tcvn3, "Hà Nhì"), "Hà Nhì");  // E0 has no letter in TCVN3
    EXPECT_EQ(mendedFrom(Encoding::Tcvn3, "S×n Hå và Nậm"), "S×n Hå và Nậm");
}

TEST(MojibakeRepair, leavesWhatReadsBetterAsItIs) {
    EXPECT_EQ(mendedFrom(Encoding::Tcvn3, "Tân Uyên"), "Tân Uyên");
}

TEST(MojibakeRepair, doesAsItIsToldWhereATextIsVietnameseEitherWay) {
    EXPECT_EQ(mendedFrom(Encoding::Tcvn3, "Tân", WhenEither::Keep), "Tân");
    EXPECT_EQ(mendedFrom(Encoding::Tcvn3, "TÌ", WhenEither::Mend), "Tè");
}

TEST(MojibakeRepair, letsHonestSignsPass) {
    EXPECT_EQ(mendedFrom(Encoding::Tcvn3, "§Êt trèng – 12 m²"), "Đất trống – 12 m²");
}

TEST(MojibakeRepair, leavesWhatIsNoUtf8) { EXPECT_EQ(mendedFrom(Encoding::Tcvn3, "a\xFF\xC3"), "a\xFF\xC3"); }

}  // namespace
