// SPDX-License-Identifier: Apache-2.0
// Batches of features go round between the two threads.
#include "layers/model/relayed_stream.hpp"

#include <utility>

#include "geo/base/relay.hpp"

namespace layers {
namespace {

constexpr std::size_t batchesAhead = 4;
constexpr std::size_t featuresInABatch = 256;

struct Batch {
    std::vector<Feature> features = std::vector<Feature>(featuresInABatch);
    std::size_t count = 0;
    /// The stream ends with this batch.
    bool isLast = false;
};

class BatchMaker {
  public:
    explicit BatchMaker(const std::vector<FeatureStream>& sources) : m_sources(sources) {}

    bool make(Batch& batch) {
        if (m_source == m_sources.size()) return false;
        const FeatureStream& source = m_sources[m_source];
        batch.count = 0;
        while (batch.count < featuresInABatch && source.next(batch.features[batch.count])) ++batch.count;
        batch.isLast = batch.count < featuresInABatch;
        if (batch.isLast) ++m_source;
        return true;
    }

  private:
    const std::vector<FeatureStream>& m_sources;
    std::size_t m_source = 0;
};

class BatchUser {
  public:
    explicit BatchUser(const std::function<Batch*()>& next) : m_nextBatch(next) {}

    bool next(Feature& feature) {
        while (m_batch == nullptr || m_used == m_batch->count) {
            const bool wasLast = m_batch != nullptr && m_batch->isLast;
            m_batch = wasLast ? nullptr : m_nextBatch();
            m_used = 0;
            if (m_batch == nullptr) return false;
        }
        std::swap(feature, m_batch->features[m_used++]);
        return true;
    }

  private:
    const std::function<Batch*()>& m_nextBatch;
    Batch* m_batch = nullptr;
    std::size_t m_used = 0;
};

}  // namespace

void relayFeatures(const std::vector<FeatureStream>& sources,
                   const std::function<void(const std::vector<FeatureStream>& streams)>& use) {
    // Copied before the threads part: next() of a source may change what it holds while it runs.
    std::vector<FeatureStream> streams = sources;
    BatchMaker maker(sources);
    geo::makeAheadOf<Batch>(
        batchesAhead, [&](Batch& batch) { return maker.make(batch); },
        [&](const std::function<Batch*()>& next) {
            BatchUser user(next);
            for (FeatureStream& stream : streams) {
                stream.next = [&user](Feature& feature) { return user.next(feature); };
            }
            use(streams);
        });
}

}  // namespace layers
