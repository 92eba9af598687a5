// SPDX-License-Identifier: Apache-2.0
// Everything outside the marks stays as it is.
#include "tests/bench/marked_text.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace bench {
namespace {

const std::string beginMark = "<!-- figures begin -->\n";
const std::string endMark = "<!-- figures end -->";

std::string wholeText(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace

void replaceMarked(const std::filesystem::path& file, const std::string& text) {
    std::string whole = wholeText(file);
    const auto mark = whole.find(beginMark);
    const auto end = whole.find(endMark);
    if (mark == std::string::npos || end == std::string::npos || end < mark) {
        throw std::runtime_error(file.string() + " has no marks to write between: '" + endMark + "'");
    }
    const auto begin = mark + beginMark.size();
    whole.replace(begin, end - begin, text);
    std::ofstream(file, std::ios::binary) << whole;
}

}  // namespace bench
