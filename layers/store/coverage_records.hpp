// SPDX-License-Identifier: Apache-2.0
// Tiles of coverages as bytes, kept beside their layers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "layers/store/store_connection.hpp"

namespace layers {

void insertCoverage(const StoreConnection& connection, std::int64_t layer, std::int64_t tile,
                    std::span<const std::byte> bytes);
void visitCoverage(const StoreConnection& connection, std::int64_t layer,
                   const std::function<void(std::int64_t tile, std::span<const std::byte> bytes)>& visit);
std::optional<std::vector<std::byte>> readCoverageTile(const StoreConnection& connection, std::int64_t layer,
                                                       std::int64_t tile);

}  // namespace layers
