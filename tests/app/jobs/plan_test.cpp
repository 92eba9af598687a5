// SPDX-License-Identifier: Apache-2.0
// What the plan says, counted against its text, and what is known of it.
#include "app/jobs/plan.hpp"

#include <gtest/gtest.h>

#include "app/jobs/plan_agencies.hpp"
#include "app/jobs/plan_sections.hpp"
#include "layers/files/table_file.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

app::Outcome planned(const office::Desk& desk, const app::PlanRequest& request) {
    geo::Progress progress;
    return app::describePlan(desk.project(), request, office::words(), progress);
}

app::Outcome section(const std::string& name) { return planned(office::Desk::empty(), {name, std::nullopt}); }

std::size_t countWith(const app::Outcome& outcome, const std::string& cell, const std::string& wanted) {
    std::size_t count = 0;
    for (const app::Row& row : outcome.rows) count += office::text(row, cell) == wanted ? 1U : 0U;
    return count;
}

layers::Table agencyTable(const std::vector<std::vector<layers::Value>>& rows) {
    return {{{"name_then", layers::FieldType::Text},
             {"name_now", layers::FieldType::Text},
             {"certainty", layers::FieldType::Text}},
            rows};
}

}  // namespace

// Counts are those of the plan's text: part II, part III, annexes I and II.
TEST(Plan, theOverviewCountsEverySection) {
    const auto outcome = section("");
    const auto count = [&](const std::string& name, const std::string& what) {
        for (const app::Row& row : outcome.rows) {
            if (office::text(row, "section") == name && office::text(row, "what") == what) {
                return office::number(row, "count").value_or(-1);
            }
        }
        return -1.0;
    };
    EXPECT_EQ(count("objectives", "quantitative"), 5);
    EXPECT_EQ(count("objectives", "qualitative"), 10);
    EXPECT_EQ(count("groups", "row"), 14);
    EXPECT_EQ(count("annex1", "part"), 4);
    EXPECT_EQ(count("annex1", "task"), 10);
    EXPECT_EQ(count("annex2", "sector"), 10);
    EXPECT_EQ(count("annex2", "item"), 36);
    EXPECT_EQ(count("targets", "provincial"), 5);
    EXPECT_EQ(count("targets", "national"), 4);
    EXPECT_TRUE(outcome.findings.empty());
}

TEST(Plan, everyLineOfEverySectionHasItsWordsAndItsRow) {
    const auto desk = office::Desk::empty();
    for (const std::string& name : app::planSectionNames()) {
        const auto outcome = planned(desk, {name, std::nullopt});
        EXPECT_FALSE(outcome.rows.empty()) << name;
        EXPECT_EQ(outcome.rows.size(), outcome.summary.size()) << name;
        for (const app::Row& row : outcome.rows) EXPECT_EQ(row.size(), outcome.rows.front().size()) << name;
        for (const auto& line : outcome.summary) EXPECT_TRUE(office::words().knows(line.id)) << line.id;
    }
}

TEST(Plan, anObjectiveStatesItsTargetAndItsLegalStatus) {
    const auto cover = office::rowWith(section("objectives"), "indicator", "forest-cover");
    EXPECT_EQ(office::number(cover, "value"), 55);  // II.2: "Tỷ lệ che phủ rừng đạt 55%"
    EXPECT_EQ(office::text(cover, "operator"), ">=");
    EXPECT_EQ(office::text(cover, "unit"), "%");
    EXPECT_EQ(office::text(cover, "legal_status"), "draft");
    EXPECT_EQ(office::text(cover, "certainty"), "V");
    EXPECT_FALSE(office::text(cover, "source").empty());
}

TEST(Plan, objectivesReachTo2030AndTo2035) {
    const auto outcome = section("objectives");
    EXPECT_EQ(countWith(outcome, "horizon", "2035"), 2u);
    EXPECT_EQ(countWith(outcome, "horizon", "2030") + countWith(outcome, "horizon", "general"), 13u);
}

TEST(Plan, wastewaterMustBeMoreThanItsTarget) {
    const auto row = office::rowWith(section("objectives"), "indicator", "wastewater-treated");
    EXPECT_EQ(office::text(row, "operator"), ">");
    EXPECT_EQ(office::number(row, "value"), 70);
}

TEST(Plan, aTaskWithoutANumberKeepsNone) {
    const auto outcome = section("annex1");
    const auto& task = office::rowWith(outcome, "id", "A1-03");
    EXPECT_EQ(office::text(task, "level"), "task");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(office::cell(task, "number").value));
    EXPECT_EQ(office::text(office::rowWith(outcome, "id", "A1-08"), "number"), "2.2.1");
}

TEST(Plan, agenciesOfTheAnnexStandBesideThoseOfToday) {
    const auto outcome = section("annex1");
    const auto& task = office::rowWith(outcome, "id", "A1-11");
    EXPECT_EQ(office::text(task, "support"),
              "Sở Kế hoạch và Đầu tư, Sở Tài nguyên và Môi trường; các cơ quan, tổ chức có liên quan");
    EXPECT_EQ(office::text(task, "support_now"),
              "Sở Tài chính, Sở Nông nghiệp và Môi trường; các cơ quan, tổ chức có liên quan");
    EXPECT_EQ(office::text(task, "support_now_certainty"), "M");
}

TEST(Plan, theDutiesOfTheDistrictsHaveNoHeir) {
    const app::Row task = office::rowWith(section("annex1"), "id", "A1-06");
    EXPECT_EQ(office::text(task, "lead"), "Ủy ban nhân dân các huyện, thành phố");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(office::cell(task, "lead_now").value));
    EXPECT_EQ(office::text(office::rowWith(section("agencies"), "code", "ubnd-huyen"), "change"), "no-heir");
}

TEST(Plan, anAgencySaysSinceWhenAndHowSureThatIs) {
    const app::Row agency = office::rowWith(section("agencies"), "code", "so-tnmt");
    EXPECT_EQ(office::text(agency, "name_now"), "Sở Nông nghiệp và Môi trường");
    EXPECT_EQ(office::text(agency, "since"), "2025-03-01");
    EXPECT_EQ(office::text(agency, "certainty"), "M");
}

TEST(Plan, anUnknownSectionIsAUsageErrorThatNamesTheKnownOnes) {
    const auto error = office::errorOf([] { section("annex3"); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::Usage);
    EXPECT_EQ(error.message().id, "plan.section-unknown");
}

TEST(Plan, aSectionBecomesATable) {
    const auto desk = office::Desk::empty();
    const auto outcome = planned(desk, {"annex2", desk / "annex2.csv"});
    const auto table = layers::readTable(desk / "annex2.csv");
    EXPECT_EQ(table.rows.size(), 46u);  // 10 sectors and 36 items
    EXPECT_EQ(outcome.files, (std::vector<std::filesystem::path>{desk / "annex2.csv"}));
}

TEST(Plan, theWholePlanBecomesATableForEachSection) {
    const auto desk = office::Desk::empty();
    const auto outcome = planned(desk, {{}, desk / "plan.xlsx"});
    EXPECT_EQ(outcome.files.size(), app::planSectionNames().size());
    EXPECT_TRUE(std::filesystem::exists(desk / "plan_agencies.xlsx"));
    const std::string first = office::bytesOf(desk / "plan_agencies.xlsx");
    planned(desk, {"agencies", desk / "plan_agencies.xlsx"});
    EXPECT_EQ(office::bytesOf(desk / "plan_agencies.xlsx"), first);
}

TEST(Plan, isNotWrittenAsALayer) {
    const auto desk = office::Desk::empty();
    const auto error = office::errorOf([&] { planned(desk, {"groups", desk / "groups.gpkg"}); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::Usage);
    EXPECT_FALSE(std::filesystem::exists(desk / "groups.gpkg"));
}

TEST(PlanAgencies, theLongestNameIsTaken) {
    const app::PlanAgencies agencies(agencyTable({{"Sở A", "Sở X", "V"}, {"Sở A và B", "Sở Y", "M"}}));
    EXPECT_EQ(agencies.today("Sở A và B; Sở A"), (app::AgenciesNow{"Sở Y; Sở X", "M"}));
}

TEST(PlanAgencies, aNameOfTodayIsNotReplacedAgain) {
    const app::PlanAgencies agencies(agencyTable({{"Sở A", "Sở B", "V"}, {"Sở B", "Sở C", "V"}}));
    EXPECT_EQ(agencies.today("Sở A, Sở B"), (app::AgenciesNow{"Sở B, Sở C", "V"}));
}

TEST(PlanAgencies, nothingKnownAndNoHeirAnswerNothing) {
    const app::PlanAgencies agencies(agencyTable({{"Sở A", {}, "V"}}));
    EXPECT_EQ(agencies.today("Ban B"), std::nullopt);
    EXPECT_EQ(agencies.today("Sở A"), std::nullopt);
    EXPECT_EQ(agencies.today(""), std::nullopt);
}
