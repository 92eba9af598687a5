// SPDX-License-Identifier: Apache-2.0
// The tables of a workspace, their version, and the coordinate systems they name.
#pragma once

#include <string>
#include <string_view>

#include "geo/crs/crs.hpp"
#include "geo/shape/geometry.hpp"
#include "layers/store/store_connection.hpp"
#include "layers/store/workspace.hpp"

namespace layers {

/// Raised with every change of the tables; a workspace of a higher one is refused.
constexpr int currentSchemaVersion = 5;

/// Makes all tables in one transaction.
void createSchema(const StoreConnection& connection, const WorkspaceSettings& settings);

/// The version of a workspace's tables, the current one or one that can be migrated to it.
/// Errors: BadData `store.not-a-workspace`, `store.damaged`; Refused `store.newer-schema` (path, found,
/// known), and `store.older-schema` for a version that never was.
int knownSchemaVersion(const StoreConnection& connection);

/// Throws Refused `store.older-schema` (path, found, known).
[[noreturn]] void refuseOlderSchema(const StoreConnection& connection);

WorkspaceSettings readSettings(const StoreConnection& connection);
void writeMeta(const StoreConnection& connection, std::string_view key, std::string_view value);

/// The code of a CRS, or its definition where it has none: what fromText() reads back.
std::string textOf(const geo::Crs& crs);

/// SpatiaLite's number for a CRS, added to its list when new; -1 for none.
int requireSrid(const StoreConnection& connection, const geo::Crs& crs);

/// SpatiaLite's word for a kind: `MULTIPOLYGON`.
std::string_view spatialiteWord(geo::GeometryKind kind);

}  // namespace layers
