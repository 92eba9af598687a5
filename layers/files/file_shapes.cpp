// SPDX-License-Identifier: Apache-2.0
// Sources leased by the threads that opened them; a feature turned into a row.
#include "layers/files/file_shapes.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "geo/shape/wkb.hpp"
#include "layers/files/formats.hpp"

namespace layers {
namespace {

constexpr std::int64_t recordsInAPart = 16'384;
constexpr std::int64_t untilTheEnd = std::numeric_limits<std::int64_t>::max();

/// What all streams share: how to open the file, and the sources that no stream holds at the moment. A source
/// goes back only to the thread that opened it.
class SourcePool {
  public:
    SourcePool(std::filesystem::path path, OpenOptions options)
        : m_path(std::move(path)), m_options(std::move(options)) {}

    std::unique_ptr<LayerSource> take() {
        {
            const std::scoped_lock lock(m_mutex);
            auto free = m_free.extract(std::this_thread::get_id());
            if (!free.empty()) return std::move(free.mapped());
        }
        return std::make_unique<LayerSource>(LayerSource::open(m_path, m_options));
    }
    void giveBack(std::thread::id opener, std::unique_ptr<LayerSource> source) {
        const std::scoped_lock lock(m_mutex);
        m_free.emplace(opener, std::move(source));
    }

  private:
    std::filesystem::path m_path;
    OpenOptions m_options;
    std::mutex m_mutex;
    std::multimap<std::thread::id, std::unique_ptr<LayerSource>> m_free;
};

class Lease {
  public:
    explicit Lease(std::shared_ptr<SourcePool> pool) : m_pool(std::move(pool)), m_source(m_pool->take()) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { m_pool->giveBack(m_opener, std::move(m_source)); }
    LayerSource& source() { return *m_source; }

  private:
    std::shared_ptr<SourcePool> m_pool;
    std::thread::id m_opener = std::this_thread::get_id();
    std::unique_ptr<LayerSource> m_source;
};

std::optional<geo::ShapeView> viewWkb(std::span<const std::byte> blob) {
    if (blob.empty()) return std::nullopt;
    return geo::ShapeView::ofWkb(blob);
}

/// The feature read last as a row; both live as long as the reader.
class RowReader {
  public:
    explicit RowReader(std::shared_ptr<SourcePool> pool) : m_lease(std::move(pool)) {}

    void begin(std::int64_t record) { m_features = m_lease.source().features(record); }

    bool next(ShapeRow& row, std::int64_t endRow) {
        if (!m_features.next(m_feature) || m_feature.sourceRow > endRow) return false;
        m_wkb.clear();
        if (!m_feature.geometry.isEmpty()) geo::appendWkb(m_wkb, m_feature.geometry);
        row.blob = m_wkb;
        row.viewShape = viewWkb;
        row.sourceRow = row.place = m_feature.sourceRow;
        row.values.resize(m_feature.values.size());
        std::ranges::transform(m_feature.values, row.values.begin(),
                               [](const Value& value) { return viewOf(value); });
        return true;
    }

  private:
    Lease m_lease;
    FeatureStream m_features;
    Feature m_feature;
    std::vector<std::byte> m_wkb;
};

ShapeStream range(const std::shared_ptr<SourcePool>& pool, std::int64_t first, std::int64_t end) {
    auto reader = std::make_shared<RowReader>(pool);
    reader->begin(first);
    return [reader, end](ShapeRow& row) { return reader->next(row, end); };
}

/// A shapefile goes straight to its records; other files are read up to the row.
ShapeStream singles(const std::shared_ptr<SourcePool>& pool, std::vector<std::int64_t> places, bool canSeek) {
    auto reader = std::make_shared<RowReader>(pool);
    return [reader, places = std::move(places), canSeek, index = std::size_t{0}](ShapeRow& row) mutable {
        if (index == places.size()) return false;
        const std::int64_t place = places[index++];
        reader->begin(canSeek ? place - 1 : 0);
        while (reader->next(row, place)) {
            if (row.place == place) return true;
        }
        return false;
    };
}

}  // namespace

ShapeParts fileShapes(const std::filesystem::path& path, const OpenOptions& options) {
    LayerSource source = LayerSource::open(path, options);
    const FeatureStream features = source.features();
    OpenOptions settled = options;
    settled.layerName = source.layerName();
    if (settled.encoding == Encoding::Auto) settled.encoding = source.encoding();
    const bool canSeek = formatOf(path) == Format::Shapefile;
    const std::int64_t records = source.recordCount();
    const std::int64_t parts = canSeek ? (records + recordsInAPart - 1) / recordsInAPart : 1;
    const auto pool = std::make_shared<SourcePool>(path, settled);
    ShapeParts shapes{features.schema, features.crs, features.count, static_cast<std::size_t>(parts), {}, {}};
    shapes.open = [pool, canSeek](std::size_t part) {
        const std::int64_t first = static_cast<std::int64_t>(part) * recordsInAPart;
        return range(pool, first, canSeek ? first + recordsInAPart : untilTheEnd);
    };
    shapes.pick = [pool, canSeek](std::vector<std::int64_t> places) {
        return singles(pool, std::move(places), canSeek);
    };
    return shapes;
}

}  // namespace layers
