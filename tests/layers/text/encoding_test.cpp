// SPDX-License-Identifier: Apache-2.0
// Every letter of every encoding, held against glibc's iconv where it knows the encoding.
#include "layers/text/encoding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "geo/base/error.hpp"
#include "tests/layers/text/by_iconv.hpp"

namespace {

using layers::Encoding;

const std::string smallLetters =
    "áàảãạâấầẩẫậăắằẳẵặđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ";
const std::string plainCapitals = "ĂÂÊÔƠƯĐ";
const std::string tonedCapitals = "ÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ";

/// What glibc makes of UTF-8 in another encoding.
std::string byIconv(const std::string& utf8, const char* encoding) {
    const auto bytes = sample::byIconv(utf8, encoding);
    EXPECT_TRUE(bytes.has_value()) << encoding << " " << utf8;
    return bytes.value_or("");
}

std::string idOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const geo::Error& error) {
        return error.message().id;
    }
    return {};
}

TEST(Encoding, writesEverySmallLetterInTcvn3AsGlibcDoes) {
    const std::string bytes = layers::encode(smallLetters + plainCapitals, Encoding::Tcvn3);

    EXPECT_EQ(bytes, byIconv(smallLetters + plainCapitals, "TCVN5712-1"));
}

TEST(Encoding, readsEverySmallLetterOfTcvn3Back) {
    const std::string bytes = byIconv(smallLetters + plainCapitals, "TCVN5712-1");

    EXPECT_EQ(layers::decode(bytes, Encoding::Tcvn3), smallLetters + plainCapitals);
}

TEST(Encoding, readsSinHoFromTheBytesOfTheForestService) {
    EXPECT_EQ(layers::decode("S\xD7n H\xE5", Encoding::Tcvn3), "Sìn Hồ");
    EXPECT_EQ(layers::decode("N\xCBm Nh\xEFn", Encoding::Tcvn3), "Nậm Nhùn");
}

TEST(Encoding, losesTheCaseOfTonedCapitalsInTcvn3AsTheirFontsDo) {
    const std::string bytes = layers::encode("SÌN HỒ", Encoding::Tcvn3);

    EXPECT_EQ(layers::decode(bytes, Encoding::Tcvn3), "SìN Hồ");
}

TEST(Encoding, givesEachTonedCapitalTheByteOfItsSmallLetter) {
    const std::string small = "áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";

    EXPECT_EQ(layers::encode(tonedCapitals, Encoding::Tcvn3), layers::encode(small, Encoding::Tcvn3));
}

TEST(Encoding, refusesLettersThatTcvn3DoesNotHave) {
    EXPECT_EQ(idOf([] { layers::encode("10 €", Encoding::Tcvn3); }), "text.not-encodable");
    EXPECT_EQ(idOf([] { layers::encode("漢", Encoding::Tcvn3); }), "text.not-encodable");
}

TEST(Encoding, refusesBytesThatTcvn3DoesNotHave) {
    EXPECT_EQ(idOf([] { layers::decode("a\x80", Encoding::Tcvn3); }), "text.not-decodable");
}

TEST(Encoding, saysAtWhichByteDecodingFailed) {
    try {
        layers::decode("ab\xFF", Encoding::Utf8);
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_STREQ(error.what(), "text.not-decodable encoding=utf-8 position=3 byte=FF");
    }
}

TEST(Encoding, readsAndWritesViscii) {
    const std::string all = smallLetters + plainCapitals + tonedCapitals;

    EXPECT_EQ(layers::encode(all, Encoding::Viscii), byIconv(all, "VISCII"));
    EXPECT_EQ(layers::decode(byIconv(all, "VISCII"), Encoding::Viscii), all);
}

TEST(Encoding, readsCp1258IntoComposedLetters) {
    // ệ is ê followed by a combining dot: domain facts 3.4.
    EXPECT_EQ(layers::decode("Vi\xEA\xF2t", Encoding::Cp1258), "Việt");
    EXPECT_EQ(layers::decode(byIconv(smallLetters, "CP1258"), Encoding::Cp1258), smallLetters);
}

TEST(Encoding, readsVniMarksAfterTheirLetters) {
    // Source: the table of domain facts 3.2.
    EXPECT_EQ(layers::decode("S\xECn Ho\xE0", Encoding::Vni), "Sìn Hồ");
    EXPECT_EQ(layers::decode("M\xF6\xF4\xF8ng", Encoding::Vni), "Mường");
    EXPECT_EQ(layers::decode("\xD1IE\xC4N BIE\xC2N", Encoding::Vni), "ĐIỆN BIÊN");
    EXPECT_EQ(layers::decode("a\xEA" "a\xE9" "a\xE8" "a\xFA" "a\xFC" "a\xEB", Encoding::Vni), "ăắằẳẵặ");
}

TEST(Encoding, takesWordsInAnyCase) {
    EXPECT_EQ(layers::parseEncoding("TCVN3"), Encoding::Tcvn3);
    EXPECT_EQ(layers::parseEncoding("utf8"), Encoding::Utf8);
    EXPECT_EQ(layers::parseEncoding("latin1"), std::nullopt);
    for (const std::string& word : layers::encodingWords()) {
        EXPECT_EQ(layers::wordOf(*layers::parseEncoding(word)), word);
    }
}

TEST(CutToBytes, neverCutsALetter) {
    const std::string muong = "Mường Tè";  // 8 letters in 12 bytes: M1 ư2 ờ3 n1 g1 blank1 T1 è2

    EXPECT_EQ(layers::cutToBytes(muong, 12), muong);
    EXPECT_EQ(layers::cutToBytes(muong, 11), "Mường T");
    EXPECT_EQ(layers::cutToBytes(muong, 5), "Mư");
    EXPECT_EQ(layers::cutToBytes(muong, 0), "");
}

TEST(CutToBytes, keepsMarksWithTheirLetter) {
    const std::string apart = "Te\xCC\x80";  // e followed by a combining grave

    EXPECT_EQ(layers::cutToBytes(apart, 3), "T");
}

}  // namespace
