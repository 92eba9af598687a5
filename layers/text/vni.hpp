// SPDX-License-Identifier: Apache-2.0
// VNI-Windows: a base letter followed by a byte for its marks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace layers {

struct VniText {
    /// Letters followed by combining marks; not yet composed.
    std::u16string letters;
    /// The first byte without meaning, if any.
    std::optional<std::size_t> faultAt;
};

VniText readVni(std::string_view bytes);

}  // namespace layers
