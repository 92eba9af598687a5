// SPDX-License-Identifier: Apache-2.0
// A receiver's sentences, gathered moment by moment into fixes.
#pragma once

#include <map>
#include <string_view>

#include "layers/files/field_log.hpp"
#include "layers/files/nmea_sentence.hpp"

namespace layers {

/// Takes a log line by line, then says what it amounts to.
class NmeaLog {
  public:
    void takeLine(std::string_view line, std::int64_t row);

    /// Whether any sentence was whole.
    bool heardAnything() const { return m_heardAnything; }
    /// One point for every moment with a fix, the faults by id.
    FieldLog finished();

  private:
    /// What a moment's best sentence says of its fix.
    enum class Quality { Unsaid, NoFix, NotMeasured, NoPosition, Fix };
    struct Moment {
        std::optional<std::int64_t> time_ms;
        /// Days since 1970-01-01.
        std::optional<std::int64_t> day;
        Quality quality = Quality::Unsaid;
        /// Which kind of sentence said so: GGA over GNS over RMC.
        int rank = 0;
        FieldPoint point;
        std::optional<double> estimate_m;
        std::optional<double> hdop;
        /// Kinds of sentences heard without a time.
        std::string timeless;
    };
    struct Fix {
        Quality quality = Quality::Unsaid;
        int rank = 0;
        std::size_t positionField = 1;
        std::optional<double> elevation_m;
    };

    void take(const NmeaSentence& sentence, std::int64_t row);
    void takeGga(const NmeaSentence& sentence, std::int64_t row);
    void takeGns(const NmeaSentence& sentence, std::int64_t row);
    void takeRmc(const NmeaSentence& sentence, std::int64_t row);
    void takeGst(const NmeaSentence& sentence);
    void takeZda(const NmeaSentence& sentence);
    static void takeFix(Moment& moment, const NmeaSentence& sentence, Fix fix, std::int64_t row);

    Moment& momentOf(const NmeaSentence& sentence);
    void settleDays();
    void book(const char* id, std::int64_t row);
    void bookMoment(const Moment& moment);
    FieldPoint pointOf(const Moment& moment) const;

    std::vector<Moment> m_moments;
    /// A date that came before the first moment.
    std::optional<Moment> m_earlyDate;
    std::map<std::string, FieldLogFault> m_faults;
    std::map<std::string, std::int64_t> m_counts;
    bool m_heardAnything = false;
};

}  // namespace layers
