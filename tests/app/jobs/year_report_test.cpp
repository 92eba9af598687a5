// SPDX-License-Identifier: Apache-2.0
// The yearly report: where each target stands, who is missing, who owes a report.
#include "app/jobs/year_report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "app/jobs/compute.hpp"
#include "app/jobs/year_facts.hpp"
#include "layers/files/table_file.hpp"
#include "tests/app/jobs/office.hpp"

using layers::UnitLevel;

namespace {

class YearReport : public testing::Test {
  protected:
    app::Outcome report(int year, const std::filesystem::path& out = {}) {
        auto outcome = app::reportYear(m_desk.project(), {year, out}, {m_words, m_session}, m_quiet);
        m_desk.show(outcome.project);
        return outcome;
    }
    app::YearFacts facts(int year) { return app::yearFacts(m_desk.project(), year, m_quiet); }

    office::Desk m_desk = office::Desk::whole();
    geo::Progress m_quiet;
    app::Catalogue m_words = office::words();
    styles::PaintSession m_session;
};

}  // namespace

TEST_F(YearReport, holdsEveryTargetOfTheProvinceAgainstItsFigure) {
    const auto outcome = report(2025);
    EXPECT_EQ(outcome.rows.size(), 5u);
    const app::Row& urban = office::rowWith(outcome, "indicator", "waste-urban");
    const auto figure =
        m_desk.compute(office::figures("waste-urban", UnitLevel::Province, 2025)).rows.front();
    EXPECT_EQ(office::number(urban, "value"), office::number(figure, "value"));
    EXPECT_EQ(office::number(urban, "target"), 95);
    EXPECT_NEAR(*office::number(urban, "difference"), *office::number(urban, "value") - 95, 1e-9);
    EXPECT_EQ(office::text(urban, "as_of").substr(0, 4), "2025");
}

TEST_F(YearReport, saysWhatPaceIsNeededToTheYearOfTheTarget) {
    const auto outcome = report(2025);
    const app::Row& rural = office::rowWith(outcome, "indicator", "waste-rural");
    EXPECT_EQ(office::text(rural, "verdict"), "not-met");
    EXPECT_NEAR(*office::number(rural, "pace"), -*office::number(rural, "difference") / 5, 1e-9);
}

TEST_F(YearReport, takesNoFigureYoungerThanItsYear) {
    const auto standing = facts(2023).targets;
    for (const app::TargetStanding& one : standing) {
        if (one.figure) {
            EXPECT_LE(one.figure->asOf.year, 2023) << one.target.indicator;
        }
    }
}

TEST_F(YearReport, namesEveryCommuneWhoseFigureIsMissing) {
    const auto year = facts(2025);
    const auto communes = m_desk.compute(office::figures("waste-rural", UnitLevel::Commune, 2025));
    const auto expected = std::ranges::count_if(communes.rows, [](const app::Row& row) {
        const std::string status = office::text(row, "status");
        return status == "not reported" || status == "missing";
    });
    const auto named = std::ranges::count(year.missing, "waste-rural", &app::MissingReport::indicator);
    EXPECT_EQ(named, expected);
}

TEST_F(YearReport, namesAgenciesByTheTasksUnderWayInTheYear) {
    const auto late = facts(2025).agencies;
    std::size_t tasks = 0;
    for (const app::DueAgency& agency : late) tasks += agency.tasks.size();
    EXPECT_EQ(tasks, 10u);  // Annex I has ten tasks, all of them under way in 2025
    EXPECT_TRUE(
        std::ranges::any_of(late, [](const app::DueAgency& agency) { return agency.nameNow.empty(); }));
    EXPECT_LT(facts(2030).agencies.size(), late.size() + 1);
}

TEST_F(YearReport, isAWorkbookWithASheetForEachPart) {
    report(2025, m_desk / "bao-cao.xlsx");
    layers::FileText text;
    const auto table = layers::readOfficeTable(m_desk / "bao-cao.xlsx", {.sheetName = "Chỉ tiêu"}, text);
    // Notes stand below the rows, in the first column.
    const auto isRow = [](const std::vector<layers::Value>& row) { return !layers::isMissing(row[1]); };
    EXPECT_EQ(std::ranges::count_if(table.table.rows, isRow), 5);
}

TEST_F(YearReport, isAPaperOfTheSameBytesEachTime) {
    report(2025, m_desk / "a.pdf");
    report(2025, m_desk / "b.pdf");
    EXPECT_GT(std::filesystem::file_size(m_desk / "a.pdf"), 20'000u);
    std::ifstream a(m_desk / "a.pdf", std::ios::binary), b(m_desk / "b.pdf", std::ios::binary);
    EXPECT_TRUE(std::equal(std::istreambuf_iterator<char>(a), {}, std::istreambuf_iterator<char>(b), {}));
}

TEST_F(YearReport, isRefusedAsAnythingElse) {
    EXPECT_EQ(office::errorOf([&] { report(2025, m_desk / "a.docx"); }).message().id,
              "report.format-unknown");
}

TEST_F(YearReport, ofAnEmptyWorkspaceMakesNothingUp) {
    m_desk = office::Desk::empty();
    const auto outcome = report(2025);
    EXPECT_EQ(outcome.rows.size(), 5u);
    for (const app::Row& row : outcome.rows) EXPECT_EQ(office::text(row, "verdict"), "no-figure");
}
