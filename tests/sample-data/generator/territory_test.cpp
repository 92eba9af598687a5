// SPDX-License-Identifier: Apache-2.0
// The land of province 12: areas as published, epochs nested, points where they belong.
#include "sample-data/generator/territory.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "geo/crs/transform.hpp"
#include "geo/topology/overlaps.hpp"
#include "geo/topology/repair.hpp"
#include "sample-data/generator/rings.hpp"

namespace {

const sample::PackFacts& facts() {
    static const sample::PackFacts read =
        sample::readPackFacts(std::filesystem::path(KHOANH_SOURCE_DIR) / "sample-data/provinces/12");
    return read;
}

sample::Territory territoryOf(std::uint64_t seed) {
    geo::Progress progress;
    return sample::Territory::make(facts(), seed, progress);
}

const sample::Territory& territory() {
    static const sample::Territory made = territoryOf(12);
    return made;
}

double worstError(const std::vector<geo::Geometry>& shapes, const std::vector<sample::UnitFact>& units) {
    double worst = 0;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (!units[i].officialArea) continue;
        const double official_m2 = geo::toSquareMetres(*units[i].officialArea).value;
        worst = std::max(worst, std::abs(sample::areaOf_m2(shapes[i]) / official_m2 - 1));
    }
    return worst;
}

TEST(Territory, keepsOfficialAreasForAnySeed) {
    for (const std::uint64_t seed : {1u, 2u, 12u}) {
        const sample::Territory land = territoryOf(seed);

        EXPECT_LT(worstError(land.newCommunes(), facts().newCommunes), 0.003) << seed;
        EXPECT_LT(worstError(land.districts(), facts().districts), 0.02) << seed;
    }
}

TEST(Territory, sumsToTheProvince) {
    double area_m2 = 0;
    for (const geo::Geometry& shape : territory().newCommunes()) area_m2 += sample::areaOf_m2(shape);
    EXPECT_NEAR(area_m2 / 1e6, 9068.73, 0.005 * 9068.73);  // km², official (domain: sum of the 38)
}

TEST(Territory, coversTheSameLandInEveryEpoch) {
    const auto sum_m2 = [](const std::vector<geo::Geometry>& shapes) {
        double area_m2 = 0;
        for (const geo::Geometry& shape : shapes) area_m2 += sample::areaOf_m2(shape);
        return area_m2;
    };
    EXPECT_NEAR(sum_m2(territory().newCommunes()), sum_m2(territory().oldCommunes()), 1e-3);
    EXPECT_NEAR(sum_m2(territory().newCommunes()), sum_m2(territory().districts()), 1e-3);
}

TEST(Territory, isMadeOfValidPolygonsInOnePiece) {
    for (const auto& shapes :
         {territory().newCommunes(), territory().oldCommunes(), territory().districts()}) {
        for (const geo::Geometry& shape : shapes) {
            EXPECT_TRUE(geo::isValidPolygon(shape));
            EXPECT_EQ(shape.partCount(), 1u);
        }
    }
}

TEST(Territory, hasNoOverlaps) {
    geo::Progress progress;
    for (const auto& shapes :
         {territory().newCommunes(), territory().oldCommunes(), territory().districts()}) {
        EXPECT_TRUE(geo::findOverlaps(shapes, geo::SquareMetres{1e-3}, progress).empty());
    }
}

TEST(Territory, putsEveryGazetteerPointInItsCommune) {
    const geo::Transform transform(geo::Crs::fromText("EPSG:4326"), facts().crs);
    for (std::size_t i = 0; i < facts().newCommunes.size(); ++i) {
        const auto part = territory().partAt(transform.apply(*facts().newCommunes[i].pointLonLat));
        ASSERT_NE(part, sample::noLabel) << facts().newCommunes[i].name;
        EXPECT_EQ(facts().parts[static_cast<std::size_t>(part)].newCommune, i) << facts().newCommunes[i].name;
    }
}

TEST(Territory, answersWhichPartHoldsAPositionAsTheBordersRun) {
    const auto shapes = territory().oldCommunes();
    for (std::size_t i = 0; i < shapes.size(); i += 10) {
        const geo::Coordinate corner = shapes[i].coordinates()[0];
        for (const double step : {-3.0, 3.0}) {
            const geo::Coordinate near{corner.x + step, corner.y + step};
            const auto part = territory().partAt(near);
            const bool isHere =
                part != sample::noLabel && facts().parts[static_cast<std::size_t>(part)].oldCommune == i;
            bool isInside = false;
            for (std::size_t path = 0; path < shapes[i].pathCount(); ++path) {
                isInside ^= sample::ringContains(shapes[i].path(path), near);
            }
            EXPECT_EQ(isHere, isInside) << facts().oldCommunes[i].name;
        }
    }
}

}  // namespace
