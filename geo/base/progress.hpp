// SPDX-License-Identifier: Apache-2.0
// Reports a step of long work and carries the wish to stop it.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string_view>

namespace geo {

class Progress {
  public:
    /// Receives the message id of the step, how many items are done and how many there are (0: unknown).
    using Report = std::function<void(std::string_view stepId, std::int64_t done, std::int64_t total)>;

    Progress() = default;
    Progress(Report report, std::stop_token stop);

    /// Errors: Stopped when the wish to stop has arrived.
    void step(std::string_view stepId, std::int64_t done = 0, std::int64_t total = 0);

    /// Errors: Stopped when the wish to stop has arrived; safe from any thread.
    void throwIfStopped() const;
    bool stopRequested() const { return m_stop.stop_requested(); }

  private:
    Report m_report;
    std::stop_token m_stop;
};

/// One step shared by several threads, which add up what each has done.
class SharedStep {
  public:
    /// The id must outlive it, as literals do.
    SharedStep(Progress& progress, std::string_view stepId, std::int64_t total)
        : m_progress(progress), m_stepId(stepId), m_total(total) {}

    /// Errors: Stopped when the wish to stop has arrived.
    void add(std::int64_t items);

  private:
    Progress& m_progress;
    std::string_view m_stepId;
    std::int64_t m_total;
    std::int64_t m_done = 0;
    std::mutex m_mutex;
};

}  // namespace geo
