// SPDX-License-Identifier: Apache-2.0
// Ctrl-C at any moment leaves the workspace as it was.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "tests/acceptance/program.hpp"

using program::Arguments;
using program::Desk;

namespace {

Arguments bigImport(const Desk& desk) {
    Arguments arguments{"import", desk.workspace()};
    for (const char* district : {"106", "107", "108", "109", "110", "111", "112"}) {
        arguments.push_back((program::sample() / ("rung_" + std::string(district) + "_2023.shp")).string());
    }
    arguments.insert(arguments.end(), {"--as", "forest", "--as-of", "2023-12-31"});
    return arguments;
}

}  // namespace

TEST(Interrupt, duringAnImportChangesNothing) {
    const Desk desk;
    const std::string before = desk.digest();
    int stopped = 0;
    // The import takes about 350 ms; under sanitizers a few times as long.
    for (const int wait_ms : {60, 120, 180}) {
        program::Running running(bigImport(desk));
        std::this_thread::sleep_for(std::chrono::milliseconds(wait_ms));
        running.interrupt();
        const auto answer = running.wait();
        if (answer.code <= 1 && answer.code >= 0) break;  // it was quicker than the signal
        EXPECT_TRUE(answer.code == 3 || answer.code == -2) << answer.code;  // -2: before the program heeds signals
        EXPECT_TRUE(answer.code != 3 || answer.err.find("đã dừng theo yêu cầu") != std::string::npos) << answer.err;
        EXPECT_EQ(desk.digest(), before);
        ++stopped;
    }
    EXPECT_GT(stopped, 0);
}

TEST(Interrupt, duringNewAndExportLeavesNoHalfMadeFile) {
    const Desk desk;
    for (const Arguments& arguments : {Arguments{"new", desk / "b.khoanh"}, Arguments{"export", desk.workspace(), "--out", desk / "b.gpkg"}}) {
        program::Running running(arguments);
        std::this_thread::sleep_for(std::chrono::milliseconds(70));
        running.interrupt();
        const auto answer = running.wait();
        const bool isWhole = answer.code == 0;
        for (const auto& entry : std::filesystem::directory_iterator(desk.folder())) {
            const std::string name = entry.path().filename().string();
            EXPECT_TRUE(name == "a.khoanh" || (name.starts_with("b.") && isWhole) || answer.code == -2) << name;
        }
        for (const char* name : {"b.khoanh", "b.gpkg"}) std::filesystem::remove(desk / name);
    }
}
