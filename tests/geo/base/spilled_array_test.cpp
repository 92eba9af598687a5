// SPDX-License-Identifier: Apache-2.0
// What is put aside comes back as it was, in memory and beyond.
#include "geo/base/spilled_array.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numeric>

#include "geo/base/error.hpp"

namespace {

using Numbers = geo::SpilledArray<std::uint64_t>;

/// One more than stays in memory.
constexpr std::size_t tooMany = Numbers::mostInMemory_bytes / sizeof(std::uint64_t) + 1;

void appendUpTo(Numbers& numbers, std::size_t end) {
    std::vector<std::uint64_t> more(std::min<std::size_t>(end - numbers.size(), 100'000));
    while (numbers.size() < end) {
        more.resize(std::min(more.size(), end - numbers.size()));
        std::iota(more.begin(), more.end(), numbers.size());
        numbers.append(more);
    }
}

bool countsUp(std::span<const std::uint64_t> numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != i) return false;
    }
    return true;
}

/// Sends temporary files elsewhere while it lives.
class TemporaryFolder {
  public:
    explicit TemporaryFolder(const std::string& folder) { ::setenv("TMPDIR", folder.c_str(), 1); }
    ~TemporaryFolder() { ::unsetenv("TMPDIR"); }
};

}  // namespace

TEST(SpilledArray, isEmptyAtFirst) {
    Numbers numbers;
    EXPECT_TRUE(numbers.items().empty());
}

TEST(SpilledArray, keepsAFewInMemory) {
    // No folder is needed for them.
    const TemporaryFolder nowhere("/proc");
    Numbers numbers;
    appendUpTo(numbers, 1000);
    EXPECT_EQ(numbers.items().size(), 1000u);
    EXPECT_TRUE(countsUp(numbers.items()));
}

TEST(SpilledArray, keepsManyInTheirOrder) {
    Numbers numbers;
    appendUpTo(numbers, 2 * tooMany);
    ASSERT_EQ(numbers.items().size(), 2 * tooMany);
    EXPECT_TRUE(countsUp(numbers.items()));
}

TEST(SpilledArray, growsAfterItWasRead) {
    Numbers numbers;
    appendUpTo(numbers, tooMany);
    EXPECT_TRUE(countsUp(numbers.items()));
    appendUpTo(numbers, tooMany + 77);
    ASSERT_EQ(numbers.items().size(), tooMany + 77);
    EXPECT_TRUE(countsUp(numbers.items()));
}

TEST(SpilledArray, leavesNothingBehind) {
    const auto folder = std::filesystem::temp_directory_path() / "khoanh-spilled-array-test";
    std::filesystem::create_directories(folder);
    {
        const TemporaryFolder here(folder.string());
        Numbers numbers;
        appendUpTo(numbers, tooMany);
        EXPECT_TRUE(std::filesystem::is_empty(folder));
    }
    std::filesystem::remove_all(folder);
}

TEST(SpilledArray, namesTheFolderThatTakesNoFiles) {
    const TemporaryFolder nowhere("/proc");
    Numbers numbers;
    try {
        appendUpTo(numbers, tooMany);
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "spill.not-writable");
    }
}
