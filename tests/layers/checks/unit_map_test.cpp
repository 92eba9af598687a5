// SPDX-License-Identifier: Apache-2.0
// Units by position and by key, against looking at every shape.
#include "layers/checks/unit_map.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <optional>

#include "geo/topology/points.hpp"
#include "tests/layers/checks/square_units.hpp"

using layers::MappedUnit;
using layers::UnitMap;
using samples::square;
using samples::twoCommunes;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
// Coordinates of VN-2000 need 22 bits before the point, which leaves steps of 5e-10 m behind it.
constexpr double rounding_m = 1e-8;

const char* codeOf(const MappedUnit* unit) { return unit == nullptr ? "" : unit->code.c_str(); }

/// A wheel of corners at random distances from its middle.
geo::Geometry star(geo::Coordinate middle, samples::RandomPositions& random) {
    std::vector<geo::Coordinate> ring;
    constexpr int corners = 40;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * M_PI * i / corners;
        const double radius = random.between(300, 900);
        ring.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    }
    return geo::Geometry::polygon(ring);
}

std::vector<MappedUnit> manyUnits(std::uint32_t seed) {
    samples::RandomPositions random(seed);
    std::vector<MappedUnit> units;
    for (int i = 0; i < 6; ++i) {
        for (int j = 0; j < 6; ++j) {
            const std::string code = std::to_string(10'000 + 6 * i + j);
            const geo::Coordinate corner{540'000.0 + 2000 * i, 2'470'000.0 + 2000 * j};
            const bool isStar = (i + j) % 2 == 0;
            units.push_back(
                {code, "Xã " + code,
                 isStar ? star({corner.x + 1000, corner.y + 1000}, random) : square(corner, 2000)});
        }
    }
    return units;
}

}  // namespace

TEST(UnitMap, knowsTheUnitUnderfoot) {
    const UnitMap map = twoCommunes();
    EXPECT_STREQ(codeOf(map.at({540'500, 2'470'500})), "03388");
    EXPECT_STREQ(codeOf(map.at({541'500, 2'470'500})), "03408");
    EXPECT_EQ(map.at({542'500, 2'470'500}), nullptr);
}

TEST(UnitMap, putsAPointOnASharedBorderIntoExactlyOneUnit) {
    const UnitMap map = twoCommunes();
    const geo::Coordinate border{541'000, 2'470'500};
    const int units = int{map.contains(map.units()[0], border)} + int{map.contains(map.units()[1], border)};
    EXPECT_EQ(units, 1);
    EXPECT_NE(map.at(border), nullptr);
    for (const MappedUnit& unit : map.units()) EXPECT_EQ(map.distanceToBorder(unit, border).value, 0);
}

TEST(UnitMap, findsAUnitByItsCodeWithOrWithoutZeros) {
    const UnitMap map = twoCommunes();
    for (const char* const code : {"03388", "3388", " 03388 ", "003388"}) {
        EXPECT_STREQ(codeOf(map.find(code)), "03388") << code;
    }
    EXPECT_EQ(map.find("338"), nullptr);
    EXPECT_EQ(map.find("0"), nullptr);
}

TEST(UnitMap, findsAUnitByItsNameWithOrWithoutPrefix) {
    const UnitMap map = twoCommunes();
    for (const char* const name :
         {"Phường Đoàn Kết", "phường đoàn kết", "Đoàn Kết", "P. Đoàn Kết", "ĐOÀN  KẾT "}) {
        EXPECT_STREQ(codeOf(map.find(name)), "03388") << name;
    }
}

TEST(UnitMap, keepsAccentsApart) {
    const UnitMap map({{"1", "Xã Nậm Cha", square({0, 0}, 1)}, {"2", "Xã Nậm Chà", square({1, 0}, 1)}});
    EXPECT_STREQ(codeOf(map.find("Nậm Chà")), "2");
    EXPECT_EQ(map.find("Nam Cha"), nullptr);
}

TEST(UnitMap, takesANameOfTwoUnitsOnlyWithItsPrefix) {
    const UnitMap map(
        {{"1", "Xã Tân Phong", square({0, 0}, 1)}, {"2", "Phường Tân Phong", square({1, 0}, 1)}});
    EXPECT_EQ(map.find("Tân Phong"), nullptr);
    EXPECT_STREQ(codeOf(map.find("Phường Tân Phong")), "2");
}

TEST(UnitMap, findsNothingUnderWhatIsNoName) {
    const UnitMap map = twoCommunes();
    for (const char* const text : {"", " ", "xã", "\xFF\xFE", "\xE1\xBB"})
        EXPECT_EQ(map.find(text), nullptr) << text;
}

TEST(UnitMap, keepsItsUnitsWhenItIsMoved) {
    UnitMap map = twoCommunes();
    const MappedUnit* const unit = map.find("03388");
    const UnitMap moved = std::move(map);
    EXPECT_EQ(moved.find("03388"), unit);
    EXPECT_EQ(moved.distanceToBorder(*unit, {540'100, 2'470'500}).value, 100);
}

TEST(UnitMap, isNoTroubleWhenItIsEmpty) {
    const UnitMap map({});
    EXPECT_EQ(map.at({540'500, 2'470'500}), nullptr);
    EXPECT_EQ(map.find("03388"), nullptr);
    EXPECT_EQ(map.nearest({0, 0}, geo::Metres{1e9}), nullptr);
}

TEST(UnitMap, isInfinitelyFarFromAUnitWithoutShapeAndFromNowhere) {
    const UnitMap map({{"1", "A", geo::Geometry()}, {"2", "B", square({0, 0}, 10)}});
    EXPECT_TRUE(std::isinf(map.distanceTo(map.units()[0], {5, 5}).value));
    EXPECT_TRUE(std::isinf(map.distanceTo(map.units()[1], {unknown, 5}).value));
    EXPECT_EQ(map.at({unknown, unknown}), nullptr);
    EXPECT_EQ(map.at({std::numeric_limits<double>::infinity(), 5}), nullptr);
    EXPECT_STREQ(codeOf(map.at({5, 5})), "2");
}

TEST(UnitMap, findsTheNearestOtherUnit) {
    const UnitMap map = twoCommunes();
    const MappedUnit* const west = &map.units()[0];
    EXPECT_EQ(map.nearest({540'950, 2'470'500}, geo::Metres{100}, west), &map.units()[1]);
    EXPECT_EQ(map.nearest({540'850, 2'470'500}, geo::Metres{100}, west), nullptr);
}

TEST(UnitMap, agreesWithLookingAtEveryShape) {
    for (std::uint32_t seed = 0; seed < 4; ++seed) {
        const UnitMap map(manyUnits(seed));
        samples::RandomPositions random(seed + 100);
        for (int i = 0; i < 3000; ++i) {
            const geo::Coordinate position = random.within({539'000, 2'469'000, 553'000, 2'483'000});
            const MappedUnit* first = nullptr;
            for (const MappedUnit& unit : map.units()) {
                const bool isInside = geo::containsPoint(unit.shape, position);
                if (isInside && first == nullptr) first = &unit;
                const double border_m = geo::distanceToBoundary(unit.shape, position).value;
                ASSERT_EQ(map.contains(unit, position), isInside);
                ASSERT_NEAR(map.distanceToBorder(unit, position).value, border_m, rounding_m);
                ASSERT_NEAR(map.distanceTo(unit, position).value, isInside ? 0 : border_m, rounding_m);
            }
            ASSERT_EQ(map.at(position), first);
        }
    }
}
