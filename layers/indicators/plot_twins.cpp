// SPDX-License-Identifier: Apache-2.0
// Twins: numbers that occur twice first, since there are few; then who bears them.
#include "layers/indicators/plot_twins.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "geo/base/parallel.hpp"

namespace layers {
namespace {

constexpr unsigned bucketBits = 5;
constexpr std::size_t bucketCount = std::size_t{1} << bucketBits;

using Print = std::uint64_t PlotPrint::*;
using Firsts = std::unordered_map<std::uint64_t, std::optional<PlotPlace>>;

std::size_t bucketOf(std::uint64_t number) { return number >> (64U - bucketBits); }

/// Sorts the numbers and leaves each of those that occur more than once, once.
void keepRepeated(std::vector<std::uint64_t>& numbers) {
    std::ranges::sort(numbers);
    std::size_t kept = 0;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const bool isRepeated = numbers[i] == numbers[i - 1];
        if (isRepeated && (kept == 0 || numbers[kept - 1] != numbers[i])) numbers[kept++] = numbers[i];
    }
    numbers.resize(kept);
    numbers.shrink_to_fit();
}

/// The first that bears a repeated number; noted when it comes by.
std::optional<PlotPlace> firstOf(Firsts& firsts, std::uint64_t number, const PlotPlace& plot) {
    const auto found = firsts.find(number);
    if (found == firsts.end()) return std::nullopt;
    if (!found->second) {
        found->second = plot;
        return std::nullopt;
    }
    return found->second;
}

/// Every number that occurs more than once, its first bearer not known yet. By buckets, so that memory holds
/// a part of the numbers at a time.
Firsts repeatedIn(std::span<const SeenPlot> plots, Print print) {
    std::array<std::vector<std::uint64_t>, bucketCount> buckets;
    geo::parallelFor(bucketCount, 1, [&](const geo::Chunk& chunk) {
        auto& bucket = buckets[chunk.index];
        for (const SeenPlot& plot : plots) {
            const std::uint64_t number = plot.print.*print;
            if (number != 0 && bucketOf(number) == chunk.index) bucket.push_back(number);
        }
        keepRepeated(bucket);
    });
    Firsts firsts;
    for (const auto& bucket : buckets) {
        for (const std::uint64_t number : bucket) firsts.emplace(number, std::nullopt);
    }
    return firsts;
}

}  // namespace

void PlotTwins::add(std::size_t layer, std::size_t part, std::span<const SeenPlot> plots) {
    const std::scoped_lock lock(m_mutex);
    m_runs.push_back({layer, part, m_plots.size(), plots.size()});
    m_plots.append(plots);
}

std::vector<PlotTwin> PlotTwins::find() {
    const auto plots = m_plots.items();
    Firsts byShape = repeatedIn(plots, &PlotPrint::shape);
    Firsts byNumber = repeatedIn(plots, &PlotPrint::number);
    std::vector<PlotTwin> twins;
    if (byShape.empty() && byNumber.empty()) return twins;
    std::ranges::sort(m_runs);
    for (const Run& run : m_runs) {
        for (const SeenPlot& plot : plots.subspan(run.first, run.count)) {
            const PlotPlace here{run.layer, plot.place};
            const auto shape = firstOf(byShape, plot.print.shape, here);
            const auto number = firstOf(byNumber, plot.print.number, here);
            if (shape || number) twins.push_back({here, shape ? *shape : *number});
        }
    }
    return twins;
}

}  // namespace layers
