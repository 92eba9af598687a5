// SPDX-License-Identifier: Apache-2.0
// Real borders, where they are at hand: the numbers known of them.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "app/jobs/where.hpp"
#include "layers/files/table_file.hpp"
#include "layers/indicators/decimal_sum.hpp"
#include "tests/app/jobs/office.hpp"

using layers::Kind;

namespace {

std::filesystem::path realData() {
    const char* const named = std::getenv("KHOANH_REAL_DATA");
    if (named != nullptr) return named;
    return std::filesystem::path(KHOANH_SOURCE_DIR).parent_path() / "shared/real";
}

bool isAbsent() { return !std::filesystem::exists(realData() / "communes_2025.geojson"); }

app::Outcome importCommunes(office::Desk& desk) {
    return desk.import(office::units(realData() / "communes_2025.geojson", Kind::Communes, {2025, 7, 1}));
}

app::Outcome importDistricts(office::Desk& desk) {
    return desk.import(office::units(realData() / "districts_2024.geojson", Kind::Districts, {2024, 1, 1}));
}

}  // namespace

TEST(RealData, the38CommunesMeasure9067point8SquareKilometresOnThePlane) {
    if (isAbsent()) GTEST_SKIP() << "the real borders are not at hand";
    auto desk = office::Desk::empty();
    const auto outcome = importCommunes(desk);
    EXPECT_EQ(office::number(outcome.rows[0], "features"), 38);
    EXPECT_NEAR(office::number(outcome.rows[0], "area_ha").value_or(0) / 100, 9067.8, 0.05);
    EXPECT_TRUE(office::findingsOf(outcome, "units.unknown").empty());
    EXPECT_TRUE(office::findingsOf(outcome, "units.absent").empty());
    EXPECT_TRUE(office::findingsOf(outcome, "units.area-contradicts").empty());
}

TEST(RealData, sinHoAndPhongThoContradictTheirAreas) {
    if (isAbsent()) GTEST_SKIP() << "the real borders are not at hand";
    auto desk = office::Desk::empty();
    const auto findings = office::findingsOf(importDistricts(desk), "units.area-contradicts");
    std::vector<std::string> codes;
    for (const auto& finding : findings) codes.push_back(finding.unitCode);
    EXPECT_TRUE(std::ranges::find(codes, "108") != codes.end());  // Sìn Hồ
    EXPECT_TRUE(std::ranges::find(codes, "109") != codes.end());  // Phong Thổ
}

TEST(RealData, theCapitalsPointLiesInDoanKetTodayAndInTheCityIn2024) {
    if (isAbsent()) GTEST_SKIP() << "the real borders are not at hand";
    auto desk = office::Desk::empty();
    importCommunes(desk);
    importDistricts(desk);
    geo::Progress progress;
    const auto outcome = app::locatePoint(desk.project(), {103.4582, 22.3964}, progress);
    const app::Row& today = office::rowWith(outcome, "kind", "communes");
    EXPECT_EQ(office::text(today, "code"), "03388");
    EXPECT_EQ(office::text(today, "name"), "Phường Đoàn Kết");
    const app::Row& before = office::rowWith(outcome, "kind", "districts");
    EXPECT_EQ(office::text(before, "code"), "105");
    EXPECT_EQ(office::text(before, "name"), "Thành phố Lai Châu");
}

TEST(RealData, aTableByTheOldCommunesSumsToTheLastDigitHoweverItIsAsked) {
    if (!std::filesystem::exists(realData() / "lineage_2025.csv")) GTEST_SKIP() << "no lineage at hand";
    auto desk = office::Desk::empty();
    const auto table = layers::readTable(realData() / "lineage_2025.csv", layers::Encoding::Utf8);
    std::string text = "code,name,indicator,period,numerator,denominator,unit\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        text += fmt::format("{},{},waste-rural,2024,{}.{:02},{}.{:02},tấn/ngày\n",
                            layers::textIn(table.rows[i][0]), layers::textIn(table.rows[i][1]), i % 7,
                            i * 37 % 100, i % 7 + 3, i * 53 % 100);
    }
    office::writeBytes(desk / "nam_2024.csv", text);
    app::ImportRequest request;
    request.files = {desk / "nam_2024.csv"};
    request.kind = Kind::Indicators;
    EXPECT_TRUE(desk.import(request).findings.empty());
    const auto province = desk.compute(office::figures("waste-rural", layers::UnitLevel::Province));
    for (const auto level : {layers::UnitLevel::Commune, layers::UnitLevel::District}) {
        const auto figures = desk.compute(office::figures("waste-rural", level));
        layers::DecimalSum numerators;
        layers::DecimalSum denominators;
        for (const app::Row& row : figures.rows) {
            numerators.add(office::number(row, "numerator").value());
            denominators.add(office::number(row, "denominator").value());
        }
        EXPECT_EQ(figures.rows.size(), level == layers::UnitLevel::Commune ? 38u : 8u);
        EXPECT_EQ(numerators.total(), office::number(province.rows[0], "numerator"));
        EXPECT_EQ(denominators.total(), office::number(province.rows[0], "denominator"));
    }
}

TEST(RealData, importedBordersAreNeverDoubledByASecondImport) {
    if (isAbsent()) GTEST_SKIP() << "the real borders are not at hand";
    auto desk = office::Desk::empty();
    importDistricts(desk);
    importDistricts(desk);
    EXPECT_EQ(desk.project().layers.size(), 1u);
}
