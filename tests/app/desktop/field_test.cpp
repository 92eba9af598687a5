// SPDX-License-Identifier: Apache-2.0
// Field mode fed by a recording and by a device that stops mid-sentence.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QLabel>
#include <QLineEdit>
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

/// A moment at 22°23.7840' N 103°27.4920' E, that is 22.3964 103.4582, with an HDOP of 0.8.
std::string moment(int second) {
    const std::string time = "0800" + std::string(second < 10 ? "0" : "") + std::to_string(second) + ".00";
    return withChecksum("GPGGA," + time + ",2223.7840,N,10327.4920,E,1,09,0.8,950.0,M,-28.0,M,,") +
           withChecksum("GPRMC," + time + ",A,2223.7840,N,10327.4920,E,0.0,0.0,301126,,,A");
}

std::string recordingOf(int moments) {
    std::string text;
    for (int second = 0; second < moments; ++second) text += moment(second);
    return text;
}

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

TEST_F(Field, saysWhatIsWrongWithAPortThatIsNotThere) {
    m_window->connectTo("/dev/no-such-port");
    EXPECT_NE(m_window->newsText().toStdString().find("/dev/no-such-port"), std::string::npos);
    m_window->recordPoint();
    EXPECT_TRUE(m_window->book().empty());
}
