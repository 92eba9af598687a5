// SPDX-License-Identifier: Apache-2.0
// What would pass for a figure or a layer is refused, or said.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/jobs/new.hpp"
#include "app/jobs/workspace_view.hpp"
#include "layers/store/workspace.hpp"
#include "tests/app/jobs/office.hpp"

using app::CoverMethod;
using layers::Kind;
using layers::UnitLevel;

namespace {

constexpr geo::Date reform{2025, 7, 1};

std::filesystem::path plotsOf(const std::string& district) {
    return office::nestedSample() / ("rung_" + district + "_2023.shp");
}

/// Communes of today and the plots of one former district: the city, 0.8 % of the province.
office::Desk deskWithTheCityAlone() {
    auto desk = office::Desk::empty();
    desk.import(office::units(office::nestedSample() / "xa_phuong_2025.gpkg", Kind::Communes, reform));
    desk.import(office::forest({plotsOf("105")}));
    return desk;
}

}  // namespace

TEST(PartOfThePlots, givesTheProvinceNoFigure) {
    auto desk = deskWithTheCityAlone();
    for (const CoverMethod method : {CoverMethod::Register, CoverMethod::Overlay}) {
        const auto outcome = desk.compute(office::cover(UnitLevel::Province, method));
        EXPECT_EQ(office::number(outcome.rows.front(), "value"), std::nullopt);
        EXPECT_EQ(office::text(outcome.rows.front(), "status"), "missing");
        EXPECT_EQ(office::findingsOf(outcome, "figure.coverage-too-low").size(), 1U);
    }
}

TEST(PartOfThePlots, givesNoFigureToACommuneMadeOfTwoDistrictsEither) {
    auto desk = deskWithTheCityAlone();
    const auto outcome = desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Register));
    // Đoàn Kết was made of communes of the city (105) and of Phong Thổ (109).
    EXPECT_EQ(office::number(office::rowWith(outcome, "code", "03388"), "value"), std::nullopt);
}

TEST(WholeInventory, hasNoFindingOnCoverage) {
    auto desk = office::Desk::full();
    const auto outcome = desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Overlay));
    EXPECT_TRUE(office::findingsOf(outcome, "figure.coverage-low").empty());
    EXPECT_TRUE(office::findingsOf(outcome, "figure.coverage-too-low").empty());
}

TEST(NewWorkspace, refusesAPlaneThatFalsifiesAreas) {
    const auto desk = office::Desk::empty();
    const auto error = office::errorOf([&] {
        geo::Progress progress;
        app::makeWorkspace({desk / "mercator.khoanh", office::dataFolder(), "12", "EPSG:3857"}, progress);
    });
    EXPECT_EQ(error.message().id, "new.crs-distorts");
    EXPECT_FALSE(std::filesystem::exists(desk / "mercator.khoanh"));
}

TEST(NewWorkspace, takesEveryVn2000GridOfTheProvince) {
    const auto desk = office::Desk::empty();
    // The province's meridian is 103° for forest data, 104°45′ by TT 24/2025 (EPSG:9205, EPSG:9208); UTM 48N
    // is EPSG:3405.
    for (const std::string crs : {"EPSG:9205", "EPSG:9208", "EPSG:3405"}) {
        geo::Progress progress;
        app::makeWorkspace({desk / (crs + ".khoanh"), office::dataFolder(), "12", crs}, progress);
    }
}

TEST(Import, refusesAnEncodingThatTheTextContradicts) {
    auto desk = office::Desk::empty();
    auto request = office::forest({plotsOf("106")});
    request.encoding = layers::Encoding::Viscii;
    const auto error = office::errorOf([&] { desk.import(request); });
    EXPECT_EQ(error.message().id, "text.encoding-contradicted");
}

TEST(Import, refusesALineageWithoutRows) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "lineage.csv",
                       "old_code,old_name,district_code,district_name,new_code,new_name\n");
    app::ImportRequest request;
    request.files = {desk / "lineage.csv"};
    request.kind = Kind::Lineage;
    EXPECT_EQ(office::errorOf([&] { desk.import(request); }).message().id, "import.nothing-stored");
}

TEST(Import, namesTheUnitsThatALineageForgets) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "lineage.csv",
                       "old_code,old_name,district_code,district_name,new_code,new_name\n"
                       "03451,Xã Mù Cả,107,Huyện Mường Tè,03451,Xã Mù Cả\n");
    app::ImportRequest request;
    request.files = {desk / "lineage.csv"};
    request.kind = Kind::Lineage;
    EXPECT_EQ(office::findingsOf(desk.import(request), "units.absent").size(), 105U);
}

TEST(Import, missesNoUnitThatALineageOfALaterDayLetsGoOn) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "lineage.csv",
                       "old_code,old_name,district_code,district_name,new_code,new_name\n"
                       "03451,Xã Mù Cả,,,03451,Xã Mù Cả\n");
    app::ImportRequest request;
    request.files = {desk / "lineage.csv"};
    request.kind = Kind::Lineage;
    request.epoch = geo::Date{2026, 7, 1};
    const auto outcome = desk.import(request);

    EXPECT_TRUE(office::findingsOf(outcome, "units.absent").empty());
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto rows = app::lineage(workspace, desk.project()).rows();
    EXPECT_TRUE(std::ranges::any_of(rows, [](const layers::LineageRow& row) {
        return row.oldCode == "03451" && row.date == geo::Date{2026, 7, 1};
    }));
}

TEST(Import, countsTheShapesThatLieOffTheProvince) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "far.geojson", R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [103.4, 22.3]}},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [108.4, 22.3]}}]})");
    app::ImportRequest request;
    request.files = {desk / "far.geojson"};
    const auto findings = office::findingsOf(desk.import(request), "shape.off-province");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().row, 2);
}

TEST(TwoWriters, keepWhatTheOtherStored) {
    auto desk = office::Desk::full();
    const app::Project before = desk.project();
    desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Register));
    desk.show(before);  // a second program that read the project earlier
    desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Overlay));
    EXPECT_EQ(desk.project().runs.size(), before.runs.size() + 2);
}
