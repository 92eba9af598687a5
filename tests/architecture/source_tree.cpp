// SPDX-License-Identifier: Apache-2.0
// Reads the tree once; data files are listed but not read.
#include "tests/architecture/source_tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace fences {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 9> topFolders{"app",         "cmake",  "docs",  "geo", "layers",
                                                     "sample-data", "styles", "tests", ".ci"};

bool isRead(const fs::path& path) {
    const std::string extension = path.extension().string();
    const bool isCatalogue = extension == ".json" && path.parent_path().filename() == "words";
    return isCatalogue || extension == ".cpp" || extension == ".hpp" || extension == ".cmake" ||
           extension == ".sh" || path.filename() == "CMakeLists.txt" || path.filename() == "run";
}

std::string textOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void addFile(std::vector<SourceFile>& files, const fs::path& root, const fs::path& path) {
    files.push_back({path.lexically_relative(root).generic_string(), isRead(path) ? textOf(path) : ""});
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Violation& violation) {
    return out << violation.path << ":" << violation.line << ": " << violation.fault;
}

std::vector<SourceFile> readSourceTree(const fs::path& root) {
    std::vector<SourceFile> files;
    for (const auto& entry : fs::directory_iterator(root)) {
        if (entry.is_regular_file()) addFile(files, root, entry.path());
    }
    for (const auto& folder : topFolders) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (entry.is_regular_file()) addFile(files, root, entry.path());
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

std::string roomOf(std::string_view path) {
    const auto first = path.find('/');
    if (first == std::string_view::npos) return {};
    const auto second = path.find('/', first + 1);
    return std::string(path.substr(0, second == std::string_view::npos ? first : second));
}

std::string floorOf(std::string_view path) { return std::string(path.substr(0, path.find('/'))); }

bool isHeader(std::string_view path) { return path.ends_with(".hpp"); }

bool isCpp(std::string_view path) { return path.ends_with(".hpp") || path.ends_with(".cpp"); }

}  // namespace fences
