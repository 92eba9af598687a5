// SPDX-License-Identifier: Apache-2.0
// What a row says of its unit.
#pragma once

#include <compare>
#include <string>

namespace layers {

/// As the file writes it; any may be empty.
struct UnitKey {
    std::string code;
    std::string name;
    /// Code or name of the district it belonged to, or several things it stands under, one of which may be:
    /// `Khu vực đô thị | Thành phố Lai Châu`.
    std::string district = {};
    auto operator<=>(const UnitKey&) const = default;
};

}  // namespace layers
