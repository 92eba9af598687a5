// SPDX-License-Identifier: Apache-2.0
// Heads of columns as people write them: any case, with or without accents, units in brackets.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "layers/model/schema.hpp"

namespace layers {

/// "Tọa_độ  X (VN-2000)" → "toa do x vn 2000": small Latin letters and digits, one blank between words. What
/// is neither is a gap between words; bytes that are no UTF-8 likewise.
std::string plainWords(std::string_view text);

/// The first of several names that is present, compared by plain words run together: "Mã xã", "ma_xa" and
/// "MAXA" are one name. Words of units and systems ("m", "VN-2000", "WGS 84") do not count. What stands in
/// brackets is read as part of the head; where that is none of the names, it is left out.
std::optional<std::size_t> columnNamed(const Schema& schema, std::initializer_list<std::string_view> names);

}  // namespace layers
