// SPDX-License-Identifier: Apache-2.0
// Pieces of two layers against GEOS on whole faces, pair by pair.
#include "geo/topology/layer_overlay.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geo/base/error.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/overlay.hpp"
#include "geo/topology/repair.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Coordinate;
using geo::FaceCut;
using geo::Geometry;

constexpr Coordinate corner{500000, 2400000};
constexpr double grid_m = geo::pieceGrid.value;

Geometry square(double x, double y, double side) {
    return Geometry::polygon({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

double areaOf(const Geometry& shape) { return geo::planarArea(shape).value; }

std::vector<FaceCut> cut(const std::vector<Geometry>& faces, const std::vector<Geometry>& others,
                         const geo::CutOptions& options = {}) {
    return geo::LayerOverlay(others).cut(faces, geo::Progress(), options);
}

std::vector<Geometry> repaired(std::vector<Geometry> shapes) {
    for (Geometry& shape : shapes) {
        if (auto repair = geo::repairPolygon(shape)) shape = std::move(repair->geometry);
    }
    return shapes;
}

/// Holes, needles, multipolygons, blocks on whole metres; some rings cross themselves and are repaired.
std::vector<Geometry> scatteredShapes(samples::RandomShapes& random, int count) {
    std::vector<Geometry> shapes;
    for (int i = 0; i < count; ++i) {
        const Coordinate centre{corner.x + random.between(0, 500), corner.y + random.between(0, 500)};
        Geometry shape = random.any(centre, random.between(3, 150));
        if (random.happens(0.1)) std::swap(shape.mutableCoordinates()[1], shape.mutableCoordinates()[2]);
        shapes.push_back(std::move(shape));
    }
    return repaired(std::move(shapes));
}

const Geometry& pieceWith(const FaceCut& cut, std::uint32_t other) {
    static const Geometry nothing;
    for (const auto& piece : cut.pieces) {
        if (piece.other == other) return piece.shape;
    }
    return nothing;
}

/// Every pair by GEOS in full precision, and what is left by GEOS over the union of all.
void expectAsByBruteForce(const std::vector<Geometry>& faces, const std::vector<Geometry>& others) {
    const auto cuts = cut(faces, others);
    const Geometry all = geo::unionOf(others);
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const double border_m = samples::perimeterOf(faces[i]);
        for (std::uint32_t other = 0; other < others.size(); ++other) {
            const Geometry truth = geo::intersectionOf(faces[i], others[other]);
            const double allowed_m2 = (samples::perimeterOf(truth) + 0.01) * grid_m;
            EXPECT_NEAR(areaOf(pieceWith(cuts[i], other)), areaOf(truth), allowed_m2) << i << " x " << other;
        }
        EXPECT_NEAR(cuts[i].rest_m2, areaOf(geo::differenceOf(faces[i], all)), (border_m + 0.01) * 2 * grid_m)
            << i;
    }
}

double sumOf(const FaceCut& cut) {
    double area = cut.rest_m2;
    for (const auto& piece : cut.pieces) area += piece.area_m2;
    return area;
}

bool isSame(const FaceCut& a, const FaceCut& b) {
    if (a.pieces.size() != b.pieces.size() || a.rest != b.rest) return false;
    for (std::size_t i = 0; i < a.pieces.size(); ++i) {
        if (a.pieces[i].other != b.pieces[i].other || a.pieces[i].shape != b.pieces[i].shape) return false;
    }
    return a.overlapped_m2 == b.overlapped_m2 && a.rounding_m2 == b.rounding_m2;
}

}  // namespace

TEST(LayerOverlay, leavesAFaceInsideOneOtherAsItIs) {
    const std::vector inside{Geometry::polygon({{1.00005, 1}, {2, 1.00007}, {2, 2}})};
    const auto cuts = cut(inside, {square(0, 0, 10), square(10, 0, 10)});
    ASSERT_EQ(cuts.front().pieces.size(), 1U);
    EXPECT_EQ(cuts.front().pieces.front().shape, inside.front());
    EXPECT_TRUE(cuts.front().rest.isEmpty());
    EXPECT_EQ(cuts.front().rounding_m2, 0);
}

TEST(LayerOverlay, leavesAFaceThatSharesABorderWithItsOtherAsItIs) {
    const std::vector atTheBorder{Geometry::polygon({{0, 0}, {0, 10}, {3.00003, 7.00007}})};
    const auto cuts = cut(atTheBorder, {square(0, 0, 10), square(-10, 0, 10)});
    ASSERT_EQ(cuts.front().pieces.size(), 1U);
    EXPECT_EQ(cuts.front().pieces.front().shape, atTheBorder.front());
}

TEST(LayerOverlay, givesAnOtherThatLiesInsideAFaceAsItIs) {
    const std::vector inside{Geometry::polygon({{1.00005, 1}, {2, 1.00007}, {2, 2}})};
    const auto cuts = cut({square(0, 0, 10)}, inside);
    EXPECT_EQ(pieceWith(cuts.front(), 0), inside.front());
    EXPECT_NEAR(cuts.front().rest_m2, 100 - areaOf(inside.front()), 0.01);
}

TEST(LayerOverlay, findsNothingSharedWhereCornersTouch) {
    const auto cuts = cut({square(0, 0, 10)}, {square(10, 10, 10), square(10, 0, 5)});
    EXPECT_TRUE(cuts.front().pieces.empty());
    EXPECT_EQ(cuts.front().rest, square(0, 0, 10));
}

TEST(LayerOverlay, givesTheBreadthOfASliver) {
    const auto cuts = cut({square(0, 0, 100)}, {square(99.8, -50, 200)});
    // A strip of 0.2 m by 100 m: 2 · 20 / 200.4.
    ASSERT_EQ(cuts.front().pieces.size(), 1U);
    EXPECT_NEAR(geo::meanWidth(cuts.front().pieces.front().shape).value, 0.2, 0.001);
    EXPECT_NEAR(cuts.front().pieces.front().area_m2, 20, 1e-6);
}

TEST(LayerOverlay, countsWhatOthersShareAsOverlapped) {
    const auto cuts = cut({square(0, 0, 10)}, {square(-5, 0, 10), square(3, 0, 10)});
    EXPECT_NEAR(cuts.front().overlapped_m2, 20, 1e-6);  // from x = 3 to x = 5
    EXPECT_TRUE(cuts.front().rest.isEmpty());
}

TEST(LayerOverlay, agreesWithGeosOverMosaics) {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        samples::RandomShapes random(seed);
        expectAsByBruteForce(random.mosaic(corner, 40, 10, 8),
                             random.mosaic({corner.x + 30, corner.y - 20}, 110, 4, 3));
    }
}

TEST(LayerOverlay, agreesWithGeosOverWhateverMapsHold) {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        samples::RandomShapes random(100 + seed);
        const auto faces = scatteredShapes(random, 30);
        expectAsByBruteForce(faces, scatteredShapes(random, 12));
    }
}

TEST(LayerOverlay, balancesEveryFace) {
    samples::RandomShapes random(9);
    const auto faces = scatteredShapes(random, 200);
    for (const FaceCut& made : cut(faces, scatteredShapes(random, 40))) {
        EXPECT_NEAR(made.area_m2 + made.overlapped_m2 + made.rounding_m2, sumOf(made), 1e-6);
    }
}

TEST(LayerOverlay, roundsByLessThanAMillimetreAlongTheBorders) {
    samples::RandomShapes random(10);
    const auto faces = random.mosaic(corner, 40, 20, 20);
    for (const FaceCut& made : cut(faces, random.mosaic({corner.x - 50, corner.y - 50}, 130, 8, 8))) {
        EXPECT_EQ(made.overlapped_m2, 0);
        EXPECT_LT(std::abs(made.rounding_m2), 160 * 2 * grid_m);  // a cell is about 160 m around
        EXPECT_LT(made.rest_m2, 0.5);
    }
}

TEST(LayerOverlay, coversAFaceWithoutOverlap) {
    samples::RandomShapes random(11);
    const auto faces = random.mosaic(corner, 60, 6, 6);
    for (const FaceCut& made : cut(faces, random.mosaic({corner.x + 17, corner.y + 19}, 45, 8, 8))) {
        std::vector<Geometry> parts{made.rest};
        for (const auto& piece : made.pieces) parts.push_back(piece.shape);
        EXPECT_NEAR(areaOf(geo::unionOf(parts)), sumOf(made), 240 * grid_m);
    }
}

TEST(LayerOverlay, doesNotDependOnThreadsTilesOrTheOrderOfOthers) {
    samples::RandomShapes random(12);
    const auto faces = scatteredShapes(random, 150);
    auto others = scatteredShapes(random, 40);
    const auto made = cut(faces, others, {1, 64});
    for (const geo::CutOptions& options : {geo::CutOptions{2, 64}, {8, 1}, {8, 7}, {2, 1000}}) {
        const auto again = cut(faces, others, options);
        for (std::size_t i = 0; i < faces.size(); ++i) EXPECT_TRUE(isSame(again[i], made[i])) << i;
    }
    std::ranges::reverse(others);
    const auto turned = cut(faces, others);
    const auto last = static_cast<std::uint32_t>(others.size() - 1);
    for (std::size_t i = 0; i < faces.size(); ++i) {
        EXPECT_EQ(turned[i].rest, made[i].rest) << i;
        for (const auto& piece : made[i].pieces)
            EXPECT_EQ(pieceWith(turned[i], last - piece.other), piece.shape);
    }
}

TEST(LayerOverlay, givesRestsWithoutPieces) {
    samples::RandomShapes random(13);
    const auto faces = scatteredShapes(random, 60);
    const auto others = scatteredShapes(random, 30);
    const auto cuts = cut(faces, others);
    const auto rests = geo::LayerOverlay(others).rests(faces, geo::Progress());
    for (std::size_t i = 0; i < faces.size(); ++i) {
        EXPECT_NEAR(areaOf(rests[i]), cuts[i].rest_m2, (samples::perimeterOf(faces[i]) + 1) * grid_m) << i;
    }
}

TEST(LayerOverlay, passesOverWhateverIsNoPolygon) {
    const auto cuts = cut({Geometry(), Geometry::point({1, 1}), Geometry(geo::GeometryKind::MultiPolygon)},
                          {square(0, 0, 10), Geometry(), Geometry::point({5, 5})});
    for (const FaceCut& made : cuts) EXPECT_EQ(made.area_m2 + made.rest_m2, 0);
    EXPECT_EQ(cut({square(1, 1, 2)}, {}).front().rest, square(1, 1, 2));
}

TEST(LayerOverlay, stopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    const std::vector others{square(0, 0, 10)};
    const geo::LayerOverlay overlay(others);
    EXPECT_THROW(overlay.cut(others, geo::Progress({}, stop.get_token())), geo::Error);
}
