// SPDX-License-Identifier: Apache-2.0
// The units of Lai Châu, their lineage and outline.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>

#include "tests/sample-data/provinces/pack_rows.hpp"

namespace {

using packTest::formerCommunes;
using packTest::presentCommunes;
using packTest::Row;
using packTest::rowsOf;
using packTest::rowsWhere;

constexpr double officialArea_km2 = 9068.73;  // the province's own figure

double numberOf(const Row& row, const std::string& column) { return std::stod(row.at(column)); }

std::string withoutKind(const std::string& name) {
    for (const std::string kind : {"Phường ", "Thị trấn ", "Xã "}) {
        if (name.starts_with(kind)) return name.substr(kind.size());
    }
    return name;
}

std::map<std::string, Row> byCode(const std::vector<Row>& units) {
    std::map<std::string, Row> found;
    for (const Row& unit : units) found[unit.at("code")] = unit;
    return found;
}

bool isSpellingPair(const std::string& first, const std::string& second) {
    for (const Row& pair : rowsOf("spelling_pairs")) {
        const std::set<std::string> names{pair.at("name_a"), pair.at("name_b")};
        if (names.contains(first) && names.contains(second)) return true;
    }
    return false;
}

// Plane area with the ellipsoid's radii at the province's middle latitude: good to 0.1 % at this size.
double ringArea_km2(const std::vector<Row>& ring) {
    constexpr double majorAxis_km = 6378.137;
    constexpr double eccentricitySquared = 0.00669438;
    const double latitude = 22.25 * std::numbers::pi / 180;
    const double curvature = 1 - eccentricitySquared * std::sin(latitude) * std::sin(latitude);
    const double east_km = std::numbers::pi / 180 * majorAxis_km * std::cos(latitude) / std::sqrt(curvature);
    const double north_km =
        std::numbers::pi / 180 * majorAxis_km * (1 - eccentricitySquared) / std::pow(curvature, 1.5);
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Row& from = ring[i];
        const Row& to = ring[(i + 1) % ring.size()];
        twice += numberOf(from, "lon") * numberOf(to, "lat") - numberOf(to, "lon") * numberOf(from, "lat");
    }
    return std::abs(twice) / 2 * east_km * north_km;
}

TEST(ProvinceUnits, areOneProvinceEightDistrictsAndTheCommunesOfTwoEpochs) {
    EXPECT_EQ(rowsWhere("units", "level", "province").size(), 1u);
    EXPECT_EQ(rowsWhere("units", "level", "district").size(), 8u);
    EXPECT_EQ(formerCommunes().size(), 106u);
    EXPECT_EQ(presentCommunes().size(), 38u);
    EXPECT_EQ(rowsOf("units").size(), 153u);
}

TEST(ProvinceUnits, changeOverInTheNightToTheFirstOfJuly2025) {
    for (const Row& unit : formerCommunes()) EXPECT_EQ(unit.at("valid_to"), "2025-06-30") << unit.at("name");
    for (const Row& unit : presentCommunes())
        EXPECT_EQ(unit.at("valid_from"), "2025-07-01") << unit.at("name");
    for (const Row& unit : rowsWhere("units", "level", "district"))
        EXPECT_EQ(unit.at("valid_to"), "2025-06-30");
}

TEST(ProvinceUnits, haveACodeOnceAnEpoch) {
    EXPECT_EQ(byCode(presentCommunes()).size(), 38u);
    EXPECT_EQ(byCode(formerCommunes()).size(), 106u);
}

TEST(ProvinceUnits, addUpToTheOfficialAreaOfTheProvince) {
    double sum_km2 = 0;
    for (const Row& unit : presentCommunes()) sum_km2 += numberOf(unit, "area_km2");

    EXPECT_NEAR(sum_km2, officialArea_km2, 0.005);
    EXPECT_DOUBLE_EQ(numberOf(rowsWhere("units", "level", "province").at(0), "area_km2"), officialArea_km2);
}

TEST(ProvinceUnits, nameOnlyParentsThatExist) {
    const auto districts = byCode(rowsWhere("units", "level", "district"));
    for (const Row& unit : formerCommunes())
        EXPECT_TRUE(districts.contains(unit.at("parent"))) << unit.at("name");
    for (const Row& unit : presentCommunes()) EXPECT_EQ(unit.at("parent"), "12") << unit.at("name");
    for (const auto& [code, district] : districts) EXPECT_EQ(district.at("parent"), "12") << code;
}

TEST(ProvinceUnits, keepComputedAreasApartFromOfficialOnes) {
    std::set<std::string> computed;
    for (const Row& unit : rowsWhere("units", "area_status", "computed")) computed.insert(unit.at("name"));

    EXPECT_EQ(computed, (std::set<std::string>{"Huyện Phong Thổ", "Huyện Than Uyên", "Huyện Tân Uyên"}));
    for (const Row& unit : rowsOf("units"))
        EXPECT_EQ(unit.at("area_km2").empty(), unit.at("area_status").empty());
}

TEST(ProvinceLineage, takesEveryFormerCommuneOnceAndFillsEveryPresentOne) {
    const auto former = byCode(formerCommunes());
    const auto present = byCode(presentCommunes());
    std::set<std::string> taken;
    std::set<std::string> filled;
    for (const Row& row : rowsOf("lineage")) {
        EXPECT_TRUE(taken.insert(row.at("old_code")).second) << row.at("old_code");
        filled.insert(row.at("new_code"));
        EXPECT_EQ(former.at(row.at("old_code")).at("name"), row.at("old_name"));
        EXPECT_EQ(former.at(row.at("old_code")).at("parent"), row.at("district_code"));
        EXPECT_EQ(present.at(row.at("new_code")).at("name"), row.at("new_name"));
    }
    EXPECT_EQ(taken.size(), 106u);
    EXPECT_EQ(filled.size(), 38u);
}

TEST(ProvinceLineage, carriesSeventeenCodesOnToUnitsOfAnotherName) {
    const auto former = byCode(formerCommunes());
    std::set<std::string> reused;
    for (const Row& unit : presentCommunes()) {
        const auto before = former.find(unit.at("code"));
        if (before == former.end()) continue;
        const std::string oldName = withoutKind(before->second.at("name"));
        const std::string newName = withoutKind(unit.at("name"));
        if (oldName != newName && !isSpellingPair(oldName, newName)) reused.insert(unit.at("code"));
    }
    EXPECT_EQ(reused, (std::set<std::string>{"03388", "03390", "03394", "03405", "03408", "03433", "03434",
                                             "03439", "03487", "03503", "03508", "03529", "03532", "03538",
                                             "03562", "03618", "03640"}));
}

TEST(ProvinceLineage, changesTheTerritoryOfThirtySixCommunes) {
    std::map<std::string, std::size_t> parts;
    for (const Row& row : rowsOf("lineage")) ++parts[row.at("new_code")];
    std::size_t changed = 0;
    for (const auto& [code, count] : parts) changed += count > 1 ? 1u : 0u;

    EXPECT_EQ(changed, 36u);
    EXPECT_EQ(rowsWhere("lineage", "kind", "equivalent").size(), 2u);  // Mù Cả, Tà Tổng
}

TEST(ProvinceLineage, leavesSixCommunesAcrossFormerDistricts) {
    std::map<std::string, std::set<std::string>> districts;
    for (const Row& row : rowsOf("lineage")) districts[row.at("new_code")].insert(row.at("district_code"));
    std::size_t straddling = 0;
    for (const auto& [code, found] : districts) straddling += found.size() > 1 ? 1u : 0u;

    EXPECT_EQ(straddling, 6u);
}

TEST(ProvinceOutline, enclosesTheOfficialAreaWithinTwoPerMille) {
    EXPECT_NEAR(ringArea_km2(rowsOf("outline")), officialArea_km2, officialArea_km2 * 0.002);
}

TEST(ProvinceRivers, areNumberedDownstreamWithoutGaps) {
    std::map<std::string, int> last;
    for (const Row& row : rowsOf("rivers")) EXPECT_EQ(std::stoi(row.at("order")), ++last[row.at("river")]);

    EXPECT_EQ(last.size(), 6u);
}

}  // namespace
