// SPDX-License-Identifier: Apache-2.0
// What layers are called in a file that others open.
#pragma once

#include <span>
#include <string>

#include "layers/files/layer_writer.hpp"
#include "layers/model/layer_record.hpp"

namespace app {

/// Kind and year say what units are, `communes_2025`; other layers bear their own names.
std::string exportName(const layers::LayerRecord& record);

/// A file of several layers holds no two of one name: the second is `name_2`. Cases are one, as in SQLite.
std::string exportNameBeside(std::span<const layers::LayerToWrite> others, const std::string& name);

}  // namespace app
