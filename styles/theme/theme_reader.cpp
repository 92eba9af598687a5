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

    bool has(const std::string& key) const { return m_object.contains(key); }

    Section section(const std::string& key) const { return Section(value(key), pathOf(key)); }

    std::vector<Section> sections(const std::string& key) const {
        std::vector<Section> list;
        for (const Json& item : array(key)) list.emplace_back(item, pathOf(key));
        return list;
    }

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

    std::vector<std::string> texts(const std::string& key) const {
        std::vector<std::string> list;
        for (const Json& item : array(key)) {
            if (!item.is_string()) refuse("theme.value-invalid", pathOf(key));
            list.push_back(item.get<std::string>());
        }
        return list;
    }

    std::string pathOf(const std::string& key) const { return m_path.empty() ? key : m_path + "." + key; }

  private:
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

void requireOneColourAClass(const ClassBreaks& breaks, const std::vector<Colour>& ramp) {
    if (ramp.size() == breaks.count()) return;
    throw geo::Error(geo::ErrorKind::BadData, "theme.ramp-length",
                     {{"colours", static_cast<std::int64_t>(ramp.size())},
                      {"classes", static_cast<std::int64_t>(breaks.count())}});
}

SizeRange readSizes(const Section& section) {
    section.allowOnly({"least", "most"});
    const SizeRange range{section.positiveNumber("least"), section.positiveNumber("most")};
    if (range.most < range.least) refuse("theme.value-invalid", section.pathOf("most"));
    return range;
}

Symbol readSymbol(const Section& section) {
    const auto symbol = symbolNamed(section.text("symbol"));
    if (!symbol) refuse("theme.value-invalid", section.pathOf("symbol"));
    return *symbol;
}

Category readCategory(const Section& section) {
    section.allowOnly({"key", "colour", "symbol", "codes"});
    Category category{section.text("key"), section.colour("colour"), Symbol::Circle, {}};
    if (section.has("symbol")) category.symbol = readSymbol(section);
    if (section.has("codes")) category.codes = section.texts("codes");
    return category;
}

std::vector<Category> readCategories(const Section& section) {
    std::vector<Category> categories;
    for (const Section& item : section.sections("categories")) {
        Category category = readCategory(item);
        const bool isRepeated =
            std::ranges::find(categories, category.key, &Category::key) != categories.end();
        if (isRepeated || category.key.empty()) refuse("theme.value-invalid", item.pathOf("key"));
        categories.push_back(std::move(category));
    }
    return categories;
}

/// Classes or categories; a section that names both is refused at the second.
DataColours readColours(const Section& section) {
    DataColours colours;
    colours.other = section.colour("other");
    const bool hasClasses = section.has("breaks") || section.has("ramp");
    if (section.has("categories")) {
        if (hasClasses) refuse("theme.value-invalid", section.pathOf("categories"));
        colours.categories = readCategories(section);
    }
    if (!hasClasses) return colours;
    colours.breaks = ClassBreaks(section.numbers("breaks"));
    colours.ramp = section.colours("ramp");
    requireOneColourAClass(colours.breaks, colours.ramp);
    return colours;
}

LinesLook readLines(const Section& section) {
    section.allowOnly({"breaks", "ramp", "categories", "other", "width", "casing", "label"});
    LinesLook look{readColours(section), readSizes(section.section("width")), std::nullopt,
                   section.flag("label")};
    if (section.has("casing")) look.casing = readLine(section.section("casing"));
    return look;
}

PointsLook readPoints(const Section& section) {
    section.allowOnly(
        {"breaks", "ramp", "categories", "other", "size", "symbol", "outline", "label", "cluster"});
    const Symbol symbol = section.has("symbol") ? readSymbol(section) : Symbol::Circle;
    return {readColours(section),
            readSizes(section.section("size")),
            symbol,
            readLine(section.section("outline")),
            section.flag("label"),
            section.has("cluster") && section.flag("cluster")};
}

PlotsLook readPlots(const Section& section) {
    section.allowOnly({"categories", "other", "border"});
    return {readColours(section), readLine(section.section("border"))};
}

/// Units are plain upon a base, or coloured by a ramp with a look for those without data.
void readUnits(const Section& root, Theme& theme) {
    if (root.has("base")) {
        if (root.has("ramp")) refuse("theme.value-invalid", "base");
        theme.base = root.colour("base");
        return;
    }
    theme.breaks = ClassBreaks(root.numbers("breaks"));
    theme.ramp = root.colours("ramp");
    theme.noData = readHatch(root.section("noData"));
    requireOneColourAClass(theme.breaks, theme.ramp);
}

Theme themeFrom(const Section& root) {
    requireKnownVersion(root);
    root.allowOnly({"version", "id", "indicator", "unit", "decimals", "breaks", "ramp", "noData", "border",
                    "outline", "label", "base", "lines", "points", "plots"});
    Theme theme;
    theme.id = root.text("id");
    theme.version = knownVersion;
    if (root.has("indicator")) theme.indicator = root.text("indicator");
    theme.unit = root.text("unit");
    theme.decimals = root.wholeNumber("decimals", 0, 9);
    readUnits(root, theme);
    theme.border = readLine(root.section("border"));
    theme.outline = readLine(root.section("outline"));
    theme.label = readLabelRule(root.section("label"));
    if (root.has("lines")) theme.lines = readLines(root.section("lines"));
    if (root.has("points")) theme.points = readPoints(root.section("points"));
    if (root.has("plots")) theme.plots = readPlots(root.section("plots"));
    return theme;
}

[[noreturn]] void refuseJson(std::string_view json, std::size_t byte) {
    const auto line = 1 + std::ranges::count(json.substr(0, byte), '\n');
    throw geo::Error(geo::ErrorKind::BadData, "theme.not-json", {{"line", static_cast<std::int64_t>(line)}});
}

Json documentIn(std::string_view json) {
    try {
        Json document = Json::parse(json);
        if (document.is_object()) return document;
    } catch (const Json::parse_error& fault) {
        refuseJson(json, fault.byte);
    } catch (const Json::out_of_range&) {
        throw geo::Error(geo::ErrorKind::BadData, "theme.number-too-large");
    }
    refuseJson(json, 0);
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw geo::Error(geo::ErrorKind::NotFound, "theme.missing", {{"path", file.string()}});
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

Theme parseTheme(std::string_view json) {
    const Json document = documentIn(json);
    return themeFrom(Section(document, ""));
}

Theme readTheme(const std::filesystem::path& json) {
    return geo::inContext({"theme.reading", {{"path", json.string()}}},
                          [&] { return parseTheme(contentOf(json)); });
}

}  // namespace styles
