// SPDX-License-Identifier: Apache-2.0
// Ramps keep their ends, their direction and the place where they turn.
#include "styles/theme/ramp.hpp"

#include <gtest/gtest.h>

#include "styles/theme/theme_reader.hpp"

namespace {

using styles::Colour;
using Values = std::vector<double>;

styles::Theme themeNamed(const std::string& id) {
    return styles::readTheme(KHOANH_SOURCE_DIR "/styles/themes/" + id + ".json");
}

}  // namespace

TEST(Ramps, keepTheirColoursWhereTheNumberStays) {
    for (const std::string id : {"forest-cover", "targets", "waste-rural", "waste-urban", "wastewater"}) {
        const auto ramp = themeNamed(id).ramp;
        EXPECT_EQ(styles::resampled(ramp, ramp.size()), ramp) << id;
    }
}

TEST(Ramps, getDarkerClassByClassForAnyNumberOfClasses) {
    for (const std::string id : {"forest-cover", "waste-rural", "waste-urban", "wastewater"}) {
        for (std::size_t count = 1; count <= 9; ++count) {
            const auto ramp = styles::resampled(themeNamed(id).ramp, count);
            ASSERT_EQ(ramp.size(), count);
            for (std::size_t i = 1; i < count; ++i)
                EXPECT_LT(styles::luminanceOf(ramp[i]), styles::luminanceOf(ramp[i - 1])) << id << count;
        }
    }
}

TEST(Ramps, standInTheMiddleForOneClass) {
    const std::vector<Colour> greys{{0, 0, 0}, {128, 128, 128}, {255, 255, 255}};
    EXPECT_EQ(styles::resampled(greys, 1), (std::vector<Colour>{{128, 128, 128}}));
    EXPECT_TRUE(styles::resampled({}, 3).empty());
}

TEST(Ramps, mixInOklab) {
    // Half way from black to white OKLab has lightness 0.5: linear light 0.125, that is 99 of 255.
    const std::vector<Colour> ends{{0, 0, 0}, {255, 255, 255}};
    EXPECT_EQ(styles::resampled(ends, 3)[1], (Colour{99, 99, 99}));
}

TEST(Ramps, turnWithEqualStrengthOnBothSides) {
    const auto ramp = themeNamed("targets").ramp;
    const auto turned = styles::resampledAbout(ramp, 4, {1, 3});
    ASSERT_EQ(turned.size(), 4u);
    EXPECT_EQ(turned[0], ramp[3]);  // one class below: the mildest of three
    EXPECT_EQ(turned[1], ramp[4]);
    EXPECT_EQ(turned[3], ramp[6]);
}

TEST(ClassedAnew, givesATheNewBreaksAsManyColours) {
    const auto theme =
        styles::classedAnew(themeNamed("forest-cover"), {{styles::ClassMethod::NaturalBreaks, 3}},
                            Values{1, 2, 3, 50, 51, 52, 97, 98, 99});
    EXPECT_EQ(theme.breaks.breaks(), (Values{30, 70}));
    EXPECT_EQ(theme.ramp.size(), 3u);
    EXPECT_EQ(theme.ramp.front(), themeNamed("forest-cover").ramp.front());
}

TEST(ClassedAnew, makesOneClassWhereThereIsNothingToClass) {
    const auto theme =
        styles::classedAnew(themeNamed("forest-cover"), {{styles::ClassMethod::Quantile, 5}}, Values{});
    EXPECT_EQ(theme.classCount(), 1u);
    EXPECT_EQ(theme.ramp.size(), 1u);
}

TEST(ClassedAnew, keepsTheTurnOfARampAtItsBreak) {
    const auto theme = styles::classedAnew(themeNamed("targets"), {{styles::ClassMethod::Quantile, 4}, 0.0},
                                           Values{-12, -9, -4, -2, 3, 8});
    const auto below = *theme.colourOf(-0.1);
    const auto above = *theme.colourOf(0);
    EXPECT_GT(below.red, below.blue);   // missed: brown
    EXPECT_LT(above.red, above.green);  // met: green
}

TEST(ClassedAnew, leavesPlainUnitsPlain) {
    const auto plain = themeNamed("outfalls");
    EXPECT_EQ(styles::classedAnew(plain, {{styles::ClassMethod::Pretty, 5}}, Values{1, 2}), plain);
}
