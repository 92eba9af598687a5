// SPDX-License-Identifier: Apache-2.0
// What a file is probably about, by its name: proposed in a form, never assumed.
#pragma once

#include <filesystem>
#include <optional>

#include "layers/model/kinds.hpp"

namespace app {

/// Nothing when its name holds none of the words offices use.
std::optional<layers::Kind> guessKind(const std::filesystem::path& file);

/// Whether a file comes from a receiver: GPX, NMEA log.
bool isFieldLog(const std::filesystem::path& file);

}  // namespace app
