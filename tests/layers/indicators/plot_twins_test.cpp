// SPDX-License-Identifier: Apache-2.0
// Plots that stand twice are led back to their first, however many there are.
#include "layers/indicators/plot_twins.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <random>

using layers::PlotTwin;
using layers::PlotTwins;
using layers::SeenPlot;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(PlotTwins, knowAShapeThatStandsTwice) {
    PlotTwins twins;
    twins.add(0, 0, std::vector<SeenPlot>{{{11, 1}, 100}, {{22, 2}, 101}, {{11, 3}, 102}});
    EXPECT_THAT(twins.find(), ElementsAre(PlotTwin{{0, 102}, {0, 100}}));
}

TEST(PlotTwins, knowANumberThatStandsTwice) {
    PlotTwins twins;
    twins.add(0, 0, std::vector<SeenPlot>{{{11, 1}, 100}, {{22, 1}, 101}});
    EXPECT_THAT(twins.find(), ElementsAre(PlotTwin{{0, 101}, {0, 100}}));
}

TEST(PlotTwins, leadEveryRepetitionToTheFirst) {
    PlotTwins twins;
    twins.add(0, 0, std::vector<SeenPlot>{{{11, 1}, 100}, {{11, 2}, 101}, {{11, 3}, 102}});
    EXPECT_THAT(twins.find(), ElementsAre(PlotTwin{{0, 101}, {0, 100}}, PlotTwin{{0, 102}, {0, 100}}));
}

TEST(PlotTwins, goByTheShapeBeforeTheNumber) {
    PlotTwins twins;
    twins.add(0, 0, std::vector<SeenPlot>{{{11, 1}, 100}, {{22, 2}, 101}, {{22, 1}, 102}});
    EXPECT_THAT(twins.find(), ElementsAre(PlotTwin{{0, 102}, {0, 101}}));
}

TEST(PlotTwins, neverTakePlotsWithoutShapeAndNumberForOne) {
    PlotTwins twins;
    twins.add(0, 0, std::vector<SeenPlot>{{{0, 0}, 100}, {{0, 0}, 101}});
    EXPECT_THAT(twins.find(), IsEmpty());
}

TEST(PlotTwins, areFoundAcrossLayers) {
    PlotTwins twins;
    twins.add(0, 0, std::vector<SeenPlot>{{{11, 1}, 5}});
    twins.add(1, 0, std::vector<SeenPlot>{{{22, 2}, 5}, {{11, 3}, 6}});
    EXPECT_THAT(twins.find(), ElementsAre(PlotTwin{{1, 6}, {0, 5}}));
}

TEST(PlotTwins, agreeWithLookingThroughAllThatCameBefore) {
    std::mt19937_64 random(20);
    std::vector<SeenPlot> plots;
    for (std::int64_t place = 0; place < 5000; ++place) {
        // Spread over all buckets, with some hundred repetitions of each sort and some plots without either.
        plots.push_back(
            {{(random() % 20000) * 0xd6e8feb86659fd93ULL, (random() % 20000) * 0x9e3779b97f4a7c15ULL},
             place});
    }
    std::map<std::uint64_t, std::int64_t> shapes, numbers;
    std::vector<PlotTwin> expected;
    for (const SeenPlot& plot : plots) {
        std::optional<std::int64_t> first;
        for (auto [seen, print] :
             {std::pair{&numbers, plot.print.number}, std::pair{&shapes, plot.print.shape}}) {
            if (print == 0) continue;
            const auto [known, isNew] = seen->emplace(print, plot.place);
            if (!isNew) first = known->second;
        }
        if (first) expected.push_back({{0, plot.place}, {0, *first}});
    }
    ASSERT_GT(expected.size(), 100u);
    PlotTwins twins;
    // The first half last, as another thread may bring it.
    const std::span<const SeenPlot> all(plots);
    twins.add(0, 1, all.subspan(2500));
    twins.add(0, 0, all.first(2500));
    EXPECT_EQ(twins.find(), expected);
}
