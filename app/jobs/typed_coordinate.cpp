// SPDX-License-Identifier: Apache-2.0
// Degrees, degrees with minutes and seconds, metres: told apart by how large the numbers are.
#include <charconv>
#include <cmath>
#include <regex>

#include "app/jobs/place_search.hpp"
#include "geo/crs/transform.hpp"

namespace app {
namespace {

/// An angle or a length as it was written, and the letter beside it.
struct TypedNumber {
    double value = 0;
    /// `N`, `E`, or 0 where none was written.
    char axis = 0;
};

double numberOf(std::string text) {
    for (char& letter : text) {
        if (letter == ',') letter = '.';
    }
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// B and N are north, Đ, D and E are east: Bắc, Đông in Vietnamese.
char axisOf(const std::string& letter) {
    if (letter.empty()) return 0;
    return letter == "B" || letter == "N" || letter == "b" || letter == "n" ? 'N' : 'E';
}

std::optional<std::vector<TypedNumber>> sexagesimal(const std::string& text) {
    static const std::regex angle(
        "([0-9]+)\\s*°\\s*([0-9]+(?:[.,][0-9]+)?)\\s*(?:'|′|’)\\s*(?:([0-9]+(?:[.,][0-9]+)?)\\s*(?:\"|″|”|'')\\s*)?"
        "([BNbnDEde])?[^0-9]*");
    std::vector<TypedNumber> numbers;
    for (std::sregex_iterator at(text.begin(), text.end(), angle), end; at != end; ++at) {
        const double minutes = numberOf((*at)[2].str());
        const double seconds = numberOf((*at)[3].str());
        const double degrees = numberOf((*at)[1].str()) + minutes / 60 + seconds / 3600;
        numbers.push_back({degrees, axisOf((*at)[4].str())});
    }
    if (numbers.size() != 2) return std::nullopt;
    return numbers;
}

/// The sign of a degree is two bytes: only in a group are both left out together.
std::optional<std::vector<TypedNumber>> decimal(const std::string& text) {
    static const std::regex pair(
        "\\s*(-?[0-9]+(?:[.,][0-9]+)?)\\s*(?:°)?\\s*([BNbnDEde])?\\s*[;,\\s]\\s*(-?[0-9]+(?:[.,][0-9]+)?)\\s*(?:°)?\\s*"
        "([BNbnDEde])?\\s*");
    std::smatch found;
    if (!std::regex_match(text, found, pair)) return std::nullopt;
    return std::vector<TypedNumber>{{numberOf(found[1].str()), axisOf(found[2].str())},
                                    {numberOf(found[3].str()), axisOf(found[4].str())}};
}

/// `2.477.623,9` as Vietnamese papers write it. Only a number of two groups says so: `22.396 103.458` are
/// degrees.
std::string withoutThousands(std::string text) {
    static const std::regex grouped("([0-9])\\.([0-9]{3})(?=[.,;\\s]|$)");
    static const std::regex twoGroups("[0-9]\\.[0-9]{3}\\.[0-9]{3}(?=[,;\\s]|$)");
    if (!std::regex_search(text, twoGroups)) return text;
    for (std::string before; before != text;) {
        before = text;
        text = std::regex_replace(text, grouped, "$1$2");
    }
    return text;
}

/// The letter Đ is two bytes, which a bracket expression would take for two letters.
std::string withPlainLetters(std::string_view typed) {
    std::string text;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const bool isD = typed.substr(i, 2) == "Đ" || typed.substr(i, 2) == "đ";
        text += isD ? 'D' : typed[i];
        if (isD) ++i;
    }
    return text;
}

bool isLatitude(double number) { return std::abs(number) <= 90; }
bool isLongitude(double number) { return std::abs(number) <= 180; }

/// Northings here are above a million, eastings below.
constexpr double leastNorthing_m = 1'000'000;
constexpr double leastLength_m = 1'000;

std::optional<TypedCoordinate> understood(const TypedNumber& first, const TypedNumber& second) {
    const bool isExchanged = first.axis == 'E' || second.axis == 'N';
    const double north = isExchanged ? second.value : first.value;
    const double east = isExchanged ? first.value : second.value;
    if (north >= leastLength_m && east >= leastLength_m) {
        const bool isEastFirst = first.axis == 0 && second.axis == 0 && north < leastNorthing_m &&
                                 east >= leastNorthing_m;
        if (isEastFirst) return TypedCoordinate{CoordinateReading::NorthEast, {north, east}};
        return TypedCoordinate{CoordinateReading::NorthEast, {east, north}};
    }
    if (isLatitude(north) && isLongitude(east))
        return TypedCoordinate{CoordinateReading::LatitudeLongitude, {east, north}};
    if (isLatitude(east) && isLongitude(north))
        return TypedCoordinate{CoordinateReading::LatitudeLongitude, {north, east}};
    return std::nullopt;
}

}  // namespace

std::optional<TypedCoordinate> readTypedCoordinate(std::string_view typed) {
    const std::string text = withoutThousands(withPlainLetters(typed));
    auto numbers = sexagesimal(text);
    if (!numbers) numbers = decimal(text);
    if (!numbers) return std::nullopt;
    return understood(numbers->front(), numbers->back());
}

geo::Coordinate planePositionOf(const TypedCoordinate& typed, const geo::Crs& workspaceCrs) {
    if (typed.reading == CoordinateReading::NorthEast) return typed.at;
    return geo::Transform(geo::Crs::fromText("EPSG:4326"), workspaceCrs).apply(typed.at);
}

}  // namespace app
