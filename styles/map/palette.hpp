// SPDX-License-Identifier: Apache-2.0
// The few colours of a page that are not data.
#pragma once

#include "styles/theme/colour.hpp"

namespace styles::palette {

inline constexpr Colour paper{255, 255, 255};
inline constexpr Colour ink{31, 41, 51};
inline constexpr Colour quiet{97, 110, 124};
inline constexpr Colour hairline{217, 222, 228};
inline constexpr Colour neatline{148, 160, 172};
inline constexpr Colour accent{0, 105, 92};

}  // namespace styles::palette
