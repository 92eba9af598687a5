// SPDX-License-Identifier: Apache-2.0
// All projects of a workspace, branches too.
#include "layers/store/project_history.hpp"

#include "tests/layers/store/store_fixture.hpp"

using layers::Access;
using layers::Workspace;

namespace {

void commit(Workspace& workspace, std::string_view project) {
    layers::Change change(workspace);
    change.commit(project);
}

}  // namespace

using ProjectHistoryTest = StoreTest;

TEST_F(ProjectHistoryTest, tellsOfEveryProjectAndWhatItWasMadeFrom) {
    Workspace workspace = newWorkspace();
    commit(workspace, "1");
    commit(workspace, "2");
    workspace.undo();
    commit(workspace, "3");

    const layers::ProjectHistory history = layers::readHistory(file());

    ASSERT_EQ(history.projects.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(history.projects[i].json, std::to_string(i + 1));
        EXPECT_EQ(history.projects[i].parent, i == 0 ? 0 : history.projects[0].id);
    }
    EXPECT_EQ(history.current, history.projects[2].id);
}

TEST_F(ProjectHistoryTest, isEmptyBeforeTheFirstChange) {
    newWorkspace();
    EXPECT_TRUE(layers::readHistory(file()).projects.empty());
    EXPECT_EQ(layers::readHistory(file()).current, 0);
}

TEST_F(ProjectHistoryTest, goesToAProjectOfAnotherBranch) {
    Workspace workspace = newWorkspace();
    commit(workspace, "1");
    commit(workspace, "2");
    const std::int64_t second = layers::readHistory(file()).current;
    workspace.undo();
    commit(workspace, "3");

    layers::showProject(file(), second);

    EXPECT_EQ(workspace.currentProject(), "2");
    EXPECT_EQ(workspace.previousProject(), "1");
}
