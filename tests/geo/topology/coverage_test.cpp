// SPDX-License-Identifier: Apache-2.0
// A mosaic's borders stand once, its faces come back to the last bit, tiles agree about what they share.
#include "geo/topology/coverage.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <utility>

#include "geo/base/error.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/coverage_builder.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Coordinate;
using geo::Coverage;
using geo::Geometry;
using geo::noFace;

Geometry square(double west, double south) {
    return Geometry::polygon({{west, south}, {west + 1, south}, {west + 1, south + 1}, {west, south + 1}});
}

Coverage coverageOf(const std::vector<Geometry>& faces) {
    geo::CoverageBuilder builder;
    for (std::size_t i = 0; i < faces.size(); ++i) builder.addFace(static_cast<std::int64_t>(i), faces[i]);
    return builder.build();
}

std::size_t sharedArcs(const Coverage& coverage) {
    std::size_t shared = 0;
    for (std::size_t i = 0; i < coverage.arcCount(); ++i) {
        const Coverage::Arc arc = coverage.arc(i);
        if (arc.left != noFace && arc.right != noFace) ++shared;
    }
    return shared;
}

/// Fields whose borders wind, as neighbours share them in a mosaic that was drawn once.
class Mosaic {
  public:
    explicit Mosaic(int side) : m_side(side) {
        samples::RandomShapes random(7);
        for (int row = 0; row <= side; ++row) {
            for (int column = 0; column <= side; ++column) {
                const double x = column * 10.0, y = row * 10.0;
                m_corners[{row, column}] = {x + random.between(-2, 2), y + random.between(-2, 2)};
                for (int i = 1; i <= 3; ++i) {
                    m_bottoms[{row, column}].push_back({x + 2.5 * i, y + random.between(-1, 1)});
                    m_lefts[{row, column}].push_back({x + random.between(-1, 1), y + 2.5 * i});
                }
            }
        }
    }

    std::vector<Geometry> fields() const {
        std::vector<Geometry> fields;
        for (int row = 0; row < m_side; ++row) {
            for (int column = 0; column < m_side; ++column) fields.push_back(field(row, column));
        }
        return fields;
    }

  private:
    using Place = std::pair<int, int>;

    Geometry field(int row, int column) const {
        std::vector<Coordinate> ring{m_corners.at({row, column})};
        const auto add = [&ring](auto begin, auto end) { ring.insert(ring.end(), begin, end); };
        const auto& bottom = m_bottoms.at({row, column});
        const auto& right = m_lefts.at({row, column + 1});
        const auto& top = m_bottoms.at({row + 1, column});
        const auto& left = m_lefts.at({row, column});
        add(bottom.begin(), bottom.end());
        ring.push_back(m_corners.at({row, column + 1}));
        add(right.begin(), right.end());
        ring.push_back(m_corners.at({row + 1, column + 1}));
        add(top.rbegin(), top.rend());
        ring.push_back(m_corners.at({row + 1, column}));
        add(left.rbegin(), left.rend());
        // Rings begin anywhere and run either way.
        std::rotate(ring.begin(), ring.begin() + (row * 5 + column) % 16, ring.end());
        if ((row + column) % 2 == 1) std::reverse(ring.begin(), ring.end());
        return Geometry::polygon(ring);
    }

    int m_side;
    std::map<Place, Coordinate> m_corners;
    std::map<Place, std::vector<Coordinate>> m_bottoms;
    std::map<Place, std::vector<Coordinate>> m_lefts;
};

/// What a drawing by arcs adds up to.
std::vector<double> areasByArcs(const Coverage& coverage) {
    std::vector<double> areas(coverage.faceKeys().size());
    for (std::size_t i = 0; i < coverage.arcCount(); ++i) {
        const Coverage::Arc arc = coverage.arc(i);
        double sum = 0;
        for (std::size_t k = 1; k < arc.path.size(); ++k)
            sum += (arc.path[k - 1].x * arc.path[k].y - arc.path[k].x * arc.path[k - 1].y) / 2;
        if (arc.left != noFace) areas[arc.left] += sum;
        if (arc.right != noFace) areas[arc.right] -= sum;
    }
    return areas;
}

std::vector<Geometry> randomFaces(unsigned seed) {
    samples::RandomShapes random(seed);
    std::vector<Geometry> faces = Mosaic(4).fields();
    for (int i = 0; i < 6; ++i) {
        const Coordinate centre{random.between(0, 40), random.between(0, 40)};
        faces.push_back(random.starWithHole(centre, 5));
        faces.push_back(random.star(centre, 8));
        faces.push_back(random.block(centre, 9));
    }
    faces.push_back(faces[5]);
    Geometry two(geo::GeometryKind::MultiPolygon);
    two.beginPart();
    two.addPath(square(60, 0).path(0));
    two.beginPart();
    two.addPath(square(61, 1).path(0));
    faces.push_back(two);
    faces.push_back(
        Geometry::polygon({{70, 0}, {70, 0}, {71, 0}, {71, 1}, {71, 1}, {71, 1}, {70, 1}, {70, 0}, {70, 0}}));
    return faces;
}

}  // namespace

TEST(Coverage, keepsABorderOfTwoFacesOnce) {
    const Coverage coverage = coverageOf({square(0, 0), square(1, 0)});
    ASSERT_EQ(coverage.arcCount(), 3U);
    int shared = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto arc = coverage.arc(i);
        if (arc.left == noFace || arc.right == noFace) continue;
        ++shared;
        EXPECT_EQ(arc.path.size(), 2U);
        EXPECT_EQ(arc.path.front(), (Coordinate{1, 0}));
        EXPECT_EQ(arc.left, 0U);
        EXPECT_EQ(arc.right, 1U);
    }
    EXPECT_EQ(shared, 1);
}

TEST(Coverage, hasOneArcForAnIslandAndTheHoleAroundIt) {
    Geometry lake = Geometry::polygon({{-9, -9}, {9, -9}, {9, 9}, {-9, 9}});
    lake.addPath(square(0, 0).path(0));
    const Coverage coverage = coverageOf({square(0, 0), lake});
    ASSERT_EQ(coverage.arcCount(), 2U);
    EXPECT_EQ(coverage.arc(0).path.size(), 5U);
    EXPECT_NE(coverage.arc(0).left, noFace);
    EXPECT_NE(coverage.arc(0).right, noFace);
}

TEST(Coverage, leavesBordersThatDoNotMatchToEachFace) {
    const Geometry tall = Geometry::polygon({{1, 0}, {2, 0}, {2, 2}, {1, 2}});
    const Coverage coverage = coverageOf({square(0, 0), square(0, 1), tall});
    const std::vector<double> areas = areasByArcs(coverage);
    EXPECT_DOUBLE_EQ(areas[0], 1);
    EXPECT_DOUBLE_EQ(areas[1], 1);
    EXPECT_DOUBLE_EQ(areas[2], 2);
}

TEST(Coverage, givesFacesBackToTheLastBit) {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        const std::vector<Geometry> faces = randomFaces(seed);
        const Coverage coverage = coverageOf(faces);
        ASSERT_EQ(coverage.ownFaceCount(), faces.size());
        for (std::size_t i = 0; i < faces.size(); ++i)
            ASSERT_EQ(coverage.face(i), faces[i]) << seed << ' ' << i;
    }
}

TEST(Coverage, hasTheAreaOfEachFaceInItsArcsWhateverLiesOnIt) {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        const std::vector<Geometry> faces = randomFaces(seed);
        const std::vector<double> areas = areasByArcs(coverageOf(faces));
        for (std::size_t i = 0; i < faces.size(); ++i)
            ASSERT_NEAR(areas[i], geo::planarArea(faces[i]).value, 1e-9) << seed << ' ' << i;
    }
}

TEST(Coverage, halvesAMosaicInCoordinates) {
    const std::vector<Geometry> fields = Mosaic(30).fields();
    const Coverage coverage = coverageOf(fields);
    std::size_t coordinates = 0;
    for (std::size_t i = 0; i < coverage.arcCount(); ++i) coordinates += coverage.arc(i).path.size();
    // 30 fields a side have 2 * 30 * 31 borders, cut nowhere but in their corners; the four of the mosaic
    // are no nodes.
    EXPECT_EQ(coverage.arcCount(), 2U * 30 * 31 - 4);
    EXPECT_LT(coordinates, 900U * 17 * 7 / 10);
}

TEST(Coverage, isTheSameForBothTilesAlongTheirBorder) {
    const std::vector<Geometry> fields = Mosaic(6).fields();
    const auto borderOfTile = [&](bool isLower) {
        geo::CoverageBuilder builder;
        const auto isOwn = [&](std::size_t i) { return (i < 18) == isLower; };
        for (std::size_t i = 0; i < 36; ++i)
            if (isOwn(i)) builder.addFace(static_cast<std::int64_t>(i), fields[i]);
        for (std::size_t i = 0; i < 36; ++i)
            if (!isOwn(i)) builder.addNeighbour(static_cast<std::int64_t>(i), fields[i]);
        const Coverage tile = builder.build();
        std::set<std::vector<double>> border;
        for (std::size_t i = 0; i < tile.arcCount(); ++i) {
            const auto arc = tile.arc(i);
            if (arc.left == noFace || arc.right == noFace) continue;
            if (arc.left < tile.ownFaceCount() && arc.right < tile.ownFaceCount()) continue;
            const auto keys = tile.faceKeys();
            std::vector<double> line{static_cast<double>(keys[arc.left]),
                                     static_cast<double>(keys[arc.right])};
            for (const Coordinate& position : arc.path) line.insert(line.end(), {position.x, position.y});
            border.insert(line);
        }
        return border;
    };
    EXPECT_EQ(borderOfTile(true).size(), 6U);
    EXPECT_EQ(borderOfTile(true), borderOfTile(false));
}

TEST(ThinnedCoverage, losesCornersAndNeitherAreaNorNeighbours) {
    const std::vector<Geometry> fields = Mosaic(6).fields();
    const Coverage whole = coverageOf(fields);
    const Coverage thinned = whole.thinned(0.8);
    ASSERT_EQ(thinned.arcCount(), whole.arcCount());
    double area = 0, wholeArea = 0;
    std::size_t corners = 0, wholeCorners = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        area += geo::planarArea(thinned.face(i)).value;
        wholeArea += geo::planarArea(fields[i]).value;
        corners += thinned.face(i).coordinates().size();
        wholeCorners += fields[i].coordinates().size();
    }
    EXPECT_LT(corners, wholeCorners);
    // Inside, what one loses its neighbour gains: 24 sides of the rim may each lose 0.8 by 10.
    EXPECT_NEAR(area, wholeArea, 24 * 8);
    std::vector<Geometry> faces;
    for (std::size_t i = 0; i < fields.size(); ++i) faces.push_back(thinned.face(i));
    EXPECT_EQ(sharedArcs(coverageOf(faces)), sharedArcs(whole));
}

TEST(ThinnedCoverage, byNothingIsTheSameMosaic) {
    const Coverage whole = coverageOf({square(0, 0), square(1, 0)});
    const Coverage same = whole.thinned(0);
    EXPECT_EQ(same.arcCount(), whole.arcCount());
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(geo::planarArea(same.face(i)).value, geo::planarArea(whole.face(i)).value);
}

TEST(CoverageBytes, bringTheSameCoverageBack) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const Coverage coverage = coverageOf(randomFaces(seed));
        EXPECT_EQ(Coverage::fromBytes(coverage.toBytes()), coverage);
    }
    EXPECT_EQ(Coverage::fromBytes(Coverage().toBytes()), Coverage());
}

TEST(CoverageBytes, areRefusedWhereverTheyEndTooSoon) {
    const std::vector<std::byte> bytes = coverageOf({square(0, 0), square(1, 0)}).toBytes();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_THROW(Coverage::fromBytes(std::span(bytes).first(size)), geo::Error) << size;
}

TEST(CoverageBytes, areReadOrRefusedWhateverStandsInThem) {
    std::mt19937 random(11);
    const std::vector<std::byte> bytes = coverageOf(randomFaces(3)).toBytes();
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
        std::vector<std::byte> damaged = bytes;
        for (int i = 0; i < 3; ++i)
            damaged[random() % damaged.size()] = static_cast<std::byte>(random() % 256);
        try {
            const Coverage coverage = Coverage::fromBytes(damaged);
            std::size_t corners = 0;
            for (std::size_t i = 0; i < coverage.ownFaceCount(); ++i)
                corners += coverage.face(i).coordinates().size();
            EXPECT_LT(corners, std::size_t{1} << 40);
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.message().id, "topology.coverage-damaged");
            ++refused;
        }
    }
    EXPECT_GT(refused, 0);
}
