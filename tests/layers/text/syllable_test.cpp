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

}  // namespace
