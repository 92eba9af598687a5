// SPDX-License-Identifier: Apache-2.0
// What every table of the pack promises, and the tables of forest, indicators, plan and places.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/sample-data/provinces/pack_rows.hpp"

namespace {

using packTest::Row;
using packTest::rowsOf;
using packTest::rowsWhere;

std::set<std::string> listedTables() {
    const std::string json = packTest::textOf("pack.json");
    const std::string list = json.substr(json.find("\"tables\""));
    const std::regex word("\"([a-z_0-9]+)\"");
    std::set<std::string> names;
    for (std::sregex_iterator found(list.begin(), list.end(), word), end; found != end; ++found)
        names.insert((*found)[1]);
    names.erase("tables");
    return names;
}

std::set<std::string> valuesOf(const std::string& table, const std::string& column) {
    std::set<std::string> values;
    for (const Row& row : rowsOf(table)) values.insert(row.at(column));
    return values;
}

// Vietnamese in NFC needs no combining mark: U+0300…U+036F begin with these two bytes in UTF-8.
bool hasCombiningMark(const std::string& text) {
    return text.find('\xCC') != std::string::npos || text.find('\xCD') != std::string::npos;
}

TEST(ProvincePack, listsExactlyTheTablesBesideIt) {
    std::set<std::string> present;
    for (const auto& entry : std::filesystem::directory_iterator(packTest::folder())) {
        if (entry.path().extension() == ".csv") present.insert(entry.path().stem().string());
    }
    EXPECT_EQ(listedTables(), present);
}

TEST(ProvincePack, saysForEveryRowWhereItComesFromAndHowSureItIs) {
    const std::set<std::string> marks{"V", "D", "M"};
    for (const std::string& table : listedTables()) {
        for (const Row& row : rowsOf(table)) {
            EXPECT_FALSE(row.at("source").empty()) << table;
            EXPECT_TRUE(marks.contains(row.at("certainty"))) << table;
        }
    }
}

TEST(ProvincePack, writesItsTextComposedAndItsLinesPlain) {
    for (const std::string& table : listedTables()) {
        const std::string text = packTest::textOf(table + ".csv");
        EXPECT_FALSE(hasCombiningMark(text)) << table;
        EXPECT_EQ(text.find('\r'), std::string::npos) << table;
        EXPECT_TRUE(text.ends_with('\n')) << table;
        EXPECT_FALSE(text.starts_with("\xEF\xBB\xBF")) << table;
    }
}

TEST(ProvinceForestCodes, countOneToSeventyOneAsForest) {
    const std::vector<Row> codes = rowsOf("forest_codes");
    ASSERT_EQ(codes.size(), 93u);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        EXPECT_EQ(codes[i].at("code"), std::to_string(i + 1));
        EXPECT_EQ(codes[i].at("counts"), i + 1 <= 71 ? "1" : "0") << codes[i].at("symbol");
    }
}

TEST(ProvinceForestCodes, nameEachTypeByOneSymbolOnly) {
    std::set<std::string> symbols = valuesOf("forest_codes", "symbol");
    ASSERT_EQ(symbols.size(), 93u);
    for (const std::string& alias : valuesOf("forest_codes", "aliases")) {
        if (alias.empty()) continue;
        EXPECT_TRUE(symbols.insert(alias).second) << alias;
    }
}

TEST(ProvinceForestCodes, fallIntoTheGroupsOfTheOfficialForm) {
    EXPECT_EQ(rowsWhere("forest_codes", "group", "natural").size(), 59u);
    EXPECT_EQ(rowsWhere("forest_codes", "group", "planted").size(), 12u);
    EXPECT_EQ(rowsWhere("forest_codes", "group", "planted_young").size(), 6u);
    EXPECT_EQ(rowsWhere("forest_codes", "group", "regenerating").size(), 4u);
    EXPECT_EQ(rowsWhere("forest_codes", "group", "other").size(), 12u);
}

TEST(ProvinceTargets, areThePlansForTheProvinceAndNoOtherUnits) {
    std::map<std::string, std::string> found;
    for (const Row& row : rowsWhere("targets", "scope", "provincial")) {
        EXPECT_EQ(row.at("unit_code"), "12");
        found[row.at("indicator")] = row.at("operator") + row.at("value");
    }
    EXPECT_EQ(found, (std::map<std::string, std::string>{{"forest-cover", ">=55"},
                                                         {"wastewater-treated", ">70"},
                                                         {"waste-urban", ">=95"},
                                                         {"waste-rural", ">=90"},
                                                         {"energy-saving", ">=6"}}));
}

TEST(ProvinceTargets, nameDefinedIndicatorsAndListedDocuments) {
    const std::set<std::string> indicators = valuesOf("indicators", "indicator");
    const std::set<std::string> documents = valuesOf("documents", "number");
    for (const Row& row : rowsOf("targets")) {
        EXPECT_TRUE(indicators.contains(row.at("indicator"))) << row.at("indicator");
        EXPECT_TRUE(documents.contains(row.at("document"))) << row.at("document");
    }
}

TEST(ProvincePlan, hasFourteenGroupsOfTasks) { EXPECT_EQ(rowsOf("task_groups").size(), 14u); }

TEST(ProvincePlan, hasFourPartsAndTenTasksInItsFirstAnnex) {
    std::map<std::string, std::size_t> counts;
    for (const Row& row : rowsOf("annex1")) ++counts[row.at("level")];

    EXPECT_EQ(counts, (std::map<std::string, std::size_t>{{"part", 4}, {"group", 9}, {"task", 10}}));
}

TEST(ProvincePlan, givesEachTaskAKnownLeadYearsAndAProduct) {
    const std::set<std::string> agencies = valuesOf("agencies", "name_then");
    for (const Row& row : rowsWhere("annex1", "level", "task")) {
        EXPECT_TRUE(agencies.contains(row.at("lead"))) << row.at("lead");
        EXPECT_EQ(row.at("from_year"), "2025");
        EXPECT_FALSE(row.at("to_year").empty());
        EXPECT_FALSE(row.at("product").empty());
    }
}

TEST(ProvincePlan, hasTenSectorsAndThirtySixItemsInItsSecondAnnex) {
    EXPECT_EQ(rowsOf("annex2_sectors").size(), 10u);
    EXPECT_EQ(rowsOf("annex2_items").size(), 36u);
    EXPECT_EQ(valuesOf("annex2_items", "sector"), valuesOf("annex2_sectors", "roman"));
}

TEST(ProvincePlan, bindsItsFiveQuantitativeObjectivesToIndicators) {
    const std::set<std::string> indicators = valuesOf("indicators", "indicator");
    const auto quantitative = rowsWhere("objectives", "kind", "quantitative");
    ASSERT_EQ(quantitative.size(), 5u);
    for (const Row& row : quantitative) EXPECT_TRUE(indicators.contains(row.at("indicator"))) << row.at("id");
}

TEST(ProvinceSites, haveCoordinatesOnlyWhenVerified) {
    for (const Row& site : rowsOf("sites")) {
        EXPECT_EQ(site.at("position_status"), site.at("lon").empty() ? "none" : "verified") << site.at("id");
        EXPECT_EQ(site.at("lon").empty(), site.at("lat").empty()) << site.at("id");
    }
}

TEST(ProvinceSites, followTheirDeclaredCommuneThroughLineage) {
    for (const Row& site : rowsOf("sites")) {
        if (site.at("declared_old_commune").empty()) continue;
        const auto heirs = rowsWhere("lineage", "old_code", site.at("declared_old_commune"));
        ASSERT_EQ(heirs.size(), 1u) << site.at("id");
        EXPECT_EQ(heirs[0].at("new_code"), site.at("declared_commune")) << site.at("id");
    }
}

}  // namespace
