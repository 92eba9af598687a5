// SPDX-License-Identifier: Apache-2.0
// Field mode fed by a recording and by a device that stops mid-sentence.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QLabel>
#include <QLineEdit>
#include <cstdlib>
#include <fstream>

#include "app/desktop/field_window.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/jobs/field_book.hpp"
#include "tests/app/desktop/window_stage.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

std::string withChecksum(const std::string& body) {
    unsigned sum = 0;
    for (const char letter : body) sum ^= static_cast<unsigned char>(letter);
    char text[8];
    std::snprintf(text, sizeof text, "*%02X", sum);
    return "$" + body + text + "\r\n";
}

/// A moment at 22°23.7840' N 103°27.4920' E, that is 22.3964 103.4582, with an HDOP of 0.8 unless told.
std::string moment(int second, const std::string& hdop = "0.8") {
    const std::string time = "0800" + std::string(second < 10 ? "0" : "") + std::to_string(second) + ".00";
    return withChecksum("GPGGA," + time + ",2223.7840,N,10327.4920,E,1,09," + hdop + ",950.0,M,-28.0,M,,") +
           withChecksum("GPRMC," + time + ",A,2223.7840,N,10327.4920,E,0.0,0.0,301126,,,A");
}

std::string recordingOf(int moments, const std::string& hdop = "0.8") {
    std::string text;
    for (int second = 0; second < moments; ++second) text += moment(second, hdop);
    return text;
}

/// The other end of a serial line.
class Receiver {
  public:
    Receiver() : m_line(posix_openpt(O_RDWR | O_NOCTTY)) {
        EXPECT_GE(m_line, 0);
        EXPECT_EQ(grantpt(m_line), 0);
        EXPECT_EQ(unlockpt(m_line), 0);
    }
    ~Receiver() { pullOut(); }
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;

    QString port() const { return QString::fromLocal8Bit(ptsname(m_line)); }
    void say(const std::string& text) const {
        EXPECT_EQ(write(m_line, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    void pullOut() {
        if (m_line >= 0) close(m_line);
        m_line = -1;
    }

  private:
    int m_line;
};

class Field : public testing::Test {
  protected:
    Field() {
        m_window->setProject(m_office.project());
        stage::waitFor([&] { return m_window->isReady(); });
    }

    stage::Window m_stage;
    office::Desk m_office = office::Desk::full();
    std::unique_ptr<app::FieldWindow> m_window = std::make_unique<app::FieldWindow>(m_stage.desk());
};

}  // namespace

TEST_F(Field, judgesThePointARecordingStandsAt) {
    const auto file = m_stage / "track.nmea";
    std::ofstream(file, std::ios::binary) << recordingOf(5);
    m_window->connectTo(app::textOf(file), 1);
    ASSERT_TRUE(stage::waitFor([&] { return m_window->fix() && m_window->fix()->used == 5; }));
    EXPECT_NEAR(m_window->fix()->point.lonLat_deg.y, 22.3964, 1e-6);
    EXPECT_NEAR(m_window->fix()->point.lonLat_deg.x, 103.4582, 1e-6);
    m_window->checkPoint();
    ASSERT_TRUE(m_window->verdict());
    const auto& answer = m_window->verdict()->checked.answer;
    EXPECT_EQ(answer.verdict, answer.toBorder.value > 2 * answer.accuracy_m ? layers::Verdict::Inside
                                                                           : layers::Verdict::Undetermined);
}

TEST_F(Field, writesAPointBesideTheWorkspace) {
    const auto file = m_stage / "track.nmea";
    std::ofstream(file, std::ios::binary) << recordingOf(3);
    m_window->connectTo(app::textOf(file), 1);
    ASSERT_TRUE(stage::waitFor([&] { return m_window->fix().has_value(); }));
    m_window->recordPoint();
    m_window->recordPoint();
    EXPECT_EQ(app::countInFieldBook(m_window->book()), 2u);
    EXPECT_NE(office::bytesOf(m_window->book()).find("P1,103.458"), std::string::npos);
    EXPECT_NE(m_window->book().filename().string().find("2026-11-30"), std::string::npos);
}

TEST_F(Field, keepsTheLastPositionOfADeviceThatStopsMidSentence) {
    const auto pipe = m_stage / "receiver";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    m_window->connectTo(app::textOf(pipe));
    const int device = open(pipe.c_str(), O_WRONLY);
    ASSERT_GE(device, 0);
    const std::string text = recordingOf(3) + "$GPGGA,080004.00,2223.78";
    ASSERT_EQ(write(device, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    EXPECT_TRUE(stage::waitFor([&] { return m_window->fix().has_value(); }));
    close(device);
    EXPECT_TRUE(stage::waitFor([&] { return !m_window->isListening(); }));
    ASSERT_TRUE(m_window->fix());
    EXPECT_EQ(m_window->fix()->used, 3u);
}

TEST_F(Field, tellsWhenTheReceiverIsPulledOut) {
    Receiver receiver;
    m_window->connectTo(receiver.port());
    receiver.say(recordingOf(2));
    ASSERT_TRUE(stage::waitFor([&] { return m_window->fix().has_value(); }));
    receiver.pullOut();
    EXPECT_TRUE(stage::waitFor([&] { return !m_window->isListening(); }));
    EXPECT_EQ(m_window->newsText(), m_stage.desk().sentence("field.ended"));
    EXPECT_TRUE(m_window->fix());
    m_window->recordPoint();
    EXPECT_EQ(app::countInFieldBook(m_window->book()), 1u);
}

TEST_F(Field, tellsWhenAReceiverThatIsThereSaysNothing) {
    Receiver receiver;
    m_window->setPatience(50);
    m_window->connectTo(receiver.port());
    receiver.say(recordingOf(2));
    EXPECT_TRUE(stage::waitFor([&] { return m_window->newsText() == m_stage.desk().sentence("field.silent"); }));
    EXPECT_TRUE(m_window->isListening());
    receiver.say(moment(5));
    EXPECT_TRUE(stage::waitFor([&] { return m_window->fix() && m_window->fix()->used == 3; }));
}

TEST_F(Field, keepsSayingThatAPointWasRecordedWhileTheReceiverGoesOn) {
    Receiver receiver;
    m_window->connectTo(receiver.port());
    receiver.say(recordingOf(2));
    ASSERT_TRUE(stage::waitFor([&] { return m_window->fix().has_value(); }));
    EXPECT_EQ(m_window->newsText(), "");
    m_window->recordPoint();
    const QString said = m_window->newsText();
    EXPECT_TRUE(said.contains("P1")) << said.toStdString();

    receiver.say(moment(5));

    ASSERT_TRUE(stage::waitFor([&] { return m_window->fix()->used == 3; }));
    EXPECT_EQ(m_window->newsText(), said);
}

TEST_F(Field, passesOverWhatAReceiverGarbles) {
    Receiver receiver;
    m_window->connectTo(receiver.port());
    std::string garbled = moment(1);
    garbled[20] = 'X';
    receiver.say(moment(0) + garbled + std::string(3000, '\x81') + "\n$GPGGA,0800" + moment(2));
    EXPECT_TRUE(stage::waitFor([&] { return m_window->fix() && m_window->fix()->used >= 2; }));
    EXPECT_NEAR(m_window->fix()->point.lonLat_deg.y, 22.3964, 1e-6);
}

TEST_F(Field, skipsFixesAboveTheGateAndTellsHowPoorTheyAre) {
    const auto file = m_stage / "poor.nmea";
    // An HDOP of 9 stands for 45 m.
    std::ofstream(file, std::ios::binary) << recordingOf(2, "9.0") << moment(2) << recordingOf(2, "9.0");
    m_window->connectTo(app::textOf(file), 1);
    ASSERT_TRUE(stage::waitFor([&] { return !m_window->isListening(); }));
    ASSERT_TRUE(m_window->fix());
    EXPECT_EQ(m_window->fix()->used, 1u);
    m_window->setGate(3);
    EXPECT_FALSE(m_window->fix());
    m_window->setGate(50);
    EXPECT_EQ(m_window->fix()->used, m_window->fix()->used + m_window->fix()->skipped);
}

TEST_F(Field, refusesWhatIsNoRecordingAndStaysAwake) {
    const auto file = m_stage / "photo.txt";
    std::ofstream(file, std::ios::binary) << std::string(4'000'000, '\x07');
    m_window->connectTo(app::textOf(file), 1);
    ASSERT_TRUE(stage::waitFor([&] { return !m_window->isListening(); }));
    EXPECT_EQ(m_window->newsText(), m_stage.desk().sentence("field.no-sentence"));
    EXPECT_FALSE(m_window->fix());
}

TEST_F(Field, playsARecordingToItsEndThoughItIsTakenAway) {
    const auto file = m_stage / "track.nmea";
    std::ofstream(file, std::ios::binary) << recordingOf(20);
    m_window->connectTo(app::textOf(file), 5);
    ASSERT_TRUE(stage::waitFor([&] { return m_window->fix().has_value(); }));
    std::filesystem::resize_file(file, 150);
    std::filesystem::remove(file);
    EXPECT_TRUE(stage::waitFor([&] { return !m_window->isListening(); }));
    EXPECT_TRUE(m_window->fix());
    EXPECT_EQ(m_window->newsText(), m_stage.desk().sentence("field.ended"));
}

TEST_F(Field, proposesMinutesBesideTheDaysPoints) {
    const auto file = m_stage / "track.nmea";
    std::ofstream(file, std::ios::binary) << recordingOf(2);
    std::filesystem::path book, out;
    m_window->onExport = [&](const std::filesystem::path& from, const std::filesystem::path& to) {
        book = from;
        out = to;
    };
    m_window->makeMinutes();
    EXPECT_TRUE(book.empty());
    m_window->connectTo(app::textOf(file), 1);
    ASSERT_TRUE(stage::waitFor([&] { return m_window->fix().has_value(); }));
    m_window->recordPoint();
    m_window->makeMinutes();
    EXPECT_EQ(book, m_window->book());
    EXPECT_EQ(out.parent_path(), book.parent_path());
    EXPECT_EQ(out.extension(), ".pdf");
}

TEST_F(Field, saysWhatIsWrongWithAPortThatIsNotThere) {
    m_window->connectTo("/dev/no-such-port");
    EXPECT_NE(m_window->newsText().toStdString().find("/dev/no-such-port"), std::string::npos);
    m_window->recordPoint();
    EXPECT_TRUE(m_window->book().empty());
}
