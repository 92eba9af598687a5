// SPDX-License-Identifier: Apache-2.0
// A window killed at any moment loses its last gesture at most, and never the workspace.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <random>
#include <thread>

#include "app/desktop/form_fields.hpp"
#include "app/jobs/info.hpp"
#include "app/jobs/workspace_view.hpp"
#include "tests/app/desktop/session_script.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

namespace fs = std::filesystem;

using std::chrono::milliseconds;

/// Each in a workspace of its own: fifty kills altogether.
constexpr int series = 5;

/// How often a series is killed, unless KHOANH_KILLS says otherwise.
int kills() {
    const char* const asked = std::getenv("KHOANH_KILLS");
    return asked != nullptr ? std::atoi(asked) : 10;
}

/// For its opening, 25 ms each: a busy machine takes its time.
constexpr int mostLooks = 12'000;

/// From the start of the program, or from the announcement that it has opened.
enum class Since { Start, Opened };

struct Killed {
    script::Journal journal;
    int status = 0;
};

class Sessions {
  public:
    Sessions() {
        const auto whole = office::Desk::whole();
        fs::copy_file(whole.project().workspace, workspace());
    }

    fs::path workspace() const { return m_folder / "a.khoanh"; }
    QString settings() const { return app::textOf(m_folder / "session.ini"); }

    /// Lets a session work for a while, and kills it.
    Killed killed(unsigned seed, Since since, milliseconds wait) const {
        fs::remove(journal());
        const pid_t child = start(std::to_string(seed));
        Killed result;
        bool hasEnded = false;
        const auto isAwaited = [&] {
            hasEnded = waitpid(child, &result.status, WNOHANG) == child;
            return since == Since::Opened && !hasEnded && !script::readJournal(journal()).opened;
        };
        for (int i = 0; i < mostLooks && isAwaited(); ++i) std::this_thread::sleep_for(milliseconds(25));
        if (!hasEnded) {
            std::this_thread::sleep_for(wait);
            kill(child, SIGKILL);
            waitpid(child, &result.status, 0);
        }
        result.journal = script::readJournal(journal());
        return result;
    }

    script::State onDisk() const { return script::stateOnDisk(workspace(), settings()); }

  private:
    fs::path journal() const { return m_folder / "journal.txt"; }

    pid_t start(const std::string& seed) const {
        const std::string tool = (fs::path(KHOANH_BINARY_DIR) / "bin/khoanh_window_tool").string();
        const std::string ini = settings().toStdString();
        const pid_t child = fork();
        if (child != 0) return child;
        setenv("QT_QPA_PLATFORM", "offscreen", 1);
        // What a killed process leaves behind goes with the test.
        setenv("TMPDIR", m_folder.path().c_str(), 1);
        if (freopen(journal().c_str(), "w", stdout) == nullptr) _exit(126);
        execl(tool.c_str(), tool.c_str(), "session", workspace().c_str(), ini.c_str(), seed.c_str(), nullptr);
        _exit(127);
    }

    office::Folder m_folder;
};

/// Every row of every table, read.
std::string digestOf(const fs::path& workspace) {
    geo::Progress progress;
    app::InfoRequest request;
    request.digest = true;
    return office::text(app::describeWorkspace(app::openProject(workspace), request, progress).rows.back(), "digest");
}

/// What was shown before a start is shown after it. A year may be one that an undo has just taken away.
script::State asReopened(const script::State& before) { return before.with("year", script::anything); }

/// What a kill left is what was announced last, or what the gesture begun was about to leave.
void expectOneGestureLostAtMost(const script::Journal& journal, const script::State& found) {
    const bool isAsAnnounced = agrees(*journal.lastDone, found);
    const bool isOneOn = journal.begun && agrees(*journal.begun, found);
    EXPECT_TRUE(isAsAnnounced || isOneOn)
        << "killed in '" << journal.begunName << "' after " << journal.done << " gestures\nannounced "
        << textOf(*journal.lastDone) << "\nbegun     " << (journal.begun ? textOf(*journal.begun) : "")
        << "\nfound     " << textOf(found);
}

class Kill : public testing::TestWithParam<int> {
  protected:
    /// One session, from the state another left to the one this one leaves.
    void killOnce(unsigned seed, Since since, script::State& state) {
        const auto [journal, status] = m_sessions.killed(seed, since, milliseconds(m_dice() % 1500));
        ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "ended by itself with status " << status;
        ASSERT_TRUE(journal.opened || since == Since::Start) << "never opened";
        const script::State found = m_sessions.onDisk();
        EXPECT_FALSE(digestOf(m_sessions.workspace()).empty());
        if (!journal.opened) {
            EXPECT_TRUE(agrees(asReopened(state), found)) << "killed while it opened\nwas   " << textOf(state)
                                                          << "\nfound " << textOf(found);
        } else {
            if (!state.aspects.empty()) {
                EXPECT_TRUE(agrees(asReopened(state), *journal.opened))
                    << "was    " << textOf(state) << "\nopened " << textOf(*journal.opened);
            }
            EXPECT_TRUE(journal.wrong.empty()) << journal.wrong.front();
            expectOneGestureLostAtMost(journal, found);
        }
        state = found;
        m_gestures += journal.done;
        ++m_interrupted[!journal.opened ? "opening" : journal.begun ? journal.begunName : "nothing"];
    }

    void tell() const {
        std::printf("%d kills, %d gestures done, killed in the midst of", kills(), m_gestures);
        for (const auto& [name, count] : m_interrupted) std::printf(" %s %d", name.c_str(), count);
        std::printf("\n");
    }

  private:
    Sessions m_sessions;
    std::mt19937 m_dice{static_cast<unsigned>(GetParam())};
    std::map<std::string, int> m_interrupted;
    int m_gestures = 0;
};

}  // namespace

TEST_P(Kill, costsTheLastGestureAtMostAndNeverTheWorkspace) {
    script::State state;
    for (int i = 0; i < kills(); ++i) {
        SCOPED_TRACE("session " + std::to_string(i));
        const unsigned seed = static_cast<unsigned>(100 * GetParam() + i);
        ASSERT_NO_FATAL_FAILURE(killOnce(seed, i % 5 == 4 ? Since::Start : Since::Opened, state));
    }
    tell();
}

INSTANTIATE_TEST_SUITE_P(Series, Kill, testing::Range(0, series));
