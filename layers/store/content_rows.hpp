// SPDX-License-Identifier: Apache-2.0
// The content of a workspace as a stable stream of texts.
#pragma once

#include <functional>
#include <string_view>

#include "layers/store/store_connection.hpp"

namespace layers {

void visitContentRows(const StoreConnection& connection, const std::function<void(std::string_view)>& visit);

}  // namespace layers
