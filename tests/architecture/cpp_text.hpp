// SPDX-License-Identifier: Apache-2.0
// C++ taken apart just far enough for the rules: code without comments and literals, literals, includes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fences {

struct Literal {
    std::size_t line = 0;
    /// Where its opening quote stands in the code.
    std::size_t position = 0;
    std::string text;
};

struct CppText {
    /// As long as the source, with comments and the inside of literals blanked; lines stay where they were.
    std::string code;
    std::vector<Literal> literals;
};

struct Include {
    std::size_t line = 0;
    std::string name;
};

/// Limits: escapes inside a literal stay as written.
CppText takeApart(std::string_view source);

/// Only directives the compiler sees: not those in comments and literals.
std::vector<Include> includesOf(std::string_view source);

/// Counted from 1.
std::size_t lineAt(std::string_view text, std::size_t position);

}  // namespace fences
