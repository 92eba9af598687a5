// SPDX-License-Identifier: Apache-2.0
// Outfalls beside their rivers, and what truth.json makes of their water.
#include <set>

#include "tests/sample-data/generator/made_themes.hpp"

namespace {

using nlohmann::json;
using sample::SampleOutfall;
using sample::test::faultySample;
using sample::test::madeThemes;
using sample::test::rowsOf;
using sample::test::truthOf;

const std::vector<SampleOutfall>& outfalls() { return madeThemes().contents().outfalls; }

/// Whole litres of `1.234,5` m³.
std::int64_t litresOf(const std::string& cell) {
    std::string digits;
    for (const char letter : cell) digits += letter >= '0' && letter <= '9' ? std::string(1, letter) : "";
    return std::stoll(digits) * 100;
}

std::vector<std::vector<std::string>> fileRows() {
    auto rows = rowsOf(sample::test::bytesOf(faultySample().folder() / "diem_xa_thai.csv"), ';');
    rows.erase(rows.begin());
    return rows;
}

TEST(Outfalls, areOneHundredAndEighteenWithIdentifiersOfTheirOwn) {
    std::set<std::string> ids;
    for (const SampleOutfall& outfall : outfalls()) ids.insert(outfall.id);
    EXPECT_EQ(ids.size(), 118u);
}

TEST(Outfalls, standWithinTwoKilometresOfAReachOfTheirOwnSubBasinButForOne) {
    const auto& waters = madeThemes().contents().waters;
    std::size_t far = 0;
    for (const SampleOutfall& outfall : outfalls()) {
        const geo::Coordinate at = madeThemes().ground.toPlane(outfall.lonLat);
        const auto near = waters.nearest(at);
        if (!outfall.reach) {
            ++far;
            EXPECT_GT(near.distance_m, 8'000);
            continue;
        }
        EXPECT_EQ(near.reach, *outfall.reach);
        EXPECT_LT(near.distance_m, 2'000);
        const auto cell = madeThemes().territory.lattice().nearestCell(at);
        EXPECT_EQ(waters.basinOfCell()[cell], static_cast<sample::Label>(*outfall.basin)) << outfall.id;
    }
    EXPECT_EQ(far, 1u);
}

TEST(Outfalls, lieInTheirCommuneClearOfItsBorders) {
    for (const SampleOutfall& outfall : outfalls()) {
        const geo::Coordinate at = madeThemes().ground.toPlane(outfall.lonLat);
        EXPECT_EQ(madeThemes().ground.communeAt(at), outfall.commune);
        EXPECT_GT(madeThemes().ground.toBorder_m(at), 300) << outfall.id;
    }
}

TEST(Outfalls, neverTreatMoreThanTheyDischarge) {
    for (const SampleOutfall& outfall : outfalls()) {
        EXPECT_GT(outfall.discharged, 0);
        EXPECT_LE(outfall.treated.value_or(0), outfall.discharged) << outfall.id;
    }
}

TEST(WastewaterTruth, isTheSumOfTheFile) {
    std::int64_t discharged = 0;
    std::int64_t treated = 0;
    std::int64_t counted = 0;
    std::int64_t notInPlan = 0;
    for (const auto& row : fileRows()) {
        const bool isDomestic = row[2] == "sinh hoạt";
        notInPlan += isDomestic ? 1 : 0;
        if (isDomestic || row[8].empty()) continue;
        discharged += litresOf(row[7]);
        treated += litresOf(row[8]);
        ++counted;
    }
    const json water = truthOf(faultySample()).at("wastewater");
    EXPECT_EQ(water.at("province").at("discharged_l_day"), discharged);
    EXPECT_EQ(water.at("province").at("treated_l_day"), treated);
    EXPECT_EQ(water.at("province").at("outfalls"), counted);
    EXPECT_EQ(water.at("not_in_plan"), notInPlan);
}

TEST(WastewaterTruth, isTheSameWaterByUnitsByBasinsAndAtTheOutlets) {
    const json water = truthOf(faultySample()).at("wastewater");
    for (const char* key :
         {"discharged_l_day", "treated_l_day", "outfalls", "unknown", "unknown_discharged_l_day"}) {
        const auto sum = [&](const char* list) {
            std::int64_t total = 0;
            for (const json& unit : water.at(list)) total += unit.at(key).get<std::int64_t>();
            return total;
        };
        const std::int64_t whole = water.at("province").at(key);
        const std::int64_t unplaced = water.at("unplaced").at(key);
        EXPECT_EQ(sum("communes"), whole);
        EXPECT_EQ(sum("districts"), whole);
        EXPECT_EQ(sum("basins") + unplaced, whole);
        EXPECT_EQ(water.at("at_outlets").at(key).get<std::int64_t>() + unplaced, whole);
    }
}

TEST(WastewaterTruth, accumulatesWhatEachReachAndThoseAboveItReceive) {
    const json reaches = truthOf(faultySample()).at("wastewater").at("reaches");
    for (const json& reach : reaches) {
        std::int64_t expected = reach.at("own").at("discharged_l_day");
        for (const json& above : reaches) {
            if (above.at("downstream") == reach.at("id")) {
                expected += above.at("accumulated").at("discharged_l_day").get<std::int64_t>();
            }
        }
        EXPECT_EQ(reach.at("accumulated").at("discharged_l_day"), expected) << reach.at("id");
    }
}

}  // namespace
