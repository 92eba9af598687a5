// SPDX-License-Identifier: Apache-2.0
// Which encoding some bytes are in, from names of communes.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "layers/text/encoding.hpp"

namespace {

using layers::Encoding;

const std::vector<std::string> places{"Sìn Hồ",   "Nậm Nhùn",      "Mường Tè",  "Phong Thổ", "Tam Đường", "Than Uyên",
                                      "Tân Uyên", "Hồng Thu",      "Tủa Sín Chải", "Bum Tở",  "Pắc Ta",    "Pu Sam Cáp",
                                      "Lê Lợi",   "Khổng Lào",     "Ban quản lý rừng phòng hộ",  "Rừng gỗ tự nhiên núi đất lá rộng"};

std::vector<std::string> encoded(Encoding encoding) {
    std::vector<std::string> samples;
    for (const std::string& place : places) samples.push_back(layers::encode(place, encoding));
    return samples;
}

TEST(DetectEncoding, knowsTcvn3FromOneName) {
    EXPECT_EQ(layers::detectEncoding(std::array<std::string, 1>{"S\xD7n H\xE5"}), Encoding::Tcvn3);
}

TEST(DetectEncoding, knowsEachNameInTcvn3OrSaysItCannotTell) {
    for (const std::string& place : places) {
        const Encoding found = layers::detectEncoding(std::array{layers::encode(place, Encoding::Tcvn3)});

        EXPECT_TRUE(found == Encoding::Tcvn3 || found == Encoding::Auto) << place << " " << layers::wordOf(found);
    }
}

TEST(DetectEncoding, knowsTcvn3Utf8AndVisciiFromManyNames) {
    for (const Encoding encoding : {Encoding::Tcvn3, Encoding::Utf8, Encoding::Viscii}) {
        EXPECT_EQ(layers::detectEncoding(encoded(encoding)), encoding) << layers::wordOf(encoding);
    }
}

TEST(DetectEncoding, knowsVni) {
    EXPECT_EQ(layers::detectEncoding(std::array<std::string, 2>{"S\xECn Ho\xE0", "M\xF6\xF4\xF8ng"}), Encoding::Vni);
}

TEST(DetectEncoding, knowsCp1258) {
    const std::array<std::string, 3> samples{"M\xFD\xF5\xCCng T\xE8", "Vi\xEA\xF2t", "Phong Th\xF4\xD2"};

    EXPECT_EQ(layers::detectEncoding(samples), Encoding::Cp1258);
}

TEST(DetectEncoding, takesPureAsciiAsUtf8) {
    EXPECT_EQ(layers::detectEncoding(std::array<std::string, 2>{"Pa Tan", "TXG"}), Encoding::Utf8);
    EXPECT_EQ(layers::detectEncoding({}), Encoding::Utf8);
}

TEST(DetectEncoding, takesAnyMultiByteUtf8AsUtf8EvenWhenItIsNotVietnamese) {
    EXPECT_EQ(layers::detectEncoding(std::array<std::string, 1>{"Łódź"}), Encoding::Utf8);
}

TEST(DetectEncoding, forgivesALetterCutByTheWidthOfTheField) {
    std::string cut = "Ban quản lý rừng phòng h\xE1\xBB";  // ộ lost its last byte

    EXPECT_EQ(layers::detectEncoding(std::array{cut}), Encoding::Utf8);
}

TEST(DetectEncoding, cannotTellFromWesternEuropeanText) {
    const std::array<std::string, 2> latin1{"Stra\xDF" "e", "Malm\xF6 kommun \xE5\xE4"};

    EXPECT_EQ(layers::detectEncoding(latin1), Encoding::Auto);
}

}  // namespace
