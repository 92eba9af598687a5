// SPDX-License-Identifier: Apache-2.0
// Themes from JSON files.
#pragma once

#include <filesystem>
#include <string_view>

#include "styles/theme/theme.hpp"

namespace styles {

/// The theme a file describes.
/// Errors: NotFound `theme.missing`; BadData `theme.not-json` (byte), `theme.version-unknown`, `theme.unknown-key`,
///         `theme.key-missing`, `theme.value-invalid`, `theme.breaks-not-ascending`, `theme.ramp-length`; the
///         file is named in the context `theme.reading`.
Theme readTheme(const std::filesystem::path& json);

/// The theme a JSON text describes.
/// Errors: as readTheme(), without a file.
Theme parseTheme(std::string_view json);

}  // namespace styles
