// SPDX-License-Identifier: Apache-2.0
// Shapes that contradict their official areas, and shapes taken for each other.
#include "layers/checks/unit_areas.hpp"

#include <gtest/gtest.h>

using layers::Finding;
using layers::MeasuredUnit;

namespace {

MeasuredUnit unit(const char* code, const char* name, double measured_km2,
                  std::optional<double> official_km2) {
    MeasuredUnit made{code, name, {measured_km2 * 100}, std::nullopt};
    if (official_km2) made.official = geo::Hectares{*official_km2 * 100};
    return made;
}

}  // namespace

TEST(UnitAreas, agreeWithinTwoPerCent) {
    // Than Uyên as the polygon has it against the published figure.
    EXPECT_TRUE(layers::checkUnitAreas(std::vector{unit("110", "Than Uyên", 791.9, 796.88)}).empty());
}

TEST(UnitAreas, areNotCheckedWithoutAnOfficialFigure) {
    EXPECT_TRUE(layers::checkUnitAreas(std::vector{unit("110", "Than Uyên", 791.9, std::nullopt)}).empty());
}

TEST(UnitAreas, nameBothNumbersWhereTheyContradict) {
    const auto findings = layers::checkUnitAreas(std::vector{unit("107", "Mường Tè", 2000, 2500)});
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].unitCode, "107");
    EXPECT_EQ(findings[0].message, (geo::Message{"units.area-contradicts",
                                                 {{"code", "107"},
                                                  {"name", "Mường Tè"},
                                                  {"measured_km2", 2000.0},
                                                  {"official_km2", 2500.0},
                                                  {"difference_percent", -100 * (1 - 0.8)}}}));
}

TEST(UnitAreas, showTwoShapesThatWereTakenForEachOther) {
    // Public district polygons of 2024 give Sìn Hồ and Phong Thổ each other's shape.
    const auto findings = layers::checkUnitAreas(std::vector{unit("107", "Mường Tè", 2679.3, 2679.34),
                                                             unit("108", "Sìn Hồ", 1034.8, 1526.96),
                                                             unit("109", "Phong Thổ", 1523.9, 1034.8)});
    ASSERT_EQ(findings.size(), 3u);
    EXPECT_EQ(findings[0].message.id, "units.area-contradicts");
    EXPECT_EQ(findings[1].message.id, "units.area-contradicts");
    EXPECT_EQ(findings[2].message, (geo::Message{"units.areas-swapped",
                                                 {{"first_code", "108"},
                                                  {"first_name", "Sìn Hồ"},
                                                  {"second_code", "109"},
                                                  {"second_name", "Phong Thổ"}}}));
}
