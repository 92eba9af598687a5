// SPDX-License-Identifier: Apache-2.0
// Which sentences belong to one moment, which of them is believed, and on what day it was.
#include "layers/files/nmea_log.hpp"

#include <chrono>
#include <cmath>

#include "layers/files/moment_text.hpp"

namespace layers {
namespace {

// A receiver of ordinary make is off by about this at a dilution of one.
constexpr double rangeError_m = 5;
constexpr std::int64_t day_ms = 24LL * 3'600'000;
// Receivers send GST and ZDA late or early, never by more than this many moments.
constexpr std::ptrdiff_t longestLag = 3;

std::optional<std::int64_t> dayOf(int year, unsigned month, unsigned day) {
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok()) return std::nullopt;
    return sys_days(date).time_since_epoch().count();
}

/// `ddmmyy`; receivers did not exist before 1980.
std::optional<std::int64_t> dayFromDigits(std::optional<double> digits) {
    if (!digits || *digits < 0 || *digits > 999999 || *digits != std::floor(*digits)) return std::nullopt;
    const auto number = static_cast<int>(*digits);
    const int year = number % 100;
    return dayOf(year < 80 ? 2000 + year : 1900 + year, static_cast<unsigned>(number / 100 % 100),
                 static_cast<unsigned>(number / 10000));
}

bool holdsAnyOf(std::string_view modes, std::string_view wanted) {
    return modes.find_first_of(wanted) != std::string_view::npos;
}

/// Midnight may lie between two times of one moment.
std::int64_t daysBetween(std::int64_t from_ms, std::int64_t to_ms) {
    if (to_ms - from_ms > day_ms / 2) return -1;
    return from_ms - to_ms > day_ms / 2 ? 1 : 0;
}

}  // namespace

void NmeaLog::takeLine(std::string_view line, std::int64_t row) {
    for (const NmeaSentence& sentence : nmeaSentencesIn(line)) {
        switch (sentence.state) {
            case NmeaState::Whole:
                take(sentence, row);
                break;
            case NmeaState::Cut:
                book("nmea.cut", row);
                break;
            case NmeaState::WrongChecksum:
                book("nmea.checksum", row);
                break;
            case NmeaState::Foreign:
                book("nmea.foreign-line", row);
                break;
        }
    }
}

void NmeaLog::take(const NmeaSentence& sentence, std::int64_t row) {
    m_heardAnything = true;
    if (sentence.type == "GGA") takeGga(sentence, row);
    if (sentence.type == "GNS") takeGns(sentence, row);
    if (sentence.type == "RMC") takeRmc(sentence, row);
    if (sentence.type == "GST") takeGst(sentence);
    if (sentence.type == "ZDA") takeZda(sentence);
}

void NmeaLog::takeGga(const NmeaSentence& sentence, std::int64_t row) {
    const auto sort = sentence.numberAt(5);
    // 6 is dead reckoning, 7 typed in, 8 simulated: nobody stood there.
    const Quality quality = !sort || *sort == 0 ? Quality::NoFix
                            : *sort >= 6        ? Quality::NotMeasured
                                                : Quality::Fix;
    Moment& moment = momentOf(sentence);
    if (!moment.hdop) moment.hdop = sentence.numberAt(7);
    takeFix(moment, sentence, {quality, 3, 1, sentence.numberAt(8)}, row);
}

void NmeaLog::takeGns(const NmeaSentence& sentence, std::int64_t row) {
    const std::string_view modes = sentence.at(5);
    if (modes.empty()) return;  // the share of one system in a fix of several
    const Quality quality = holdsAnyOf(modes, "ADPRF") ? Quality::Fix
                            : holdsAnyOf(modes, "EMS") ? Quality::NotMeasured
                                                       : Quality::NoFix;
    Moment& moment = momentOf(sentence);
    if (!moment.hdop) moment.hdop = sentence.numberAt(7);
    takeFix(moment, sentence, {quality, 2, 1, sentence.numberAt(8)}, row);
}

void NmeaLog::takeRmc(const NmeaSentence& sentence, std::int64_t row) {
    const std::string_view mode = sentence.at(11);
    const bool isValid = sentence.at(1) == "A" && mode != "N";
    const Quality quality = !isValid                  ? Quality::NoFix
                            : holdsAnyOf(mode, "EMS") ? Quality::NotMeasured
                                                      : Quality::Fix;
    Moment& moment = momentOf(sentence);
    if (const auto day = dayFromDigits(sentence.numberAt(8))) moment.day = day;
    takeFix(moment, sentence, {quality, 1, 2, std::nullopt}, row);
}

void NmeaLog::takeGst(const NmeaSentence& sentence) {
    const double north = sentence.numberAt(5).value_or(0);
    const double east = sentence.numberAt(6).value_or(0);
    const double radius = std::hypot(north, east);
    Moment& moment = momentOf(sentence);
    if (!moment.estimate_m && radius > 0) moment.estimate_m = radius;
}

void NmeaLog::takeZda(const NmeaSentence& sentence) {
    const auto time = sentence.timeAt(0);
    const auto number = [&](std::size_t field) { return sentence.numberAt(field).value_or(0); };
    const bool isSane = number(3) >= 1980 && number(3) <= 9999 && number(1) >= 1 && number(1) <= 31 &&
                        number(2) >= 1 && number(2) <= 12;
    if (!time || !isSane) return;
    const auto day = dayOf(static_cast<int>(number(3)), static_cast<unsigned>(number(2)),
                           static_cast<unsigned>(number(1)));
    if (!day) return;
    if (m_moments.empty()) {
        m_earlyDate.emplace();
        m_earlyDate->time_ms = time;
        m_earlyDate->day = day;
        return;
    }
    Moment& latest = m_moments.back();
    if (!latest.day && latest.time_ms) latest.day = *day + daysBetween(*time, *latest.time_ms);
}

void NmeaLog::takeFix(Moment& moment, const NmeaSentence& sentence, Fix fix, std::int64_t row) {
    const auto position = sentence.positionAt(fix.positionField);
    if (fix.quality == Quality::Fix && !position) fix.quality = Quality::NoPosition;
    const bool isBetter = fix.rank > moment.rank || (fix.rank == moment.rank && fix.quality > moment.quality);
    if (!isBetter) return;
    moment.quality = fix.quality;
    moment.rank = fix.rank;
    moment.point.row = row;
    moment.point.elevation_m = fix.elevation_m;
    if (position) moment.point.lonLat_deg = *position;
}

NmeaLog::Moment& NmeaLog::momentOf(const NmeaSentence& sentence) {
    const auto time = sentence.timeAt(0);
    const std::string type(sentence.type);
    std::ptrdiff_t lag = 0;
    for (auto moment = m_moments.rbegin(); moment != m_moments.rend() && lag < longestLag; ++moment, ++lag) {
        const bool isRepeated = !time && moment->timeless.find(type) != std::string::npos;
        if (isRepeated) break;
        if (moment->time_ms != time) continue;
        if (!time) moment->timeless += type;
        return *moment;
    }
    Moment& made = m_moments.emplace_back();
    made.time_ms = time;
    if (!time) made.timeless = type;
    if (m_earlyDate && time) made.day = *m_earlyDate->day + daysBetween(*m_earlyDate->time_ms, *time);
    if (time) m_earlyDate.reset();
    return made;
}

/// Moments without a date take it from the last dated one before, else from the first after. A clock that
/// falls back by half a day has passed midnight; one that leaps forward has only been switched off for a
/// while.
void NmeaLog::settleDays() {
    const Moment* before = nullptr;
    const auto carry = [&](Moment& moment, std::int64_t midnight) {
        if (!moment.time_ms) return;
        const bool isCarried = before != nullptr && before->day && !moment.day;
        if (isCarried) {
            const bool passesMidnight = daysBetween(*before->time_ms, *moment.time_ms) == midnight;
            moment.day = *before->day + (passesMidnight ? midnight : 0);
        }
        before = &moment;
    };
    for (Moment& moment : m_moments) carry(moment, 1);
    before = nullptr;
    for (auto moment = m_moments.rbegin(); moment != m_moments.rend(); ++moment) carry(*moment, -1);
}

void NmeaLog::book(const char* id, std::int64_t row) {
    const auto [fault, isNew] = m_faults.try_emplace(id);
    if (isNew) fault->second.row = row;
    ++m_counts[id];
}

void NmeaLog::bookMoment(const Moment& moment) {
    switch (moment.quality) {
        case Quality::NoFix:
            return book("nmea.no-fix", moment.point.row);
        case Quality::NotMeasured:
            return book("nmea.not-measured", moment.point.row);
        case Quality::NoPosition:
            return book("nmea.position", moment.point.row);
        case Quality::Fix:
            if (!moment.day || !moment.time_ms) book("nmea.no-date", moment.point.row);
            return;
        case Quality::Unsaid:
            return;
    }
}

FieldPoint NmeaLog::pointOf(const Moment& moment) const {
    FieldPoint point = moment.point;
    point.isTrack = true;
    if (moment.day && moment.time_ms) point.time = isoMoment(*moment.day * day_ms + *moment.time_ms);
    const bool hasDilution = moment.hdop && *moment.hdop > 0;
    if (hasDilution) point.accuracy_m = *moment.hdop * rangeError_m;
    if (moment.estimate_m) point.accuracy_m = moment.estimate_m;
    if (point.accuracy_m) point.accuracyFrom = moment.estimate_m ? "receiver" : "hdop";
    return point;
}

FieldLog NmeaLog::finished() {
    settleDays();
    FieldLog log;
    for (const Moment& moment : m_moments) {
        bookMoment(moment);
        if (moment.quality == Quality::Fix) log.points.push_back(pointOf(moment));
    }
    for (auto& [id, fault] : m_faults) {
        fault.message = {id, {{"count", m_counts[id]}}};
        log.faults.push_back(fault);
    }
    return log;
}

}  // namespace layers
