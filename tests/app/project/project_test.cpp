// SPDX-License-Identifier: Apache-2.0
// A project survives being written and read; what is no project is bad data.
#include "app/project/project.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"

using app::Project;
using app::projectFromJson;

namespace {

geo::ErrorKind faultOf(std::string_view json) {
    try {
        projectFromJson(json, "a.khoanh");
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "project.unreadable");
        EXPECT_EQ(error.message().arguments.front(), (geo::Argument{"path", std::string("a.khoanh")}));
        return error.kind();
    }
    ADD_FAILURE() << "read " << json;
    return geo::ErrorKind::Internal;
}

}  // namespace

TEST(Project, readsBackWhatItWrote) {
    const Project project{.workspace = "a.khoanh", .layers = {3, 1, 7}, .runs = {12}, .lineageTable = "lineage"};
    EXPECT_EQ(projectFromJson(toJson(project), "a.khoanh"), project);
}

TEST(Project, takesItsPlaceFromWhereItWasOpened) {
    const Project project{.workspace = "a.khoanh", .layers = {1}, .runs = {}};
    EXPECT_EQ(toJson(project).find("a.khoanh"), std::string::npos);
    EXPECT_EQ(projectFromJson(toJson(project), "moved/b.khoanh").workspace, "moved/b.khoanh");
}

TEST(Project, aNewOneShowsThePacksLineage) {
    EXPECT_EQ(Project{}.lineageTable, "pack_lineage");
}

TEST(Project, whatIsNoProjectIsBadData) {
    EXPECT_EQ(faultOf(""), geo::ErrorKind::BadData);
    EXPECT_EQ(faultOf("{\"layers\": [1"), geo::ErrorKind::BadData);
    EXPECT_EQ(faultOf("[]"), geo::ErrorKind::BadData);
    EXPECT_EQ(faultOf("{\"layers\": [1]}"), geo::ErrorKind::BadData);
    EXPECT_EQ(faultOf(R"({"layers": ["one"], "runs": [], "lineage_table": "lineage"})"), geo::ErrorKind::BadData);
}
