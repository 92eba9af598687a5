// SPDX-License-Identifier: Apache-2.0
// The yearly report: where each target stands, who is missing, who owes a report.
#include "app/jobs/year_report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "app/jobs/compute.hpp"
#include "app/jobs/year_facts.hpp"
#include "app/jobs/year_pages.hpp"
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
    app::YearFacts facts(int year) {
        return app::yearFacts(m_desk.project(), year, app::Language::Vietnamese, m_quiet);
    }

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
    const auto outcome = report(2025, m_desk / "a.pdf");
    EXPECT_EQ(outcome.rows.size(), 5u);
    for (const app::Row& row : outcome.rows) EXPECT_EQ(office::text(row, "verdict"), "no-figure");
    EXPECT_EQ(app::yearPages(facts(2025), m_words).text.sourceLine.find("01/01/0"), std::string::npos);
}

TEST_F(YearReport, ofAWorkspaceWithoutTablesSaysThatThereIsNone) {
    m_desk = office::Desk::empty();
    const auto outcome = report(2025);
    std::vector<std::string> names;
    for (const auto& finding : office::findingsOf(outcome, "report.no-table"))
        names.push_back(m_words.sentence(finding.message));
    ASSERT_EQ(names.size(), 2u);  // solid waste of towns and of the country; energy is the province's own
    EXPECT_NE(names[0].find("chưa có bảng số liệu năm 2025"), std::string::npos);
    EXPECT_NE(m_words.sentence(outcome.summary.back()).find("năm 2025: 0 báo cáo"), std::string::npos);
    EXPECT_NE(m_words.sentence(outcome.summary.back()).find("2 chỉ tiêu chưa có bảng nào"),
              std::string::npos);
}

TEST_F(YearReport, saysOfEachTargetWhyItHasNoFigure) {
    m_desk = office::Desk::empty();
    std::string said;
    for (const auto& finding : office::findingsOf(report(2025), "report.line-no-figure"))
        said += m_words.sentence(finding.message) + "\n";
    EXPECT_NE(said.find("Tỷ lệ che phủ rừng: chưa có số liệu cấp tỉnh: chưa có lớp lô rừng; nhập bằng: "
                        "import … --as forest"),
              std::string::npos);
    EXPECT_NE(said.find("import … --as outfalls"), std::string::npos);
    // What to type stays on the screen.
    const auto pages = app::yearPages(facts(2025), m_words);
    EXPECT_EQ(pages.entries.front().facts.back().value, "chưa có lớp lô rừng");
}

TEST_F(YearReport, goesOnWhereOneIndicatorCannotBeComputed) {
    m_desk = office::Desk::empty();
    // Plots that declare neither area nor commune want borders, and there are none.
    office::writeBytes(m_desk / "rung.csv",
                       "maldlr,wkt\n3,\"POLYGON((103.4 22.4,103.41 22.4,103.41 22.41,103.4 22.4))\"\n");
    auto plots = office::forest({m_desk / "rung.csv"}, {2025, 12, 31});
    plots.crs = geo::Crs::fromText("EPSG:4326");
    m_desk.import(plots);
    const auto targets = facts(2025).targets;
    ASSERT_EQ(targets.size(), 5u);
    ASSERT_TRUE(targets.front().fault);
    EXPECT_EQ(targets.front().fault->id, "units.no-layer");
}

/// Rows of solid waste as communes report them.
app::ImportRequest wasteTable(const office::Desk& desk, const std::string& rows) {
    office::writeBytes(desk / "rac.csv", "code,name,indicator,period,numerator,denominator,unit\n" + rows);
    app::ImportRequest request;
    request.files = {desk / "rac.csv"};
    request.kind = layers::Kind::Indicators;
    return request;
}

TEST_F(YearReport, listsAsMissingWhatIsMissingInItsOwnYear) {
    m_desk = office::Desk::empty();
    m_desk.import(wasteTable(m_desk, "03436,Xã Thu Lũm,waste-rural,2023,1,2,tấn/ngày\n"));
    EXPECT_TRUE(facts(2025).missing.empty());
    EXPECT_EQ(facts(2025).withoutTable.size(), 2u);
    const auto then = facts(2023);
    EXPECT_EQ(then.withoutTable.size(), 1u);
    EXPECT_FALSE(then.missing.empty());
    for (const app::MissingReport& one : then.missing) EXPECT_EQ(one.year, 2023);
}

TEST_F(YearReport, pastTheLastTargetStillHoldsFiguresAgainstIt) {
    const auto late = facts(2035).targets;
    ASSERT_EQ(late.size(), 5u);
    for (const app::TargetStanding& one : late) EXPECT_EQ(one.target.year, 2030) << one.name;
}

TEST_F(YearReport, findsTheSameEachTimeAndNothingTwice) {
    const auto first = report(2025).findings;
    const auto second = report(2025).findings;
    EXPECT_EQ(first, second);
    for (std::size_t i = 0; i < first.size(); ++i)
        EXPECT_EQ(std::find(first.begin() + static_cast<std::ptrdiff_t>(i) + 1, first.end(), first[i]),
                  first.end());
}

TEST_F(YearReport, isWrittenUnderAnExtensionInCapitals) {
    report(2025, m_desk / "BAO-CAO.PDF");
    EXPECT_TRUE(office::bytesOf(m_desk / "BAO-CAO.PDF").starts_with("%PDF"));
}

TEST_F(YearReport, namesIndicatorsInTheReadersLanguage) {
    const auto english = app::yearFacts(m_desk.project(), 2025, app::Language::English, m_quiet);
    EXPECT_EQ(english.targets.front().name, "Forest cover");
    EXPECT_EQ(facts(2025).targets.front().name, "Tỷ lệ che phủ rừng");
}

TEST_F(YearReport, saysOnceThatItsTargetIsADraft) {
    const auto pages = app::yearPages(facts(2025), m_words);
    const std::string target = pages.entries.front().facts.front().value;
    EXPECT_NE(target.find("(dự thảo)"), std::string::npos);
    EXPECT_EQ(target.find("(dự thảo"), target.rfind("(dự thảo"));
}
