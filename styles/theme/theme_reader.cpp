// SPDX-License-Identifier: Apache-2.0
// Reads a theme strictly: every key known, every value of its kind.
#include "styles/theme/theme_reader.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "geo/base/error.hpp"

namespace styles {
namespace {

using Json = nlohmann::json;
constexpr int knownVersion = 1;

[[noreturn]] void refuse(std::string id, const std::string& key) {
    throw geo::Error(geo::ErrorKind::BadData, std::move(id), {{"key", key}});
}

/// One JSON object and the way to it, so that a fault names `noData.line.width`, not `width`.
class Section {
  public:
    Section(const Json& object, std::string path) : m_object(object), m_path(std::move(path)) {
        if (!object.is_object()) refuse("theme.value-invalid", m_path);
    }

    void allowOnly(std::initializer_list<std::string_view> known) const {
        for (const auto& item : m_object.items()) {
            const bool isKnown = std::find(known.begin(), known.end(), item.key()) != known.end();
            if (!isKnown) refuse("theme.unknown-key", pathOf(item.key()));
        }
    }

    Section section(const std::string& key) const { return Section(value(key), pathOf(key)); }

    std::string text(const std::string& key) const {
        if (!value(key).is_string()) refuse("theme.value-invalid", pathOf(key));
        return value(key).get<std::string>();
    }

    bool flag(const std::string& key) const {
        if (!value(key).is_boolean()) refuse("theme.value-invalid", pathOf(key));
        return value(key).get<bool>();
    }

    int wholeNumber(const std::string& key, int lowest, int highest) const {
        if (!value(key).is_number_integer()) refuse("theme.value-invalid", pathOf(key));
        const auto number = value(key).get<std::int64_t>();
        if (number < lowest || number > highest) refuse("theme.value-invalid", pathOf(key));
        return static_cast<int>(number);
    }

    double positiveNumber(const std::string& key) const {
        if (!value(key).is_number()) refuse("theme.value-invalid", pathOf(key));
        const auto number = value(key).get<double>();
        if (!(number > 0) || !std::isfinite(number)) refuse("theme.value-invalid", pathOf(key));
        return number;
    }

    Colour colour(const std::string& key) const { return colourFrom(value(key), key); }

    std::vector<Colour> colours(const std::string& key) const {
        std::vector<Colour> list;
        for (const Json& item : array(key)) list.push_back(colourFrom(item, key));
        return list;
    }

    std::vector<double> numbers(const std::string& key) const {
        std::vector<double> list;
        for (const Json& item : array(key)) {
            if (!item.is_number()) refuse("theme.value-invalid", pathOf(key));
            list.push_back(item.get<double>());
        }
        return list;
    }

  private:
    std::string pathOf(const std::string& key) const { return m_path.empty() ? key : m_path + "." + key; }

    const Json& value(const std::string& key) const {
        const auto found = m_object.find(key);
        if (found == m_object.end()) refuse("theme.key-missing", pathOf(key));
        return *found;
    }

    const Json& array(const std::string& key) const {
        if (!value(key).is_array()) refuse("theme.value-invalid", pathOf(key));
        return value(key);
    }

    Colour colourFrom(const Json& item, const std::string& key) const {
        const auto colour = item.is_string() ? parseColour(item.get<std::string>()) : std::nullopt;
        if (!colour) refuse("theme.value-invalid", pathOf(key));
        return *colour;
    }

    const Json& m_object;
    std::string m_path;
};

LineLook readLine(const Section& section) {
    section.allowOnly({"colour", "width"});
    return {section.colour("colour"), section.positiveNumber("width")};
}

HatchLook readHatch(const Section& section) {
    section.allowOnly({"background", "line", "spacing"});
    return {section.colour("background"), readLine(section.section("line")),
            section.positiveNumber("spacing")};
}

LabelRule readLabelRule(const Section& section) {
    section.allowOnly({"name", "value"});
    return {section.flag("name"), section.flag("value")};
}

void requireKnownVersion(const Section& root) {
    const int version = root.wholeNumber("version", 0, 1'000'000);
    if (version == knownVersion) return;
    throw geo::Error(geo::ErrorKind::BadData, "theme.version-unknown",
                     {{"version", std::int64_t{version}}, {"known", std::int64_t{knownVersion}}});
}

void requireOneColourAClass(const Theme& theme) {
    if (theme.ramp.size() == theme.breaks.count()) return;
    throw geo::Error(geo::ErrorKind::BadData, "theme.ramp-length",
                     {{"colours", static_cast<std::int64_t>(theme.ramp.size())},
                      {"classes", static_cast<std::int64_t>(theme.breaks.count())}});
}

Theme themeFrom(const Section& root) {
    requireKnownVersion(root);
    root.allowOnly({"version", "id", "indicator", "unit", "decimals", "breaks", "ramp", "noData", "border",
                    "outline", "label"});
    Theme theme{.id = root.text("id"),
                .version = knownVersion,
                .indicator = root.text("indicator"),
                .unit = root.text("unit"),
                .decimals = root.wholeNumber("decimals", 0, 9),
                .breaks = ClassBreaks(root.numbers("breaks")),
                .ramp = root.colours("ramp"),
                .noData = readHatch(root.section("noData")),
                .border = readLine(root.section("border")),
                .outline = readLine(root.section("outline")),
                .label = readLabelRule(root.section("label"))};
    requireOneColourAClass(theme);
    return theme;
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw geo::Error(geo::ErrorKind::NotFound, "theme.missing", {{"path", file.string()}});
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

Theme parseTheme(std::string_view json) {
    const Json document = Json::parse(json, nullptr, /*allow_exceptions=*/false);
    if (document.is_discarded() || !document.is_object()) {
        throw geo::Error(geo::ErrorKind::BadData, "theme.not-json");
    }
    return themeFrom(Section(document, ""));
}

Theme readTheme(const std::filesystem::path& json) {
    return geo::inContext({"theme.reading", {{"path", json.string()}}},
                          [&] { return parseTheme(contentOf(json)); });
}

}  // namespace styles
