// SPDX-License-Identifier: Apache-2.0
// JSON of outcomes: complete, free of locale, nothing is null and never zero.
#include "app/cli/json_output.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

using nlohmann::json;

namespace {

app::Catalogue words() {
    return app::Catalogue::read(std::filesystem::path(KHOANH_SOURCE_DIR) / "app/words", app::Language::Vietnamese);
}

json parsed(const app::Outcome& outcome) { return json::parse(app::jsonOf(outcome, words())); }

}  // namespace

TEST(JsonOutput, holdsEveryPartEvenWhenThereIsNothing) {
    const json object = parsed({.verb = "info"});
    EXPECT_EQ(object.at("verb"), "info");
    EXPECT_EQ(object.at("status"), "done");
    EXPECT_EQ(object.at("rows"), json::array());
    EXPECT_EQ(object.at("findings"), json::array());
    for (const char* side : {"in", "gained", "out", "lost"}) EXPECT_EQ(object.at("ledger").at(side), json::object());
}

TEST(JsonOutput, nothingIsNullAndNumbersKeepEveryDigit) {
    const json row = parsed({.verb = "compute",
                             .rows = {{{"value", {}},
                                       {"zero", 0.0},
                                       {"whole", std::int64_t{38}},
                                       {"share", 51.885090856161774},
                                       {"name", std::string("Xã Tà Tổng")},
                                       {"crs", app::Row{{"EPSG:9205", std::vector<double>{546981.276, 2477623.887}}}}}}})
                         .at("rows")
                         .at(0);
    EXPECT_TRUE(row.at("value").is_null());
    EXPECT_EQ(row.at("zero"), 0.0);
    EXPECT_TRUE(row.at("whole").is_number_integer());
    EXPECT_EQ(row.at("share").get<double>(), 51.885090856161774);
    EXPECT_EQ(row.at("name"), "Xã Tà Tổng");
    EXPECT_EQ(row.at("crs").at("EPSG:9205").at(0), 546981.276);
}

TEST(JsonOutput, aFindingHasItsIdItsRowAndItsWords) {
    app::Outcome outcome{.verb = "import"};
    outcome.findings = {{{"shape.empty", {}}, 7, {}}, {{"shape.empty", {}}, 0, "03388"}};
    const json object = parsed(outcome);
    EXPECT_EQ(object.at("status"), "findings");
    EXPECT_EQ(object.at("findings").at(0).at("id"), "shape.empty");
    EXPECT_EQ(object.at("findings").at(0).at("row"), 7);
    EXPECT_EQ(object.at("findings").at(0).at("words"), words().sentence("shape.empty"));
    EXPECT_TRUE(object.at("findings").at(1).at("row").is_null());
    EXPECT_EQ(object.at("findings").at(1).at("code"), "03388");
}

TEST(JsonOutput, theLedgerGivesCountAndHectaresByReason) {
    app::Outcome outcome{.verb = "compute"};
    outcome.ledger.add(layers::LedgerSide::Lost, "outside-all-zones", 3, {1.5});
    const json lost = parsed(outcome).at("ledger").at("lost");
    EXPECT_EQ(lost.at("outside-all-zones").at("count"), 3);
    EXPECT_EQ(lost.at("outside-all-zones").at("ha"), 1.5);
}

TEST(JsonOutput, anErrorIsAnObjectOfTheSameForm) {
    const geo::Error error(geo::ErrorKind::NotFound, "file.missing", {{"path", std::string("a \"b\".shp")}});
    const json object = json::parse(app::jsonOf(error, "import", words()));
    EXPECT_EQ(object.at("status"), "error");
    EXPECT_EQ(object.at("error").at("id"), "file.missing");
    EXPECT_NE(object.at("error").at("words").get<std::string>().find("a \"b\".shp"), std::string::npos);
    for (const char* part : {"verb", "rows", "findings", "ledger"}) EXPECT_TRUE(object.contains(part)) << part;
}

TEST(JsonOutput, aPathThatIsNoUtf8IsNoReasonToFail) {
    const geo::Error error(geo::ErrorKind::NotFound, "file.missing", {{"path", std::string("r\xF9ng.shp")}});
    EXPECT_TRUE(json::accept(app::jsonOf(error, "import", words())));
}
