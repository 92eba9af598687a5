// SPDX-License-Identifier: Apache-2.0
// Files that come again.
#include "app/jobs/import_versions.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/jobs/office.hpp"

namespace {

const std::string head = "code,name,indicator,period,numerator,denominator,unit\n";
const std::string thuLum = "03436,Xã Thu Lũm,waste-rural,2024,1,2,tấn/ngày\n";
const std::string kaLang = "03439,Xã Ka Lăng,waste-rural,2024,2,4,tấn/ngày\n";

app::Outcome importTable(office::Desk& desk, const std::string& rows,
                         layers::Release release = layers::Release::Draft) {
    office::writeBytes(desk / "bang.csv", head + rows);
    app::ImportRequest request;
    request.files = {desk / "bang.csv"};
    request.kind = layers::Kind::Indicators;
    request.release = release;
    return desk.import(request);
}

bool says(const app::Outcome& outcome, const std::string& id) {
    return std::ranges::count(outcome.summary, id, &geo::Message::id) > 0;
}

TEST(ImportVersions, theSameFileAgainChangesNothing) {
    auto desk = office::Desk::empty();
    importTable(desk, thuLum);
    const auto digest = desk.digest();
    const auto project = desk.project();
    EXPECT_TRUE(says(importTable(desk, thuLum), "import.unchanged"));
    EXPECT_EQ(desk.project(), project);
    EXPECT_EQ(desk.digest(), digest);
}

TEST(ImportVersions, theSameFileReadOtherwiseIsANewVersion) {
    auto desk = office::Desk::empty();
    importTable(desk, thuLum);
    EXPECT_FALSE(says(importTable(desk, thuLum, layers::Release::Approved), "import.unchanged"));
}

TEST(ImportVersions, aChangedFileTellsWhatIsOtherAndKeepsTheOldOne) {
    auto desk = office::Desk::empty();
    importTable(desk, thuLum + kaLang);
    const auto outcome = importTable(desk, thuLum + "03439,Xã Ka Lăng,waste-rural,2024,3,4,tấn/ngày\n" +
                                               "03469,Xã Kan Hồ,waste-rural,2024,3,4,tấn/ngày\n");
    const auto line = std::ranges::find(outcome.summary, "import.difference", &geo::Message::id);
    ASSERT_NE(line, outcome.summary.end());
    EXPECT_EQ(line->arguments, (std::vector<geo::Argument>{{"file", "bang.csv"},
                                                           {"same", std::int64_t{1}},
                                                           {"changed", std::int64_t{1}},
                                                           {"added", std::int64_t{1}},
                                                           {"removed", std::int64_t{0}}}));
    EXPECT_EQ(desk.project().layers.size(), 1u);
}

TEST(ImportVersions, aLayerOfShapesAgainChangesNothing) {
    auto desk = office::Desk::empty();
    const auto request =
        office::units(office::nestedSample() / "xa_phuong_2025.gpkg", layers::Kind::Communes, {2025, 7, 1});
    desk.import(request);
    const auto project = desk.project();
    EXPECT_TRUE(says(desk.import(request), "import.unchanged"));
    EXPECT_EQ(desk.project(), project);
}

}  // namespace
