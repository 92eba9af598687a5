// SPDX-License-Identifier: Apache-2.0
// Squares of a hundredth of a degree at 22.3° north, 114.2 ha each (geodesic, WGS 84).
#include "app/jobs/plot_areas.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/app/jobs/office.hpp"

namespace {

struct Plot {
    double dtich = 0;
    const char* maxa = "03463";
    double side_degrees = 0.01;
};

std::string squareAt(double x, const Plot& plot) {
    constexpr double y = 22.3;
    const double right = x + plot.side_degrees, top = y + plot.side_degrees;
    return fmt::format(
        R"({{"type": "Feature", "properties": {{"maldlr": 1, "maxa": "{}", "dtich": {}}}, "geometry":
            {{"type": "Polygon", "coordinates": [[[{}, {}], [{}, {}], [{}, {}], [{}, {}], [{}, {}]]]}}}})",
        plot.maxa, plot.dtich, x, y, right, y, right, top, x, top, x, y);
}

app::ImportRequest forestOf(const office::Desk& desk, const std::vector<Plot>& plots) {
    std::string features;
    for (std::size_t i = 0; i < plots.size(); ++i)
        features += (i == 0 ? "" : ",") + squareAt(102.8 + 0.02 * static_cast<double>(i), plots[i]);
    office::writeBytes(desk / "lo.geojson",
                       "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}");
    return office::forest({desk / "lo.geojson"});
}

std::vector<layers::Finding> found(const std::vector<Plot>& plots, const std::string& id) {
    auto desk = office::Desk::empty();
    return office::findingsOf(desk.import(forestOf(desk, plots)), id);
}

TEST(PlotAreas, inSquareMetresOrSquareKilometresAreAskedAbout) {
    for (const double dtich : {1'142'000.0, 1.142}) {
        auto desk = office::Desk::empty();
        const auto request = forestOf(desk, {{dtich}, {dtich}});
        EXPECT_EQ(office::errorOf([&] { desk.import(request); }).message().id, "forest.area-unit") << dtich;
        EXPECT_TRUE(desk.project().layers.empty());
    }
}

TEST(PlotAreas, thatAreDrawnOtherwiseAreSaid) {
    EXPECT_EQ(found({{217}, {217}}, "forest.area-sum-differs").size(), 1u);
    EXPECT_TRUE(found({{114}, {116}}, "forest.area-sum-differs").empty());
}

TEST(PlotAreas, ofNothingOnDrawnPlotsAreSaidAtTheFirst) {
    const auto zeros = found({{114}, {0}, {0}}, "forest.area-zero");
    ASSERT_EQ(zeros.size(), 1u);
    EXPECT_EQ(zeros[0].row, 2);
    EXPECT_EQ(std::get<std::int64_t>(zeros[0].message.arguments.at(1).value), 2);
}

TEST(PlotAreas, ofPlotsFarFromTheirCommuneAreSaid) {
    auto desk = office::Desk::full();
    const auto stray = desk.import(forestOf(desk, {{114, "03386"}, {114, "03386"}}));
    EXPECT_EQ(office::findingsOf(stray, "shape.off-declared-units").size(), 1u);
}

TEST(PlotAreas, aboveAllOfAUnitAreSaid) {
    auto desk = office::Desk::full();
    desk.import(forestOf(desk, {{11'410, "03386", 0.1}}));
    const auto outcome = desk.compute(
        office::cover(layers::UnitLevel::Commune, app::CoverMethod::Register, geo::Date{2024, 12, 31}));
    const auto above = office::findingsOf(outcome, "figure.cover-above-all");
    ASSERT_EQ(above.size(), 1u);
    EXPECT_EQ(above[0].unitCode, "03386");
}

}  // namespace
