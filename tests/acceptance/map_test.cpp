// SPDX-License-Identifier: Apache-2.0
// Maps as files: of the size asked for, the same bytes every time, the old file whole when drawing fails.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/acceptance/program.hpp"

using program::Desk;
using program::run;

namespace {

/// Width and height stand behind the header of a PNG, largest byte first.
std::pair<unsigned, unsigned> pngSize(const std::string& bytes) {
    if (bytes.size() < 24 || bytes.compare(1, 3, "PNG") != 0) return {0, 0};
    const auto number = [&](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = at; i < at + 4; ++i) value = value * 256 + static_cast<unsigned char>(bytes[i]);
        return value;
    };
    return {number(16), number(20)};
}

}  // namespace

TEST(Map, isDrawnInTheSizeAskedForWithTheSameBytesEveryTime) {
    const Desk desk;
    for (const char* name : {"a.png", "b.png"}) {
        // 1: units that the plots at hand do not cover are findings.
        ASSERT_LE(run({"map", desk.workspace(), "forest-cover", "--method", "overlay", "--out", desk / name, "--size", "900x700"}).code, 1);
    }
    const std::string bytes = office::bytesOf(desk / "a.png");
    EXPECT_EQ(pngSize(bytes), (std::pair{900u, 700u}));
    EXPECT_GT(bytes.size(), 20'000u);
    EXPECT_EQ(office::bytesOf(desk / "b.png"), bytes);
}

TEST(Map, hasVietnameseWordsThatCanBeRead) {
    const Desk desk;
    ASSERT_LE(run({"map", desk.workspace(), "forest-cover", "--method", "overlay", "--out", desk / "a.svg"}).code, 1);
    const std::string svg = office::bytesOf(desk / "a.svg");
    EXPECT_NE(svg.find("<svg"), std::string::npos);
}

TEST(Map, keepsTheFiguresItShows) {
    const Desk desk;
    run({"map", desk.workspace(), "forest-cover", "--method", "overlay", "--out", desk / "a.png"});
    const auto answer = run({"info", desk.workspace(), "--observation", "1", "--json"});
    EXPECT_EQ(answer.code, 0) << answer.err;
    EXPECT_EQ(nlohmann::json::parse(answer.out).at("rows").at(0).at("method"), "overlay");
}

TEST(Map, thatCannotBeDrawnLeavesTheOldFileWhole) {
    const Desk desk;
    office::writeBytes(desk / "a.png", "old");
    EXPECT_EQ(run({"map", desk.workspace(), "forest-cover", "--out", desk / "a.png", "--by", "district@2024"}).code, 3);
    EXPECT_EQ(run({"map", desk.workspace(), "forest-cover", "--method", "overlay", "--out", desk / "a.png", "--size", "20x20"}).code, 2);
    EXPECT_EQ(office::bytesOf(desk / "a.png"), "old");
}

TEST(Map, onPaperSaysItsScaleAndItsGrid) {
    const Desk desk;
    ASSERT_LE(run({"map", desk.workspace(), "forest-cover", "--method", "overlay", "--page", "a4", "--orientation", "portrait",
                   "--out", desk / "a.svg"})
                  .code,
              1);
    const std::string svg = office::bytesOf(desk / "a.svg");
    EXPECT_NE(svg.find("Tỷ lệ 1:"), std::string::npos);
    EXPECT_NE(svg.find("kinh tuyến trục 103°00′"), std::string::npos);
}

TEST(Map, isDrawnByAThemeOfOnesOwn) {
    const Desk desk;
    std::string theme = office::bytesOf(KHOANH_SOURCE_DIR "/styles/themes/forest-cover.json");
    theme.replace(theme.find("\"forest-cover\""), 14, "\"van-phong\"");
    office::writeBytes(desk / "own.json", theme);
    EXPECT_LE(run({"map", desk.workspace(), "--theme-file", desk / "own.json", "--method", "overlay", "--out", desk / "a.svg"}).code, 1);
    EXPECT_NE(office::bytesOf(desk / "a.svg").find("Tỷ lệ che phủ rừng, năm"), std::string::npos);

    office::writeBytes(desk / "own.json", theme.replace(theme.find("\"decimals\""), 10, "\"decimal\""));
    const auto refused = run({"map", desk.workspace(), "--theme-file", desk / "own.json", "--out", desk / "b.svg"});
    EXPECT_EQ(refused.code, 3);
    EXPECT_NE(refused.err.find("decimal"), std::string::npos);
}

TEST(Map, ofAnUnknownThemeOrFormatIsRefused) {
    const Desk desk;
    EXPECT_EQ(run({"map", desk.workspace(), "happiness", "--out", desk / "a.png"}).code, 2);
    EXPECT_GE(run({"map", desk.workspace(), "forest-cover", "--method", "overlay", "--out", desk / "a.bmp"}).code, 2);
    EXPECT_FALSE(std::filesystem::exists(desk / "a.bmp"));
}
