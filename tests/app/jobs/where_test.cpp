// SPDX-License-Identifier: Apache-2.0
// What lies at a point, today and before.
#include "app/jobs/where.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "tests/app/jobs/office.hpp"

namespace {

// A point inside the provincial capital; in the sample's drawn borders it lies in Phường Tân Phong.
constexpr geo::Coordinate capital{103.4582, 22.3964};

app::Outcome located(const office::Desk& desk, geo::Coordinate degrees) {
    geo::Progress progress;
    return app::locatePoint(desk.project(), degrees, progress);
}

}  // namespace

TEST(Where, namesTheUnitsOfTodayBeforeThoseOfFormerDays) {
    const auto outcome = located(office::Desk::full(), capital);
    std::vector<std::string> epochs;
    std::vector<std::string> kinds;
    for (const app::Row& row : outcome.rows) {
        if (office::text(row, "what") != "unit") continue;
        epochs.push_back(office::text(row, "epoch"));
        kinds.push_back(office::text(row, "kind"));
    }
    EXPECT_EQ(epochs, (std::vector<std::string>{"2025-07-01", "2024-01-01", "2024-01-01"}));
    EXPECT_EQ(kinds[0], "communes");
    EXPECT_EQ(office::text(office::rowWith(outcome, "kind", "districts"), "code"), "105");
    EXPECT_TRUE(outcome.findings.empty());
}

TEST(Where, namesThePlotAndItsRow) {
    const app::Row plot = office::rowWith(located(office::Desk::full(), capital), "what", "plot");
    EXPECT_GT(office::number(plot, "row").value_or(0), 0);
    EXPECT_TRUE(office::text(plot, "source").ends_with("rung_105_2023.shp"));
}

TEST(Where, givesThePlaneCoordinatesToTheMillimetre) {
    const auto outcome = located(office::Desk::full(), capital);
    const auto& systems = std::get<app::Row>(office::cell(outcome.rows[0], "crs").value);
    // By PROJ 9.1.1 with EPSG:6960, the operation between VN-2000 and WGS 84.
    EXPECT_EQ(std::get<std::vector<double>>(office::cell(systems, "EPSG:9205").value),
              (std::vector<double>{546981.276, 2477623.887}));
}

TEST(Where, aPointOutsideIsAFindingForEachLayerOfUnits) {
    const auto outcome = located(office::Desk::full(), {105.85, 21.03});  // Hà Nội
    EXPECT_EQ(office::findingsOf(outcome, "where.outside").size(), 3u);
    EXPECT_EQ(outcome.rows.size(), 1u);
}

TEST(Where, whatIsNoPlaceOnEarthIsAUsageError) {
    const auto desk = office::Desk::empty();
    EXPECT_EQ(office::errorOf([&] { located(desk, {546981, 2477623}); }).kind(), geo::ErrorKind::Usage);
    EXPECT_EQ(office::errorOf([&] { located(desk, {22.3964, 103.4582}); }).message().id, "where.not-degrees");
}

TEST(Where, notANumberIsAUsageErrorToo) {
    const auto desk = office::Desk::empty();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(office::errorOf([&] { located(desk, {nan, 22}); }).kind(), geo::ErrorKind::Usage);
}
