// SPDX-License-Identifier: Apache-2.0
// What a receiver's log amounts to, whole, broken or mixed.
#include "layers/files/nmea_log.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace {

using layers::FieldLog;
using layers::NmeaLog;
using testing::ElementsAre;
using testing::IsEmpty;

/// A sentence with its dollar and its right checksum.
std::string sentence(const std::string& body) {
    unsigned sum = 0;
    for (const char letter : body) sum ^= static_cast<unsigned char>(letter);
    return fmt::format("${}*{:02X}", body, sum);
}

// 22°24.0000' N, 103°27.0000' E is 22.4, 103.45: near Lai Châu.
std::string gga(const std::string& time, int quality = 1, const std::string& talker = "GP") {
    return sentence(
        fmt::format("{}GGA,{},2224.0000,N,10327.0000,E,{},08,1.2,950.5,M,-28.0,M,,", talker, time, quality));
}
std::string rmc(const std::string& time, const std::string& day) {
    return sentence("GPRMC," + time + ",A,2224.0000,N,10327.0000,E,0.1,0.0," + day + ",,,A");
}
std::string zda(const std::string& time, const std::string& day) {
    return sentence("GPZDA," + time + "," + day + ",00,00");
}
std::string gst(const std::string& time) {
    return sentence("GPGST," + time + ",5.0,4.0,3.0,10.0,3.0,4.0,6.0");
}

FieldLog logOf(const std::vector<std::string>& lines) {
    NmeaLog log;
    std::int64_t row = 0;
    for (const std::string& line : lines) log.takeLine(line, ++row);
    return log.finished();
}

std::vector<std::string> faultsOf(const FieldLog& log) {
    std::vector<std::string> faults;
    for (const auto& fault : log.faults) {
        faults.push_back(fmt::format("{} {} row {}", fault.message.id,
                                     std::get<std::int64_t>(fault.message.arguments.at(0).value), fault.row));
    }
    return faults;
}

std::vector<std::string> timesOf(const FieldLog& log) {
    std::vector<std::string> times;
    for (const auto& point : log.points) times.push_back(point.time);
    return times;
}

TEST(Nmea, makesOnePointOfAllThatIsSaidOfOneMoment) {
    const FieldLog log = logOf({gga("081500.00"), gst("081500.00"), rmc("081500.00", "010725")});

    ASSERT_EQ(log.points.size(), 1u);
    const auto& point = log.points[0];
    EXPECT_DOUBLE_EQ(point.lonLat_deg.x, 103.45);
    EXPECT_DOUBLE_EQ(point.lonLat_deg.y, 22.4);
    EXPECT_EQ(point.time, "2025-07-01T08:15:00Z");
    EXPECT_EQ(point.elevation_m, 950.5);
    EXPECT_EQ(point.row, 1);
    EXPECT_TRUE(point.isTrack);
    EXPECT_THAT(faultsOf(log), IsEmpty());
}

TEST(Nmea, takesTheReceiversOwnEstimateOverItsDilution) {
    const FieldLog log = logOf({gga("081500.00"), gst("081500.00"), gga("081501.00")});

    EXPECT_EQ(log.points[0].accuracy_m, 5);  // hypot(3, 4)
    EXPECT_EQ(log.points[0].accuracyFrom, "receiver");
    EXPECT_EQ(log.points[1].accuracy_m, 6);  // 1.2 times 5 m
    EXPECT_EQ(log.points[1].accuracyFrom, "hdop");
}

TEST(Nmea, knowsSouthAndWest) {
    const FieldLog log = logOf({sentence("GPGGA,010203,3330.0000,S,07015.0000,W,1,05,,,M,,M,,")});

    EXPECT_DOUBLE_EQ(log.points[0].lonLat_deg.x, -70.25);
    EXPECT_DOUBLE_EQ(log.points[0].lonLat_deg.y, -33.5);
    EXPECT_EQ(log.points[0].accuracy_m, std::nullopt);
    EXPECT_EQ(log.points[0].accuracyFrom, "");
}

TEST(Nmea, readsFixesOfAnyTalkerAndAnySentence) {
    const FieldLog log =
        logOf({gga("081500", 1, "GN"), sentence("GNGNS,081501,2224.0,N,10327.0,E,AAN,12,0.8,950,-28,,"),
               sentence("GPGNS,081501,,,,,,8,,,,4.0,135"), rmc("081502", "010725")});

    EXPECT_EQ(log.points.size(), 3u);
    EXPECT_EQ(log.points[1].accuracy_m, 4);
    EXPECT_THAT(timesOf(log),
                ElementsAre("2025-07-01T08:15:00Z", "2025-07-01T08:15:01Z", "2025-07-01T08:15:02Z"));
}

TEST(Nmea, passesOverAWrongChecksumAndSaysWhere) {
    std::string wrong = gga("081501");
    wrong[20] = wrong[20] == '1' ? '2' : '1';

    const FieldLog log = logOf({rmc("081500", "010725"), wrong, gga("081502")});

    EXPECT_EQ(log.points.size(), 2u);
    EXPECT_THAT(faultsOf(log), ElementsAre("nmea.checksum 1 row 2"));
}

TEST(Nmea, passesOverHalfASentenceButNotTheOneThatFollowsItWithoutABreak) {
    const FieldLog log =
        logOf({rmc("081500", "010725"), "$GPGGA,081501,2224.0" + gga("081502"), "$GPGGA,0815"});

    EXPECT_EQ(log.points.size(), 2u);
    EXPECT_THAT(faultsOf(log), ElementsAre("nmea.cut 2 row 2"));
}

TEST(Nmea, booksMomentsWithoutAFixOnce) {
    const FieldLog log =
        logOf({sentence("GPGGA,081500,,,,,0,00,,,M,,M,,"), sentence("GPRMC,081500,V,,,,,,,010725,,,N"),
               sentence("GPGGA,,,,,,0,,,,M,,M,,"), sentence("GPRMC,,V,,,,,,,,,,N"),
               sentence("GPGGA,,,,,,0,,,,M,,M,,"), gga("081503")});

    EXPECT_THAT(timesOf(log), ElementsAre("2025-07-01T08:15:03Z"));
    EXPECT_THAT(faultsOf(log), ElementsAre("nmea.no-fix 3 row 1"));
}

TEST(Nmea, takesNoPositionThatWasReckonedTypedOrSimulated) {
    const FieldLog log = logOf({gga("081500", 6), gga("081501", 7), gga("081502", 8), gga("081503", 4)});

    EXPECT_EQ(log.points.size(), 1u);
    EXPECT_EQ(faultsOf(log)[1], "nmea.not-measured 3 row 1");
}

TEST(Nmea, booksPositionsOffTheEarth) {
    const FieldLog log = logOf({sentence("GPGGA,081500,9930.0,N,10327.0,E,1,05,,,M,,M,,"),
                                sentence("GPGGA,081501,2265.0,N,10327.0,E,1,05,,,M,,M,,"),
                                sentence("GPGGA,081502,nan,N,inf,E,1,05,,,M,,M,,")});

    EXPECT_THAT(log.points, IsEmpty());
    EXPECT_THAT(faultsOf(log), ElementsAre("nmea.position 3 row 1"));
}

TEST(Nmea, leavesTheTimeOpenWhenNoSentenceNamesTheDay) {
    const FieldLog log = logOf({gga("081500"), gga("081501")});

    EXPECT_THAT(timesOf(log), ElementsAre("", ""));
    EXPECT_THAT(faultsOf(log), ElementsAre("nmea.no-date 2 row 1"));
}

TEST(Nmea, carriesTheDayBackAndForthAcrossMidnight) {
    const FieldLog log = logOf({gga("235958"), gga("235959"), rmc("000000", "020725"), gga("000001")});

    EXPECT_THAT(timesOf(log), ElementsAre("2025-07-01T23:59:58Z", "2025-07-01T23:59:59Z",
                                          "2025-07-02T00:00:00Z", "2025-07-02T00:00:01Z"));
}

TEST(Nmea, takesNoPauseForMidnight) {
    const FieldLog log = logOf({rmc("060000", "010725"), gga("200000")});

    EXPECT_THAT(timesOf(log), ElementsAre("2025-07-01T06:00:00Z", "2025-07-01T20:00:00Z"));
}

TEST(Nmea, readsTheDayFromZdaThoughItsClockDiffersALittle) {
    EXPECT_THAT(timesOf(logOf({gga("235959.90"), zda("000000.02", "02,07,2025")})),
                ElementsAre("2025-07-01T23:59:59.900Z"));
    EXPECT_THAT(timesOf(logOf({zda("081459.98", "01,07,2025"), gga("081500")})),
                ElementsAre("2025-07-01T08:15:00Z"));
}

TEST(Nmea, joinsAnEstimateThatComesLate) {
    const FieldLog log = logOf({rmc("081500", "010725"), gga("081501"), gst("081500"), gga("081502")});

    EXPECT_EQ(log.points.size(), 3u);
    EXPECT_EQ(log.points[0].accuracyFrom, "receiver");
    EXPECT_EQ(log.points[1].accuracyFrom, "hdop");
}

TEST(Nmea, passesOverLinesOfOtherSorts) {
    const FieldLog log = logOf({"", "\r", "# nhật ký", "!AIVDM,1,1,,A,0*00", sentence("PTNL,GGK,081500"),
                                "2025-07-01 " + rmc("081500", "010725") + "\r"});

    EXPECT_EQ(log.points.size(), 1u);
    EXPECT_THAT(faultsOf(log), ElementsAre("nmea.foreign-line 2 row 3"));
}

TEST(Nmea, survivesDamagedLinesAndGarbage) {
    std::mt19937 random(46);
    const std::string whole =
        gga("081500") + rmc("081500", "010725") + gst("081500") + zda("081500", "01,07,2025");
    for (int i = 0; i < 5000; ++i) {
        std::string line = i % 3 == 0 ? std::string(random() % 100, '\0') : whole;
        for (char& letter : line) {
            if (i % 3 == 0 || random() % 20 == 0) letter = static_cast<char>(random());
        }
        const FieldLog log = logOf({line, gga("081501"), line});
        EXPECT_LE(log.points.size(), 3u);
        EXPECT_GE(log.points.size(), 1u);
    }
}

TEST(Nmea, survivesFieldsOfAnySort) {
    std::mt19937 random(47);
    const std::vector<std::string> fields{"",        "0",      "-1",     "99999999999999999999",
                                          "1e300",   "nan",    "235960", "240000",
                                          "N",       "E",      "A",      "2224.0",
                                          "10327.0", "319925", "290225", "000000",
                                          "AAN",     "\xFF"};
    for (int i = 0; i < 20000; ++i) {
        std::string body =
            std::vector<std::string>{"GPGGA", "GNGNS", "GPRMC", "GPGST", "GPZDA"}[random() % 5];
        for (unsigned field = random() % 16; field > 0; --field)
            body += "," + fields[random() % fields.size()];
        for (const auto& point : logOf({sentence(body)}).points) {
            EXPECT_LE(std::abs(point.lonLat_deg.x), 180);
            EXPECT_LE(std::abs(point.lonLat_deg.y), 90);
        }
    }
}

}  // namespace
