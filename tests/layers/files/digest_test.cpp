// SPDX-License-Identifier: Apache-2.0
// SHA-256 against the published examples.
#include "layers/files/digest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/layers/files/sample_files.hpp"

namespace {

TEST(Digest, agreesWithTheStandard) {
    // FIPS 180-2, appendix B.1.
    EXPECT_EQ(layers::sha256Of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, ofAFileIsThatOfItsBytes) {
    const sample::Folder folder;
    const std::string bytes(3'000'000, 'a');
    sample::writeBytes(folder / "a", bytes);

    EXPECT_EQ(layers::sha256OfFile(folder / "a"), layers::sha256Of(bytes));
}

TEST(Digest, namesAMissingFile) {
    EXPECT_THAT(sample::errorOf([] { layers::sha256OfFile("/none"); }), testing::StartsWith("file.missing"));
}

}  // namespace
