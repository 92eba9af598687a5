// SPDX-License-Identifier: Apache-2.0
// Two brooks that meet, and what treating one more outfall does below.
#include "layers/indicators/stream_treatment.hpp"

#include <gtest/gtest.h>

using layers::Outfall;
using layers::OutfallVerdict;

namespace {

/// West brook (0) and east brook (1) flow into the stem (2); a brook far away (3) into none.
const std::vector<layers::RiverReach> reaches{
    {"W", "Suối Tây", geo::Geometry::lineString({{0, 2000}, {1000, 1000}})},
    {"E", "Suối Đông", geo::Geometry::lineString({{2000, 2000}, {1000, 1000}})},
    {"S", "Sông", geo::Geometry::lineString({{1000, 1000}, {1000, 0}})},
    {"F", "Suối xa", geo::Geometry::lineString({{9000, 2000}, {9000, 0}})}};

Outfall outfallAt(const char* id, double x, double y, double discharged, double treated) {
    Outfall made;
    made.id = id;
    made.inPlan = true;
    made.discharged_m3_day = discharged;
    made.treated_m3_day = treated;
    made.at = geo::Coordinate{x, y};
    return made;
}

struct Ground {
    std::vector<Outfall> outfalls{outfallAt("w", 300, 1700, 100, 20), outfallAt("e", 1700, 1700, 60, 0),
                                  outfallAt("s", 1000, 400, 40, 40), outfallAt("f", 9000, 1000, 500, 0)};
    std::vector<OutfallVerdict> verdicts = layers::judgeOutfalls(outfalls);
    std::vector<layers::SubBasin> basins{
        {"B", "", geo::Geometry::polygon({{-500, -500}, {9500, -500}, {9500, 2500}, {-500, 2500}})}};
    layers::WastewaterByRiver tally = layers::tallyByRiver(outfalls, verdicts, reaches, basins);
    layers::StreamTreatment streams{outfalls, verdicts, reaches, tally};
};

}  // namespace

TEST(StreamTreatment, namesTheOutfallsAboveAReachTheMostUntreatedFirst) {
    const Ground ground;
    const auto above = ground.streams.above(2);
    ASSERT_EQ(above.size(), 3u);
    EXPECT_EQ(above[0], (layers::OutfallAbove{0, 100'000, 80'000, false}));
    EXPECT_EQ(above[1], (layers::OutfallAbove{1, 60'000, 60'000, false}));
    EXPECT_EQ(above[2], (layers::OutfallAbove{2, 40'000, 0, true}));
    EXPECT_EQ(ground.streams.above(0).size(), 1u);
}

TEST(StreamTreatment, raisesTheShareOfEveryReachBelowAndOfNoOther) {
    const Ground ground;
    const std::vector<std::size_t> west{0};
    const auto volumes = ground.streams.accumulatedWith(west);
    EXPECT_DOUBLE_EQ(*layers::treatedShare_percent(volumes[0]), 100);
    EXPECT_DOUBLE_EQ(*layers::treatedShare_percent(volumes[2]), 70);  // (100 + 0 + 40) of 200
    EXPECT_EQ(volumes[1], ground.tally.reaches[1].accumulated);
    EXPECT_EQ(volumes[3], ground.tally.reaches[3].accumulated);
}

TEST(StreamTreatment, ofNothingMoreIsTheTallyItself) {
    const Ground ground;
    const auto volumes = ground.streams.accumulatedWith({});
    for (std::size_t i = 0; i < volumes.size(); ++i)
        EXPECT_EQ(volumes[i], ground.tally.reaches[i].accumulated);
}

TEST(StreamTreatment, leavesOutWhatTheFigureLeavesOut) {
    Ground ground;
    ground.outfalls[1].treated_m3_day.reset();
    ground.verdicts = layers::judgeOutfalls(ground.outfalls);
    ground.tally = layers::tallyByRiver(ground.outfalls, ground.verdicts, reaches, ground.basins);
    const layers::StreamTreatment streams(ground.outfalls, ground.verdicts, reaches, ground.tally);
    EXPECT_EQ(streams.above(2).size(), 2u);
    EXPECT_TRUE(streams.above(1).empty());
}
