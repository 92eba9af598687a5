// SPDX-License-Identifier: Apache-2.0
// Something in the data that a person should look at.
#pragma once

#include <cstdint>
#include <string>

#include "geo/base/message.hpp"

namespace layers {

struct Finding {
    geo::Message message;
    /// The source row, counted from 1; 0 when it is about no single row.
    std::int64_t row = 0;
    /// Empty when it is about no single unit.
    std::string unitCode;
    /// The file the row stands in; empty when it is about none.
    std::string source = {};
    bool operator==(const Finding&) const = default;
};

}  // namespace layers
