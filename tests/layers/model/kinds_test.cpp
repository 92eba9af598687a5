// SPDX-License-Identifier: Apache-2.0
// The words of `import --as`.
#include "layers/model/kinds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

TEST(Kinds, everyWordNamesTheKindItIsTheWordOf) {
    for (const std::string& word : layers::kindWords()) {
        const auto kind = layers::parseKind(word);
        ASSERT_TRUE(kind) << word;
        EXPECT_EQ(layers::wordOf(*kind), word);
    }
    EXPECT_THAT(layers::kindWords(), testing::IsSupersetOf({"communes", "districts", "forest", "lineage", "layer"}));
}

TEST(Kinds, aWordThatIsNoKindNamesNothing) {
    EXPECT_EQ(layers::parseKind("wards"), std::nullopt);
    EXPECT_EQ(layers::parseKind("Communes"), std::nullopt);
    EXPECT_EQ(layers::parseKind(""), std::nullopt);
}
