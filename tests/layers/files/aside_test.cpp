// SPDX-License-Identifier: Apache-2.0
// The old file stands until the new one is whole.
#include "layers/files/aside.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/layers/files/sample_files.hpp"

namespace {

using testing::ElementsAre;
using testing::StartsWith;

TEST(Aside, replacesTheOldFileOnceTheNewIsWhole) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.txt", "old");

    layers::writeFileAside(folder / "a.txt", [&](const auto& aside) {
        sample::writeBytes(aside, "new");
        EXPECT_EQ(sample::bytesOf(folder / "a.txt"), "old");
    });

    EXPECT_EQ(sample::bytesOf(folder / "a.txt"), "new");
    EXPECT_THAT(sample::namesIn(folder.path()), ElementsAre("a.txt"));
}

TEST(Aside, keepsTheOldFileWhenWritingFails) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.txt", "old");

    EXPECT_THROW(layers::writeFileAside(folder / "a.txt",
                                        [](const auto& aside) {
                                            sample::writeBytes(aside, "half");
                                            throw geo::Error(geo::ErrorKind::Stopped, "stopped");
                                        }),
                 geo::Error);

    EXPECT_EQ(sample::bytesOf(folder / "a.txt"), "old");
    EXPECT_THAT(sample::namesIn(folder.path()), ElementsAre("a.txt"));
}

TEST(Aside, saysThatTheFolderIsMissing) {
    const sample::Folder folder;
    sample::writeBytes(folder / "file", "");

    // A file where a folder should be: permissions do not stop root, this does.
    EXPECT_THAT(sample::errorOf([&] { layers::writeFileAside(folder / "file/a.txt", [](const auto&) {}); }),
                StartsWith("file.folder-missing"));
    EXPECT_THAT(sample::errorOf([&] { layers::writeFileAside(folder / "none/a.txt", [](const auto&) {}); }),
                StartsWith("file.folder-missing"));
}

TEST(Aside, doesNotReplaceAFolder) {
    const sample::Folder folder;
    std::filesystem::create_directory(folder / "a.gpkg");

    EXPECT_THAT(sample::errorOf([&] { sample::write(folder / "a.gpkg", {sample::plots().toWrite("a")}); }),
                StartsWith("file.not-writable"));
}

TEST(Aside, putsAllOldFilesBackWhenOneCannotBeMoved) {
    const sample::Folder folder;
    sample::write(folder / "a.shp", {sample::plots().toWrite("a")});
    const std::string shp = sample::bytesOf(folder / "a.shp");

    layers::AsideFolder aside(folder / "a.shp");
    sample::writeBytes(aside.path() / "a.shp", "new");
    // The .dbf is moved first; then the old .shp cannot go where a folder with a file stands.
    std::filesystem::create_directories(aside.path() / "old/a.shp");
    sample::writeBytes(aside.path() / "old/a.shp/keep", "");
    sample::writeBytes(aside.path() / "a.dbf", "new");

    EXPECT_THROW(aside.publish({}), geo::Error);
    EXPECT_EQ(sample::bytesOf(folder / "a.shp"), shp);
    EXPECT_NE(sample::bytesOf(folder / "a.dbf"), "new");
}

TEST(Aside, keepsTheOldLayerWhenTheNewOneCannotBeWritten) {
    const sample::Folder folder;
    sample::write(folder / "a.gpkg", {sample::plots().toWrite("a")});
    const std::string before = sample::bytesOf(folder / "a.gpkg");
    layers::LayerToWrite failing = sample::plots().toWrite("a");
    failing.features.next = [](layers::Feature&) -> bool { throw geo::Error(geo::ErrorKind::BadData, "test.broken"); };

    EXPECT_EQ(sample::errorOf([&] { sample::write(folder / "a.gpkg", {failing}); }), "test.broken");

    EXPECT_EQ(sample::bytesOf(folder / "a.gpkg"), before);
    EXPECT_THAT(sample::namesIn(folder.path()), ElementsAre("a.gpkg"));
}

}  // namespace
