// SPDX-License-Identifier: Apache-2.0
// Every planted fault is in its file at its row, and truth.json lists no other.
#include <cmath>
#include <map>
#include <set>

#include "geo/topology/overlaps.hpp"
#include "geo/topology/repair.hpp"
#include "sample-data/generator/forest_faults.hpp"
#include "sample-data/generator/rings.hpp"
#include "tests/sample-data/generator/made_themes.hpp"

namespace {

using nlohmann::json;
using sample::test::bytesOf;
using sample::test::faultySample;
using sample::test::MadeSample;
using sample::test::rowsOf;
using sample::test::truthOf;

std::vector<json> faultsNamed(const std::string& name) {
    std::vector<json> found;
    const json truth = truthOf(faultySample());
    for (const json& fault : truth.at("faults")) {
        if (fault.at("fault") == name) found.push_back(fault);
    }
    return found;
}

layers::Feature plotAt(const json& fault, layers::Schema* schema = nullptr) {
    return faultySample().features(fault.at("file"), schema).at(fault.at("row").get<std::size_t>() - 1);
}

TEST(PlantedFaults, areThoseOfTheList) {
    std::map<std::string, int> counts;
    const json truth = truthOf(faultySample());
    for (const json& fault : truth.at("faults")) ++counts[fault.at("fault")];
    counts.erase("not-reported");
    EXPECT_EQ(counts, (std::map<std::string, int>{{"across-border", 1},
                                                  {"axes-swapped", 1},
                                                  {"far-from-rivers", 1},
                                                  {"misspelt-commune", 1},
                                                  {"no-prj", 1},
                                                  {"not-monitored", 3},
                                                  {"other-epoch", 2},
                                                  {"repeated-plot", 2},
                                                  {"self-crossing", 3},
                                                  {"unknown-code", 2},
                                                  {"wrong-commune", 1},
                                                  {"x-and-y-in-doubt", 1}}));
}

TEST(PlantedFaults, drawThreePlotsCrossingThemselvesAndNoOther) {
    std::set<std::pair<std::string, std::int64_t>> invalid;
    for (const char* district : {"105", "106", "107", "108", "109", "110", "111", "112"}) {
        const std::string file = std::string("rung_") + district + "_2023.shp";
        std::int64_t row = 0;
        for (const auto& plot : faultySample().features(file)) {
            ++row;
            if (!geo::isValidPolygon(plot.geometry)) invalid.emplace(file, row);
        }
    }
    std::set<std::pair<std::string, std::int64_t>> planted;
    for (const json& fault : faultsNamed("self-crossing")) planted.emplace(fault.at("file"), fault.at("row"));
    EXPECT_EQ(invalid, planted);
}

TEST(PlantedFaults, twistPlotsWithoutTouchingTheirNeighbours) {
    const json fault = faultsNamed("self-crossing").at(0);
    std::vector<geo::Geometry> shapes;
    for (auto& plot : faultySample().features(fault.at("file"))) {
        const auto repair = geo::repairPolygon(plot.geometry);
        shapes.push_back(repair ? repair->geometry : std::move(plot.geometry));
    }
    geo::Progress progress;
    EXPECT_TRUE(geo::findOverlaps(shapes, geo::SquareMetres{1e-3}, progress).empty());
}

TEST(PlantedFaults, enterTwoPlotsTwice) {
    for (const json& fault : faultsNamed("repeated-plot")) {
        layers::Schema schema;
        const auto plots = faultySample().features(fault.at("file"), &schema);
        const layers::Feature twin = plotAt(fault);
        const auto same = std::ranges::count_if(
            plots, [&](const layers::Feature& plot) { return plot.geometry == twin.geometry; });
        EXPECT_EQ(same, 2);
    }
}

TEST(PlantedFaults, giveTwoPlotsCodesThatAreInNoList) {
    for (const json& fault : faultsNamed("unknown-code")) {
        layers::Schema schema;
        const layers::Feature plot = plotAt(fault, &schema);
        EXPECT_GT(*layers::numberIn(plot.values[*schema.indexOf("maldlr")]), 93);
    }
}

TEST(PlantedFaults, keyRowsOfTheLastYearByOldCodesAndAMisspeltName) {
    const auto rows = rowsOf(bytesOf(faultySample().folder() / "chi_tieu_2025.csv"), ';');
    std::set<std::string> names;
    for (const auto& unit : faultySample().features("xa_phuong_2025.gpkg"))
        names.insert(layers::textIn(unit.values[1]));
    for (const json& fault : faultsNamed("other-epoch")) {
        const auto& row = rows.at(fault.at("row").get<std::size_t>());
        EXPECT_FALSE(names.contains(row[1])) << row[1];
        EXPECT_EQ(row[0].size(), 5u);
    }
    const auto& misspelt = rows.at(faultsNamed("misspelt-commune").at(0).at("row").get<std::size_t>());
    EXPECT_TRUE(misspelt[0].empty());
    EXPECT_FALSE(names.contains(misspelt[1])) << misspelt[1];
}

TEST(PlantedFaults, leaveNoneWhenNoneAreWanted) {
    const MadeSample sound(600, false, 12, MadeSample::Faults::None);
    std::set<std::string> faults;
    const json truth = truthOf(sound);
    for (const json& fault : truth.at("faults")) faults.insert(fault.at("fault"));
    faults.erase("not-reported");
    faults.erase("not-monitored");
    EXPECT_EQ(faults, (std::set<std::string>{"x-and-y-in-doubt"}));
    EXPECT_TRUE(std::filesystem::exists(sound.folder() / "mo_khoang_san.prj"));
}

TEST(TwistInside, losesExactlyWhatTheEvenOddRuleLeavesOut) {
    geo::Geometry square = geo::Geometry::polygon({{0, 0}, {100, 0}, {100, 400}, {0, 400}});
    const auto lost_m2 = sample::twistInside(square);
    ASSERT_TRUE(lost_m2);
    const auto repair = geo::repairPolygon(square);
    ASSERT_TRUE(repair);
    EXPECT_NEAR(repair->areaAfter.value, 40'000 - *lost_m2, 1e-6);
}

TEST(TwistInside, leavesAPlotAloneThatHasNoRoom) {
    geo::Geometry sliver = geo::Geometry::polygon({{0, 0}, {1'000, 0}, {1'000, 1}, {0, 1}});
    const geo::Geometry before = sliver;
    EXPECT_FALSE(sample::twistInside(sliver));
    EXPECT_EQ(sliver, before);
}

}  // namespace
