// SPDX-License-Identifier: Apache-2.0
// Work aside: its end, its failure and its stop come back to the window's thread.
#include "app/desktop/task_runner.hpp"

#include <gtest/gtest.h>

#include <QThread>
#include <thread>

#include "tests/app/desktop/window_stage.hpp"

using app::TaskRunner;
using app::Then;

namespace {

class Runner : public testing::Test {
  protected:
    Runner() { stage::application(app::Shade::Light); }
    TaskRunner m_runner{2};
};

}  // namespace

TEST_F(Runner, workRunsAsideAndEndsInTheWindowsThread) {
    const auto* const here = QThread::currentThread();
    bool wasAside = false;
    bool endedHere = false;
    m_runner.run({[&](geo::Progress&) -> Then {
        wasAside = QThread::currentThread() != here;
        return [&] { endedHere = QThread::currentThread() == here; };
    }});
    EXPECT_TRUE(m_runner.isBusy());
    EXPECT_TRUE(stage::waitFor([&] { return !m_runner.isBusy(); }));
    EXPECT_TRUE(wasAside);
    EXPECT_TRUE(endedHere);
}

TEST_F(Runner, failuresAreToldAndNothingElseIsDone) {
    std::string told;
    m_runner.onFailure = [&](const geo::Error& error) { told = error.message().id; };
    m_runner.run({[](geo::Progress&) -> Then { throw geo::Error(geo::ErrorKind::NotFound, "store.missing"); }});
    EXPECT_TRUE(stage::waitFor([&] { return !told.empty(); }));
    EXPECT_EQ(told, "store.missing");
    EXPECT_FALSE(m_runner.isBusy());
}

TEST_F(Runner, whatIsAskedToStopStops) {
    std::optional<geo::ErrorKind> kind;
    m_runner.onFailure = [&](const geo::Error& error) { kind = error.kind(); };
    m_runner.run({[](geo::Progress& progress) -> Then {
        while (true) {
            progress.step("compute.rows", 1, 2);
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }});
    m_runner.stopAll();
    EXPECT_TRUE(stage::waitFor([&] { return kind.has_value(); }));
    EXPECT_EQ(kind, geo::ErrorKind::Stopped);
}

TEST_F(Runner, newsOfTheStepArrives) {
    std::string step;
    m_runner.onNews = [&](const app::TaskNews& news) { step = news.step; };
    m_runner.run({[](geo::Progress& progress) -> Then {
        progress.step("compute.rows", 0, 10);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return {};
    }});
    EXPECT_TRUE(stage::waitFor([&] { return !step.empty(); }));
    EXPECT_EQ(step, "compute.rows");
}

TEST_F(Runner, goesAwayWhileWorkIsUnderWayWithoutWaitingForItsEnd) {
    auto runner = std::make_unique<TaskRunner>(1);
    bool ended = false;
    runner->run({[&](geo::Progress& progress) -> Then {
        for (int i = 0; i < 10'000; ++i) {
            progress.throwIfStopped();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return [&] { ended = true; };
    }});
    runner = nullptr;
    QApplication::processEvents();
    EXPECT_FALSE(ended);
}
