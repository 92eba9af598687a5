// SPDX-License-Identifier: Apache-2.0
// Themes are read strictly, and the shipped ones can be read by everyone.
#include "styles/theme/theme_reader.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "geo/base/error.hpp"

namespace {

const std::string shippedTheme = KHOANH_SOURCE_DIR "/styles/themes/forest-cover.json";

std::string textOf(const std::string& id) {
    std::ifstream stream(KHOANH_SOURCE_DIR "/styles/themes/" + id + ".json");
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string shippedText() { return textOf("forest-cover"); }

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

geo::Message faultOf(const std::string& json) {
    try {
        styles::parseTheme(json);
    } catch (const geo::Error& error) {
        return error.message();
    }
    return {"none", {}};
}

geo::Message keyFault(const std::string& id, const std::string& key) { return {id, {{"key", key}}}; }

}  // namespace

TEST(ReadTheme, readsTheShippedForestCover) {
    const styles::Theme theme = styles::readTheme(shippedTheme);

    EXPECT_EQ(theme.indicator, "forest-cover");
    EXPECT_EQ(theme.unit, "%");
    EXPECT_EQ(theme.breaks.breaks(), (std::vector<double>{35, 45, 55, 60, 65}));
    EXPECT_EQ(theme.ramp.size(), 6u);
}

TEST(ReadTheme, shipsARampThatGetsDarkerClassByClass) {
    const styles::Theme theme = styles::readTheme(shippedTheme);

    // Lightness alone tells the classes apart, also to those who see no green.
    for (std::size_t i = 1; i < theme.ramp.size(); ++i) {
        EXPECT_GT(styles::contrastOf(theme.ramp[i - 1], theme.ramp[i]), 1.15) << i;
        EXPECT_LT(styles::luminanceOf(theme.ramp[i]), styles::luminanceOf(theme.ramp[i - 1])) << i;
    }
}

TEST(ReadTheme, givesNoColourToAMissingValue) {
    const styles::Theme theme = styles::readTheme(shippedTheme);
    EXPECT_EQ(theme.colourOf(std::nullopt), std::nullopt);
    EXPECT_EQ(theme.colourOf(0), theme.ramp[0]);
}

TEST(ReadTheme, refusesAnUnknownKeyByItsWholeName) {
    EXPECT_EQ(faultOf(changed(shippedText(), "\"decimals\"", "\"opacity\"")),
              keyFault("theme.unknown-key", "opacity"));
    EXPECT_EQ(faultOf(changed(shippedText(), "\"spacing\"", "\"gap\"")),
              keyFault("theme.unknown-key", "noData.gap"));
}

TEST(ReadTheme, namesAKeyThatIsMissing) {
    EXPECT_EQ(faultOf(changed(shippedText(), "  \"unit\": \"%\",\n", "")),
              keyFault("theme.key-missing", "unit"));
}

TEST(ReadTheme, namesAValueOfTheWrongKind) {
    EXPECT_EQ(faultOf(changed(shippedText(), "#f0f4d8", "green")), keyFault("theme.value-invalid", "ramp"));
    EXPECT_EQ(faultOf(changed(shippedText(), "\"spacing\": 5.5", "\"spacing\": 0")),
              keyFault("theme.value-invalid", "noData.spacing"));
    EXPECT_EQ(faultOf(changed(shippedText(), "\"name\": true", "\"name\": 1")),
              keyFault("theme.value-invalid", "label.name"));
}

TEST(ReadTheme, wantsOneColourAClass) {
    EXPECT_EQ(
        faultOf(changed(shippedText(), "[35, 45", "[45")),
        (geo::Message{"theme.ramp-length", {{"colours", std::int64_t{6}}, {"classes", std::int64_t{5}}}}));
}

TEST(ReadTheme, refusesAVersionItDoesNotKnow) {
    EXPECT_EQ(
        faultOf(changed(shippedText(), "\"version\": 1", "\"version\": 2")),
        (geo::Message{"theme.version-unknown", {{"version", std::int64_t{2}}, {"known", std::int64_t{1}}}}));
}

TEST(ReadTheme, refusesWhatIsNoJsonObject) {
    for (const char* text : {"", "[]", "{", "\"theme\"", "{} {}"}) {
        EXPECT_EQ(faultOf(text).id, "theme.not-json") << text;
    }
    EXPECT_EQ(faultOf("{\n\"a\": }"), (geo::Message{"theme.not-json", {{"line", std::int64_t{2}}}}));
    EXPECT_EQ(faultOf("{\"a\": 1e999}").id, "theme.number-too-large");
}

TEST(ReadTheme, readsBaseLinesAndPoints) {
    const styles::Theme theme = styles::readTheme(KHOANH_SOURCE_DIR "/styles/themes/outfalls.json");

    EXPECT_TRUE(theme.base.has_value());
    EXPECT_EQ(theme.classCount(), 0u);
    ASSERT_TRUE(theme.lines && theme.points);
    EXPECT_EQ(theme.lines->colours.count(), 0u);
    EXPECT_EQ(theme.points->colours.count(), 5u);
    EXPECT_EQ(theme.points->colours.classOf(70.0), 3u);
    EXPECT_FALSE(theme.plots.has_value());
}

TEST(ReadTheme, namesFaultsInsideSections) {
    const std::string models = textOf("waste-models");
    EXPECT_EQ(faultOf(changed(models, "\"star\"", "\"skull\"")),
              keyFault("theme.value-invalid", "points.categories.symbol"));
    EXPECT_EQ(faultOf(changed(models, "\"key\": \"II\"", "\"key\": \"I\"")),
              keyFault("theme.value-invalid", "points.categories.key"));
    EXPECT_EQ(faultOf(changed(models, "\"least\"", "\"lowest\"")),
              keyFault("theme.unknown-key", "points.size.lowest"));
    EXPECT_EQ(faultOf(changed(models, "\"most\": 12", "\"most\": 2")),
              keyFault("theme.value-invalid", "points.size.most"));
    EXPECT_EQ(faultOf(changed(models, "\"categories\"", "\"breaks\": [1], \"categories\"")),
              keyFault("theme.value-invalid", "points.categories"));
}

TEST(ReadTheme, refusesBaseAndRampTogether) {
    EXPECT_EQ(faultOf(changed(shippedText(), "\"decimals\"", "\"base\": \"#ffffff\", \"decimals\"")),
              keyFault("theme.value-invalid", "base"));
}

TEST(ReadTheme, namesTheFileThatIsNotThere) {
    try {
        styles::readTheme("nowhere/theme.json");
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::ErrorKind::NotFound);
        EXPECT_EQ(error.message(), (geo::Message{"theme.missing", {{"path", "nowhere/theme.json"}}}));
    }
}
