// SPDX-License-Identifier: Apache-2.0
// One list of symbols and names.
#include "styles/theme/symbol.hpp"

#include <array>
#include <utility>

namespace styles {
namespace {

constexpr std::array<std::pair<Symbol, std::string_view>, 13> names{{{Symbol::NorthArrow, "north-arrow"},
                                                                     {Symbol::MarkLeft, "mark-left"},
                                                                     {Symbol::Circle, "circle"},
                                                                     {Symbol::Square, "square"},
                                                                     {Symbol::Triangle, "triangle"},
                                                                     {Symbol::TriangleDown, "triangle-down"},
                                                                     {Symbol::Diamond, "diamond"},
                                                                     {Symbol::Pentagon, "pentagon"},
                                                                     {Symbol::Hexagon, "hexagon"},
                                                                     {Symbol::Star, "star"},
                                                                     {Symbol::Plus, "plus"},
                                                                     {Symbol::Cross, "cross"},
                                                                     {Symbol::Ring, "ring"}}};

}  // namespace

std::string nameOf(Symbol symbol) {
    for (const auto& [known, name] : names) {
        if (known == symbol) return std::string(name);
    }
    return {};
}

std::optional<Symbol> symbolNamed(std::string_view name) {
    for (const auto& [symbol, known] : names) {
        if (known == name) return symbol;
    }
    return std::nullopt;
}

}  // namespace styles
