// SPDX-License-Identifier: Apache-2.0
// The marks a map sets upon places, and the names themes give them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace styles {

/// The first two are furniture; the others mark places.
enum class Symbol {
    NorthArrow,
    MarkLeft,
    Circle,
    Square,
    Triangle,
    TriangleDown,
    Diamond,
    Pentagon,
    Hexagon,
    Star,
    Plus,
    Cross,
    Ring
};

/// `triangle-down`.
std::string nameOf(Symbol symbol);

/// The symbol of a name; nothing for a name no symbol has.
std::optional<Symbol> symbolNamed(std::string_view name);

}  // namespace styles
