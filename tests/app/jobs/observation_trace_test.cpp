// SPDX-License-Identifier: Apache-2.0
// A figure of today's commune, back to the rows of the old ones.
#include "app/jobs/observation_trace.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/jobs/info.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

office::Desk deskWithTable() {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "bang.csv",
                       "code,name,indicator,period,numerator,denominator,unit\n"
                       "03436,Xã Thu Lũm,waste-rural,2024,1,2,tấn/ngày\n"
                       "03439,Xã Ka Lăng,waste-rural,2024,2,4,tấn/ngày\n"
                       "03469,Xã Kan Hồ,waste-rural,2024,5,6,tấn/ngày\n");
    app::ImportRequest request;
    request.files = {desk / "bang.csv"};
    request.kind = layers::Kind::Indicators;
    desk.import(request);
    desk.compute(office::figures("waste-rural", layers::UnitLevel::Commune));
    return desk;
}

layers::Observation figureOf(const office::Desk& desk, const std::string& code) {
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto figures = workspace.observations(desk.project().runs.back());
    return *std::ranges::find(figures, code, &layers::Observation::unitCode);
}

TEST(ObservationTrace, leadsToTheRowsThatWereCarriedAndWhatTheyWrote) {
    const auto desk = deskWithTable();
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto rows = app::sourceRowsOf(workspace, desk.project(), figureOf(desk, "03439"));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(office::text(rows[0], "written_name"), "Xã Thu Lũm");
    EXPECT_EQ(office::text(rows[0], "unit_epoch"), "2025-06-30");
    EXPECT_EQ(office::text(rows[0], "join_basis"), "row");
    EXPECT_EQ(office::text(rows[0], "carried_to"), "03439@2025-07-01");
    EXPECT_EQ(office::text(rows[1], "file"), "bang.csv");
    EXPECT_EQ(office::text(rows[1], "sha256").size(), 64u);
    EXPECT_EQ(office::number(rows[1], "row"), 2);
}

TEST(ObservationTrace, addsUpToTheFigure) {
    const auto desk = deskWithTable();
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto figure = figureOf(desk, "03439");
    double numerator = 0;
    for (const auto& row : app::sourceRowsOf(workspace, desk.project(), figure))
        numerator += office::number(row, "numerator").value();
    EXPECT_EQ(numerator, figure.numerator);
}

TEST(ObservationTrace, namesTheFilesOfEveryFigure) {
    const auto desk = deskWithTable();
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto files = app::sourceFilesOf(workspace, desk.project(), figureOf(desk, "03439"));
    ASSERT_EQ(files.size(), 1u);
    EXPECT_EQ(office::text(files[0], "encoding"), "utf-8");
}

}  // namespace
