// SPDX-License-Identifier: Apache-2.0
// Places stand where they say, clear of borders, apart from one another; only planted ones do not.
#include "sample-data/generator/sites.hpp"

#include <set>

#include "layers/text/encoding.hpp"
#include "tests/sample-data/generator/made_themes.hpp"

namespace {

using sample::SampleSite;
using sample::Sites;
using sample::test::bytesOf;
using sample::test::faultySample;
using sample::test::madeThemes;

const Sites& sites() { return madeThemes().contents().sites; }

std::vector<SampleSite> allSites() {
    std::vector<SampleSite> all;
    for (const auto* list :
         {&sites().clusters, &sites().landfills, &sites().mines, &sites().hydropower, &sites().models}) {
        all.insert(all.end(), list->begin(), list->end());
    }
    return all;
}

TEST(Sites, areAsManyAsAProvinceKeeps) {
    EXPECT_EQ(sites().clusters.size(), 5u);
    EXPECT_EQ(sites().landfills.size(), 11u);
    EXPECT_EQ(sites().mines.size(), 20u);
    EXPECT_EQ(sites().hydropower.size(), 12u);
    EXPECT_EQ(sites().models.size(), 60u);
}

TEST(Sites, haveIdentifiersOfTheirOwn) {
    std::set<std::string> ids;
    for (const SampleSite& site : allSites()) EXPECT_TRUE(ids.insert(site.id).second) << site.id;
}

TEST(Sites, lieInTheCommuneUnderThemWellInsideIt) {
    for (const SampleSite& site : allSites()) {
        EXPECT_EQ(madeThemes().ground.communeAt(site.at), site.commune) << site.id;
        const bool isBesideBorder = site.id == sites().models.back().id;
        EXPECT_GT(madeThemes().ground.toBorder_m(site.at), isBesideBorder ? 100 : 300) << site.id;
    }
}

TEST(Sites, declareTheirOwnCommuneButForOneLandfill) {
    std::vector<std::string> misdeclared;
    for (const SampleSite& site : allSites()) {
        if (site.declared != site.commune) misdeclared.push_back(site.id);
    }
    ASSERT_EQ(misdeclared.size(), 1u);
    EXPECT_TRUE(misdeclared[0].starts_with("BR-"));
}

TEST(Sites, standApart) {
    const auto all = allSites();
    for (std::size_t a = 0; a < all.size(); ++a) {
        for (std::size_t b = a + 1; b < all.size(); ++b) {
            EXPECT_GT(sample::distance_m(all[a].at, all[b].at), 850) << all[a].id << ' ' << all[b].id;
        }
    }
}

TEST(Sites, keepThePositionsThePackHasVerified) {
    std::set<std::string> verified;
    for (const SampleSite& site : allSites()) {
        if (site.isVerified) verified.insert(site.name);
    }
    // Huội Quảng's point lies off the schematic outline: it stands in its commune and is marked so
    EXPECT_EQ(verified,
              (std::set<std::string>{"Thủy điện Lai Châu", "Thủy điện Bản Chát", "Mỏ đất hiếm Đông Pao"}));
    const geo::Coordinate laiChau = madeThemes().ground.toLonLat(sites().hydropower[0].at);
    EXPECT_NEAR(laiChau.x, 102.98528, 1e-7);
    EXPECT_NEAR(laiChau.y, 22.13944, 1e-7);
}

TEST(Sites, thatAreInventedSaySoInTheirNames) {
    const auto pack = sample::readThemeFacts(sample::test::packFolder());
    for (const SampleSite& site : allSites()) {
        const bool isReal =
            std::ranges::find(pack.places, site.name, &sample::PlaceFact::name) != pack.places.end();
        EXPECT_NE(isReal, site.name.ends_with("(minh họa)")) << site.name;
    }
}

TEST(SiteFiles, writeLandfillsWithNorthAsXAndDotsBetweenThousands) {
    const auto rows = sample::test::rowsOf(bytesOf(faultySample().folder() / "bai_rac.csv"), ';');
    ASSERT_EQ(rows.size(), 12u);
    EXPECT_EQ(rows[0][4], "X");
    for (std::size_t i = 1; i < rows.size(); ++i) {
        EXPECT_TRUE(rows[i][4].starts_with("2.")) << rows[i][4];  // northings of 22° are above 2,400 km
        EXPECT_EQ(rows[i][5].size(), std::string("538.113,430").size());
        EXPECT_EQ(rows[i][7], "minh họa");
    }
}

TEST(SiteFiles, leaveTheMinesWithoutPrj) {
    EXPECT_TRUE(std::filesystem::exists(faultySample().folder() / "mo_khoang_san.shp"));
    EXPECT_FALSE(std::filesystem::exists(faultySample().folder() / "mo_khoang_san.prj"));
    EXPECT_FALSE(std::filesystem::exists(faultySample().folder() / "mo_khoang_san.cpg"));
    const std::string table = bytesOf(faultySample().folder() / "mo_khoang_san.dbf");
    EXPECT_NE(table.find(layers::encode("Mỏ đất hiếm Đông Pao", layers::Encoding::Tcvn3)), std::string::npos);
}

TEST(SiteFiles, writeHydropowerInDegrees) {
    layers::Schema schema;
    const auto plants = faultySample().features("thuy_dien.geojson", &schema);
    ASSERT_EQ(plants.size(), 12u);
    EXPECT_NEAR(plants[0].geometry.coordinates()[0].x, 102.98528, 1e-6);
    EXPECT_EQ(layers::textIn(plants[0].values[*schema.indexOf("vi_tri")]), "verified");
}

TEST(SiteFiles, writeClustersAsKmlPlacemarks) {
    const std::string kml = bytesOf(faultySample().folder() / "cum_cong_nghiep.kml");
    std::size_t count = 0;
    for (auto at = kml.find("<Placemark>"); at != std::string::npos; at = kml.find("<Placemark>", at + 1))
        ++count;
    EXPECT_EQ(count, 5u);
    EXPECT_NE(kml.find("<Data name=\"ma_xa\"><value>03598</value></Data>"), std::string::npos);
}

}  // namespace
