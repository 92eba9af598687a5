// SPDX-License-Identifier: Apache-2.0
// Figures of the sample against truth.json, which the generator wrote without knowing how figures are
// computed.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/app/jobs/office.hpp"

using app::CoverMethod;
using layers::UnitLevel;
using nlohmann::json;

namespace {

constexpr geo::Date oldUnits{2024, 12, 31};
constexpr geo::Date newUnits{2025, 7, 1};
constexpr double tolerance_ha = 0.01;

json truth() { return json::parse(std::ifstream(office::nestedSample() / "truth.json")); }

/// Every unit of the truth, its forest within a hundredth of a hectare; neither side knows more units.
void expectForest(const app::Outcome& outcome, const json& units, const char* method,
                  const char* rubber = "rule") {
    ASSERT_EQ(outcome.rows.size(), units.size());
    for (const json& unit : units) {
        const app::Row& row = office::rowWith(outcome, "code", unit.at("code"));
        const double planted_ha = unit.at(std::string(method) + "_forest_ha").at(rubber);
        EXPECT_NEAR(office::number(row, "numerator").value_or(-1), planted_ha, tolerance_ha)
            << unit.at("name");
        EXPECT_EQ(office::number(row, "count"), unit.at("plots").get<double>()) << unit.at("name");
    }
    EXPECT_TRUE(outcome.ledger.balances({1e-6}));
}

void expectPercentages(const app::Outcome& outcome, const json& units, const char* key) {
    for (const json& unit : units) {
        const app::Row& row = office::rowWith(outcome, "code", unit.at("code"));
        EXPECT_NEAR(office::number(row, "value").value_or(-1), unit.at(key).at("rule"), 1e-4)
            << unit.at("name");
    }
}

}  // namespace

TEST(CoverOfTheSample, registerByTheCommunesOfTodayIsWhatWasPlanted) {
    auto desk = office::Desk::full();
    const auto outcome = desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Register, newUnits));
    expectForest(outcome, truth().at("communes"), "register");
    expectPercentages(outcome, truth().at("communes"), "register_percent");
}

TEST(CoverOfTheSample, registerByFormerCommunesIsWhatWasPlanted) {
    auto desk = office::Desk::full();
    expectForest(desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Register, oldUnits)),
                 truth().at("old_communes"), "register");
}

TEST(CoverOfTheSample, registerByDistrictIsWhatWasPlanted) {
    auto desk = office::Desk::full();
    expectForest(desk.compute(office::cover(UnitLevel::District, CoverMethod::Register)),
                 truth().at("districts"), "register");
}

TEST(CoverOfTheSample, registerOfTheProvinceIsWhatWasPlantedInEitherEpoch) {
    auto desk = office::Desk::full();
    const json province = json::array({truth().at("province")});
    for (const geo::Date day : {oldUnits, newUnits}) {
        const auto outcome = desk.compute(office::cover(UnitLevel::Province, CoverMethod::Register, day));
        expectForest(outcome, province, "register");
        expectPercentages(outcome, province, "register_percent");
    }
}

TEST(CoverOfTheSample, overlayByTheCommunesOfTodayIsWhatWasDrawn) {
    auto desk = office::Desk::full();
    const auto outcome = desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Overlay, newUnits));
    expectForest(outcome, truth().at("communes"), "overlay");
    expectPercentages(outcome, truth().at("communes"), "overlay_percent_of_polygon");
}

TEST(CoverOfTheSample, overlayByFormerCommunesIsWhatWasDrawn) {
    auto desk = office::Desk::full();
    expectForest(desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Overlay, oldUnits)),
                 truth().at("old_communes"), "overlay");
}

TEST(CoverOfTheSample, overlayByDistrictIsWhatWasDrawn) {
    auto desk = office::Desk::full();
    expectForest(desk.compute(office::cover(UnitLevel::District, CoverMethod::Overlay)),
                 truth().at("districts"), "overlay");
}

TEST(CoverOfTheSample, overlayOfTheProvinceIsWhatWasDrawn) {
    auto desk = office::Desk::full();
    expectForest(desk.compute(office::cover(UnitLevel::Province, CoverMethod::Overlay)),
                 json::array({truth().at("province")}), "overlay");
}

TEST(CoverOfTheSample, rubberCountsAsAsked) {
    auto desk = office::Desk::full();
    for (const auto& [rule, name] :
         {std::pair{layers::RubberRule::In, "in"}, std::pair{layers::RubberRule::Out, "out"}}) {
        auto request = office::cover(UnitLevel::District, CoverMethod::Register);
        request.rubber = rule;
        expectForest(desk.compute(request), truth().at("districts"), "register", name);
        request.method = CoverMethod::Overlay;
        expectForest(desk.compute(request), truth().at("districts"), "overlay", name);
    }
}
