// SPDX-License-Identifier: Apache-2.0
// Archives, whole and damaged.
#include "layers/files/zip_archive.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>

#include "geo/base/error.hpp"
#include "tests/layers/files/sample_files.hpp"
#include "tests/layers/files/stored_zip.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t plenty = 1'000'000;

std::string contentOf(const layers::ZipArchive& archive, const std::string& name,
                      std::uint64_t most = plenty) {
    std::string bytes;
    archive.read(name, most, [&](std::string_view block) { bytes += block; });
    return bytes;
}

std::ptrdiff_t openFiles() { return std::distance(fs::directory_iterator("/proc/self/fd"), {}); }

}  // namespace

TEST(ZipArchive, givesNamesAndContents) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.zip", sample::zipOf({{"xã/bảng.csv", "mã;tên"}, {"b.txt", ""}}));
    const layers::ZipArchive archive(folder / "a.zip");

    EXPECT_THAT(archive.names(), testing::UnorderedElementsAre("xã/bảng.csv", "b.txt"));
    EXPECT_EQ(contentOf(archive, "xã/bảng.csv"), "mã;tên");
    EXPECT_EQ(contentOf(archive, "b.txt"), "");
}

TEST(ZipArchive, saysThatThereIsNoSuchFile) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.zip", sample::zipOf({{"a", "1"}}));

    EXPECT_FALSE(layers::ZipArchive(folder / "a.zip").read("b", plenty, [](std::string_view) {}));
}

TEST(ZipArchive, refusesMoreBytesThanAskedFor) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.zip", sample::zipOf({{"a", "12345"}}));
    const layers::ZipArchive archive(folder / "a.zip");

    EXPECT_EQ(contentOf(archive, "a", 5), "12345");
    EXPECT_THROW(contentOf(archive, "a", 4), geo::Error);
}

TEST(ZipArchive, leavesNoFileOpenHoweverDamagedItIs) {
    const sample::Folder folder;
    const std::string whole = sample::zipOf({{"a", "12345"}, {"b", "67890"}});
    const auto before = openFiles();
    int refused = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
        sample::writeBytes(folder / "a.zip", damaged);
        try {
            contentOf(layers::ZipArchive(folder / "a.zip"), "a");
        } catch (const geo::Error&) {
            ++refused;
        }
    }

    EXPECT_GT(refused, 10);
    EXPECT_EQ(openFiles(), before);
}
