// SPDX-License-Identifier: Apache-2.0
// Threads of a pool, queued calls back.
#include "app/desktop/task_runner.hpp"

#include <QMetaObject>
#include <atomic>
#include <chrono>

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

/// The eye follows no faster; more would only fill the window's queue.
constexpr std::chrono::milliseconds betweenNews{40};

}  // namespace

geo::Error errorOf(const std::exception& fault) {
    if (const auto* const error = dynamic_cast<const geo::Error*>(&fault)) return *error;
    return {geo::ErrorKind::Internal, "error.internal", {{"reason", std::string(fault.what())}}};
}

TaskRunner::TaskRunner(int threads) : m_mailbox(std::make_unique<QObject>()) {
    m_pool.setMaxThreadCount(threads);
}

TaskRunner::~TaskRunner() {
    stopAll();
    m_pool.waitForDone();
}

void TaskRunner::run(Task task) {
    const std::int64_t id = ++m_latest;
    const std::stop_token token = m_stops[id].get_token();
    begin();
    m_pool.start([this, id, token, task = std::move(task)] {
        try {
            geo::Progress progress = progressOf(token);
            progress.throwIfStopped();
            post([this, id, then = task.work(progress)] {
                end(id);
                if (then) then();
            });
        } catch (const std::exception& fault) {
            post([this, id, task, error = errorOf(fault)] {
                end(id);
                fail(task, error);
            });
        }
    });
}

void TaskRunner::stopAll() {
    for (auto& [id, stop] : m_stops) stop.request_stop();
}

geo::Progress TaskRunner::progressOf(const std::stop_token& stop) {
    const auto last = std::make_shared<std::atomic<Clock::rep>>(0);
    const auto report = [this, last](std::string_view step, std::int64_t done, std::int64_t total) {
        const auto now = Clock::now().time_since_epoch().count();
        const auto gap = std::chrono::duration_cast<Clock::duration>(betweenNews).count();
        if (done != 0 && now - last->load() < gap) return;
        last->store(now);
        post([this, news = TaskNews{std::string(step), done, total}] {
            if (onNews && isBusy()) onNews(news);
        });
    };
    return {report, stop};
}

void TaskRunner::post(std::function<void()> call) {
    QMetaObject::invokeMethod(m_mailbox.get(), std::move(call), Qt::QueuedConnection);
}

void TaskRunner::begin() {
    if (m_stops.size() == 1 && onBusyChange) onBusyChange();
}

void TaskRunner::end(std::int64_t id) {
    m_stops.erase(id);
    if (m_stops.empty() && onBusyChange) onBusyChange();
}

void TaskRunner::fail(const Task& task, const geo::Error& error) {
    if (task.failed) return task.failed(error);
    if (onFailure) onFailure(error);
}

}  // namespace app
