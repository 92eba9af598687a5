// SPDX-License-Identifier: Apache-2.0
// Lines in, fixes out.
#include "app/desktop/nmea_feed.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "geo/base/error.hpp"
#include "layers/files/nmea_log.hpp"
#include "layers/files/nmea_sentence.hpp"

namespace app {
namespace {

/// Half a minute of a talkative receiver.
constexpr std::size_t mostLines = 320;
/// What is no recording of a receiver is passed by in steps, so that the window stays alive.
constexpr std::size_t mostLinesAMoment = 400;
/// Receivers speak every second; after so long something is wrong.
constexpr int patience_ms = 6000;
/// The longest a sentence may be, and then some: what is longer is no sentence.
constexpr std::size_t longestLine = 512;

/// Receivers speak plain lines; their speed is set as the standard has it, where the device has any.
void makeRaw(int device) {
    termios settings{};
    if (tcgetattr(device, &settings) != 0) return;
    cfmakeraw(&settings);
    cfsetspeed(&settings, B9600);
    tcsetattr(device, TCSANOW, &settings);
}

std::string typeOf(const std::string& line) {
    const std::size_t comma = line.find(',');
    return comma == std::string::npos ? std::string() : line.substr(0, comma);
}

/// A recording's moments begin with whichever sentence first tells a position.
bool tellsPosition(const std::string& type) {
    return type.ends_with("GGA") || type.ends_with("GNS") || type.ends_with("RMC");
}

bool isWhole(const std::string& line) {
    return std::ranges::any_of(layers::nmeaSentencesIn(line), [](const layers::NmeaSentence& sentence) {
        return sentence.state == layers::NmeaState::Whole;
    });
}

}  // namespace

void FixWindow::take(const std::string& line) {
    m_heardAnything = m_heardAnything || isWhole(line);
    m_lines.push_back(line);
    if (m_lines.size() > mostLines) m_lines.pop_front();
}

void FixWindow::clear() {
    m_lines.clear();
    m_heardAnything = false;
}

std::vector<layers::FieldPoint> FixWindow::fixes() const {
    layers::NmeaLog log;
    std::int64_t row = 0;
    for (const std::string& line : m_lines) log.takeLine(line, ++row);
    return log.finished().points;
}

NmeaFeed::NmeaFeed() {
    m_timer.callOnTimeout([this] { playMoment(); });
    m_silence.setInterval(patience_ms);
    m_silence.callOnTimeout([this] {
        if (onSilence) onSilence();
    });
}

NmeaFeed::~NmeaFeed() = default;

void NmeaFeed::open(const QString& path, int momentEvery_ms) {
    close();
    const bool isRecording = QFileInfo(path).isFile();
    auto file = std::make_unique<QFile>(path);
    const int device = isRecording ? -1 : ::open(path.toLocal8Bit().constData(), O_RDONLY | O_NOCTTY | O_NONBLOCK);
    const bool isThere = isRecording ? file->open(QIODevice::ReadOnly)
                                     : device >= 0 && file->open(device, QIODevice::ReadOnly | QIODevice::Unbuffered,
                                                                 QFileDevice::AutoCloseHandle);
    if (!isThere) {
        throw geo::Error(geo::ErrorKind::NotFound, "field.no-source",
                         {{"path", path.toStdString()}, {"reason", std::string(std::strerror(errno))}});
    }
    m_file = std::move(file);
    m_window.clear();
    if (isRecording) return m_timer.start(momentEvery_ms);
    makeRaw(device);
    m_silence.start();
    m_notifier = std::make_unique<QSocketNotifier>(device, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { readDevice(); });
}

void NmeaFeed::close() {
    m_timer.stop();
    m_silence.stop();
    if (m_notifier) {
        m_notifier->setEnabled(false);
        // It may be what is calling.
        m_notifier.release()->deleteLater();
    }
    m_file = nullptr;
    m_rest.clear();
    m_mark.clear();
    m_waiting.clear();
}

void NmeaFeed::end() {
    close();
    if (onEnd) onEnd();
}

/// Everything up to where the sentence that begins a moment comes again.
void NmeaFeed::playMoment() {
    if (!m_waiting.empty()) m_window.take(std::exchange(m_waiting, {}));
    bool isOver = true;
    for (std::size_t lines = 0; lines < mostLinesAMoment; ++lines) {
        const QByteArray read = m_file->readLine(longestLine);
        // At the end, and where a file can no longer be read.
        isOver = read.isEmpty();
        if (isOver) break;
        const std::string line = read.trimmed().toStdString();
        const std::string type = typeOf(line);
        if (!m_mark.empty() && type == m_mark) {
            m_waiting = line;
            break;
        }
        if (m_mark.empty() && tellsPosition(type)) m_mark = type;
        m_window.take(line);
    }
    if (isOver) close();
    if (onMoment) onMoment();
    if (isOver && onEnd) onEnd();
}

void NmeaFeed::readDevice() {
    char bytes[4096];
    const ssize_t count = ::read(m_file->handle(), bytes, sizeof bytes);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) return end();
    m_silence.start();
    takeBytes(bytes, static_cast<std::size_t>(count));
}

void NmeaFeed::takeBytes(const char* bytes, std::size_t count) {
    m_rest.append(bytes, count);
    bool isNew = false;
    for (std::size_t newline = m_rest.find('\n'); newline != std::string::npos; newline = m_rest.find('\n')) {
        m_window.take(m_rest.substr(0, newline));
        m_rest.erase(0, newline + 1);
        isNew = true;
    }
    if (m_rest.size() > longestLine) m_rest.clear();
    if (isNew && onMoment) onMoment();
}

}  // namespace app
