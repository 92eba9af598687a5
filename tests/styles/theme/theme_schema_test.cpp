// SPDX-License-Identifier: Apache-2.0
// The schema of themes and their reader say the same.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "geo/base/error.hpp"
#include "styles/theme/theme_reader.hpp"

namespace {

using Json = nlohmann::json;

Json readJson(const std::string& name) {
    std::ifstream stream(KHOANH_SOURCE_DIR "/styles/themes/" + name);
    return Json::parse(stream);
}

/// A definition with its reference followed.
const Json& resolved(const Json& schema, const Json& part) {
    if (!part.contains("$ref")) return part;
    return schema.at(Json::json_pointer(part.at("$ref").get<std::string>().substr(1)));
}

/// One object of a theme, where it stands and what describes it.
struct Place {
    Json::json_pointer at;
    const Json* schema = nullptr;
};

void findObjects(const Json& schema, const Json& part, const Json& value, const Json::json_pointer& at,
                 std::vector<Place>& places) {
    const Json& form = resolved(schema, part);
    if (value.is_array() && form.contains("items")) {
        for (std::size_t i = 0; i < value.size(); ++i)
            findObjects(schema, form.at("items"), value[i], at / i, places);
    }
    if (!value.is_object()) return;
    places.push_back({at, &form});
    for (const auto& item : value.items()) {
        if (form.at("properties").contains(item.key()))
            findObjects(schema, form.at("properties").at(item.key()), item.value(), at / item.key(), places);
    }
}

std::vector<Place> objectsOf(const Json& schema, const Json& theme) {
    std::vector<Place> places;
    findObjects(schema, schema, theme, Json::json_pointer(), places);
    return places;
}

std::string faultOf(const Json& theme) {
    try {
        styles::parseTheme(theme.dump());
    } catch (const geo::Error& error) {
        return error.message().id;
    }
    return "none";
}

/// Themes that hold every key there is: one of units by class, one of things upon a ground.
std::vector<Json> fullThemes() {
    Json classed = readJson("wastewater.json");
    Json ground = readJson("outfalls.json");
    ground["lines"]["casing"] = ground["border"];
    ground["points"]["symbol"] = "star";
    ground["plots"] = readJson("forest-plots.json")["plots"];
    Json categories = readJson("waste-models.json");
    categories["points"]["categories"][0]["codes"] = {"1"};
    categories["lines"] = {{"categories", categories["points"]["categories"]},
                           {"other", "#000000"},
                           {"width", {{"least", 1}, {"most", 2}}},
                           {"label", false}};
    return {classed, ground, categories};
}

const std::array<std::string, 8> shipped{"forest-cover", "forest-plots", "outfalls",    "targets",
                                         "waste-models", "waste-rural",  "waste-urban", "wastewater"};

}  // namespace

TEST(ThemeSchema, namesEveryKeyOfTheShippedThemes) {
    const Json schema = readJson("theme.schema.json");
    for (const std::string& name : shipped) {
        const Json theme = readJson(name + ".json");
        for (const Place& place : objectsOf(schema, theme)) {
            for (const auto& item : theme.at(place.at).items())
                EXPECT_TRUE(place.schema->at("properties").contains(item.key())) << name << " " << item.key();
            for (const Json& key : place.schema->at("required"))
                EXPECT_TRUE(theme.at(place.at).contains(key)) << name << " " << key;
        }
    }
}

TEST(ThemeSchema, namesNoKeyThatTheReaderDoesNotKnow) {
    const Json schema = readJson("theme.schema.json");
    std::vector<std::string> unseen;
    for (const auto& item : schema.at("properties").items()) unseen.push_back(item.key());
    for (const Json& theme : fullThemes()) {
        ASSERT_EQ(faultOf(theme), "none") << theme.dump();
        for (const auto& item : theme.items()) std::erase(unseen, item.key());
    }
    EXPECT_TRUE(unseen.empty()) << unseen.front();
}

TEST(ThemeSchema, asksForTheKeysTheReaderAsksFor) {
    const Json schema = readJson("theme.schema.json");
    for (const Json& theme : fullThemes()) {
        for (const Place& place : objectsOf(schema, theme)) {
            for (const Json& key : place.schema->at("required")) {
                Json lacking = theme;
                lacking.at(place.at).erase(key.get<std::string>());
                EXPECT_EQ(faultOf(lacking), "theme.key-missing") << place.at << " " << key;
            }
        }
    }
}

TEST(ThemeSchema, andReaderRefuseOtherKeysEverywhere) {
    const Json schema = readJson("theme.schema.json");
    for (const Json& theme : fullThemes()) {
        for (const Place& place : objectsOf(schema, theme)) {
            EXPECT_FALSE(place.schema->at("additionalProperties").get<bool>()) << place.at;
            Json odd = theme;
            odd.at(place.at)["colours"] = 1;
            EXPECT_EQ(faultOf(odd), "theme.unknown-key") << place.at;
        }
    }
}

TEST(ThemeSchema, namesEverySymbolOfPlaces) {
    const Json schema = readJson("theme.schema.json");
    for (const Json& name : schema.at("$defs").at("symbol").at("enum"))
        EXPECT_TRUE(styles::symbolNamed(name.get<std::string>())) << name;
}
