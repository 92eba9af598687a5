// SPDX-License-Identifier: Apache-2.0
// Programs that say something, fail, or hold memory.
#include "tests/bench/child.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

TEST(Child, whatAProgramSaysComesBack) {
    EXPECT_EQ(bench::runChild({"printf", "%s", "12 plots"}).out, "12 plots");
}

TEST(Child, anExitCodeAboveTheOneAllowedIsAnErrorWithThePlaintOfTheProgram) {
    const bench::Command command{"sh", "-c", "echo no room >&2; exit 2"};
    EXPECT_NO_THROW(bench::runChild(command, 2));
    EXPECT_THAT([&] { bench::runChild(command, 1); },
                testing::ThrowsMessage<std::runtime_error>(testing::HasSubstr("no room")));
}

TEST(Child, aProgramThatIsNotThereCannotStart) {
    EXPECT_FALSE(bench::isOnPath("no-such-program"));
    EXPECT_THROW(bench::runChild({"no-such-program"}), std::runtime_error);
}

TEST(Child, memoryWithoutAFileBehindItIsSeen) {
    const bench::Command holding64MB{"dd", "if=/dev/zero", "of=/dev/null", "bs=64000000", "count=50"};
    EXPECT_GE(bench::runChild(holding64MB, 0, bench::Watch::Memory).peakPrivate_bytes, 60'000'000);
}
