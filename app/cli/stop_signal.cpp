// SPDX-License-Identifier: Apache-2.0
// A thread that waits for SIGINT and SIGTERM.
#include "app/cli/stop_signal.hpp"

#include <csignal>

namespace app {
namespace {

/// How long the program's end may wait for the thread.
constexpr timespec patience{0, 50'000'000};

}  // namespace

StopSignal::StopSignal() {
    // A file grown past the user's limit is then an error like a full disk, and not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_waiter = std::jthread([this](const std::stop_token& end) {
        while (!end.stop_requested()) {
            if (sigtimedwait(&m_signals, nullptr, &patience) > 0) m_source.request_stop();
        }
    });
}

StopSignal::~StopSignal() = default;

}  // namespace app
