// SPDX-License-Identifier: Apache-2.0
// Cutting a table by row ids; the pool of connections; rows as views into SQLite's memory.
#include "layers/store/shape_reader.hpp"

#include <algorithm>
#include <memory>
#include <mutex>

#include "geo/base/error.hpp"

namespace layers {
namespace {

constexpr int shapeColumn = 0;
constexpr int idColumn = 1;
constexpr int sourceRowColumn = 2;
constexpr int firstFieldColumn = 3;

/// Rows whose ids lie between two bounds, and how many stand before them.
struct Part {
    RowRange ids;
    std::int64_t rowsBefore = 0;
};

struct Cut {
    std::vector<Part> parts;
    std::int64_t rows = 0;
};

std::string selectStatement(const ShapeQuery& query, std::string_view where) {
    std::string sql =
        "SELECT " + query.shape + ", " + query.idColumn + ", " + query.sourceRow.value_or("NULL");
    for (const std::string& column : query.columns) sql += ", " + column;
    return sql.append(" FROM ").append(query.table).append(" WHERE ").append(query.idColumn).append(where);
}

std::string betweenIds(const ShapeQuery& query, std::string_view what) {
    return std::string(what) + " FROM " + query.table + " WHERE " + query.idColumn + " BETWEEN ? AND ?";
}

/// A connection with its statements ready.
struct Reader {
    explicit Reader(const ShapeQuery& query)
        : connection(query.path, ConnectionMode::Read, SqlFunctions::Plain),
          range(connection.prepare(selectStatement(query, " BETWEEN ? AND ? ORDER BY ") + query.idColumn)),
          single(connection.prepare(selectStatement(query, " = ?"))),
          count(connection.prepare(betweenIds(query, "SELECT count(*)"))) {}

    StoreConnection connection;
    Statement range;
    Statement single;
    Statement count;
};

/// What all streams of one ShapeParts share: the cut, and the readers that no stream holds at the moment.
class ReaderPool {
  public:
    ReaderPool(ShapeQuery query, std::vector<Part> parts)
        : m_query(std::move(query)), m_parts(std::move(parts)) {}

    const ShapeQuery& query() const { return m_query; }
    const Part& part(std::size_t index) const { return m_parts.at(index); }
    /// The part in which an id stands or would stand.
    const Part& partOf(std::int64_t id) const {
        const auto after =
            std::ranges::upper_bound(m_parts, id, {}, [](const Part& part) { return part.ids.first; });
        return after == m_parts.begin() ? m_parts.at(0) : *(after - 1);
    }

    std::unique_ptr<Reader> take() {
        std::unique_ptr<Reader> reader = takeFree();
        return reader ? std::move(reader) : std::make_unique<Reader>(m_query);
    }
    void giveBack(std::unique_ptr<Reader> reader) {
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(std::move(reader));
    }

  private:
    std::unique_ptr<Reader> takeFree() {
        const std::scoped_lock lock(m_mutex);
        if (m_free.empty()) return nullptr;
        std::unique_ptr<Reader> reader = std::move(m_free.back());
        m_free.pop_back();
        return reader;
    }

    const ShapeQuery m_query;
    const std::vector<Part> m_parts;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Reader>> m_free;
};

/// A reader within one transaction: whatever it reads is of one moment.
class Lease {
  public:
    explicit Lease(std::shared_ptr<ReaderPool> pool) : m_pool(std::move(pool)), m_reader(m_pool->take()) {
        m_reader->connection.execute("BEGIN");
        const auto& requireUnchanged = m_pool->query().requireUnchanged;
        if (requireUnchanged) requireUnchanged(m_reader->connection);
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { end(); }

    bool hasEnded() const { return m_reader == nullptr; }
    Reader& reader() const { return *m_reader; }
    const ReaderPool& pool() const { return *m_pool; }

    /// Other programs may write again; a reader that failed is not used any more.
    void end() noexcept {
        if (!m_reader) return;
        for (Statement* const statement : {&m_reader->range, &m_reader->single, &m_reader->count})
            statement->reset();
        sqlite3* const database = m_reader->connection.database();
        const bool isSound = sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK;
        if (isSound) m_pool->giveBack(std::move(m_reader));
        m_reader.reset();
    }

  private:
    std::shared_ptr<ReaderPool> m_pool;
    std::unique_ptr<Reader> m_reader;
};

/// Rows of a query as views; the parts of a stream that are the same for ranges and single places.
class RowViews {
  public:
    explicit RowViews(const ShapeQuery& query) : m_query(query), m_composed(query.columns.size()) {}

    void fill(ShapeRow& row, const Statement& statement, std::int64_t rowsBefore) {
        row.blob = statement.blob(shapeColumn);
        row.viewShape = m_query.viewShape;
        row.place = statement.whole(idColumn);
        row.sourceRow = m_query.sourceRow ? statement.whole(sourceRowColumn) : rowsBefore + 1;
        row.values.resize(m_composed.size());
        for (std::size_t i = 0; i < m_composed.size(); ++i) {
            row.values[i] = statement.view(firstFieldColumn + static_cast<int>(i));
            if (m_query.composed != nullptr) compose(row, i);
        }
    }

  private:
    void compose(ShapeRow& row, std::size_t field) {
        auto* const text = std::get_if<std::string_view>(&row.values[field]);
        if (text == nullptr) return;
        const geo::Message doing{"file.row", {{"path", m_query.path.string()}, {"row", row.sourceRow}}};
        *text = geo::inContext(doing, [&] { return m_query.composed(*text, m_composed[field]); });
    }

    const ShapeQuery& m_query;
    std::vector<std::string> m_composed;
};

class RangeStream {
  public:
    RangeStream(const std::shared_ptr<ReaderPool>& pool, const Part& part)
        : m_lease(pool), m_rows(pool->query()), m_rowsBefore(part.rowsBefore) {
        m_lease.reader().range.bindAll(part.ids.first, part.ids.last);
    }

    bool next(ShapeRow& row) {
        if (m_lease.hasEnded()) return false;
        Statement& statement = m_lease.reader().range;
        if (!statement.step()) {
            m_lease.end();
            return false;
        }
        m_rows.fill(row, statement, m_rowsBefore++);
        return true;
    }

  private:
    Lease m_lease;
    RowViews m_rows;
    std::int64_t m_rowsBefore;
};

class PickStream {
  public:
    PickStream(const std::shared_ptr<ReaderPool>& pool, std::vector<std::int64_t> places)
        : m_lease(pool), m_rows(pool->query()), m_places(std::move(places)) {}

    bool next(ShapeRow& row) {
        if (m_lease.hasEnded()) return false;
        if (m_index == m_places.size()) {
            m_lease.end();
            return false;
        }
        const std::int64_t place = m_places[m_index++];
        Statement& statement = m_lease.reader().single;
        statement.reset();
        if (!statement.bindAll(place).step()) throwChanged();
        m_rows.fill(row, statement, rowsBefore(place));
        return true;
    }

  private:
    [[noreturn]] void throwChanged() const {
        throw geo::Error(geo::ErrorKind::Refused, "store.layer-changed",
                         {{"path", m_lease.pool().query().path.string()}});
    }

    /// Counted on from the last place where that stands before this one in the same part.
    std::int64_t rowsBefore(std::int64_t place) {
        const ReaderPool& pool = m_lease.pool();
        if (pool.query().sourceRow) return 0;
        const Part& part = pool.partOf(place);
        const bool goesOn = m_counted.ids.first >= part.ids.first && m_counted.ids.first <= place;
        if (!goesOn) m_counted = part;
        Statement& count = m_lease.reader().count;
        count.reset();
        count.bindAll(m_counted.ids.first, place - 1);
        if (count.step()) m_counted.rowsBefore += count.whole(0);
        m_counted.ids.first = place;
        return m_counted.rowsBefore;
    }

    Lease m_lease;
    RowViews m_rows;
    std::vector<std::int64_t> m_places;
    std::size_t m_index = 0;
    /// So many rows stand before its first id.
    Part m_counted{{1, 0}, 0};
};

/// A stream is copied with the function that holds it.
template <class Stream, class... Arguments>
ShapeStream streamOf(Arguments&&... arguments) {
    return [stream = std::make_shared<Stream>(std::forward<Arguments>(arguments)...)](ShapeRow& row) {
        return stream->next(row);
    };
}

/// One after the other: asked for both at once, SQLite looks at every row.
RowRange idsOf(const StoreConnection& connection, const ShapeQuery& query) {
    const auto bound = [&](const char* which) {
        return "(SELECT " + std::string(which) + "(" + query.idColumn + ") FROM " + query.table + ")";
    };
    Statement bounds = connection.prepare("SELECT " + bound("min") + ", " + bound("max"));
    if (!bounds.step() || bounds.isNull(0)) return {1, 0};
    return {bounds.whole(0), bounds.whole(1)};
}

RowRange within(const RowRange& ids, const std::optional<RowRange>& wanted) {
    if (!wanted) return ids;
    return {std::max(ids.first, wanted->first), std::min(ids.last, wanted->last)};
}

/// Unsigned, since ids may be anything.
std::uint64_t widthOf(const RowRange& ids) {
    return ids.first > ids.last
               ? 0
               : static_cast<std::uint64_t>(ids.last) - static_cast<std::uint64_t>(ids.first) + 1;
}

Cut cutWithoutGaps(const RowRange& all, const RowRange& ids) {
    Cut cut{{}, static_cast<std::int64_t>(widthOf(ids))};
    for (std::int64_t row = 0; row < cut.rows; row += rowsInAPart) {
        const std::int64_t rows = std::min(rowsInAPart, cut.rows - row);
        const std::int64_t first = ids.first + row;
        cut.parts.push_back({{first, first + rows - 1}, first - all.first});
    }
    return cut;
}

/// Every id is looked at, since they tell how many rows stand before a part.
Cut cutByCounting(const StoreConnection& connection, const ShapeQuery& query, const RowRange& ids) {
    Cut cut;
    Statement row =
        connection.prepare(betweenIds(query, "SELECT " + query.idColumn) + " ORDER BY " + query.idColumn);
    row.bindAll(ids.first, ids.last);
    for (; row.step(); ++cut.rows) {
        if (cut.rows % rowsInAPart == 0) cut.parts.push_back({{row.whole(0), row.whole(0)}, cut.rows});
        cut.parts.back().ids.last = row.whole(0);
    }
    return cut;
}

}  // namespace

ShapeParts partsOf(const StoreConnection& connection, ShapeQuery query) {
    const RowRange all = idsOf(connection, query);
    const RowRange ids = within(all, query.rows);
    const bool hasGaps = query.count < 0 || widthOf(all) != static_cast<std::uint64_t>(query.count);
    Cut cut = hasGaps ? cutByCounting(connection, query, ids) : cutWithoutGaps(all, ids);
    ShapeParts parts;
    parts.schema = query.schema;
    parts.crs = query.crs;
    parts.count = cut.rows;
    parts.parts = cut.parts.size();
    const auto pool = std::make_shared<ReaderPool>(std::move(query), std::move(cut.parts));
    parts.open = [pool](std::size_t part) { return streamOf<RangeStream>(pool, pool->part(part)); };
    parts.pick = [pool](std::vector<std::int64_t> places) {
        return streamOf<PickStream>(pool, std::move(places));
    };
    return parts;
}

}  // namespace layers
