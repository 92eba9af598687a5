// SPDX-License-Identifier: Apache-2.0
// A workspace is made, opened, refused and undone.
#include "layers/store/workspace.hpp"

#include <chrono>
#include <fstream>

#include "tests/layers/store/store_fixture.hpp"
#include "tests/layers/store/version_one.hpp"

using layers::Access;
using layers::Workspace;

namespace {

void commitEmpty(Workspace& workspace, std::string_view project) {
    layers::Change change(workspace);
    change.commit(project);
}

}  // namespace

using WorkspaceTest = StoreTest;

TEST_F(WorkspaceTest, keepsItsSettings) {
    newWorkspace();

    const Workspace opened = Workspace::open(file(), Access::Read);

    EXPECT_EQ(opened.settings().province, "12");
    EXPECT_EQ(opened.settings().packSource, "provinces/12");
    EXPECT_EQ(opened.settings().crs.code(), "EPSG:9205");
    EXPECT_EQ(opened.schemaVersion(), 5);
}

TEST_F(WorkspaceTest, keepsACrsThatNoAuthorityNames) {
    // TT 47/2014 Đ5: the 6° scale factor on the province's own meridian.
    const auto crs = geo::Crs::fromText(
        "+proj=tmerc +lat_0=0 +lon_0=103 +k=0.9996 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m +type=crs");
    Workspace workspace = Workspace::create(file(), {"12", crs, ""});
    layers::Change change(workspace);
    geo::Progress progress;
    const auto features = plots(1);
    change.addLayer({}, layers::streamOver(plotSchema(), crs, geo::GeometryKind::Polygon, features),
                    progress);
    change.commit("{}");

    const Workspace opened = Workspace::open(file(), Access::Read);

    EXPECT_TRUE(opened.settings().crs == crs);
    EXPECT_TRUE(opened.layers().at(0).crs == crs);
}

TEST_F(WorkspaceTest, isMadeInAMoment) {
    const auto before = std::chrono::steady_clock::now();
    newWorkspace();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - before;
    RecordProperty("seconds", std::to_string(seconds.count()));
    EXPECT_LT(seconds.count(), 30);  // 0.1 s where this was written; only a hang should fail
}

TEST_F(WorkspaceTest, isNeverMadeOverAFile) {
    std::ofstream(file()) << "thư cũ";
    EXPECT_EQ(faultOf([&] { newWorkspace(); }), "store.exists");
    EXPECT_EQ(std::filesystem::file_size(file()), std::string("thư cũ").size());
}

TEST_F(WorkspaceTest, isNotMadeInAFolderThatIsMissing) {
    EXPECT_EQ(faultOf([&] { newWorkspace("không có/a.khoanh"); }), "store.folder-missing");
}

TEST_F(WorkspaceTest, saysWhenItIsMissing) {
    EXPECT_EQ(faultOf([&] { Workspace::open(file(), Access::Read); }), "store.missing");
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(WorkspaceTest, refusesAFileOfAnotherKind) {
    std::ofstream(file("thư.khoanh")) << std::string(5000, 'x');
    std::ofstream(file("rỗng.khoanh")).flush();
    PlainConnection(file("khác.khoanh")).run("CREATE TABLE t (a)");

    for (const char* name : {"thư.khoanh", "rỗng.khoanh", "khác.khoanh"}) {
        EXPECT_EQ(faultOf([&] { Workspace::open(file(name), Access::Read); }), "store.not-a-workspace")
            << name;
        EXPECT_EQ(faultOf([&] { Workspace::open(file(name), Access::Write); }), "store.not-a-workspace")
            << name;
    }
    EXPECT_EQ(faultOf([&] { Workspace::open(m_folder, Access::Read); }), "store.not-a-workspace");
}

TEST_F(WorkspaceTest, refusesAFileThatWasCutOff) {
    newWorkspace();
    std::filesystem::resize_file(file(), std::filesystem::file_size(file()) / 2);
    EXPECT_EQ(faultOf([&] { Workspace::open(file(), Access::Write); }), "store.damaged");
}

TEST_F(WorkspaceTest, refusesANewerSchemaAndSaysBothVersions) {
    newWorkspace();
    PlainConnection(file()).run("PRAGMA user_version=7");
    try {
        Workspace::open(file(), Access::Read);
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message(),
                  (geo::Message{
                      "store.newer-schema",
                      {{"path", file().string()}, {"found", std::int64_t{7}}, {"known", std::int64_t{5}}}}));
    }
}

TEST_F(WorkspaceTest, isNotWrittenWhereItNoLongerStands) {
    Workspace workspace = newWorkspace();
    std::filesystem::rename(file(), file("dời đi.khoanh"));
    const auto import = [&] { importPlots(workspace, plots(1)); };
    EXPECT_EQ(faultOf(import), "store.moved");
    EXPECT_TRUE(Workspace::open(file("dời đi.khoanh"), Access::Read).layers().empty());
}

TEST_F(WorkspaceTest, isNotChangedByAReader) {
    newWorkspace();
    Workspace reader = Workspace::open(file(), Access::Read);
    EXPECT_EQ(faultOf([&] { layers::Change change(reader); }), "store.read-only");
    EXPECT_EQ(faultOf([&] { reader.undo(); }), "store.read-only");
}

TEST_F(WorkspaceTest, goesBackToTheFormerProject) {
    Workspace workspace = newWorkspace();
    EXPECT_EQ(workspace.currentProject(), "");
    commitEmpty(workspace, R"({"bước":1})");
    commitEmpty(workspace, R"({"bước":2})");
    EXPECT_EQ(workspace.previousProject(), R"({"bước":1})");

    workspace.undo();

    EXPECT_EQ(workspace.currentProject(), R"({"bước":1})");
    EXPECT_EQ(workspace.previousProject(), std::nullopt);
    EXPECT_EQ(faultOf([&] { workspace.undo(); }), "store.nothing-to-undo");
    EXPECT_EQ(Workspace::open(file(), Access::Read).currentProject(), R"({"bước":1})");
}

TEST_F(WorkspaceTest, branchesAfterAnUndo) {
    Workspace workspace = newWorkspace();
    commitEmpty(workspace, "1");
    commitEmpty(workspace, "2");
    workspace.undo();
    commitEmpty(workspace, "3");
    EXPECT_EQ(workspace.currentProject(), "3");
    EXPECT_EQ(workspace.previousProject(), "1");
}

TEST_F(WorkspaceTest, hasTheSameContentWhenTheSameWasDone) {
    Workspace first = newWorkspace("một.khoanh");
    Workspace second = newWorkspace("hai.khoanh");
    importPlots(first, plots(50));
    importPlots(second, plots(50));
    EXPECT_EQ(contentOf(first), contentOf(second));

    auto moved = plots(50);
    moved[20].geometry.mutableCoordinates()[1].x += 0.001;
    Workspace third = newWorkspace("ba.khoanh");
    importPlots(third, moved);
    EXPECT_NE(contentOf(first), contentOf(third));
}
