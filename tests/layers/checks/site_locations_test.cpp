// SPDX-License-Identifier: Apache-2.0
// Registered places that lie in another commune than their register says.
#include "layers/checks/site_locations.hpp"

#include <gtest/gtest.h>

#include "tests/layers/checks/square_units.hpp"

using layers::checkSiteLocations;
using layers::Finding;
using layers::Kind;
using layers::Site;
using samples::twoCommunes;

namespace {

/// In the middle of the squares from south to north; the border between them runs along x = 541 000.
Site landfill(double x, const char* communeCode, const char* communeName = "") {
    Site site;
    site.kind = Kind::Landfills;
    site.id = "bai-1";
    site.name = "Bãi rác";
    site.at = geo::Coordinate{x, 2'470'500};
    site.communeCode = communeCode;
    site.communeName = communeName;
    site.row = 4;
    return site;
}

std::vector<Finding> findingsOf(const Site& site) { return checkSiteLocations({&site, 1}, twoCommunes()); }

}  // namespace

TEST(SiteLocations, areFineInTheRegisteredCommune) {
    EXPECT_TRUE(findingsOf(landfill(540'500, "03388")).empty());
    EXPECT_TRUE(findingsOf(landfill(540'500, "", "Đoàn Kết")).empty());
}

TEST(SiteLocations, nameBothCommunesAndTheDistance) {
    const auto findings = findingsOf(landfill(541'400, "03388"));
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].row, 4);
    EXPECT_EQ(findings[0].message, (geo::Message{"site.other-commune",
                                                 {{"id", "bai-1"},
                                                  {"name", "Bãi rác"},
                                                  {"declared", "Phường Đoàn Kết"},
                                                  {"actual", "Phường Tân Phong"},
                                                  {"distance_m", 400.0}}}));
}

TEST(SiteLocations, tolerateAHundredMetresAcrossTheBorder) {
    EXPECT_TRUE(findingsOf(landfill(541'100, "03388")).empty());
    EXPECT_EQ(findingsOf(landfill(541'101, "03388")).size(), 1u);
    EXPECT_TRUE(findingsOf(landfill(539'900, "03388")).empty());
}

TEST(SiteLocations, nameASiteOffAllUnits) {
    for (const char* const code : {"03388", "", "99999"}) {
        const auto findings = findingsOf(landfill(545'000, code));
        ASSERT_EQ(findings.size(), 1u) << code;
        EXPECT_EQ(findings[0].message,
                  (geo::Message{"site.outside-all", {{"id", "bai-1"}, {"name", "Bãi rác"}}}));
    }
}

TEST(SiteLocations, nameTheOtherCommuneFromJustBeyondTheMap) {
    const auto findings = findingsOf(landfill(542'050, "03388"));
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].message.id, "site.other-commune");
}

TEST(SiteLocations, compareNothingWithoutPositionOrKnownCommune) {
    Site nowhere = landfill(0, "03388");
    nowhere.at.reset();
    EXPECT_TRUE(findingsOf(nowhere).empty());
    EXPECT_TRUE(findingsOf(landfill(540'500, "")).empty());
    EXPECT_TRUE(findingsOf(landfill(540'500, "99999", "Bum Tở")).empty());
}

TEST(SiteLocations, compareNothingWhereCodeAndNameMeanDifferentCommunes) {
    EXPECT_TRUE(findingsOf(landfill(541'500, "03388", "Phường Tân Phong")).empty());
}
