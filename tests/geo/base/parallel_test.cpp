// SPDX-License-Identifier: Apache-2.0
// Parallel work gives the same sums for any number of threads.
#include "geo/base/parallel.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "geo/base/error.hpp"

namespace {

double sumOfInverses(unsigned threads) {
    std::vector<double> partial(geo::chunkCount(100'000, 777));
    geo::parallelFor(
        100'000, 777,
        [&](const geo::Chunk& chunk) {
            for (std::size_t i = chunk.begin; i < chunk.end; ++i) partial[chunk.index] += 1.0 / (1.0 + double(i));
        },
        threads);
    return std::accumulate(partial.begin(), partial.end(), 0.0);
}

}  // namespace

TEST(ParallelFor, addsToTheSameBytesWithAnyNumberOfThreads) {
    const double alone = sumOfInverses(1);
    EXPECT_EQ(sumOfInverses(2), alone);
    EXPECT_EQ(sumOfInverses(8), alone);
}

TEST(ParallelFor, doesNothingWithNothing) {
    geo::parallelFor(0, 10, [](const geo::Chunk&) { FAIL(); });
}

TEST(ParallelFor, handsOnTheErrorOfAFailingChunk) {
    const auto work = [](const geo::Chunk& chunk) {
        if (chunk.index == 3) throw geo::Error(geo::ErrorKind::BadData, "test.fault");
    };
    EXPECT_THROW(geo::parallelFor(100, 10, work, 4), geo::Error);
}
