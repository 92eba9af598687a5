// SPDX-License-Identifier: Apache-2.0
// Figures say what they are, say nothing where nothing is known, and are computed anew when their sources
// change.
#include "app/jobs/figures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "app/jobs/info.hpp"
#include "tests/app/jobs/office.hpp"

using app::CoverMethod;
using layers::Kind;
using layers::UnitLevel;

namespace {

constexpr geo::Date oldUnits{2024, 12, 31};

/// All borders, but the plots of one district only: 107, Mường Tè.
office::Desk oneDistrictDesk() {
    auto desk = office::Desk::empty();
    const auto sample = office::nestedSample();
    desk.import(office::units(sample / "xa_phuong_2025.gpkg", Kind::Communes, {2025, 7, 1}));
    desk.import(office::units(sample / "huyen_2024.shp", Kind::Districts, {2024, 1, 1}));
    desk.import(office::forest({sample / "rung_107_2023.shp"}));
    return desk;
}

const char* const heads = "code,name,indicator,period,numerator,denominator,unit\n";

app::ImportRequest reportedTable(const office::Desk& desk, const std::string& name, const std::string& rows) {
    office::writeBytes(desk / name, heads + rows);
    app::ImportRequest request;
    request.files = {desk / name};
    request.kind = Kind::Indicators;
    return request;
}

std::optional<double> wasteOf(office::Desk& desk, const std::string& code) {
    const auto outcome = desk.compute(office::figures("waste-rural", UnitLevel::Commune, 2024, oldUnits));
    EXPECT_EQ(office::findingsOf(outcome, "figure.in-two-tables").size(), 1u);
    return office::number(office::rowWith(outcome, "code", code), "numerator");
}

app::Figures figuresFor(const app::Project& project, const app::ComputeRequest& request) {
    geo::Progress progress;
    return app::figuresFor(project, request, progress);
}

}  // namespace

TEST(Figures, aUnitWithoutPlotsIsMissingAndNotZero) {
    auto desk = oneDistrictDesk();
    for (const CoverMethod method : {CoverMethod::Register, CoverMethod::Overlay}) {
        const auto outcome = desk.compute(office::cover(UnitLevel::District, method));
        ASSERT_EQ(outcome.rows.size(), 8u);
        for (const app::Row& row : outcome.rows) {
            const bool isMuongTe = office::text(row, "code") == "107";
            EXPECT_EQ(office::number(row, "value").has_value(), isMuongTe) << office::text(row, "name");
            EXPECT_EQ(office::text(row, "status") == "missing", !isMuongTe);
            EXPECT_EQ(std::holds_alternative<std::monostate>(office::cell(row, "numerator").value),
                      !isMuongTe);
        }
    }
}

TEST(Figures, theMapByCommuneLeavesCommunesWithoutPlotsMissing) {
    auto desk = oneDistrictDesk();
    const auto outcome = desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Overlay));
    const auto missing = std::ranges::count_if(
        outcome.rows, [](const app::Row& row) { return office::text(row, "status") == "missing"; });
    EXPECT_GT(missing, 20);
    EXPECT_LT(missing, 38);
    EXPECT_TRUE(outcome.ledger.balances({1e-6}));
}

TEST(Figures, everyOneSaysHowItWasMade) {
    auto desk = office::Desk::full();
    const auto outcome = desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Register));
    const app::Row& row = office::rowWith(outcome, "code", "03388");
    EXPECT_EQ(office::text(row, "method"), "register");
    EXPECT_EQ(office::text(row, "as_of"), "2023-12-31");
    EXPECT_EQ(office::text(row, "unit"), "%");
    EXPECT_EQ(office::text(row, "term_unit"), "ha");
    EXPECT_EQ(office::text(row, "denominator_kind"), "official");
    EXPECT_EQ(office::text(row, "release"), "draft");
    EXPECT_EQ(office::text(row, "status"), "carried");
    EXPECT_NE(office::text(row, "source").find("rung_105_2023.shp"), std::string::npos);
}

TEST(Figures, onlyTheProvinceHasATarget) {
    auto desk = office::Desk::full();
    const auto communes = desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Register));
    for (const app::Row& row : communes.rows) {
        EXPECT_TRUE(std::holds_alternative<std::monostate>(office::cell(row, "target").value));
        EXPECT_TRUE(std::holds_alternative<std::monostate>(office::cell(row, "gap").value));
    }
    const auto province = desk.compute(office::cover(UnitLevel::Province, CoverMethod::Register));
    EXPECT_EQ(office::number(province.rows[0], "target"), 55);
    EXPECT_NEAR(office::number(province.rows[0], "gap").value_or(0), 55 - 51.885, 0.001);
}

TEST(Figures, withoutOfficialAreaTheMapsIsUsedAndSaid) {
    auto desk = office::Desk::full();
    const auto outcome = desk.compute(office::cover(UnitLevel::District, CoverMethod::Register));
    const auto findings = office::findingsOf(outcome, "figure.denominator-geometric");
    ASSERT_EQ(findings.size(), 3u);  // 109, 110 and 111 have no official area in the pack
    for (const auto& finding : findings) {
        EXPECT_EQ(office::text(office::rowWith(outcome, "code", finding.unitCode), "denominator_kind"),
                  "geometric");
    }
}

TEST(Figures, ellipsoidalAreaIsLargerByTheScaleOfThePlane) {
    auto desk = office::Desk::full();
    auto request = office::cover(UnitLevel::Province, CoverMethod::Overlay);
    const double plane_ha = office::number(desk.compute(request).rows[0], "numerator").value_or(0);
    request.area = app::AreaKind::Ellipsoidal;
    const auto outcome = desk.compute(request);
    EXPECT_EQ(office::text(outcome.rows[0], "area_kind"), "ellipsoidal");
    // TM-3 with k = 0.9999 near its central meridian: areas on the plane are up to 0.02 % smaller.
    EXPECT_NEAR(office::number(outcome.rows[0], "numerator").value_or(0) / plane_ha, 1.0001, 0.00015);
    EXPECT_TRUE(outcome.ledger.balances({1e-6}));
}

TEST(Figures, keptOnesAreUsedAgain) {
    auto desk = office::Desk::full();
    const auto request = office::cover(UnitLevel::District, CoverMethod::Register);
    const auto first = figuresFor(desk.project(), request);
    const std::size_t runs = desk.runCount();
    const auto second = figuresFor(first.project, request);
    EXPECT_EQ(desk.runCount(), runs);
    EXPECT_EQ(second.observations, first.observations);
}

TEST(Figures, areComputedAnewWhenPlotsWereImportedAgain) {
    auto desk = office::Desk::full();
    const auto request = office::cover(UnitLevel::District, CoverMethod::Register);
    desk.compute(request);
    desk.import(office::released(office::forest({office::nestedSample() / "rung_107_2023.shp"})));
    EXPECT_FALSE(app::keptFigures(desk.project(), request));
}

TEST(Figures, areComputedAnewWhenBordersWereImportedAgain) {
    auto desk = office::Desk::full();
    const auto request = office::cover(UnitLevel::District, CoverMethod::Overlay);
    desk.compute(request);
    desk.import(office::released(
        office::units(office::nestedSample() / "huyen_2024.shp", Kind::Districts, {2024, 1, 1})));
    EXPECT_FALSE(app::keptFigures(desk.project(), request));
}

TEST(Figures, areComputedAnewWhenLineageWasImportedAgain) {
    auto desk = office::Desk::full();
    const auto request = office::cover(UnitLevel::Commune, CoverMethod::Register);
    desk.compute(request);
    app::ImportRequest lineage;
    lineage.files = {office::nestedSample() / "lineage_2025.csv"};
    lineage.kind = Kind::Lineage;
    desk.import(lineage);
    EXPECT_FALSE(app::keptFigures(desk.project(), request));
}

TEST(Figures, areThoseComputedWhenAnotherProgramImportsMeanwhile) {
    auto desk = office::Desk::full();
    auto other = desk.project();
    bool hasImported = false;
    geo::Progress quiet;
    const auto importOnce = [&](std::string_view, std::int64_t, std::int64_t) {
        if (std::exchange(hasImported, true)) return;
        app::ImportRequest lineage;
        lineage.files = {office::nestedSample() / "lineage_2025.csv"};
        lineage.kind = Kind::Lineage;
        other = app::importFiles(other, lineage, quiet).project;
    };
    geo::Progress progress(importOnce, {});

    const auto figures =
        app::figuresFor(desk.project(), office::cover(UnitLevel::District, CoverMethod::Register), progress);

    ASSERT_TRUE(hasImported);
    EXPECT_EQ(figures.observations.size(), 8u);
    EXPECT_EQ(figures.project.lineageVersion, other.lineageVersion);
}

TEST(Figures, theSameQuestionTwiceIsShownOnce) {
    auto desk = office::Desk::full();
    const auto request = office::cover(UnitLevel::District, CoverMethod::Register);
    desk.compute(request);
    const std::size_t shown = desk.project().runs.size();
    desk.compute(request);
    EXPECT_EQ(desk.project().runs.size(), shown);
}

TEST(Figures, ofTwoTablesOfOneYearAreThoseOfTheLaterWhateverRowTheyStandIn) {
    auto desk = office::Desk::empty();
    desk.import(reportedTable(desk, "a.csv", "03436,Xã Thu Lũm,waste-rural,2024,50,100,tấn/ngày\n"));
    desk.import(reportedTable(desk, "b.csv",
                              "03439,Xã Ka Lăng,waste-rural,2024,2,100,tấn/ngày\n"
                              "03436,Xã Thu Lũm,waste-rural,2024,90,100,tấn/ngày\n"));
    EXPECT_EQ(wasteOf(desk, "03436"), 90.0);
}

TEST(Figures, ofAnApprovedTableStandAgainstALaterDraft) {
    auto desk = office::Desk::empty();
    desk.import(office::released(reportedTable(desk, "a.csv",
                                               "03439,Xã Ka Lăng,waste-rural,2024,2,100,tấn/ngày\n"
                                               "03436,Xã Thu Lũm,waste-rural,2024,50,100,tấn/ngày\n")));
    desk.import(reportedTable(desk, "b.csv", "03436,Xã Thu Lũm,waste-rural,2024,40,100,tấn/ngày\n"));
    EXPECT_EQ(wasteOf(desk, "03436"), 50.0);
}

TEST(Figures, unknownIndicatorsAreRefusedWithThoseKnown) {
    auto desk = office::Desk::full();
    auto request = office::cover(UnitLevel::Commune, CoverMethod::Register);
    request.indicator = "happiness";
    const auto error = office::errorOf([&] { desk.compute(request); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::Usage);
    EXPECT_EQ(error.message().id, "compute.indicator-unknown");
}

TEST(Figures, withoutPlotsOrBordersThereAreNone) {
    auto desk = office::Desk::empty();
    EXPECT_EQ(office::errorOf([&] { desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Register)); })
                  .message()
                  .id,
              "compute.no-layers");
    desk.import(office::forest({office::nestedSample() / "rung_105_2023.shp"}));
    EXPECT_EQ(office::errorOf([&] { desk.compute(office::cover(UnitLevel::Commune, CoverMethod::Overlay)); })
                  .message()
                  .id,
              "units.no-layer");
}

TEST(Figures, aYearWithoutPlotsHasNone) {
    auto desk = office::Desk::full();
    auto request = office::cover(UnitLevel::Commune, CoverMethod::Register);
    request.period = 2019;
    EXPECT_EQ(office::errorOf([&] { desk.compute(request); }).message().id, "compute.no-layers-that-year");
}

TEST(Figures, aDayWithoutUnitsOfTheLevelIsAnErrorAndNoFigure) {
    auto desk = office::Desk::full();
    // Districts were abolished on 1 July 2025.
    const auto error = office::errorOf([&] {
        desk.compute(office::cover(UnitLevel::District, CoverMethod::Register, geo::Date{2026, 12, 31}));
    });
    EXPECT_EQ(error.kind(), geo::ErrorKind::NotFound);
}

TEST(Figures, canBeShownOneByOneWithTheirSource) {
    auto desk = oneDistrictDesk();
    const auto outcome = desk.compute(office::cover(UnitLevel::District, CoverMethod::Register, oldUnits));
    geo::Progress progress;
    const auto shown = app::describeWorkspace(desk.project(), {.digest = false, .observation = 3}, progress);
    EXPECT_EQ(office::text(shown.rows[0], "code"), office::text(outcome.rows[2], "code"));
    EXPECT_EQ(office::errorOf([&] {
                  app::describeWorkspace(desk.project(), {.digest = false, .observation = 9}, progress);
              })
                  .message()
                  .id,
              "info.no-observation");
}
