// SPDX-License-Identifier: Apache-2.0
// Progress: a report first, then the wish to stop.
#include "geo/base/progress.hpp"

#include <utility>

#include "geo/base/error.hpp"

namespace geo {

Progress::Progress(Report report, std::stop_token stop)
    : m_report(std::move(report)), m_stop(std::move(stop)) {}

void Progress::step(std::string_view stepId, std::int64_t done, std::int64_t total) {
    if (m_report) m_report(stepId, done, total);
    throwIfStopped();
}

void Progress::throwIfStopped() const {
    if (m_stop.stop_requested()) throw Error(ErrorKind::Stopped, "work.stopped");
}

void SharedStep::add(std::int64_t items) {
    const std::lock_guard lock(m_mutex);
    m_done += items;
    m_progress.step(m_stepId, m_done, m_total);
}

}  // namespace geo
