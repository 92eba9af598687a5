// SPDX-License-Identifier: Apache-2.0
// Ctrl-C as a wish to stop: the job ends in order and changes nothing.
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace app {

/// Made before any other thread, so that all of them leave the signals to it.
class StopSignal {
  public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    std::stop_token token() const { return m_source.get_token(); }

  private:
    std::stop_source m_source;
    sigset_t m_signals{};
    std::jthread m_waiter;
};

}  // namespace app
