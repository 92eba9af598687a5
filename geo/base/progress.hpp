// SPDX-License-Identifier: Apache-2.0
// Reports a step of long work and carries the wish to stop it.
#pragma once

#include <cstdint>
#include <functional>
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

}  // namespace geo
