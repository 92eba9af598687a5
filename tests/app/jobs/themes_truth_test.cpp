// SPDX-License-Identifier: Apache-2.0
// Every theme of the sample against truth.json, which the generator wrote without knowing how figures are
// computed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/app/jobs/office.hpp"

using layers::UnitLevel;
using nlohmann::json;

namespace {

constexpr geo::Date oldUnits{2024, 12, 31};
constexpr geo::Date newUnits{2025, 7, 1};

const json& truth() {
    static const json known = json::parse(std::ifstream(office::faultySample() / "truth.json"));
    return known;
}

std::int64_t litres(std::optional<double> cubicMetres) {
    return std::llround(cubicMetres.value_or(0) * 1000);
}

/// Volumes as whole litres; a unit without a figure has none.
void expectVolumes(const app::Row& row, const json& volumes, const std::string& code) {
    const std::int64_t known = volumes.at("discharged_l_day");
    const std::int64_t unknown = volumes.at("unknown_discharged_l_day");
    // A figure never comes from the smaller part of what is discharged.
    const bool hasFigure = volumes.at("outfalls") > 0 && known >= unknown;
    EXPECT_EQ(office::number(row, "value").has_value(), hasFigure) << code;
    if (!hasFigure) return;
    EXPECT_EQ(litres(office::number(row, "denominator")), known) << code;
    EXPECT_EQ(litres(office::number(row, "numerator")), volumes.at("treated_l_day")) << code;
    EXPECT_EQ(office::number(row, "count"), volumes.at("outfalls").get<double>()) << code;
}

void expectWastewater(UnitLevel level, const char* section, std::optional<geo::Date> unitsOn = std::nullopt) {
    auto desk = office::Desk::whole();
    const auto outcome = desk.compute(office::figures("wastewater-treated", level, std::nullopt, unitsOn));
    const json& units = truth().at("wastewater").at(section);
    ASSERT_EQ(outcome.rows.size(), units.size());
    for (const json& unit : units) {
        expectVolumes(office::rowWith(outcome, "code", unit.at("code")), unit, unit.at("code"));
    }
    EXPECT_TRUE(outcome.ledger.balances({1e-6}));
}

void expectTerm(const app::Row& row, const json& unit, const char* term, const std::string& place) {
    const auto computed = office::number(row, term);
    ASSERT_EQ(computed.has_value(), !unit.at(term).is_null()) << place;
    if (computed) {
        EXPECT_DOUBLE_EQ(*computed, unit.at(term).get<double>()) << place;
    }
}

void expectWaste(const json& table, UnitLevel level, const char* section, geo::Date unitsOn) {
    auto desk = office::Desk::whole();
    const auto outcome =
        desk.compute(office::figures(table.at("indicator"), level, table.at("year").get<int>(), unitsOn));
    for (const json& unit : table.at(section)) {
        const std::string place = table.at("indicator").get<std::string>() + ' ' +
                                  std::to_string(table.at("year").get<int>()) + ' ' +
                                  unit.at("code").get<std::string>();
        const app::Row& row = office::rowWith(outcome, "code", unit.at("code"));
        expectTerm(row, unit, "numerator", place);
        expectTerm(row, unit, "denominator", place);
    }
}

/// Sums of the `count` rows whose part ends in the words wanted.
double modelsWith(const app::Outcome& outcome, const std::string& words) {
    double sum = 0;
    for (const app::Row& row : outcome.rows) {
        const std::string part = office::text(row, "part") + ' ';
        if (part.find(words + ' ') != std::string::npos) sum += office::number(row, "value").value_or(0);
    }
    return sum;
}

}  // namespace

TEST(WastewaterOfTheSample, byCommuneIsWhatWasPlantedToTheLitre) {
    expectWastewater(UnitLevel::Commune, "communes");
}

TEST(WastewaterOfTheSample, byFormerDistrictIsWhatWasPlantedToTheLitre) {
    expectWastewater(UnitLevel::District, "districts", oldUnits);
}

TEST(WastewaterOfTheSample, bySubBasinIsWhatWasPlantedToTheLitre) {
    expectWastewater(UnitLevel::Basin, "basins");
}

TEST(WastewaterOfTheSample, ofTheProvinceIsWhatWasPlantedToTheLitre) {
    auto desk = office::Desk::whole();
    const auto outcome = desk.compute(office::figures("wastewater-treated", UnitLevel::Province));
    ASSERT_EQ(outcome.rows.size(), 1u);
    expectVolumes(outcome.rows.front(), truth().at("wastewater").at("province"), "12");
}

TEST(WastewaterOfTheSample, runsDownTheRiversWithoutLosingALitre) {
    auto desk = office::Desk::whole();
    const auto outcome = desk.compute(office::figures("wastewater-treated", UnitLevel::Reach));
    const json& water = truth().at("wastewater");
    ASSERT_EQ(outcome.rows.size(), water.at("reaches").size());
    std::int64_t atOutlets = 0;
    for (const json& reach : water.at("reaches")) {
        const app::Row& row = office::rowWith(outcome, "code", reach.at("id"));
        expectVolumes(row, reach.at("accumulated"), reach.at("id"));
        const json& outlets = water.at("outlets");
        if (std::ranges::find(outlets, reach.at("id")) == outlets.end()) continue;
        atOutlets += litres(office::number(row, "denominator"));
    }
    const std::int64_t unplaced = water.at("unplaced").at("discharged_l_day");
    EXPECT_EQ(atOutlets + unplaced, water.at("province").at("discharged_l_day").get<std::int64_t>());
    EXPECT_EQ(litres(office::area_ha(outcome.ledger, layers::LedgerSide::Out, "counted")), atOutlets);
    EXPECT_EQ(litres(office::area_ha(outcome.ledger, layers::LedgerSide::Lost, "far-from-stream")), unplaced);
}

TEST(WastewaterOfTheSample, ofAnOutfallInTwoRegistersCountsTheOneReadLastAndSaysSo) {
    auto desk = office::Desk::whole();
    std::string text = office::bytesOf(office::faultySample() / "diem_xa_thai.csv");
    const std::size_t volume = text.find(";301,0;");
    ASSERT_NE(volume, std::string::npos);  // XT-001, the first row
    office::writeBytes(desk / "again.csv", text.replace(volume, 7, ";305,0;"));
    app::ImportRequest again;
    again.files = {desk / "again.csv"};
    again.kind = layers::Kind::Outfalls;
    again.crs = geo::Crs::fromText("EPSG:4326");
    again.asOf = geo::Date{2025, 12, 31};
    desk.import(again);

    const auto outcome = desk.compute(office::figures("wastewater-treated", UnitLevel::Province));

    const json& province = truth().at("wastewater").at("province");
    EXPECT_EQ(litres(office::number(outcome.rows.front(), "denominator")),
              province.at("discharged_l_day").get<std::int64_t>() + 4'000);
    EXPECT_EQ(office::findingsOf(outcome, "outfall.in-two-files").size(), 1u);
}

TEST(WasteOfTheSample, ofEveryYearByTheCommunesOfTodayIsWhatWasPlanted) {
    for (const json& table : truth().at("waste"))
        expectWaste(table, UnitLevel::Commune, "communes", newUnits);
}

TEST(WasteOfTheSample, ofEveryYearByFormerDistrictIsWhatWasPlanted) {
    for (const json& table : truth().at("waste"))
        expectWaste(table, UnitLevel::District, "districts", oldUnits);
}

TEST(WasteOfTheSample, ofEveryYearForTheProvinceIsWhatWasPlanted) {
    for (const json& table : truth().at("waste")) {
        auto desk = office::Desk::whole();
        const auto outcome = desk.compute(office::figures(table.at("indicator"), UnitLevel::Province,
                                                          table.at("year").get<int>(), newUnits));
        ASSERT_EQ(outcome.rows.size(), 1u);
        const json& province = table.at("province");
        EXPECT_EQ(office::number(outcome.rows.front(), "numerator"), province.at("numerator").get<double>());
        EXPECT_EQ(office::number(outcome.rows.front(), "denominator"),
                  province.at("denominator").get<double>());
    }
}

TEST(EnergyOfTheSample, isTheProvincesOwnRow) {
    for (const json& year : truth().at("energy")) {
        auto desk = office::Desk::whole();
        const auto outcome =
            desk.compute(office::figures("energy-saving", UnitLevel::Province, year.at("year").get<int>()));
        ASSERT_EQ(outcome.rows.size(), 1u);
        EXPECT_EQ(office::number(outcome.rows.front(), "numerator"), year.at("numerator").get<double>());
        EXPECT_EQ(office::number(outcome.rows.front(), "denominator"), year.at("denominator").get<double>());
    }
}

TEST(ModelsOfTheSample, areCountedByCommuneSectorAndStage) {
    auto desk = office::Desk::whole();
    const auto outcome = desk.compute(office::figures("circular-models", UnitLevel::Commune));
    const json& models = truth().at("models");
    for (const auto& [code, count] : models.at("communes").items()) {
        EXPECT_EQ(office::number(office::rowWith(outcome, "code", code), "value"), count.get<double>())
            << code;
    }
    for (const auto& [sector, count] : models.at("sectors").items()) {
        EXPECT_EQ(modelsWith(outcome, "sector=" + sector), count.get<double>()) << sector;
    }
    EXPECT_EQ(modelsWith(outcome, "stage=operating"), models.at("stages").at("đang hoạt động").get<double>());
    EXPECT_EQ(outcome.ledger.total(layers::LedgerSide::In), 0);
}

TEST(TargetsOfTheSample, standBesideTheFiguresOfTheirUnits) {
    auto desk = office::Desk::whole();
    const auto outcome =
        desk.compute(office::cover(UnitLevel::Commune, app::CoverMethod::Register, newUnits));
    std::size_t assigned = 0;
    for (const json& target : truth().at("targets")) {
        if (target.at("indicator") != "forest-cover") continue;
        const app::Row& row = office::rowWith(outcome, "code", target.at("code"));
        EXPECT_EQ(office::number(row, "target"), target.at("value").get<double>());
        ++assigned;
    }
    EXPECT_EQ(assigned, 38u);
}
