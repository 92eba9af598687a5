// SPDX-License-Identifier: Apache-2.0
// Files that other programs encoded: what their names say is found, and what they hold is read.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "layers/text/encoding.hpp"

namespace {

using layers::Encoding;
namespace fs = std::filesystem;

const fs::path corpus = fs::path(KHOANH_SOURCE_DIR) / "tests/corpus/text";

std::vector<std::string> linesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// `three.tcvn3.txt` is in TCVN3.
Encoding encodingInName(const fs::path& file) {
    return *layers::parseEncoding(file.stem().extension().string().substr(1));
}

std::string decoded(const std::string& file) {
    std::string text;
    for (const std::string& line : linesOf(corpus / file))
        text += layers::decode(line, encodingInName(file)) + "|";
    return text;
}

TEST(TextCorpus, isFoundToBeWhatItIs) {
    int files = 0;
    for (const auto& entry : fs::directory_iterator(corpus)) {
        const fs::path& file = entry.path();
        if (file.extension() != ".txt" || file.stem().extension() == ".latin-1") continue;

        EXPECT_EQ(layers::wordOf(layers::detectEncoding(linesOf(file))), layers::wordOf(encodingInName(file)))
            << file;

        ++files;
    }
    EXPECT_EQ(files, 17);
}

TEST(TextCorpus, isReadAsItWasWritten) {
    for (const char* const encoding : {"tcvn3", "viscii", "cp1258", "vni", "utf-8"}) {
        EXPECT_EQ(decoded(std::string("three.") + encoding + ".txt"), "Mường Tè|Sìn Hồ|Nậm Nhùn|");
        EXPECT_EQ(decoded(std::string("five.") + encoding + ".txt"),
                  "Tam Đường|Than Uyên|Tân Uyên|Phong Thổ|Bum Nưa|");
    }
}

TEST(TextCorpus, isReadInCapitalsToo) {
    for (const char* const file :
         {"three_capitals.vni.txt", "three_capitals.viscii.txt", "three_capitals.cp1258.txt"})
        EXPECT_EQ(decoded(file), "MƯỜNG TÈ|SÌN HỒ|NẬM NHÙN|");
    EXPECT_EQ(decoded("three_capital_font.tcvn3.txt"), "mường tè|sìn hồ|nậm nhùn|");
}

TEST(TextCorpus, ofOtherLanguagesIsUndecided) {
    EXPECT_EQ(layers::detectEncoding(linesOf(corpus / "western.latin-1.txt")), Encoding::Auto);
}

}  // namespace
