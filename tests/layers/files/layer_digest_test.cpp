// SPDX-License-Identifier: Apache-2.0
// The comparison after writing notices what it should.
#include "layers/files/layer_digest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/layers/files/sample_files.hpp"

namespace {

layers::LayerDigest digestOf(const sample::Layer& layer) {
    layers::LayerDigest digest(layer.schema);
    for (const auto& feature : layer.features) digest.add(feature);
    return digest;
}

std::string difference(const std::function<void(sample::Layer&)>& change, double step = 0) {
    sample::Layer changed = sample::plots();
    change(changed);
    return digestOf(sample::plots()).differenceFrom(digestOf(changed), step).value_or("");
}

TEST(LayerDigest, noticesEveryChange) {
    EXPECT_EQ(difference([](auto&) {}), "");
    EXPECT_EQ(difference([](auto& layer) { layer.features.pop_back(); }), "rows 3 2");
    EXPECT_EQ(difference([](auto& layer) { layer.features[0].values[0] = std::int64_t{2}; }), "tt: -39 -38");
    EXPECT_THAT(difference([](auto& layer) { layer.features[0].values[1] = std::string("Mương Tè"); }),
                testing::StartsWith("xa: "));
    EXPECT_EQ(difference([](auto& layer) { layer.features[1].values[3] = std::string(); }), "ldlr: NULL 1 0");
    EXPECT_THAT(difference([](auto& layer) { layer.features[1].geometry.mutableCoordinates()[1].x += 0.01; }),
                testing::StartsWith("coordinates"));
    EXPECT_THAT(difference([](auto& layer) { std::swap(layer.features[0], layer.features[2]); }),
                testing::Not(testing::IsEmpty()));
}

TEST(LayerDigest, forgivesRoundedCoordinates) {
    EXPECT_EQ(difference([](auto& layer) { layer.features[1].geometry.mutableCoordinates()[1].x += 0.0001; }, 0.001), "");
}

}  // namespace
