// SPDX-License-Identifier: Apache-2.0
// One table of everything found, each thing once, nothing of what was undone.
#include "app/jobs/findings_table.hpp"

#include <gtest/gtest.h>

#include "layers/store/change.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

layers::Finding finding(const std::string& code, std::int64_t row, const std::string& source) {
    return {{"units.share-incomplete", {{"code", code}}}, row, code, source};
}

/// Keeps a run as another program would; shown: whether the project shows it.
void addRun(office::Desk& desk, const std::string& job, const std::vector<layers::Finding>& findings,
            bool isShown) {
    auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Write);
    layers::Change change(workspace);
    layers::RunRecord run;
    run.job = job;
    run.findings = findings;
    app::Project project = desk.project();
    const std::int64_t id = change.addRun(run);
    if (isShown) (job == "import" ? project.imports : project.runs).push_back(id);
    change.commit(app::toJson(project));
    desk.reopen();
}

layers::Table tableOf(const office::Desk& desk) {
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    return app::findingsTable(workspace, desk.project(), office::words());
}

std::string cellOf(const layers::Table& table, std::size_t row, const std::string& column) {
    return layers::textIn(table.rows[row][*table.schema.indexOf(column)]);
}

}  // namespace

TEST(FindingsTable, isEmptyWithItsHeadsWhereNothingWasFound) {
    const auto table = tableOf(office::Desk::empty());
    EXPECT_TRUE(table.rows.empty());
    ASSERT_EQ(table.schema.size(), 7u);
    EXPECT_EQ(table.schema.fields()[0].name, "job");
    EXPECT_EQ(table.schema.fields()[6].name, "words");
}

TEST(FindingsTable, holdsWhatImportsAndShownRunsFound) {
    auto desk = office::Desk::empty();
    addRun(desk, "import", {finding("03388", 7, "a.csv")}, true);
    addRun(desk, "compute", {finding("03390", 0, {})}, true);
    addRun(desk, "compute", {finding("03394", 0, {})}, false);
    const auto table = tableOf(desk);
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(cellOf(table, 0, "job"), "import");
    EXPECT_EQ(cellOf(table, 0, "source"), "a.csv");
    EXPECT_EQ(cellOf(table, 0, "row"), "7");
    EXPECT_EQ(cellOf(table, 0, "unit_code"), "03388");
    EXPECT_NE(cellOf(table, 0, "words").find("03388"), std::string::npos);
    EXPECT_TRUE(layers::isMissing(table.rows[1][*table.schema.indexOf("row")]));
}

TEST(FindingsTable, namesTheSameThingOnce) {
    auto desk = office::Desk::empty();
    addRun(desk, "import", {finding("03388", 7, "a.csv"), finding("03388", 7, "a.csv")}, true);
    addRun(desk, "import", {finding("03388", 7, "a.csv")}, true);
    EXPECT_EQ(tableOf(desk).rows.size(), 1u);
}

TEST(FindingsTable, anotherRowSourceUnitOrArgumentIsAnotherThing) {
    auto desk = office::Desk::empty();
    layers::Finding sameElsewhere = finding("03388", 7, "a.csv");
    sameElsewhere.unitCode = "03390";
    addRun(desk, "import",
           {finding("03388", 7, "a.csv"), finding("03388", 8, "a.csv"), finding("03388", 7, "b.csv"),
            finding("03390", 7, "a.csv"), sameElsewhere},
           true);
    EXPECT_EQ(tableOf(desk).rows.size(), 5u);
}

TEST(FindingsTable, forgetsAFileThatNoShownLayerComesFrom) {
    auto desk = office::Desk::empty();
    const auto file = office::nestedSample() / "xa_phuong_2025.gpkg";
    desk.import(office::units(file, layers::Kind::Communes, {2025, 7, 1}));
    addRun(desk, "import", {finding("03388", 1, "xa_phuong_2025.gpkg"), finding("03390", 1, "lineage.csv")},
           true);
    ASSERT_EQ(tableOf(desk).rows.size(), 2u);

    app::Project without = desk.project();
    without.layers.clear();
    desk.show(without);

    const auto table = tableOf(desk);
    ASSERT_EQ(table.rows.size(), 1u);
    EXPECT_EQ(cellOf(table, 0, "source"), "lineage.csv");
}

TEST(FindingsTable, forgetsWhatWasFoundInAFileThatWasReadAgain) {
    auto desk = office::Desk::empty();
    const auto file = office::nestedSample() / "xa_phuong_2025.gpkg";
    const auto communes = office::units(file, layers::Kind::Communes, {2025, 7, 1});
    addRun(desk, "import", {finding("03388", 1, "xa_phuong_2025.gpkg")}, true);
    ASSERT_EQ(tableOf(desk).rows.size(), 1u);

    desk.import(communes);

    EXPECT_TRUE(tableOf(desk).rows.empty());
}

TEST(FindingsTable, theWholeSampleGivesEveryKindOfFindingItsWords) {
    const auto table = tableOf(office::Desk::full());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        EXPECT_NE(cellOf(table, row, "words").substr(0, cellOf(table, row, "id").size()),
                  cellOf(table, row, "id"));
    }
}
