// SPDX-License-Identifier: Apache-2.0
// Which format a log is in, and its record.
#include "layers/files/field_log.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include "geo/base/error.hpp"
#include "layers/files/digest.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/gpx_log.hpp"
#include "layers/files/nmea_log.hpp"
#include "layers/text/encoding.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t bytesLookedAt = 4096;
constexpr std::int64_t linesPerStep = 5000;
// A sentence has 82 letters; whatever is longer than this holds none.
constexpr std::size_t longestLine = 4096;

bool beginsWithSentences(const fs::path& path) {
    std::error_code fault;
    if (!fs::is_regular_file(path, fault)) return false;
    std::ifstream file(path, std::ios::binary);
    std::string start(bytesLookedAt, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    const auto sentences = nmeaSentencesIn(start);
    return std::ranges::any_of(
        sentences, [](const NmeaSentence& sentence) { return sentence.state == NmeaState::Whole; });
}

void requireFieldLog(const fs::path& path) {
    requireLocalPath(path);
    if (!fs::is_regular_file(path)) {
        throw geo::Error(geo::ErrorKind::NotFound, "file.missing", {{"path", path.string()}});
    }
    const std::string end = extensionOf(path);
    if (end == ".gpx" || end == ".nmea" || end == ".txt" || end == ".log") return;
    throw geo::Error(geo::ErrorKind::Refused, "file.format-not-allowed",
                     {{"path", path.string()}, {"formats", ".gpx .nmea .txt .log"}});
}

FieldLog readNmea(const fs::path& path, geo::Progress& progress) {
    std::ifstream file(path, std::ios::binary);
    NmeaLog log;
    std::string line;
    for (std::int64_t row = 1; std::getline(file, line); ++row) {
        if (row % linesPerStep == 1) progress.step("files.reading", row, 0);
        if (line.size() > longestLine) line.resize(longestLine);
        log.takeLine(line, row);
    }
    if (file.bad() || !file.eof()) {
        throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                         {{"path", path.string()}, {"reason", std::strerror(errno)}});
    }
    if (!log.heardAnything()) {
        throw geo::Error(geo::ErrorKind::BadData, "nmea.no-sentence", {{"path", path.string()}});
    }
    return log.finished();
}

SourceRecord recordOf(const fs::path& path) {
    SourceRecord record;
    record.path = path.string();
    record.sha256 = sha256OfFile(path);
    record.layerName = path.stem().string();
    record.encoding = wordOf(Encoding::Utf8);
    record.crs = "EPSG:4326";
    record.crsFrom = "file";
    return record;
}

}  // namespace

bool isFieldLog(const fs::path& path) {
    const std::string end = extensionOf(path);
    if (end == ".gpx" || end == ".nmea") return true;
    return (end == ".txt" || end == ".log") && beginsWithSentences(path);
}

FieldLog readFieldLog(const fs::path& path, geo::Progress& progress) {
    requireFieldLog(path);
    FieldLog log = extensionOf(path) == ".gpx" ? readGpx(path, progress) : readNmea(path, progress);
    log.source = recordOf(path);
    return log;
}

}  // namespace layers
