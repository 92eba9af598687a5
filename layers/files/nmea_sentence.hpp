// SPDX-License-Identifier: Apache-2.0
// One sentence of a receiver: `$GPGGA,…*66`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "geo/shape/coordinate.hpp"

namespace layers {

enum class NmeaState {
    Whole,
    /// Its checksum is missing: the rest was never written.
    Cut,
    WrongChecksum,
    /// No sentence at all.
    Foreign
};

/// Looks into the line it was read from.
struct NmeaSentence {
    NmeaState state = NmeaState::Foreign;
    /// `GGA`, whichever talker says it; empty for makers' own sentences.
    std::string_view type;
    std::vector<std::string_view> fields;

    /// Empty beyond the last field.
    std::string_view at(std::size_t field) const;
    /// Nothing for what is no plain decimal number.
    std::optional<double> numberAt(std::size_t field) const;
    /// Milliseconds since midnight from `hhmmss.ss`; nothing for an empty field or no time of day.
    std::optional<std::int64_t> timeAt(std::size_t field) const;
    /// Longitude and latitude in degrees from four fields, `4648.910,N,00916.045,E`; nothing off the earth.
    std::optional<geo::Coordinate> positionAt(std::size_t field) const;
};

/// All sentences of a line: a half one may be followed by the next without a break. Nothing for a blank line.
std::vector<NmeaSentence> nmeaSentencesIn(std::string_view line);

}  // namespace layers
