// SPDX-License-Identifier: Apache-2.0
// One row of best costs a class, each filled by halves.
#include "styles/theme/natural_breaks.hpp"

#include <algorithm>
#include <limits>

namespace styles {
namespace {

/// Sums over the first values, so that the cost of any run of them takes three subtractions.
class RunCosts {
  public:
    explicit RunCosts(std::span<const CountedValue> values) {
        // Measured from the middle of the range, squares stay small and differences keep their digits.
        const double middle = (values.front().value + values.back().value) / 2;
        for (const CountedValue& item : values) {
            const long double shifted = static_cast<long double>(item.value) - middle;
            m_counts.push_back(m_counts.back() + item.count);
            m_sums.push_back(m_sums.back() + item.count * shifted);
            m_squares.push_back(m_squares.back() + item.count * shifted * shifted);
        }
    }

    /// The sum of squared deviations of values first to last-1 from their mean.
    long double of(std::size_t first, std::size_t last) const {
        if (last - first < 2) return 0;
        const long double sum = m_sums[last] - m_sums[first];
        const long double count = m_counts[last] - m_counts[first];
        return std::max(0.0L, m_squares[last] - m_squares[first] - sum * sum / count);
    }

  private:
    std::vector<long double> m_counts{0}, m_sums{0}, m_squares{0};
};

struct Half {
    std::size_t first = 0, last = 0, lowestStart = 0, highestStart = 0;
};

/// The best costs of cutting every first run of the values into one class more than before.
class Row {
  public:
    Row(const RunCosts& costs, const std::vector<long double>& before)
        : m_costs(costs), m_before(before), m_best(before.size()), m_starts(before.size()) {}

    /// Where the last class of a longer run begins is never below that of a shorter one.
    void fill(const Half& half) {
        if (half.first > half.last) return;
        const std::size_t middle = (half.first + half.last) / 2;
        choose(middle, half);
        const std::size_t start = m_starts[middle];
        if (middle > half.first) fill({half.first, middle - 1, half.lowestStart, start});
        fill({middle + 1, half.last, start, half.highestStart});
    }

    const std::vector<long double>& best() const { return m_best; }
    const std::vector<std::size_t>& starts() const { return m_starts; }

  private:
    void choose(std::size_t end, const Half& half) {
        m_best[end] = std::numeric_limits<long double>::infinity();
        for (std::size_t start = half.lowestStart; start <= std::min(half.highestStart, end - 1); ++start) {
            const long double cost = m_before[start] + m_costs.of(start, end);
            if (cost >= m_best[end]) continue;
            m_best[end] = cost;
            m_starts[end] = start;
        }
    }

    const RunCosts& m_costs;
    const std::vector<long double>& m_before;
    std::vector<long double> m_best;
    std::vector<std::size_t> m_starts;
};

}  // namespace

std::vector<std::size_t> naturalBreaks(std::span<const CountedValue> values, std::size_t classes) {
    const std::size_t size = values.size();
    if (size == 0 || classes < 2) return {};
    const RunCosts costs(values);
    std::vector<long double> best(size + 1);
    for (std::size_t end = 1; end <= size; ++end) best[end] = costs.of(0, end);
    std::vector<std::vector<std::size_t>> starts;
    for (std::size_t cut = 1; cut < classes; ++cut) {
        Row row(costs, best);
        row.fill({cut + 1, size, cut, size - 1});
        starts.push_back(row.starts());
        best = row.best();
    }
    std::vector<std::size_t> breaks(starts.size());
    for (std::size_t cut = starts.size(), end = size; cut > 0; --cut)
        breaks[cut - 1] = end = starts[cut - 1][end];
    return breaks;
}

}  // namespace styles
