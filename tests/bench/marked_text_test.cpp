// SPDX-License-Identifier: Apache-2.0
// Figures renewed inside a page.
#include "tests/bench/marked_text.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace {

std::filesystem::path pageOf(const std::string& text) {
    const auto page = std::filesystem::path(testing::TempDir()) / "page.md";
    std::ofstream(page) << text;
    return page;
}

std::string textOf(const std::filesystem::path& page) {
    std::ostringstream text;
    text << std::ifstream(page).rdbuf();
    return text.str();
}

}  // namespace

TEST(MarkedText, onlyWhatStandsBetweenTheMarksIsRenewed) {
    const auto page = pageOf("# Page\n<!-- figures begin -->\nold\n<!-- figures end -->\nrest\n");
    bench::replaceMarked(page, "new\n");
    EXPECT_EQ(textOf(page), "# Page\n<!-- figures begin -->\nnew\n<!-- figures end -->\nrest\n");
}

TEST(MarkedText, aPageWithoutMarksIsLeftAlone) {
    const auto page = pageOf("# Page\n");
    EXPECT_THROW(bench::replaceMarked(page, "new\n"), std::runtime_error);
    EXPECT_EQ(textOf(page), "# Page\n");
}
