// SPDX-License-Identifier: Apache-2.0
// How long a file and a function may be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/source_tree.hpp"

namespace fences {

constexpr std::size_t longestFile = 400;
constexpr std::size_t longestFunction = 60;

struct FunctionSpan {
    std::string name;
    std::size_t firstLine = 0;
    std::size_t lastLine = 0;
    std::size_t lines() const { return lastLine - firstLine + 1; }
};

/// The functions of a C++ source, found by matching braces; what stands inside a function is part of it.
std::vector<FunctionSpan> functionsOf(std::string_view source);

std::vector<Violation> checkFileLengths(const std::vector<SourceFile>& files);
std::vector<Violation> checkFunctionLengths(const std::vector<SourceFile>& files);

}  // namespace fences
