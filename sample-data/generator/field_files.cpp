// SPDX-License-Identifier: Apache-2.0
// GPX, CSV and NMEA 0183 as receivers and people write them.
#include <fmt/format.h>

#include <cmath>

#include "layers/files/table_file.hpp"
#include "sample-data/generator/field_work.hpp"
#include "sample-data/generator/vietnamese_text.hpp"

namespace sample {
namespace {

using layers::FieldType;
using Path = std::filesystem::path;

constexpr int patrolMonth = 10;
constexpr int patrolDay = 14;
// As readers take it: five metres for each unit of dilution.
constexpr double accuracyOfDilution_m = 5;
constexpr double elevation_m = 860;

/// Seconds after one o'clock in the morning, UTC.
std::string clockText(int seconds, const char* separator) {
    return fmt::format("{:02}{}{:02}{}{:02}", 1 + seconds / 3600, separator, seconds / 60 % 60, separator,
                       seconds % 60);
}

std::string timeText(const PackFacts& facts, int seconds) {
    return fmt::format("{}-{:02}-{:02}T{}Z", facts.reformedOn.year, patrolMonth, patrolDay,
                       clockText(seconds, ":"));
}

Path writeGpx(const PackFacts& facts, const FieldWork& work, const Path& folder) {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"minh họa\" "
        "xmlns=\"http://www.topografix.com/GPX/1/1\">\n";
    int seconds = 600;
    for (const FieldVisit& visit : work.waypoints) {
        text += fmt::format(
            "  <wpt lat=\"{:.7f}\" "
            "lon=\"{:.7f}\"><ele>{:.1f}</ele><time>{}</time><name>{}</name><hdop>{:.2f}</hdop></wpt>\n",
            visit.lonLat.y, visit.lonLat.x, elevation_m, timeText(facts, seconds), visit.name,
            visit.accuracy_m / accuracyOfDilution_m);
        seconds += 900;
    }
    text += "  <trk><name>Tuần tra (minh họa)</name><trkseg>\n";
    seconds = 300;
    for (const geo::Coordinate at : work.trackLonLat) {
        text +=
            fmt::format("    <trkpt lat=\"{:.7f}\" lon=\"{:.7f}\"><time>{}</time><hdop>1.00</hdop></trkpt>\n",
                        at.y, at.x, timeText(facts, seconds));
        seconds += 20;
    }
    writeText(folder / "tuan_tra.gpx", text + "  </trkseg></trk>\n</gpx>\n");
    return folder / "tuan_tra.gpx";
}

Path writeSheet(const PackFacts& facts, const FieldWork& work, const Path& folder) {
    layers::Table table{{{"ten", FieldType::Text},
                         {"kinh_do", FieldType::Decimal},
                         {"vi_do", FieldType::Decimal},
                         {"sai_so_m", FieldType::Decimal},
                         {"thoi_gian", FieldType::Text},
                         {"ma_xa", FieldType::Text},
                         {"diem", FieldType::Text}},
                        {}};
    int seconds = 1200;
    for (const FieldVisit& visit : work.sheet) {
        table.rows.push_back({visit.name, visit.lonLat.x, visit.lonLat.y, visit.accuracy_m,
                              timeText(facts, seconds), visit.communeCode,
                              visit.siteId.empty() ? layers::Value() : layers::Value(visit.siteId)});
        seconds += 1500;
    }
    const Path target = folder / "diem_kiem_tra.csv";
    layers::writeTable(target, table, {}, {facts.reformedOn, layers::Encoding::Utf8, {}});
    return target;
}

/// Two hexadecimal digits over all letters between $ and *.
std::string sentence(const std::string& body) {
    unsigned sum = 0;
    for (const char letter : body) sum ^= static_cast<unsigned char>(letter);
    return fmt::format("${}*{:02X}\r\n", body, sum);
}

/// Degrees and minutes run together, as `10327.49200`.
std::string degreesAndMinutes(double degrees, int digits) {
    const auto shares = static_cast<std::int64_t>(std::llround(degrees * 60 * 1e5));
    const std::int64_t inDegree = 60 * 100'000;
    return fmt::format("{:0{}}{:02}.{:05}", shares / inDegree, digits, shares % inDegree / 100'000,
                       shares % 100'000);
}

Path writeLog(const PackFacts& facts, const FieldWork& work, const Path& folder) {
    std::string text;
    int seconds = 2'400;
    const std::string date =
        fmt::format("{:02}{:02}{:02}", patrolDay, patrolMonth, facts.reformedOn.year % 100);
    for (const geo::Coordinate at : work.fixesLonLat) {
        const std::string time = clockText(seconds, "") + ".00";
        const std::string place = degreesAndMinutes(at.y, 2) + ",N," + degreesAndMinutes(at.x, 3) + ",E";
        text += sentence(fmt::format("GPGGA,{},{},1,09,0.9,{:.1f},M,-28.0,M,,", time, place, elevation_m));
        text += sentence(fmt::format("GPRMC,{},A,{},2.0,,{},,,A", time, place, date));
        text += sentence(fmt::format("GPGST,{},3.1,2.4,2.1,45.0,2.3,2.2,4.8", time));
        seconds += 5;
    }
    writeText(folder / "may_thu.nmea", text);
    return folder / "may_thu.nmea";
}

}  // namespace

std::vector<Path> writeFieldFiles(const PackFacts& facts, const FieldWork& work, const Path& folder,
                                  PlantedFaults& faults) {
    for (std::size_t i = 0; i < work.waypoints.size(); ++i) {
        if (work.waypoints[i].verdict == "inside") continue;
        faults.push_back(
            {"across-border", "tuan_tra.gpx", static_cast<std::int64_t>(i) + 1, {"check.outside"}});
    }
    return {writeGpx(facts, work, folder), writeSheet(facts, work, folder), writeLog(facts, work, folder)};
}

}  // namespace sample
