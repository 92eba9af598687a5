// SPDX-License-Identifier: Apache-2.0
// Kinds and the words for them.
#include "layers/model/kinds.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace layers {
namespace {

constexpr std::array<std::pair<Kind, std::string_view>, 16> kindTable{{{Kind::Communes, "communes"},
                                                                       {Kind::Districts, "districts"},
                                                                       {Kind::Basins, "basins"},
                                                                       {Kind::Rivers, "rivers"},
                                                                       {Kind::Forest, "forest"},
                                                                       {Kind::Clusters, "clusters"},
                                                                       {Kind::Landfills, "landfills"},
                                                                       {Kind::Mines, "mines"},
                                                                       {Kind::Hydropower, "hydropower"},
                                                                       {Kind::Models, "models"},
                                                                       {Kind::Outfalls, "outfalls"},
                                                                       {Kind::Lineage, "lineage"},
                                                                       {Kind::Indicators, "indicators"},
                                                                       {Kind::Targets, "targets"},
                                                                       {Kind::Names, "names"},
                                                                       {Kind::Layer, "layer"}}};

constexpr std::array siteKinds{Kind::Clusters, Kind::Landfills, Kind::Mines, Kind::Hydropower, Kind::Models};
constexpr std::array tableKinds{Kind::Lineage, Kind::Indicators, Kind::Targets, Kind::Names};

}  // namespace

bool isSite(Kind kind) { return std::ranges::find(siteKinds, kind) != siteKinds.end(); }

bool isTable(Kind kind) { return std::ranges::find(tableKinds, kind) != tableKinds.end(); }

std::optional<Kind> parseKind(std::string_view word) {
    for (const auto& [kind, name] : kindTable) {
        if (name == word) return kind;
    }
    return std::nullopt;
}

std::string wordOf(Kind kind) {
    for (const auto& [known, name] : kindTable) {
        if (known == kind) return std::string(name);
    }
    return {};
}

std::vector<std::string> kindWords() {
    std::vector<std::string> words;
    for (const auto& [kind, name] : kindTable) words.emplace_back(name);
    return words;
}

}  // namespace layers
