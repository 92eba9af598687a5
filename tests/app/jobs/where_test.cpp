// SPDX-License-Identifier: Apache-2.0
// What lies at a point, today and before.
#include "app/jobs/where.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <variant>

#include "geo/crs/transform.hpp"
#include "layers/store/workspace.hpp"
#include "tests/app/jobs/field_ground.hpp"

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

TEST(Where, namesTheSubBasinAndTheNearestStream) {
    const auto outcome = located(office::deskWithPlaces(), capital);
    EXPECT_EQ(office::text(office::rowWith(outcome, "what", "basin"), "code"), "LV-1");
    const auto& stream = office::rowWith(outcome, "what", "stream");
    EXPECT_EQ(office::text(stream, "name"), "Nậm Thử");
    EXPECT_NEAR(office::number(stream, "distance_m").value_or(0), 150, 0.11);
    EXPECT_TRUE(outcome.findings.empty());
}

TEST(Where, namesTheNearestSitesWithinTwentyKilometresNearestFirst) {
    std::vector<std::string> sites;
    const auto outcome = located(office::deskWithPlaces(), capital);
    for (const app::Row& row : outcome.rows) {
        if (office::text(row, "what") == "site") sites.push_back(office::text(row, "site_id"));
    }
    EXPECT_EQ(sites, (std::vector<std::string>{"BCL-1", "BCL-2"}));
}

TEST(Where, theNearestOfSeveralStreamsIsNamedHoweverFarTheSearchMustReach) {
    auto desk = office::Desk::full();
    const auto line = [](double east_m) {
        return geo::Geometry::lineString({{office::capital.x + east_m, office::capital.y - 100},
                                          {office::capital.x + east_m, office::capital.y + 100}});
    };
    office::addLayer(desk, layers::Kind::Rivers, {{"name", layers::FieldType::Text}},
                     {{line(24'000), {std::string("xa")}, 1},
                      {line(-4'500), {std::string("gần")}, 2},
                      {line(26'000), {std::string("quá xa")}, 3}});
    const app::Row stream = office::rowWith(located(desk, capital), "what", "stream");
    EXPECT_EQ(office::text(stream, "name"), "gần");
    EXPECT_NEAR(office::number(stream, "distance_m").value_or(0), 4'500, 0.11);
}

TEST(Where, aPointOnABorderIsInDoubtAndBothUnitsAreNamed) {
    // The sample's communes share their borders: the first corner of Tân Phong that lies inside the province.
    const auto desk = office::Desk::full();
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const geo::Transform toDegrees(workspace.settings().crs, geo::Crs::fromText("EPSG:4326"));
    std::size_t doubts = 0;
    for (const auto& feature : workspace.featuresAt(desk.project().layers.front(), office::capital)) {
        for (std::size_t i = 0; i < feature.geometry.coordinates().size(); i += 7) {
            const auto outcome = located(desk, toDegrees.apply(feature.geometry.coordinates()[i]));
            doubts += office::findingsOf(outcome, "where.near-border").size() +
                      office::findingsOf(outcome, "where.near-edge").size() +
                      office::findingsOf(outcome, "where.outside").size();
            EXPECT_GT(doubts, 0u);
            if (office::findingsOf(outcome, "where.near-border").empty()) continue;
            const auto found = office::findingsOf(outcome, "where.near-border").front();
            EXPECT_NE(found.message.arguments[0].value, found.message.arguments[1].value);
            EXPECT_LE(std::get<double>(found.message.arguments[2].value), 10);
            return;
        }
    }
    ADD_FAILURE() << "no corner between two communes";
}
