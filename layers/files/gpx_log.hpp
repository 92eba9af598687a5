// SPDX-License-Identifier: Apache-2.0
// A GPX file as field points.
#pragma once

#include <filesystem>

#include "layers/files/field_log.hpp"

namespace layers {

/// Points and faults of a file that is there; its record is left to the caller.
/// Errors: BadData `file.unreadable`, `file.truncated`; Stopped.
FieldLog readGpx(const std::filesystem::path& path, geo::Progress& progress);

}  // namespace layers
