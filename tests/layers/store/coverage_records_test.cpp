// SPDX-License-Identifier: Apache-2.0
// Tiles of a coverage are kept with their layer.
#include <map>

#include "tests/layers/store/store_fixture.hpp"

namespace {

std::vector<std::byte> bytes(std::initializer_list<int> numbers) {
    std::vector<std::byte> made;
    for (const int number : numbers) made.push_back(static_cast<std::byte>(number));
    return made;
}

std::map<std::int64_t, std::vector<std::byte>> tilesOf(const layers::Workspace& workspace,
                                                       std::int64_t layer) {
    std::map<std::int64_t, std::vector<std::byte>> tiles;
    workspace.forEachCoverageTile(layer, [&](std::int64_t tile, std::span<const std::byte> content) {
        tiles[tile].assign(content.begin(), content.end());
    });
    return tiles;
}

}  // namespace

using CoverageRecords = StoreTest;

TEST_F(CoverageRecords, comeBackByLayerAndTile) {
    layers::Workspace workspace = newWorkspace();
    layers::Change change(workspace);
    const std::int64_t first = addPlots(change, plots(2));
    const std::int64_t second = addPlots(change, plots(2));
    change.addCoverage(first, 7, bytes({1, 2, 3}));
    change.addCoverage(first, -2, bytes({4}));
    change.addCoverage(second, 7, bytes({5}));
    change.commit("{}");
    const auto reader = layers::Workspace::open(file(), layers::Access::Read);
    EXPECT_EQ(tilesOf(reader, first),
              (std::map<std::int64_t, std::vector<std::byte>>{{-2, bytes({4})}, {7, bytes({1, 2, 3})}}));
    EXPECT_EQ(reader.coverageTile(second, 7), bytes({5}));
    EXPECT_EQ(reader.coverageTile(second, 8), std::nullopt);
}

TEST_F(CoverageRecords, goWithAChangeThatWasNotCommitted) {
    layers::Workspace workspace = newWorkspace();
    const std::int64_t layer = importPlots(workspace, plots(1));
    {
        layers::Change change(workspace);
        change.addCoverage(layer, 1, bytes({9}));
    }
    EXPECT_TRUE(tilesOf(workspace, layer).empty());
}

TEST_F(CoverageRecords, areNoContentThatADigestSees) {
    layers::Workspace workspace = newWorkspace();
    const std::int64_t layer = importPlots(workspace, plots(1));
    const std::string before = contentOf(workspace);
    layers::Change change(workspace);
    change.addCoverage(layer, 1, bytes({9}));
    change.commit(workspace.currentProject());
    EXPECT_EQ(tilesOf(workspace, layer).size(), 1u);
    EXPECT_EQ(contentOf(workspace).find("khoanh_coverage"), std::string::npos);
    EXPECT_FALSE(before.empty());
}
