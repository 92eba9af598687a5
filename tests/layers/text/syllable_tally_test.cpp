// SPDX-License-Identifier: Apache-2.0
// Words that speak for an encoding, and words that speak against it.
#include "layers/text/syllable_tally.hpp"

#include <gtest/gtest.h>

namespace {

using layers::Capitals;
using layers::SyllableTally;

SyllableTally tallyOf(const char* text, Capitals capitals = Capitals::AsWritten) {
    SyllableTally tally(capitals);
    tally.add(text);
    return tally;
}

TEST(SyllableTally, countsWordsBeyondAsciiOnce) {
    const auto tally = tallyOf("xã Sìn Hồ, xã Tủa, xã Pa Tan");

    EXPECT_EQ(tally.good(), 4);  // xã, Sìn, Hồ, Tủa
    EXPECT_EQ(tally.bad(), 0);
}

TEST(SyllableTally, holdsStraySignsAgainstAText) {
    EXPECT_EQ(tallyOf("M­êng").bad(), 1);  // the soft hyphen; "êng" after it is a syllable
    EXPECT_EQ(tallyOf("12 m² – 5°").bad(), 0);
}

TEST(SyllableTally, knowsWhereCapitalsStand) {
    EXPECT_EQ(tallyOf("Sìn SÌN sìn").good(), 3);
    EXPECT_EQ(tallyOf("SÌn sÌN sìN").bad(), 3);
}

TEST(SyllableTally, letsCapitalFontsMixThem) {
    EXPECT_EQ(tallyOf("SìN MườNG", Capitals::ByFont).good(), 2);
    EXPECT_EQ(tallyOf("NhùN", Capitals::ByFont).bad(), 1);  // h is small, N is not, and no font did that
}

TEST(SyllableTally, isNotToldByALetterAlone) {
    const auto tally = tallyOf("ở đó");

    EXPECT_EQ(tally.good(), 2);
    EXPECT_EQ(tally.telling(), 1);
}

}  // namespace
