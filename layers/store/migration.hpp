// SPDX-License-Identifier: Apache-2.0
// From an older schema to the present one.
#pragma once

#include <filesystem>

namespace layers {

/// Brings a workspace of an older schema to the current one: every step and a check of the whole file in one
/// transaction, so that it stands as it was whatever fails. Other writers wait meanwhile, readers go on. Does
/// nothing where another program was faster. Errors: Refused `store.older-schema` (path, found, known) where
/// the file or its folder cannot be written; in context `store.migrating` (path, found, known) Refused
/// `store.busy`, `store.disk-full`, BadData `store.damaged`.
void migrateWorkspace(const std::filesystem::path& path);

}  // namespace layers
