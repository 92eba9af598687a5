// SPDX-License-Identifier: Apache-2.0
// Projects in and out of the file.
#include "layers/store/projects.hpp"

#include "layers/store/store_schema.hpp"

namespace layers {
namespace {

constexpr std::string_view nextId = "SELECT coalesce(max(id), 0) + 1 FROM khoanh_project";
constexpr std::string_view currentId = "SELECT CAST(value AS INTEGER) FROM khoanh_meta WHERE key = 'project'";
constexpr std::string_view selectProject = "SELECT json, parent FROM khoanh_project WHERE id = ?";
constexpr std::string_view selectNewestChild = "SELECT max(id) FROM khoanh_project WHERE parent = ?";
constexpr std::string_view insertRow =
    "INSERT INTO khoanh_project (id, parent, json) VALUES (?, nullif(?, 0), ?)";

}  // namespace

std::int64_t nextProjectId(const StoreConnection& connection) { return connection.number(nextId); }

std::int64_t currentProjectId(const StoreConnection& connection) { return connection.number(currentId); }

std::string projectJson(const StoreConnection& connection, std::int64_t id) {
    Statement statement = connection.prepare(selectProject);
    return statement.bindAll(id).step() ? statement.text(0) : std::string();
}

std::optional<std::int64_t> parentOf(const StoreConnection& connection, std::int64_t id) {
    Statement statement = connection.prepare(selectProject);
    if (!statement.bindAll(id).step() || statement.isNull(1)) return std::nullopt;
    return statement.whole(1);
}

std::optional<std::int64_t> newestChildOf(const StoreConnection& connection, std::int64_t id) {
    Statement statement = connection.prepare(selectNewestChild);
    if (!statement.bindAll(id).step() || statement.isNull(0)) return std::nullopt;
    return statement.whole(0);
}

void insertProject(const StoreConnection& connection, std::int64_t id, std::string_view json) {
    connection.prepare(insertRow).bindAll(id, currentProjectId(connection), json).run();
    setCurrentProject(connection, id);
}

void setCurrentProject(const StoreConnection& connection, std::int64_t id) {
    writeMeta(connection, "project", std::to_string(id));
}

}  // namespace layers
