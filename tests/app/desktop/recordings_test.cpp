// SPDX-License-Identifier: Apache-2.0
// Two real recordings of receivers through field mode, where they are at hand.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

#include "app/desktop/field_window.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/jobs/field_book.hpp"
#include "tests/app/desktop/window_stage.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

namespace fs = std::filesystem;

fs::path recordings() {
    const char* const told = std::getenv("KHOANH_REAL_DATA");
    const fs::path real = told != nullptr ? fs::path(told) : fs::path(KHOANH_SOURCE_DIR) / "../shared/real";
    return real / "nmea";
}

struct Position {
    double lat = 0;
    double lon = 0;
};

double degreesOf(const std::string& digits, const std::string& side) {
    const double number = std::stod(digits);
    const double whole = std::floor(number / 100);
    const double degrees = whole + (number - whole * 100) / 60;
    return side == "S" || side == "W" ? -degrees : degrees;
}

/// Every GGA with a fix, read by hand: fields by commas and nothing else.
std::vector<Position> positionsIn(const fs::path& file) {
    std::vector<Position> positions;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (line.find("GGA,") != 3) continue;
        std::vector<std::string> fields;
        std::stringstream parts(line);
        for (std::string field; std::getline(parts, field, ',');) fields.push_back(field);
        if (fields[6] == "0") continue;
        positions.push_back({degreesOf(fields[2], fields[3]), degreesOf(fields[4], fields[5])});
    }
    return positions;
}

class Recordings : public testing::TestWithParam<const char*> {
  protected:
    fs::path file() const { return recordings() / GetParam(); }

    /// Played to its end with every fix let through.
    std::unique_ptr<app::FieldWindow> played(int gate_m) {
        auto window = std::make_unique<app::FieldWindow>(m_stage.desk());
        window->setProject(m_office.project());
        window->setGate(gate_m);
        EXPECT_TRUE(stage::waitFor([&] { return window->isReady(); }));
        window->connectTo(app::textOf(file()), 0);
        EXPECT_TRUE(stage::waitFor([&] { return !window->isListening(); }));
        return window;
    }

    stage::Window m_stage;
    office::Desk m_office = office::Desk::full();
};

}  // namespace

TEST_P(Recordings, endWhereTheReceiverStood) {
    if (!fs::exists(file())) GTEST_SKIP() << "no recordings here: name real data in KHOANH_REAL_DATA";
    const auto window = played(100);
    ASSERT_TRUE(window->fix());
    const Position last = positionsIn(file()).back();
    // The average is of fixes within three times their accuracy of one another: no farther off than that.
    const double reach_deg = 3 * *window->fix()->point.accuracy_m / 111'320;
    EXPECT_NEAR(window->fix()->point.lonLat_deg.y, last.lat, reach_deg);
    EXPECT_NEAR(window->fix()->point.lonLat_deg.x, last.lon, reach_deg / std::cos(last.lat / 57.3));
    EXPECT_GT(window->fix()->used, 5u);
    EXPECT_EQ(window->newsText(), m_stage.desk().sentence("field.ended"));
}

TEST_P(Recordings, showThePositionThoughItIsOffTheWorkspacesPlane) {
    if (!fs::exists(file())) GTEST_SKIP() << "no recordings here: name real data in KHOANH_REAL_DATA";
    const auto window = played(100);
    const std::string shown = window->positionText().toStdString();
    EXPECT_NE(shown.find("°"), std::string::npos) << shown;
    EXPECT_EQ(shown.find("X (Bắc)"), std::string::npos) << shown;
    window->checkPoint();
    ASSERT_TRUE(window->verdict());
    EXPECT_EQ(window->verdict()->checked.answer.verdict, layers::Verdict::Outside);
}

TEST_P(Recordings, letOnlyFixesWithinTheGateCount) {
    if (!fs::exists(file())) GTEST_SKIP() << "no recordings here: name real data in KHOANH_REAL_DATA";
    const auto window = played(2);
    // One receiver ends below a metre, the other never comes under 3 m.
    EXPECT_EQ(window->fix().has_value(), std::string(GetParam()) == "TrimbleR1.txt");
    if (window->fix()) {
        EXPECT_LE(*window->fix()->point.accuracy_m, 2);
    }
    window->recordPoint();
    EXPECT_EQ(window->book().empty(), !window->fix().has_value());
}

TEST_P(Recordings, areRecordedIntoTheBookOfTheirDay) {
    if (!fs::exists(file())) GTEST_SKIP() << "no recordings here: name real data in KHOANH_REAL_DATA";
    const auto window = played(100);
    window->recordPoint();
    ASSERT_EQ(app::countInFieldBook(window->book()), 1u);
    EXPECT_EQ(window->book().string().find("1980"), std::string::npos) << window->book();
}

INSTANTIATE_TEST_SUITE_P(Receivers, Recordings, testing::Values("TrimbleR1.txt", "happy.txt"));
