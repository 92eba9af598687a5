// SPDX-License-Identifier: Apache-2.0
// Every theme that ships can be read, its colours tell things apart, also to those who see no red or green.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <set>

#include "geo/base/error.hpp"
#include "styles/theme/theme_reader.hpp"

namespace {

using styles::Colour;
using styles::Theme;

const std::array<std::string, 8> shipped{"forest-cover", "forest-plots", "outfalls",    "targets",
                                         "waste-models", "waste-rural",  "waste-urban", "wastewater"};

std::string pathOf(const std::string& id) { return KHOANH_SOURCE_DIR "/styles/themes/" + id + ".json"; }

Theme themeNamed(const std::string& id) { return styles::readTheme(pathOf(id)); }

using Triple = std::array<double, 3>;

Triple linear(Colour colour) {
    const auto channel = [](std::uint8_t value) {
        const double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return {channel(colour.red), channel(colour.green), channel(colour.blue)};
}

using Matrix = std::array<Triple, 3>;
// Machado, Oliveira, Fernandes 2009, severity 1; rows give the seen red, green and blue.
constexpr Matrix asSeen{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix withoutRed{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix withoutGreen{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};

Triple applied(const Matrix& matrix, const Triple& in) {
    Triple out{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) out[row] += matrix[row][column] * in[column];
        out[row] = std::clamp(out[row], 0.0, 1.0);
    }
    return out;
}

/// CIE 1976 L*a*b* under D65.
Triple labOf(const Triple& rgb) {
    constexpr Matrix toXyz{{{0.4124564, 0.3575761, 0.1804375},
                            {0.2126729, 0.7151522, 0.0721750},
                            {0.0193339, 0.1191920, 0.9503041}}};
    constexpr Triple white{0.95047, 1, 1.08883};
    Triple f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double share = (toXyz[i][0] * rgb[0] + toXyz[i][1] * rgb[1] + toXyz[i][2] * rgb[2]) / white[i];
        f[i] = share > 0.008856 ? std::cbrt(share) : 7.787 * share + 16.0 / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

/// How far apart two colours look (CIE76); 2.3 is the least a trained eye tells apart.
double distance(Colour first, Colour second, const Matrix& eye) {
    const Triple a = labOf(applied(eye, linear(first)));
    const Triple b = labOf(applied(eye, linear(second)));
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

double leastDistance(Colour first, Colour second) {
    return std::min({distance(first, second, asSeen), distance(first, second, withoutRed),
                     distance(first, second, withoutGreen)});
}

void expectApart(const std::vector<Colour>& ramp, double least) {
    for (std::size_t i = 1; i < ramp.size(); ++i)
        EXPECT_GT(leastDistance(ramp[i - 1], ramp[i]), least) << styles::hexText(ramp[i]);
}

}  // namespace

TEST(ShippedThemes, canAllBeReadUnderTheirOwnNames) {
    for (const std::string& id : shipped) EXPECT_EQ(themeNamed(id).id, id);
}

TEST(ShippedThemes, areAllInstalled) {
    std::ifstream stream(KHOANH_SOURCE_DIR "/styles/themes/CMakeLists.txt");
    const std::string list{std::istreambuf_iterator<char>(stream), {}};
    for (const std::string& id : shipped) EXPECT_NE(list.find(id + ".json"), std::string::npos) << id;
}

TEST(ShippedThemes, haveNeighbouringClassesThatEveryEyeTellsApart) {
    for (const std::string& id : shipped) {
        SCOPED_TRACE(id);
        const Theme theme = themeNamed(id);
        expectApart(theme.ramp, 5);
        if (theme.lines) expectApart(theme.lines->colours.ramp, 12);
        if (theme.points) expectApart(theme.points->colours.ramp, 12);
    }
}

TEST(ShippedThemes, haveSequentialRampsThatGetDarkerClassByClass) {
    for (const std::string id : {"forest-cover", "waste-rural", "waste-urban", "wastewater"}) {
        const Theme theme = themeNamed(id);
        for (std::size_t i = 1; i < theme.ramp.size(); ++i)
            EXPECT_LT(styles::luminanceOf(theme.ramp[i]), styles::luminanceOf(theme.ramp[i - 1])) << id;
    }
}

TEST(ShippedThemes, turnTheTargetsRampAtZero) {
    const Theme theme = themeNamed("targets");
    const auto below = theme.colourOf(-0.1);
    const auto above = theme.colourOf(0);
    ASSERT_TRUE(below && above);

    EXPECT_GT(below->red, below->blue);   // missed: brown
    EXPECT_LT(above->red, above->green);  // met: green
    EXPECT_GT(leastDistance(*below, *above), 12);
}

TEST(ShippedThemes, turnRiversAndOutfallsAtSeventyPercent) {
    const Theme outfalls = themeNamed("outfalls");
    const Theme wastewater = themeNamed("wastewater");
    for (const styles::DataColours& colours : {outfalls.points->colours, wastewater.lines->colours}) {
        const Colour below = colours.colourOf(colours.classOf(69.9));
        const Colour above = colours.colourOf(colours.classOf(70.0));
        EXPECT_GT(below.red, below.blue);
        EXPECT_LT(above.red, above.blue);
    }
}

TEST(ShippedThemes, haveTenSectorsThatColourOrShapeTellsApart) {
    const Theme theme = themeNamed("waste-models");
    const auto& sectors = theme.points->colours.categories;
    ASSERT_EQ(sectors.size(), 10u);
    for (std::size_t i = 0; i < sectors.size(); ++i) {
        for (std::size_t j = i + 1; j < sectors.size(); ++j) {
            const double apart = leastDistance(sectors[i].colour, sectors[j].colour);
            EXPECT_TRUE(apart > 20 || sectors[i].symbol != sectors[j].symbol)
                << sectors[i].key << sectors[j].key;
            EXPECT_GT(distance(sectors[i].colour, sectors[j].colour, asSeen), 15)
                << sectors[i].key << " " << sectors[j].key;
        }
    }
}

TEST(ShippedThemes, nameTheSectorsAsTheAnnexNumbersThem) {
    EXPECT_EQ(styles::categoryKeys(themeNamed("waste-models")),
              (std::vector<std::string>{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}));
    EXPECT_TRUE(styles::categoryKeys(themeNamed("outfalls")).empty());
}

TEST(ShippedThemes, giveEveryForestCodeOfThePackOneGroup) {
    const Theme theme = themeNamed("forest-plots");
    std::ifstream pack(KHOANH_SOURCE_DIR "/sample-data/provinces/12/forest_codes.csv");
    std::string row;
    std::getline(pack, row);
    int rows = 0;
    while (std::getline(pack, row)) {
        const std::size_t begin = row.find(',') + 1;
        const std::string code = row.substr(begin, row.find(',', begin) - begin);
        EXPECT_NE(theme.plots->categoryOfCode(code), "") << code;
        ++rows;
    }
    EXPECT_EQ(rows, 93);
}

TEST(ShippedThemes, nameNoForestCodeTwice) {
    const Theme theme = themeNamed("forest-plots");
    std::set<std::string> seen;
    for (const styles::Category& category : theme.plots->colours.categories) {
        for (const std::string& code : category.codes) EXPECT_TRUE(seen.insert(code).second) << code;
    }
}

TEST(ShippedThemes, mendTheClashOfBareLandWithMediumForest) {
    const styles::PlotsLook look = *themeNamed("forest-plots").plots;
    const auto colourOf = [&](const std::string& code) {
        return look.colours.colourOf(look.colours.categoryOf(look.categoryOfCode(code)));
    };
    EXPECT_GT(distance(colourOf("DT1"), colourOf("TXB"), asSeen), 40);
}

TEST(ShippedThemes, giveForestGroupsColoursOfTheirOwn) {
    const Theme theme = themeNamed("forest-plots");
    const auto& groups = theme.plots->colours.categories;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (std::size_t j = i + 1; j < groups.size(); ++j)
            EXPECT_GT(distance(groups[i].colour, groups[j].colour, asSeen), 9)
                << groups[i].key << " " << groups[j].key;
    }
}

TEST(Symbols, areReadByTheNamesTheyAreWrittenBy) {
    for (const auto symbol : {styles::Symbol::Circle, styles::Symbol::TriangleDown, styles::Symbol::Ring})
        EXPECT_EQ(styles::symbolNamed(styles::nameOf(symbol)), symbol);
    EXPECT_EQ(styles::symbolNamed("skull"), std::nullopt);
}
