// SPDX-License-Identifier: Apache-2.0
// The chain of projects: each change makes one, undo goes back to its parent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "layers/store/store_connection.hpp"

namespace layers {

std::int64_t nextProjectId(const StoreConnection& connection);
/// 0 before the first change.
std::int64_t currentProjectId(const StoreConnection& connection);
std::string projectJson(const StoreConnection& connection, std::int64_t id);
std::optional<std::int64_t> parentOf(const StoreConnection& connection, std::int64_t id);
/// The last project that was made from it.
std::optional<std::int64_t> newestChildOf(const StoreConnection& connection, std::int64_t id);
/// Makes it the current project, child of the former one.
void insertProject(const StoreConnection& connection, std::int64_t id, std::string_view json);
void setCurrentProject(const StoreConnection& connection, std::int64_t id);

}  // namespace layers
