// SPDX-License-Identifier: Apache-2.0
// From /proc, from what the build found, from the programs themselves.
#include "tests/bench/machine.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <ctime>
#include <fstream>
#include <thread>

#include "tests/bench/child.hpp"

namespace bench {
namespace {

/// What follows the colon in the first line that begins so.
std::string valueIn(const char* file, const std::string& name) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(name)) return line.substr(line.find_first_not_of(": \t", name.size()));
    }
    return "unknown";
}

double memory_GiB() { return std::atof(valueIn("/proc/meminfo", "MemTotal").c_str()) / (1024 * 1024); }

/// One minute's mean of how many programs wished to run.
std::string load() {
    std::ifstream file("/proc/loadavg");
    std::string oneMinute;
    file >> oneMinute;
    return oneMinute;
}

std::string peerVersions(const Postgis& postgis) {
    std::string text = isOnPath("ogr2ogr") ? runChild({"ogr2ogr", "--version"}).out : "no ogr2ogr";
    text = text.substr(0, text.find_first_of(",\n"));
    return text + " · " + (postgis.absence().empty() ? postgis.version() : "PostGIS " + postgis.absence());
}

}  // namespace

std::vector<std::string> describeRun(const Postgis& postgis) {
    return {
        fmt::format("Machine: {}, {} cores, {:.1f} GiB; load when it began {}",
                    valueIn("/proc/cpuinfo", "model name"), std::thread::hardware_concurrency(), memory_GiB(),
                    load()),
        fmt::format("Built: " KHOANH_COMPILER ", " KHOANH_BUILD "; SQLite {}, SpatiaLite " KHOANH_SPATIALITE
                    ", GDAL " KHOANH_GDAL ", PROJ " KHOANH_PROJ,
                    sqlite3_libversion()),
        "Peers: " + peerVersions(postgis), fmt::format("Day: {:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)))};
}

}  // namespace bench
