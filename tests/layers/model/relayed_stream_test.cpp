// SPDX-License-Identifier: Apache-2.0
// Features pass from thread to thread as they are, stream by stream.
#include "layers/model/relayed_stream.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

using layers::Feature;
using layers::FeatureStream;

namespace {

/// Rows first, first + 1, …
FeatureStream rows(std::int64_t first, std::int64_t count) {
    FeatureStream stream;
    stream.count = count;
    stream.next = [row = first, end = first + count](Feature& feature) mutable {
        feature.sourceRow = row;
        feature.values = {row};
        return row++ < end;
    };
    return stream;
}

std::vector<std::int64_t> drawn(const FeatureStream& stream) {
    std::vector<std::int64_t> found;
    for (Feature feature; stream.next(feature);) {
        EXPECT_EQ(layers::wholeNumberIn(feature.values.at(0)), feature.sourceRow);
        found.push_back(feature.sourceRow);
    }
    return found;
}

}  // namespace

TEST(RelayedStream, givesEveryFeatureOfEveryStreamInOrder) {
    // Less than a batch, none, just one batch of 256, several.
    const std::vector<std::int64_t> counts{3, 0, 256, 5000};
    std::vector<FeatureStream> sources;
    for (const auto count : counts) sources.push_back(rows(100 * count, count));
    layers::relayFeatures(sources, [&](const std::vector<FeatureStream>& streams) {
        ASSERT_EQ(streams.size(), counts.size());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            EXPECT_EQ(streams[i].count, counts[i]);
            const auto found = drawn(streams[i]);
            ASSERT_EQ(found.size(), static_cast<std::size_t>(counts[i]));
            for (std::size_t row = 0; row < found.size(); ++row) {
                EXPECT_EQ(found[row], 100 * counts[i] + static_cast<std::int64_t>(row));
            }
        }
    });
}

TEST(RelayedStream, failsWhereReadingFails) {
    FeatureStream source = rows(0, 1000);
    source.next = [next = source.next, left = 600](Feature& feature) mutable {
        if (--left == 0) throw std::runtime_error("reading");
        return next(feature);
    };
    bool hasEnded = false;
    const auto relay = [&] {
        layers::relayFeatures({source}, [&](const std::vector<FeatureStream>& streams) {
            drawn(streams.front());
            hasEnded = true;
        });
    };
    EXPECT_THROW(relay(), std::runtime_error);
    EXPECT_FALSE(hasEnded);
}

TEST(RelayedStream, neverCopiesASourceThatIsBeingRead) {
    // A copy made while reading would find the text half changed.
    FeatureStream source;
    source.next = [text = std::string(100, 'a'), left = 20'000](Feature& feature) mutable {
        text.assign(100 + static_cast<std::size_t>(left % 50), 'b');
        feature.values = {text};
        return --left > 0;
    };
    for (int round = 0; round < 20; ++round) {
        layers::relayFeatures({source}, [](const std::vector<FeatureStream>& streams) {
            for (Feature feature; streams.front().next(feature);) {
                ASSERT_EQ(layers::textIn(feature.values.at(0)).front(), 'b');
            }
        });
    }
}
