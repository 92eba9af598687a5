// SPDX-License-Identifier: Apache-2.0
// What a session does to the program around it.
#include "styles/paint/paint_session.hpp"

#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>

TEST(PaintSession, leavesNumbersWithAPointWhateverTheDeskWrites) {
    ::setenv("LC_ALL", "C.UTF-8", 1);

    const styles::PaintSession session;

    EXPECT_STREQ(std::setlocale(LC_NUMERIC, nullptr), "C");
}
