// SPDX-License-Identifier: Apache-2.0
// truth.json says what is in the files; the planted rates are the published ones.
#include "sample-data/generator/truth.hpp"

#include <cstdlib>
#include <set>

#include "sample-data/generator/json_text.hpp"
#include "sample-data/generator/rings.hpp"
#include "tests/sample-data/generator/made_sample.hpp"

namespace {

using sample::test::bytesOf;
using sample::test::MadeSample;

const MadeSample& twentyThousand() {
    static const MadeSample made(20'000, false);
    return made;
}

// The number that follows a key, first found behind the place where a unit's code stands.
double numberIn(const std::string& json, const std::string& list, const std::string& code,
                const std::string& group, const std::string& key) {
    auto at = json.find("\"" + list + "\":");
    at = json.find("\"code\": \"" + code + "\"", at);
    at = json.find("\"" + group + "\": ", at);
    if (!key.empty()) at = json.find("\"" + key + "\": ", at);
    return std::strtod(json.c_str() + json.find(": ", at) + 2, nullptr);
}

TEST(Truth, plantsThePublishedRates) {
    const std::string json = bytesOf(twentyThousand().folder() / "truth.json");

    // 51,87 % (dantocmiennui.vn post343263), rubber by the rule; 66,1 % in old Mường Tè (baotintuc.vn
    // 31/10/2024)
    EXPECT_NEAR(numberIn(json, "province", "12", "register_percent", "rule"), 51.87, 0.05);
    EXPECT_NEAR(numberIn(json, "districts", "107", "register_percent", "rule"), 66.1, 0.5);
    // 457.472,8 ha without rubber
    EXPECT_NEAR(numberIn(json, "province", "12", "register_forest_ha", "out"), 457'472.8, 400);
}

TEST(Truth, agreesWithTheSumsOfTheFiles) {
    const std::string json = bytesOf(twentyThousand().folder() / "truth.json");
    layers::Schema schema;
    const auto plots = twentyThousand().features("rung_107_2023.shp", &schema);
    double register_ha = 0;
    double overlay_ha = 0;
    std::set<std::string> keys;  // a plot entered twice counts once
    for (const layers::Feature& plot : plots) {
        const auto value = [&](const char* field) { return plot.values[*schema.indexOf(field)]; };
        const auto text = [&](const char* field) { return layers::textIn(value(field)) + "/"; };
        if (!keys.insert(text("tk") + text("khoanh") + text("lo")).second) continue;
        const bool isStrayRubber =
            layers::textIn(value("sldlr")) == "Cao su" && layers::isMissing(value("malr3"));
        if (*layers::numberIn(value("maldlr")) > 71 || isStrayRubber) continue;
        register_ha += *layers::numberIn(value("dtich"));
        overlay_ha += sample::areaOf_m2(plot.geometry) / 10'000;
    }

    EXPECT_NEAR(numberIn(json, "districts", "107", "register_forest_ha", "rule"), register_ha, 0.01);
    EXPECT_NEAR(numberIn(json, "districts", "107", "overlay_forest_ha", "rule"), overlay_ha, 0.01);
    EXPECT_EQ(numberIn(json, "districts", "107", "plots", ""), static_cast<double>(keys.size()));
}

TEST(Truth, leavesOutOverlayFiguresOfCrossingPlots) {
    const MadeSample crossing(1'000, true);
    const std::string json = bytesOf(crossing.folder() / "truth.json");
    EXPECT_EQ(json.find("overlay_forest_ha"), std::string::npos);
    EXPECT_NE(json.find("register_forest_ha"), std::string::npos);
}

TEST(JsonText, separatesIndentsAndEscapes) {
    sample::JsonText json;
    json.beginObject();
    json.key("a\"b");
    json.beginArray();
    json.whole(1);
    json.decimal(0.5);
    json.nothing();
    json.endArray();
    json.key("empty");
    json.beginObject();
    json.endObject();
    json.endObject();

    EXPECT_EQ(json.take(), "{\n  \"a\\\"b\": [\n    1,\n    0.5,\n    null\n  ],\n  \"empty\": {}\n}\n");
}

}  // namespace
