// SPDX-License-Identifier: Apache-2.0
// Words of heads and cells reduced to what they mean.
#include "layers/text/plain_words.hpp"

#include <gtest/gtest.h>

TEST(PlainKey, takesWordsDownToLettersDigitsAndUnderscores) {
    EXPECT_EQ(layers::plainKey("Lưu lượng (m³/ngày đêm)"), "luu_luong_m3_ngay_dem");
    EXPECT_EQ(layers::plainKey("  ĐẠT CHUẨN "), "dat_chuan");
    EXPECT_EQ(layers::plainKey("e\u0302\u0323"), "e");  // typed as a letter and two marks
    EXPECT_EQ(layers::plainKey("Ỹ ữ ở ẵ ĩ"), "y_u_o_a_i");
    EXPECT_EQ(layers::plainKey("-"), "");
}

TEST(PlainKey, takesBytesThatAreNoTextForGaps) {
    EXPECT_EQ(layers::plainKey("a\xff\xfe"
                               "b\xe1\xba"),
              "a_b");
    EXPECT_EQ(layers::plainKey(std::string("m\0n", 3)), "m_n");
}
