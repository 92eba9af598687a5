// SPDX-License-Identifier: Apache-2.0
// What is a Vietnamese syllable and what is not.
#include "layers/text/syllable.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Syllable, acceptsOrdinaryWords) {
    for (const char* word : {"Sìn", "Hồ", "Nậm", "Nhùn", "Mường", "Tè", "Huổi", "Luông", "nghiêng", "quyết", "quốc", "gì",
                             "giếng", "Uyên", "khuỷu", "Đường", "ỦY", "rừng", "ngoằn", "Pắc", "Khổng", "Lản", "Thuộc"}) {
        EXPECT_TRUE(layers::isVietnameseSyllable(word)) << word;
    }
}

TEST(Syllable, refusesWhatNobodySays) {
    for (const char* word : {"", "Hå", "Nhïn", "NËm", "Sừh", "tắng2", "strasse", "ếế", "pằt", "ckà"}) {
        EXPECT_FALSE(layers::isVietnameseSyllable(word)) << word;
    }
}

TEST(HalfAWord, isWhatIsNoSyllableAfterWordsThatAre) {
    EXPECT_TRUE(layers::endsInHalfAWord("Rừng phòng h"));
    EXPECT_TRUE(layers::endsInHalfAWord("Rừng gỗ tự nhiên núi đất lá rộng th"));
    for (const char* whole : {"", "h", "Rừng h", "Rừng phòng hộ", "Chủ rừng ABC", "Thủy điện Nậm Na 3", "Forest of the north"})
        EXPECT_FALSE(layers::endsInHalfAWord(whole)) << whole;
}

}  // namespace
