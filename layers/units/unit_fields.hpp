// SPDX-License-Identifier: Apache-2.0
// Which columns of a layer of units hold code, name and official area, under the names offices use.
#pragma once

#include <cstddef>
#include <optional>

#include "layers/model/schema.hpp"
#include "layers/units/unit.hpp"

namespace layers {

struct UnitFields {
    std::optional<std::size_t> code;
    std::optional<std::size_t> name;
    std::optional<std::size_t> officialArea_km2;
};

/// Returns: nothing when there is neither code nor name.
std::optional<UnitFields> unitFieldsOf(const Schema& schema, UnitLevel level);

}  // namespace layers
