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

#include "geo/base/error.hpp"
#include "layers/files/nmea_log.hpp"

namespace app {
namespace {

/// Half a minute of a talkative receiver.
constexpr std::size_t mostLines = 320;
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

/// Which sentence begins a new moment: the one that came first of all.
std::string typeOf(const std::string& line) {
    const std::size_t comma = line.find(',');
    return comma == std::string::npos ? std::string() : line.substr(0, comma);
}

}  // namespace

void FixWindow::take(const std::string& line) {
    m_lines.push_back(line);
    if (m_lines.size() > mostLines) m_lines.pop_front();
}

void FixWindow::clear() { m_lines.clear(); }

std::vector<layers::FieldPoint> FixWindow::fixes() const {
    layers::NmeaLog log;
    std::int64_t row = 0;
    for (const std::string& line : m_lines) log.takeLine(line, ++row);
    return log.finished().points;
}

NmeaFeed::NmeaFeed() {
    m_timer.callOnTimeout([this] { playMoment(); });
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
    m_notifier = std::make_unique<QSocketNotifier>(device, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { readDevice(); });
}

void NmeaFeed::close() {
    m_timer.stop();
    m_notifier = nullptr;
    m_file = nullptr;
    m_rest.clear();
    m_waiting.clear();
}

/// Everything up to where the first kind of sentence comes again.
void NmeaFeed::playMoment() {
    std::string first = typeOf(m_waiting);
    if (!m_waiting.empty()) m_window.take(m_waiting);
    m_waiting.clear();
    while (!m_file->atEnd()) {
        const std::string line = m_file->readLine(longestLine).trimmed().toStdString();
        if (!first.empty() && typeOf(line) == first) {
            m_waiting = line;
            break;
        }
        if (first.empty()) first = typeOf(line);
        m_window.take(line);
    }
    const bool isOver = m_file->atEnd() && m_waiting.empty();
    if (isOver) close();
    if (onMoment) onMoment();
    if (isOver && onEnd) onEnd();
}

void NmeaFeed::readDevice() {
    const QByteArray bytes = m_file->read(4096);
    if (bytes.isEmpty()) {
        close();
        if (onEnd) onEnd();
        return;
    }
    m_rest += bytes.toStdString();
    bool isNew = false;
    for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n')) {
        m_window.take(m_rest.substr(0, end));
        m_rest.erase(0, end + 1);
        isNew = true;
    }
    if (m_rest.size() > longestLine) m_rest.clear();
    if (isNew && onMoment) onMoment();
}

}  // namespace app
