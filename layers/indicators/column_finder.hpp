// SPDX-License-Identifier: Apache-2.0
// Columns found under any of the heads offices give them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "layers/model/schema.hpp"

namespace layers {

/// The first of several heads that is present, compared as plainKey() does (`Mã xã` is `ma_xa`) and cut to
/// the ten letters a DBF keeps. Heads are given as such keys.
std::optional<std::size_t> columnUnder(const Schema& schema, std::initializer_list<std::string_view> heads);

}  // namespace layers
