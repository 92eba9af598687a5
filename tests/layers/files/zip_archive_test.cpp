// SPDX-License-Identifier: Apache-2.0
// Archives, whole and damaged.
#include "layers/files/zip_archive.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>

#include "geo/base/error.hpp"
#include "layers/text/normal_form.hpp"
#include "tests/layers/files/sample_files.hpp"
#include "tests/layers/files/stored_zip.hpp"

namespace {

namespace fs = std::filesystem;

std::string contentOf(const layers::ZipArchive& archive, const std::string& name) {
    std::string bytes;
    archive.read(name, [&](std::string_view block) { bytes += block; });
    return bytes;
}

std::string reasonOf(const fs::path& archive, const std::string& name) {
    try {
        contentOf(layers::ZipArchive(archive), name);
    } catch (const geo::Error& error) {
        return error.what();
    }
    return {};
}

/// As archives are made where names are in the encoding of a country.
std::string withoutFlagOfUtf8(std::string archive) {
    constexpr std::size_t flagInFile = 7, flagInDirectory = 9;
    archive[archive.find("PK\x03\x04") + flagInFile] = 0;
    archive[archive.find("PK\x01\x02") + flagInDirectory] = 0;
    return archive;
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

    EXPECT_FALSE(layers::ZipArchive(folder / "a.zip").read("b", [](std::string_view) {}));
}

TEST(ZipArchive, readsFilesWhoseNamesAreOfAnOlderEncoding) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.zip", withoutFlagOfUtf8(sample::zipOf({{"x\xe3.csv", "1"}})));
    const layers::ZipArchive archive(folder / "a.zip");

    ASSERT_EQ(archive.names().size(), 1u);
    EXPECT_TRUE(layers::isUtf8(archive.names().front()));
    EXPECT_EQ(contentOf(archive, archive.names().front()), "1");
}

TEST(ZipArchive, takesBackslashesForFolders) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.zip", sample::zipOf({{"du-lieu\\xa.csv", "1"}}));

    EXPECT_EQ(contentOf(layers::ZipArchive(folder / "a.zip"), "du-lieu/xa.csv"), "1");
}

TEST(ZipArchive, saysThatWhatItHoldsIsDamaged) {
    const sample::Folder folder;
    std::string damaged = sample::zipOf({{"a", "12345"}});
    damaged[damaged.find("12345")] = 'x';
    sample::writeBytes(folder / "a.zip", damaged);

    EXPECT_THAT(reasonOf(folder / "a.zip", "a"), testing::HasSubstr("reason-archive-damaged"));
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
