// SPDX-License-Identifier: Apache-2.0
// Threads that take the next chunk until none is left.
#include "geo/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace geo {
namespace {

unsigned usefulThreads(unsigned wished, std::size_t chunks) {
    const unsigned available = wished != 0 ? wished : std::max(1U, std::thread::hardware_concurrency());
    return static_cast<unsigned>(std::min<std::size_t>(available, chunks));
}

void rethrowFirst(const std::vector<std::exception_ptr>& faults) {
    for (const auto& fault : faults) {
        if (fault) std::rethrow_exception(fault);
    }
}

}  // namespace

void parallelFor(std::size_t count, std::size_t chunkSize, const std::function<void(const Chunk&)>& work,
                 unsigned threads) {
    const std::size_t chunks = chunkCount(count, chunkSize);
    std::vector<std::exception_ptr> faults(chunks);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    const auto takeChunks = [&] {
        // A chunk once taken is worked: dropping it because a higher one failed would hide its own error.
        while (!failed) {
            const std::size_t index = next++;
            if (index >= chunks) return;
            try {
                work({index, index * chunkSize, std::min(count, (index + 1) * chunkSize)});
            } catch (...) {
                faults[index] = std::current_exception();
                failed = true;
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (unsigned thread = 1; thread < usefulThreads(threads, chunks); ++thread) {
            helpers.emplace_back(takeChunks);
        }
        takeChunks();
    }
    rethrowFirst(faults);
}

}  // namespace geo
