// SPDX-License-Identifier: Apache-2.0
// Sentences of a receiver as they come: from a serial port, or a recording played back.
#pragma once

#include <QFile>
#include <QSocketNotifier>
#include <QString>
#include <QTimer>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/field_point.hpp"

namespace app {

/// The newest sentences, and the fixes they amount to.
class FixWindow {
  public:
    void take(const std::string& line);
    void clear();
    /// One a moment, the newest last.
    std::vector<layers::FieldPoint> fixes() const;
    /// Whether any sentence was whole since it was cleared.
    bool heardAnything() const { return m_heardAnything; }

  private:
    std::deque<std::string> m_lines;
    bool m_heardAnything = false;
};

class NmeaFeed {
  public:
    NmeaFeed();
    ~NmeaFeed();

    /// A device such as /dev/ttyUSB0, read as it speaks, or a recording, a moment of it every so many
    /// milliseconds.
    /// Errors: NotFound `field.no-source` (path, reason).
    void open(const QString& path, int momentEvery_ms = 1000);
    void close();
    bool isOpen() const { return m_file != nullptr; }
    /// How long a device may say nothing before that is told.
    void setPatience(int wait_ms) { m_silence.setInterval(wait_ms); }

    std::function<void()> onMoment;
    /// The device is there and says nothing.
    std::function<void()> onSilence;
    /// The recording is at its end, or the device has gone.
    std::function<void()> onEnd;
    const FixWindow& window() const { return m_window; }

  private:
    void playMoment();
    void readDevice();
    void takeBytes(const char* bytes, std::size_t count);
    void end();

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timer;
    QTimer m_silence;
    FixWindow m_window;
    /// Of a line that has only come in part.
    std::string m_rest;
    /// Of a recording: the kind of sentence that begins a moment, and the one that began the next.
    std::string m_mark;
    std::string m_waiting;
};

}  // namespace app
