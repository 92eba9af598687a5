// SPDX-License-Identifier: Apache-2.0
// Every face lies in one tile, unchanged, and tiles add up to the layer whatever their size.
#include "app/jobs/layer_coverage.hpp"

#include <map>

#include "geo/topology/coverage.hpp"
#include "tests/layers/store/store_fixture.hpp"

namespace {

/// Squares side by side, and a long one beneath that reaches under all of them.
std::vector<layers::Feature> mosaic(int side) {
    std::vector<layers::Feature> features;
    for (int i = 0; i < side * side; ++i) {
        features.push_back({squareAt(500'000 + 100.0 * (i % side), 2'450'000 + 100.0 * (i / side)),
                            {std::string("Xã Bum Tở"), std::int64_t{1}, 1.0},
                            i + 1});
    }
    const double east = 500'000 + 100.0 * side;
    features.push_back(
        {geo::Geometry::polygon(
             {{500'000, 2'449'000}, {east, 2'449'000}, {east, 2'450'000}, {500'000, 2'450'000}}),
         {std::string("Xã Bum Tở"), std::int64_t{1}, 1.0},
         side * side + 1});
    return features;
}

struct Kept {
    std::map<std::int64_t, geo::Geometry> faces;
    std::map<std::int64_t, int> times;
    std::map<std::int64_t, double> areas;
    std::size_t tiles = 0;
};

double sumAlong(geo::Path path) {
    double sum = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double middle = (path[i - 1].x + path[i].x) / 2 - 500'000;
        sum += middle * (path[i].y - path[i - 1].y);
    }
    return sum;
}

void addTile(const geo::Coverage& tile, Kept& kept) {
    ++kept.tiles;
    for (std::size_t i = 0; i < tile.ownFaceCount(); ++i) {
        kept.faces[tile.faceKeys()[i]] = tile.face(i);
        ++kept.times[tile.faceKeys()[i]];
    }
    for (std::size_t i = 0; i < tile.arcCount(); ++i) {
        const auto arc = tile.arc(i);
        if (arc.left < tile.ownFaceCount()) kept.areas[tile.faceKeys()[arc.left]] += sumAlong(arc.path);
        if (arc.right < tile.ownFaceCount()) kept.areas[tile.faceKeys()[arc.right]] -= sumAlong(arc.path);
    }
}

}  // namespace

using LayerCoverage = StoreTest;

TEST_F(LayerCoverage, keepsEachFaceInOneTileAsItWasStored) {
    const std::vector<layers::Feature> features = mosaic(20);
    for (const std::int64_t facesInATile : {7, 50, 10'000}) {
        layers::Workspace workspace = newWorkspace(std::to_string(facesInATile) + ".khoanh");
        layers::Change change(workspace);
        const std::int64_t layer = addPlots(change, features);
        geo::Progress progress;
        app::storeCoverage(change, workspace, {layer, facesInATile}, progress);
        change.commit("{}");
        Kept kept;
        workspace.forEachCoverageTile(layer, [&](std::int64_t, std::span<const std::byte> bytes) {
            addTile(geo::Coverage::fromBytes(bytes), kept);
        });
        EXPECT_EQ(kept.tiles == 1, facesInATile == 10'000);
        ASSERT_EQ(kept.faces.size(), features.size());
        for (const layers::Feature& feature : features) {
            EXPECT_EQ(kept.faces[feature.sourceRow], feature.geometry);
            EXPECT_EQ(kept.times[feature.sourceRow], 1);
            const double area = feature.sourceRow == 401 ? 2'000.0 * 1'000 : 10'000;
            EXPECT_NEAR(kept.areas[feature.sourceRow], area, 1e-6) << feature.sourceRow;
        }
    }
}

TEST_F(LayerCoverage, keepsNothingForALayerWithoutFaces) {
    layers::Workspace workspace = newWorkspace();
    layers::Change change(workspace);
    const std::int64_t layer = addPlots(change, {});
    geo::Progress progress;
    app::storeCoverage(change, workspace, {layer}, progress);
    workspace.forEachCoverageTile(layer, [](std::int64_t, std::span<const std::byte>) { FAIL(); });
}
