// SPDX-License-Identifier: Apache-2.0
// Which theme a request means: a file of one's own, or one that ships.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "styles/theme/theme.hpp"

namespace app {

/// A file that bears the id of a shipped theme and shows another indicator gets an id of its own.
/// Errors: Usage `map.theme-unknown` (theme, known); those of styles::readTheme().
styles::Theme chosenTheme(const std::string& name, const std::filesystem::path& file,
                          const std::filesystem::path& shipped);

/// The first shipped theme, by name, that colours units by an indicator.
std::optional<styles::Theme> themeOfIndicator(const std::string& indicator, const std::filesystem::path& shipped);

}  // namespace app
