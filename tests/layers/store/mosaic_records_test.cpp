// SPDX-License-Identifier: Apache-2.0
// What a layer is drawn from is kept with it, and found by level and window.
#include "layers/store/mosaic_record.hpp"

#include "geo/base/error.hpp"
#include "tests/layers/store/store_fixture.hpp"

namespace {

const layers::MosaicRecord someRecord{172.5, 5.4, 6, {{"TXG1\t11", 30}, {"\t", 1}}};
const geo::Extent everywhere{-1e9, -1e9, 1e9, 1e9};

std::vector<std::byte> oneByte(int number) { return {static_cast<std::byte>(number)}; }

}  // namespace

using MosaicRecords = StoreTest;

TEST_F(MosaicRecords, comeBackAsTheyWere) {
    layers::Workspace workspace = newWorkspace();
    layers::Change change(workspace);
    const std::int64_t layer = addPlots(change, plots(2));
    change.addMosaic(layer, someRecord);
    change.commit("{}");

    EXPECT_EQ(workspace.mosaic(layer), someRecord);
    EXPECT_EQ(workspace.mosaic(layer + 1), std::nullopt);
}

TEST_F(MosaicRecords, areFoundByLevelAndWindow) {
    layers::Workspace workspace = newWorkspace();
    layers::Change change(workspace);
    const std::int64_t layer = addPlots(change, plots(2));
    change.addMosaic(layer, someRecord);
    change.addMosaicTile(layer, {0, 9, {10, 0, 20, 10}}, oneByte(2));
    change.addMosaicTile(layer, {0, 3, {0, 0, 10, 10}}, oneByte(1));
    change.addMosaicTile(layer, {1, 3, {0, 0, 10, 10}}, oneByte(3));
    change.commit("{}");

    using Tiles = std::vector<std::int64_t>;
    EXPECT_EQ(workspace.mosaicTiles(layer, 0, everywhere), (Tiles{3, 9}));
    EXPECT_EQ(workspace.mosaicTiles(layer, 0, {12, 2, 13, 3}), Tiles{9});
    EXPECT_EQ(workspace.mosaicTiles(layer, 1, everywhere), Tiles{3});
    EXPECT_EQ(workspace.mosaicTile(layer, 0, 3), oneByte(1));
    EXPECT_EQ(workspace.mosaicTile(layer, 1, 3), oneByte(3));
    EXPECT_EQ(workspace.mosaicTile(layer, 1, 9), std::nullopt);
    EXPECT_TRUE(workspace.mosaicTiles(layer, 2, everywhere).empty());
}

TEST_F(MosaicRecords, withoutAScaleOrALevelAreNone) {
    layers::Workspace workspace = newWorkspace();
    layers::Change change(workspace);
    for (const auto& [finest_m, levels] :
         std::vector<std::pair<double, std::int64_t>>{{0, 6}, {-1, 6}, {5.4, 0}}) {
        const std::int64_t layer = addPlots(change, plots(2));
        layers::MosaicRecord damaged = someRecord;
        damaged.finest_m = finest_m;
        damaged.levels = levels;
        change.addMosaic(layer, damaged);
        EXPECT_EQ(workspace.mosaic(layer), std::nullopt) << finest_m << ' ' << levels;
    }
}

TEST_F(MosaicRecords, needTheirLayer) {
    layers::Workspace workspace = newWorkspace();
    layers::Change change(workspace);
    EXPECT_THROW(change.addMosaic(17, someRecord), geo::Error);
}
