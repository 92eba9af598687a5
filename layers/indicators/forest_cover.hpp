// SPDX-License-Identifier: Apache-2.0
// Which plots count towards forest cover.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/indicators/forest_codes.hpp"

namespace layers {

/// Whether rubber counts: as the land it stands on is planned, always, never.
enum class RubberRule { Rule, In, Out };

/// Errors: nothing when the word names no rule.
std::optional<RubberRule> parseRubberRule(std::string_view word);
std::string wordOf(RubberRule rule);

/// What the inventory says of a plot, as far as cover asks for it; its text stands elsewhere.
struct PlotFacts {
    std::optional<std::int64_t> maldlr;
    std::string_view ldlr;
    /// SLDLR.
    std::string_view species;
    std::optional<std::int64_t> malr3;
};

enum class PlotVerdict { Counts, NotForest, UnknownCode, NoCode, RubberExcluded };

/// The reason under which a ledger books plots of a verdict: `counts`, `not-forest`, `unknown-code`,
/// `no-code`, `rubber`.
std::string wordOf(PlotVerdict verdict);

/// Judges a plot by MALDLR, or by LDLR where MALDLR is missing or 0 (a DBF cannot tell the two apart).
/// Rubber is told by species, compared without regard to case of ASCII letters and outer spaces.
/// Source: QĐ 537/QĐ-UBND Lào Cai (27/02/2026) by arithmetic: only planted and natural forest that meets the
/// criteria counts; rubber only on land planned for forestry (MALR3 1–3).
PlotVerdict judge(const PlotFacts& plot, const ForestCodes& codes,
                  const std::vector<std::string>& rubberSpecies, RubberRule rubber);

}  // namespace layers
