// SPDX-License-Identifier: Apache-2.0
// The source tree as a value, so that every rule is a function over it and can be tried on a planted fault.
#pragma once

#include <cstddef>
#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace fences {

struct SourceFile {
    /// From the root, with `/` between folders.
    std::string path;
    /// Empty for files whose words no rule reads.
    std::string text;
};

/// One place where a rule is broken; line 0 when the file as a whole breaks it.
struct Violation {
    std::string path;
    std::size_t line = 0;
    std::string fault;
    bool operator==(const Violation&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Violation& violation);

/// The files of the house in the order of their paths, without what is built or made.
std::vector<SourceFile> readSourceTree(const std::filesystem::path& root);

/// `geo/crs` of `geo/crs/transform.cpp`: the first two folders; the first alone when there is no second.
std::string roomOf(std::string_view path);

/// `geo` of `geo/crs`.
std::string floorOf(std::string_view path);

bool isHeader(std::string_view path);
bool isCpp(std::string_view path);

}  // namespace fences
