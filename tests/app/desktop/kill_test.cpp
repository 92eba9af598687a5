// SPDX-License-Identifier: Apache-2.0
// A window killed at any moment loses its last gesture at most, and never the workspace.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <set>
#include <thread>

#include "app/desktop/form_fields.hpp"
#include "app/desktop/session_file.hpp"
#include "app/jobs/workspace_view.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

namespace fs = std::filesystem;

/// How often it is killed: a few times in every run of the tests, KHOANH_KILLS times when asked.
int kills() {
    const char* const asked = std::getenv("KHOANH_KILLS");
    return asked != nullptr ? std::atoi(asked) : 4;
}

pid_t startSession(const fs::path& workspace, const fs::path& settings, int seed) {
    const std::string tool = (fs::path(KHOANH_BINARY_DIR) / "bin/khoanh_window_tool").string();
    const std::string number = std::to_string(seed);
    const pid_t child = fork();
    if (child != 0) return child;
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
    if (freopen("/dev/null", "w", stdout) == nullptr) _exit(126);
    execl(tool.c_str(), tool.c_str(), "session", workspace.c_str(), settings.c_str(), number.c_str(), nullptr);
    _exit(127);
}

int killAfter(pid_t child, std::chrono::milliseconds wait) {
    std::this_thread::sleep_for(wait);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

}  // namespace

TEST(Kill, neverCostsTheWorkspaceNorTheSession) {
    const auto whole = office::Desk::whole();
    const office::Folder folder;
    const auto workspace = folder / "a.khoanh";
    fs::copy_file(whole.project().workspace, workspace);
    const auto layers = app::openProject(workspace).layers;
    std::mt19937 dice(7);
    for (int i = 0; i < kills(); ++i) {
        const std::chrono::milliseconds wait(300 + static_cast<int>(dice() % 2700));
        const int status = killAfter(startSession(workspace, folder / "session.ini", i), wait);
        ASSERT_TRUE(WIFSIGNALED(status)) << "ended by itself with " << WEXITSTATUS(status);
        // Steps back and forth move between projects the workspace knows; the file itself is whole.
        const app::Project project = app::openProject(workspace);
        const std::set<std::int64_t> known(layers.begin(), layers.end());
        for (const std::int64_t layer : project.layers) EXPECT_TRUE(known.contains(layer));
        EXPECT_NO_THROW({ app::SessionFile(app::textOf(folder / "session.ini")).viewOf(app::textOf(workspace)); });
    }
    const app::SessionFile session(app::textOf(folder / "session.ini"));
    EXPECT_TRUE(session.openFile().isEmpty() || session.openFile() == app::textOf(workspace));
}
