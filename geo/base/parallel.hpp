// SPDX-License-Identifier: Apache-2.0
// Work cut by the data, so that the result does not depend on how many threads share it.
#pragma once

#include <cstddef>
#include <functional>

namespace geo {

struct Chunk {
    std::size_t index = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

constexpr std::size_t chunkCount(std::size_t count, std::size_t chunkSize) {
    return (count + chunkSize - 1) / chunkSize;
}

/// Runs work once for every chunk of [0, count), on several threads; chunks are the same for any thread
/// count. Keep a partial result per chunk index and add them in order to get the same bytes every time.
/// Errors: the error of the lowest failing chunk, after all threads have ended.
void parallelFor(std::size_t count, std::size_t chunkSize, const std::function<void(const Chunk&)>& work,
                 unsigned threads = 0);

}  // namespace geo
