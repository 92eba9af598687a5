// SPDX-License-Identifier: Apache-2.0
// Files that come again.
#include "app/jobs/import_versions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "geo/crs/crs.hpp"
#include "geo/crs/vn2000.hpp"
#include "layers/files/table_file.hpp"
#include "layers/store/workspace.hpp"
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

TEST(ImportVersions, twoFilesOfOneNameInOneCommandAreRefused) {
    auto desk = office::Desk::empty();
    std::filesystem::create_directories(desk / "a");
    std::filesystem::create_directories(desk / "b");
    office::writeBytes(desk / "a/bc.csv", head + thuLum);
    office::writeBytes(desk / "b/bc.csv", head + kaLang);
    app::ImportRequest request;
    request.files = {desk / "a/bc.csv", desk / "b/bc.csv"};
    request.kind = layers::Kind::Indicators;
    const auto digest = desk.digest();
    EXPECT_EQ(office::errorOf([&] { desk.import(request); }).message().id, "import.replaces-in-one-command");
    EXPECT_EQ(desk.digest(), digest);
}

TEST(ImportVersions, unitsThatHadFiguresAndHaveNoneAreNamed) {
    auto desk = office::Desk::empty();
    importTable(desk, thuLum + kaLang);
    const auto gone = office::findingsOf(importTable(desk, thuLum), "import.figures-gone");
    ASSERT_EQ(gone.size(), 1u);
    EXPECT_EQ(gone[0].message.arguments,
              (std::vector<geo::Argument>{
                  {"file", "bang.csv"}, {"count", std::int64_t{1}}, {"units", "Xã Ka Lăng"}}));
}

TEST(ImportVersions, aLayerThatSharesNoShapeWithTheOneItReplacesIsSaid) {
    auto desk = office::Desk::empty();
    const auto import = [&](const std::string& shapes) {
        office::writeBytes(desk / "lop.csv", "id,wkt\n" + shapes);
        app::ImportRequest request;
        request.files = {desk / "lop.csv"};
        request.crs = geo::crsFromOption("EPSG:4326");
        return office::findingsOf(desk.import(request), "import.replaces-other").size();
    };
    EXPECT_EQ(import("1,POINT(103.4 22.4)\n2,POINT(103.5 22.4)\n"), 0u);
    EXPECT_EQ(import("1,POINT(103.4 22.4)\n3,POINT(103.6 22.4)\n"), 0u);
    EXPECT_EQ(import("8,POINT(103.2 22.3)\n9,POINT(103.3 22.3)\n"), 1u);
}

TEST(ImportVersions, aSheetNamedByItselfBeforeIsReplacedAllTheSame) {
    layers::LayerRecord older;
    older.kind = layers::Kind::Indicators;
    older.name = older.source.layerName = "2024";
    older.source.path = "/cu/bang.xlsx";
    layers::LayerRecord newer = older;
    newer.name = "bang";
    EXPECT_TRUE(app::replaces(newer, older));
    newer.source.layerName = "2023";
    EXPECT_FALSE(app::replaces(newer, older));
}

TEST(ImportVersions, aWorkbookInAnArchiveIsNamedByTheArchive) {
    auto desk = office::Desk::empty();
    layers::writeTable(desk / "bang.xlsx",
                       {{{"code"}, {"indicator"}, {"period"}, {"numerator"}, {"denominator"}, {"unit"}},
                        {{std::string("03436"), std::string("waste-rural"), std::string("2024"),
                          std::string("1.5"), std::string("2.5"), std::string("tấn/ngày")}}},
                       {{}, {}, "Sheet1", {}}, {});
    ASSERT_EQ(std::system(
                  ("cd '" + (desk / "").string() + "' && python3 -m zipfile -c bang.zip bang.xlsx").c_str()),
              0);
    app::ImportRequest request;
    request.files = {desk / "bang.zip"};
    request.kind = layers::Kind::Indicators;
    desk.import(request);
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    EXPECT_EQ(workspace.layer(desk.project().layers.back()).name, "bang");
}

TEST(ImportVersions, aFileWhoseNameIsNoUtf8IsToldToBeRenamed) {
    auto desk = office::Desk::empty();
    const std::filesystem::path file = desk / "b\xe1o.csv";
    office::writeBytes(file, head + thuLum);
    app::ImportRequest request;
    request.files = {file};
    request.kind = layers::Kind::Indicators;
    const auto fault = office::errorOf([&] { desk.import(request); }).message();
    EXPECT_EQ(fault.id, "import.name-not-utf8");
    EXPECT_EQ(fault.arguments, (std::vector<geo::Argument>{{"file", "b?o.csv"}}));
}

TEST(ImportVersions, tablesOfOneArchiveStandBesideOneAnother) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "nt.csv", head + thuLum);
    office::writeBytes(desk / "dt.csv", head + thuLum);
    ASSERT_EQ(std::system(("cd '" + (desk / "").string() + "' && python3 -m zipfile -c hai.zip nt.csv dt.csv").c_str()),
              0);
    app::ImportRequest request;
    request.files = {desk / "hai.zip"};
    request.kind = layers::Kind::Indicators;
    for (const char* const table : {"nt", "dt"}) {
        request.layerName = table;
        EXPECT_FALSE(says(desk.import(request), "import.unchanged")) << table;
    }
    EXPECT_TRUE(says(desk.import(request), "import.unchanged"));
    EXPECT_EQ(desk.project().layers.size(), 2u);
}

TEST(ImportVersions, sheetsOfOneWorkbookStandBesideOneAnother) {
    auto desk = office::Desk::empty();
    app::ImportRequest request;
    request.files = {std::filesystem::path(KHOANH_SOURCE_DIR) / "tests/corpus/files/so_hai_trang.xlsx"};
    request.kind = layers::Kind::Indicators;
    for (const char* const sheet : {"2023", "2024"}) {
        request.layerName = sheet;
        EXPECT_FALSE(says(desk.import(request), "import.unchanged"));
    }
    EXPECT_TRUE(says(desk.import(request), "import.unchanged"));
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    ASSERT_EQ(desk.project().layers.size(), 2u);
    EXPECT_EQ(workspace.layer(desk.project().layers[0]).source.layerName, "2023");
    EXPECT_EQ(workspace.layer(desk.project().layers[1]).source.layerName, "2024");
    EXPECT_EQ(workspace.layer(desk.project().layers[1]).name, "so_hai_trang");
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
