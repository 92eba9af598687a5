// SPDX-License-Identifier: Apache-2.0
// Words and numbers of options, read strictly.
#include "app/cli/option_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace app {
namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& text, const std::string& form) {
    throw geo::Error(geo::ErrorKind::Usage, "usage.form",
                     {{"option", option}, {"text", text}, {"form", form}});
}

template <class Number>
std::optional<Number> parseNumber(std::string_view text) {
    Number number{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<layers::DecimalMark> parseDecimalMark(std::string_view word) {
    if (word == "comma") return layers::DecimalMark::Comma;
    if (word == "point") return layers::DecimalMark::Point;
    return std::nullopt;
}

std::string joined(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

std::vector<std::string_view> cutAt(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    parts.push_back(text);
    return parts;
}

constexpr std::size_t mostYears = 12;

std::optional<int> parseYear(std::string_view text) {
    return text.size() == 4 ? parseNumber<int>(text) : std::nullopt;
}

/// Nothing where either end is no year, or too many lie between.
std::vector<int> everyYear(int first, int last) {
    std::vector<int> years;
    if (first == 0 || last == 0) return years;
    for (int year = first; year <= last && years.size() <= mostYears; ++year) years.push_back(year);
    return years;
}

}  // namespace

layers::Kind readKind(const std::string& word) {
    const auto kind = readWord(word, "--as", layers::parseKind, joined(layers::kindWords()));
    if (!kind) refuse("--as", word, joined(layers::kindWords()));
    return *kind;
}

layers::Encoding readEncoding(const std::string& word) {
    return readWord(word, "--encoding", layers::parseEncoding, "auto, utf-8, tcvn3, vni, viscii, cp1258")
        .value_or(layers::Encoding::Auto);
}

layers::Release readRelease(const std::string& word) {
    return readWord(word, "--release", layers::parseRelease, "draft, provisional, approved")
        .value_or(layers::Release::Draft);
}

std::optional<layers::DecimalMark> readDecimal(const std::string& word) {
    return readWord(word, "--decimal", parseDecimalMark, "comma, point");
}

std::optional<layers::ShareReading> readShare(const std::string& word) {
    return readWord(word, "--share", layers::parseShareReading, "ratio, percent");
}

void readBy(const std::string& text, ComputeRequest& request) {
    if (text.empty()) return;
    const std::size_t at = text.find('@');
    const std::string level = text.substr(0, at);
    request.level = *readWord(level.empty() ? text : level, "--by", layers::parseUnitLevel,
                              "commune, district, basin, reach, province");
    if (at != std::string::npos) request.unitsOn = geo::requireDate(std::string_view(text).substr(at + 1));
}

int readYear(const std::string& text, const std::string& option) {
    const auto year = parseYear(text);
    if (!year) refuse(option, text, "2023");
    return *year;
}

std::vector<int> readYears(const std::string& text) {
    std::vector<int> years;
    const auto ends = cutAt(text, '-');
    const auto parts = cutAt(text, ',');
    const bool isRange = ends.size() == 2;
    for (const std::string_view part : isRange ? ends : parts) years.push_back(parseYear(part).value_or(0));
    if (isRange) years = everyYear(years.front(), years.back());
    const bool isRising = std::ranges::is_sorted(years, std::ranges::less_equal());
    const bool isEveryAYear = std::ranges::find(years, 0) == years.end();
    if (!isRising || !isEveryAYear || years.size() < 2 || years.size() > mostYears)
        refuse("--years", text, "2021-2025, 2021,2023,2025");
    return years;
}

styles::SizePx readSize(const std::string& text) {
    const auto parts = cutAt(text, 'x');
    const auto width = parseNumber<int>(parts.front());
    const auto height = parseNumber<int>(parts.back());
    const styles::SizePx size{width.value_or(0), height.value_or(0)};
    if (parts.size() != 2 || size.width <= 0 || size.height <= 0) refuse("--size", text, "1280x800");
    return size;
}

styles::SizePx readPage(const std::string& word, const std::string& orientation) {
    const bool isUpright = orientation == "portrait";
    if (!isUpright && orientation != "landscape" && !orientation.empty())
        refuse("--orientation", orientation, "landscape, portrait");
    if (word != "a4" && word != "a3") refuse("--page", word, "a4, a3");
    const styles::SizePx size = word == "a4" ? styles::SizePx{1754, 1240} : styles::SizePx{2480, 1754};
    return isUpright ? styles::SizePx{size.height, size.width} : size;
}

std::optional<GridKind> readGrid(const std::string& word) {
    return readWord(word, "--grid", parseGridKind, "vn2000, graticule, none");
}

styles::Classing readClasses(const std::string& text) {
    if (const auto classing = styles::parseClassing(text)) return *classing;
    refuse("--classes", text,
           "natural:5, quantile:5, equal:5, deviation:5, pretty:5, target:6, manual:35,45,55");
}

geo::Extent readExtent(const std::string& text) {
    geo::Extent extent;
    const auto parts = cutAt(text, ',');
    std::vector<double> bounds;
    for (const std::string_view part : parts) {
        if (const auto number = parseNumber<double>(part)) bounds.push_back(*number);
    }
    if (bounds.size() == 4 && parts.size() == 4) extent = {bounds[0], bounds[1], bounds[2], bounds[3]};
    const bool isFinite = std::ranges::all_of(bounds, [](double bound) { return std::isfinite(bound); });
    if (!isFinite || extent.isEmpty() || extent.width() <= 0 || extent.height() <= 0) {
        refuse("--extent", text, "429000,2399000,601000,2524000");
    }
    return extent;
}

}  // namespace app
