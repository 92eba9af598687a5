// SPDX-License-Identifier: Apache-2.0
// Projects read all at once.
#include "layers/store/project_history.hpp"

#include "layers/store/projects.hpp"

namespace layers {
namespace {

constexpr std::string_view selectAll = "SELECT id, coalesce(parent, 0), json FROM khoanh_project ORDER BY id";

}  // namespace

ProjectHistory readHistory(const std::filesystem::path& workspace) {
    const StoreConnection connection(workspace, ConnectionMode::Read, SqlFunctions::Plain);
    ProjectHistory history{{}, currentProjectId(connection)};
    Statement statement = connection.prepare(selectAll);
    while (statement.step())
        history.projects.push_back({statement.whole(0), statement.whole(1), statement.text(2)});
    return history;
}

void showProject(const std::filesystem::path& workspace, std::int64_t id) {
    setCurrentProject(StoreConnection(workspace, ConnectionMode::Write, SqlFunctions::Plain), id);
}

}  // namespace layers
