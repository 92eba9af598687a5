// SPDX-License-Identifier: Apache-2.0
// Checksums and fields (NMEA 0183).
#include "layers/files/nmea_sentence.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace layers {
namespace {

std::vector<std::string_view> fieldsOf(std::string_view body) {
    std::vector<std::string_view> fields;
    while (true) {
        const std::size_t comma = body.find(',');
        fields.push_back(body.substr(0, comma));
        if (comma == std::string_view::npos) return fields;
        body.remove_prefix(comma + 1);
    }
}

unsigned checksumOf(std::string_view body) {
    unsigned sum = 0;
    for (const char letter : body) sum ^= static_cast<unsigned char>(letter);
    return sum;
}

NmeaState stateOf(std::string_view body, std::string_view afterStar) {
    unsigned written = 0;
    if (afterStar.size() < 2) return NmeaState::Cut;
    const auto [stop, fault] = std::from_chars(afterStar.data(), afterStar.data() + 2, written, 16);
    if (fault != std::errc{} || stop != afterStar.data() + 2) return NmeaState::Cut;
    return written == checksumOf(body) ? NmeaState::Whole : NmeaState::WrongChecksum;
}

/// Two letters of talker, three of type; `P…` is a maker's own.
std::string_view typeOf(std::string_view address) {
    return address.size() == 5 && address.front() != 'P' ? address.substr(2) : std::string_view{};
}

/// From behind one `$` up to the next.
NmeaSentence sentenceOf(std::string_view text) {
    const std::size_t star = text.find('*');
    if (star == std::string_view::npos) return {NmeaState::Cut, {}, {}};
    const std::string_view body = text.substr(0, star);
    NmeaSentence sentence{stateOf(body, text.substr(star + 1)), {}, {}};
    if (sentence.state != NmeaState::Whole) return sentence;
    sentence.fields = fieldsOf(body);
    sentence.type = typeOf(sentence.fields.front());
    sentence.fields.erase(sentence.fields.begin());
    return sentence;
}

std::optional<double> degreesOf(std::optional<double> degreesMinutes, std::string_view side,
                                std::string_view sides) {
    if (!degreesMinutes || *degreesMinutes < 0 || side.size() != 1) return std::nullopt;
    const double degrees = std::floor(*degreesMinutes / 100);
    const double minutes = *degreesMinutes - degrees * 100;
    const double angle = degrees + minutes / 60;
    const double limit = sides == "NS" ? 90 : 180;
    if (minutes >= 60 || angle > limit || sides.find(side) == std::string_view::npos) return std::nullopt;
    return side.front() == sides.front() ? angle : -angle;
}

bool isBlank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

std::string_view NmeaSentence::at(std::size_t field) const {
    return field < fields.size() ? fields[field] : std::string_view{};
}

std::optional<double> NmeaSentence::numberAt(std::size_t field) const {
    const std::string_view text = at(field);
    double number = 0;
    const auto [stop, fault] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (fault != std::errc{} || stop != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<std::int64_t> NmeaSentence::timeAt(std::size_t field) const {
    const auto digits = numberAt(field);
    if (!digits || *digits < 0 || *digits >= 240000) return std::nullopt;
    const auto thousandths = static_cast<std::int64_t>(std::llround(*digits * 1000));
    const std::int64_t hours = thousandths / 10'000'000;
    const std::int64_t minutes = thousandths / 100'000 % 100;
    const std::int64_t milliseconds = thousandths % 100'000;
    if (minutes >= 60 || milliseconds >= 61'000) return std::nullopt;  // a leap second is one
    return (hours * 60 + minutes) * 60'000 + std::min<std::int64_t>(milliseconds, 59'999);
}

std::optional<geo::Coordinate> NmeaSentence::positionAt(std::size_t field) const {
    const auto latitude = degreesOf(numberAt(field), at(field + 1), "NS");
    const auto longitude = degreesOf(numberAt(field + 2), at(field + 3), "EW");
    if (!latitude || !longitude) return std::nullopt;
    return geo::Coordinate{*longitude, *latitude};
}

std::vector<NmeaSentence> nmeaSentencesIn(std::string_view line) {
    std::vector<NmeaSentence> sentences;
    std::size_t dollar = line.find('$');
    if (dollar == std::string_view::npos && !isBlank(line)) sentences.push_back({});
    while (dollar != std::string_view::npos) {
        const std::size_t next = line.find('$', dollar + 1);
        sentences.push_back(sentenceOf(line.substr(dollar + 1, next - dollar - 1)));
        dollar = next;
    }
    return sentences;
}

}  // namespace layers
