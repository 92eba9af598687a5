// SPDX-License-Identifier: Apache-2.0
// Rivers run downhill into one another, and every cell drains to one of them.
#include "sample-data/generator/waters.hpp"

#include <set>

#include "geo/topology/repair.hpp"
#include "sample-data/generator/rings.hpp"
#include "tests/sample-data/generator/made_themes.hpp"

namespace {

using sample::Reach;
using sample::test::faultySample;
using sample::test::madeThemes;

const std::vector<Reach>& reaches() { return madeThemes().contents().waters.reaches(); }

double length_m(const Reach& reach) {
    double sum_m = 0;
    const auto line = reach.line.coordinates();
    for (std::size_t i = 1; i < line.size(); ++i) sum_m += sample::distance_m(line[i - 1], line[i]);
    return sum_m;
}

TEST(Waters, holdEveryRiverOfThePack) {
    std::set<std::string> names;
    for (const Reach& reach : reaches()) names.insert(reach.river);
    EXPECT_EQ(names, (std::set<std::string>{"Sông Đà", "Nậm Na", "Nậm Mu", "Nậm Mạ", "Nậm So", "Nậm Bum"}));
}

TEST(Waters, leadEachReachExactlyIntoTheNext) {
    std::size_t outlets = 0;
    for (const Reach& reach : reaches()) {
        if (!reach.downstream) {
            ++outlets;
            continue;
        }
        EXPECT_EQ(reach.line.coordinates().back(), reaches()[*reach.downstream].line.coordinates().front())
            << reach.id;
    }
    EXPECT_EQ(outlets, 2u);  // sông Đà and Nậm Mu leave the province
}

TEST(Waters, neverFlowInACircle) {
    for (std::size_t start = 0; start < reaches().size(); ++start) {
        std::size_t steps = 0;
        for (auto at = reaches()[start].downstream; at; at = reaches()[*at].downstream)
            ASSERT_LT(++steps, reaches().size());
    }
}

TEST(Waters, stayInTheProvince) {
    for (const Reach& reach : reaches()) {
        for (const geo::Coordinate at : reach.line.coordinates()) {
            EXPECT_NE(madeThemes().territory.partAt(at), sample::noLabel) << reach.id;
        }
    }
}

// Where a waypoint lies off the schematic outline, the main stem follows the border and meets its tributary
// earlier.
TEST(Waters, passTheWaypointsOfThePackWithinAFewKilometres) {
    const auto themes = sample::readThemeFacts(sample::test::packFolder());
    for (const auto& river : themes.rivers) {
        for (const geo::Coordinate lonLat : river.waypointsLonLat) {
            double least_m = 1e9;
            for (const Reach& reach : reaches()) {
                for (const geo::Coordinate at : reach.line.coordinates()) {
                    least_m = std::min(least_m, sample::distance_m(at, madeThemes().ground.toPlane(lonLat)));
                }
            }
            EXPECT_LT(least_m, 5'000) << river.name << ' ' << lonLat.x << ' ' << lonLat.y;
        }
    }
}

TEST(Waters, wanderLikeRivers) {
    for (const Reach& reach : reaches()) {
        const auto line = reach.line.coordinates();
        EXPECT_GT(length_m(reach), 1.01 * sample::distance_m(line.front(), line.back())) << reach.id;
        EXPECT_LT(length_m(reach), 31'000) << reach.id;
    }
}

TEST(Waters, drawNoReachAcrossAnother) {
    for (std::size_t a = 0; a < reaches().size(); ++a) {
        for (std::size_t b = a + 1; b < reaches().size(); ++b) {
            const auto first = reaches()[a].line.coordinates();
            const auto second = reaches()[b].line.coordinates();
            std::size_t crossings = 0;
            for (std::size_t i = 2; i + 1 < first.size(); ++i) {
                for (std::size_t j = 2; j + 1 < second.size(); ++j) {
                    crossings +=
                        sample::segmentsCross(first[i - 1], first[i], second[j - 1], second[j]) ? 1U : 0U;
                }
            }
            EXPECT_EQ(crossings, 0u) << reaches()[a].id << ' ' << reaches()[b].id;
        }
    }
}

TEST(SubBasins, areInOnePieceAndTogetherExactlyTheProvince) {
    double basins_m2 = 0;
    double communes_m2 = 0;
    for (const auto& basin : faultySample().features("luu_vuc.gpkg")) {
        EXPECT_EQ(basin.geometry.partCount(), 1u);
        EXPECT_TRUE(geo::isValidPolygon(basin.geometry));
        basins_m2 += sample::areaOf_m2(basin.geometry);
    }
    for (const auto& unit : faultySample().features("xa_phuong_2025.gpkg"))
        communes_m2 += sample::areaOf_m2(unit.geometry);
    EXPECT_NEAR(basins_m2, communes_m2, 1);
}

TEST(SubBasins, holdMostOfTheirOwnReaches) {
    const auto& waters = madeThemes().contents().waters;
    for (const Reach& reach : reaches()) {
        std::size_t own = 0;
        for (const geo::Coordinate at : reach.line.coordinates()) {
            const auto cell = madeThemes().territory.lattice().nearestCell(at);
            own += waters.basinOfCell()[cell] == static_cast<sample::Label>(reach.basin) ? 1U : 0U;
        }
        EXPECT_GT(own, reach.line.coordinates().size() * 8 / 10) << reach.id;
    }
}

TEST(SubBasins, haveNamesOfTheirOwn) {
    std::set<std::string> names;
    for (const auto& basin : madeThemes().contents().waters.basins())
        EXPECT_TRUE(names.insert(basin.name).second);
}

TEST(RiverFile, namesItsColumnsAndItsCrs) {
    auto source = layers::LayerSource::open(faultySample().folder() / "song_suoi.gpkg", {});
    const auto stream = source.features();
    EXPECT_EQ(stream.schema.fields()[0].name, "ma_doan");
    EXPECT_EQ(stream.schema.fields()[1].name, "ten_song");
    EXPECT_EQ(stream.crs, geo::Crs::fromText("EPSG:9205"));
    EXPECT_EQ(stream.kind, geo::GeometryKind::LineString);
}

}  // namespace
