// SPDX-License-Identifier: Apache-2.0
// The one bridge between the window and work: runs it aside, brings its end back.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>

#include "geo/base/error.hpp"
#include "geo/base/progress.hpp"

namespace app {

struct TaskNews {
    /// A message id.
    std::string step;
    std::int64_t done = 0;
    /// 0 or less: unknown.
    std::int64_t total = 0;
};

/// A fault as people are told of it: one that is no Error is a fault of the program.
geo::Error errorOf(const std::exception& fault);

/// What is done in the window once work has ended.
using Then = std::function<void()>;

struct Task {
    /// Runs on a thread of its own and may touch nothing of the window.
    std::function<Then(geo::Progress&)> work;
    /// Runs in the window; without it failures go to TaskRunner::onFailure.
    std::function<void(const geo::Error&)> failed = {};
};

/// Lives in the window's thread. Whatever it calls back is called there.
class TaskRunner {
  public:
    explicit TaskRunner(int threads = 1);
    /// Asks everything to stop and waits for it.
    ~TaskRunner();
    TaskRunner(const TaskRunner&) = delete;
    TaskRunner& operator=(const TaskRunner&) = delete;

    /// Starts a task, or lines it up behind those that run.
    void run(Task task);
    /// Asks all tasks to stop; those that do fail with Stopped.
    void stopAll();
    bool isBusy() const { return !m_stops.empty(); }

    std::function<void(const TaskNews&)> onNews;
    std::function<void()> onBusyChange;
    std::function<void(const geo::Error&)> onFailure;

  private:
    geo::Progress progressOf(const std::stop_token& stop);
    void post(std::function<void()> call);
    void begin();
    void end(std::int64_t id);
    void fail(const Task& task, const geo::Error& error);

    std::int64_t m_latest = 0;
    /// Of the tasks under way: what a task that has ended left behind is not stopped with the next one.
    std::map<std::int64_t, std::stop_source> m_stops;
    QThreadPool m_pool;
    /// Receives what is posted; calls still under way when it goes are dropped.
    std::unique_ptr<QObject> m_mailbox;
};

}  // namespace app
