// SPDX-License-Identifier: Apache-2.0
// Half-open classes of a value: from a break upward, below the next.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace styles {

class ClassBreaks {
  public:
    ClassBreaks() = default;

    /// Breaks 35, 45 make three classes: below 35, from 35 to below 45, from 45.
    /// Errors: BadData `theme.breaks-not-ascending` unless every break is finite and above the one before.
    explicit ClassBreaks(std::vector<double> breaks);

    /// The class a value lies in, counted from 0 for the lowest; a break belongs to the class above it.
    /// Errors: nothing for a value that is no number.
    std::optional<std::size_t> classOf(double value) const;

    std::size_t count() const { return m_breaks.size() + 1; }

    /// Where a class begins; nothing for the lowest.
    std::optional<double> from(std::size_t classIndex) const;
    /// Where a class ends, itself outside; nothing for the highest.
    std::optional<double> below(std::size_t classIndex) const;

    const std::vector<double>& breaks() const { return m_breaks; }

    bool operator==(const ClassBreaks&) const = default;

  private:
    std::vector<double> m_breaks;
};

}  // namespace styles
