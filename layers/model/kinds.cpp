// SPDX-License-Identifier: Apache-2.0
// Kinds and the words for them.
#include "layers/model/kinds.hpp"

#include <array>
#include <utility>

namespace layers {
namespace {

constexpr std::array<std::pair<Kind, std::string_view>, 5> kindTable{{{Kind::Communes, "communes"},
                                                                      {Kind::Districts, "districts"},
                                                                      {Kind::Forest, "forest"},
                                                                      {Kind::Lineage, "lineage"},
                                                                      {Kind::Layer, "layer"}}};

}  // namespace

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
