// SPDX-License-Identifier: Apache-2.0
// What a layer or table is about: the KIND of `import --as`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

enum class Kind {
    Communes,
    Districts,
    Basins,
    Rivers,
    Forest,
    Clusters,
    Landfills,
    Mines,
    Hydropower,
    Models,
    Outfalls,
    Lineage,
    Indicators,
    Targets,
    /// Decisions on what writings of units mean.
    Names,
    Layer
};

/// Registered places with a name and a declared commune: clusters, landfills, mines, hydropower, models.
bool isSite(Kind kind);
/// Rows that have no shape: lineage, indicators, targets, names.
bool isTable(Kind kind);

/// Errors: nothing when the word names no kind.
std::optional<Kind> parseKind(std::string_view word);
std::string wordOf(Kind kind);
std::vector<std::string> kindWords();

}  // namespace layers
