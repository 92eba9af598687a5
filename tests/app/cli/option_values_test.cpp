// SPDX-License-Identifier: Apache-2.0
// Options are read strictly: what is not understood is named, with what would be.
#include "app/cli/option_values.hpp"

#include <gtest/gtest.h>

using layers::UnitLevel;

namespace {

app::ComputeRequest byOf(const std::string& text) {
    app::ComputeRequest request;
    app::readBy(text, request);
    return request;
}

template <class Work>
std::string faultOf(Work&& work) {
    try {
        work();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::ErrorKind::Usage);
        return error.message().id;
    }
    return "none";
}

}  // namespace

TEST(OptionBy, namesALevelAndTheDayOfItsUnits) {
    EXPECT_EQ(byOf("district").level, UnitLevel::District);
    EXPECT_EQ(byOf("district").unitsOn, std::nullopt);
    EXPECT_EQ(byOf("commune@2025-07-01").unitsOn, (geo::Date{2025, 7, 1}));
    EXPECT_EQ(byOf("").level, UnitLevel::Commune);
}

TEST(OptionBy, aLoneYearIsItsLastDay) { EXPECT_EQ(byOf("province@2024").unitsOn, (geo::Date{2024, 12, 31})); }

TEST(OptionBy, refusesOtherLevelsAndDays) {
    EXPECT_EQ(faultOf([] { byOf("village"); }), "usage.word-unknown");
    EXPECT_EQ(faultOf([] { byOf("commune@yesterday"); }), "date.invalid");
    EXPECT_EQ(faultOf([] { byOf("commune@2025-02-30"); }), "date.invalid");
    EXPECT_EQ(faultOf([] { byOf("commune@"); }), "date.invalid");
    EXPECT_EQ(faultOf([] { byOf("@2024"); }), "usage.word-unknown");
}

TEST(OptionPeriod, isAYearOfFourDigits) {
    EXPECT_EQ(app::readYear("2023"), 2023);
    for (const char* text : {"23", "20235", "year", "2023.5", "-203", ""}) {
        EXPECT_EQ(faultOf([&] { app::readYear(text); }), text == std::string("-203") ? "none" : "usage.form")
            << text;
    }
}

TEST(OptionSize, isWidthByHeight) {
    EXPECT_EQ(app::readSize("1280x800").width, 1280);
    EXPECT_EQ(app::readSize("1280x800").height, 800);
    for (const char* text : {"1280", "1280x", "x800", "0x800", "-1x5", "1280x800x3", "1280 x 800", "ax b"}) {
        EXPECT_EQ(faultOf([&] { app::readSize(text); }), "usage.form") << text;
    }
}

TEST(OptionPage, liesUnlessItIsToldToStand) {
    EXPECT_EQ(app::readPage("a4", ""), (styles::SizePx{1754, 1240}));  // 297 × 210 mm at 150 dots an inch
    EXPECT_EQ(app::readPage("a4", "portrait"), (styles::SizePx{1240, 1754}));
    EXPECT_EQ(app::readPage("a3", "landscape"), (styles::SizePx{2480, 1754}));
    EXPECT_EQ(faultOf([] { app::readPage("a5", ""); }), "usage.form");
    EXPECT_EQ(faultOf([] { app::readPage("a4", "upright"); }), "usage.form");
}

TEST(OptionGrid, isOneOfThreeOrNotSaid) {
    EXPECT_EQ(app::readGrid("graticule"), app::GridKind::Graticule);
    EXPECT_EQ(app::readGrid("none"), app::GridKind::None);
    EXPECT_FALSE(app::readGrid(""));
    EXPECT_EQ(faultOf([] { app::readGrid("utm"); }), "usage.word-unknown");
}

TEST(OptionExtent, isFourNumbersThatEncloseSomething) {
    const auto extent = app::readExtent("429000,2399000.5,601000,2524000");
    EXPECT_EQ(extent, (geo::Extent{429000, 2399000.5, 601000, 2524000}));
    for (const char* text : {"1,2,3", "1,2,3,4,5", "1,2,1,4", "3,2,1,4", "a,b,c,d", "1;2;3;4", "1,2,nan,4"}) {
        EXPECT_EQ(faultOf([&] { app::readExtent(text); }), "usage.form") << text;
    }
}

TEST(OptionExtent, endsSomewhere) {
    EXPECT_EQ(faultOf([] { app::readExtent("429000,2399000,inf,2524000"); }), "usage.form");
}

TEST(OptionWords, areTakenAsTheyAreAndNoOther) {
    EXPECT_EQ(app::readKind("forest"), layers::Kind::Forest);
    EXPECT_EQ(app::readEncoding(""), layers::Encoding::Auto);
    EXPECT_EQ(app::readEncoding("tcvn3"), layers::Encoding::Tcvn3);
    EXPECT_EQ(app::readRelease("approved"), layers::Release::Approved);
    EXPECT_EQ(app::readRelease(""), layers::Release::Draft);
    EXPECT_EQ(faultOf([] { app::readKind("wards"); }), "usage.word-unknown");
    EXPECT_EQ(faultOf([] { app::readKind(""); }), "usage.form");
    EXPECT_EQ(faultOf([] { app::readEncoding("latin1"); }), "usage.word-unknown");
    EXPECT_EQ(faultOf([] { app::readRelease("final"); }), "usage.word-unknown");
}

TEST(OptionValues, readAWayToClassUnits) {
    EXPECT_EQ(app::readClasses("natural:7"), (styles::Classing{styles::ClassMethod::NaturalBreaks, 7, {}}));
    EXPECT_EQ(app::readClasses("manual:35,45.5").breaks, (std::vector<double>{35, 45.5}));
    EXPECT_THROW(app::readClasses("jenks:5"), geo::Error);
    EXPECT_THROW(app::readClasses("natural:0"), geo::Error);
}
