// SPDX-License-Identifier: Apache-2.0
// Rows without shape.
#pragma once

#include <vector>

#include "layers/model/schema.hpp"
#include "layers/model/value.hpp"

namespace layers {

struct Table {
    Schema schema;
    std::vector<std::vector<Value>> rows;
    bool operator==(const Table&) const = default;
};

}  // namespace layers
