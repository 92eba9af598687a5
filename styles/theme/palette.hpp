// SPDX-License-Identifier: Apache-2.0
// The few looks of a page that are not data.
#pragma once

#include "styles/theme/colour.hpp"

namespace styles::palette {

inline constexpr Colour paper{255, 255, 255};
inline constexpr Colour ink{31, 41, 51};
inline constexpr Colour quiet{97, 110, 124};
inline constexpr Colour hairline{217, 222, 228};
inline constexpr Colour neatline{148, 160, 172};
/// Crosses and lines of a grid, seen upon light and dark grounds.
inline constexpr Colour gridMark{112, 124, 138};
inline constexpr Colour accent{0, 105, 92};
/// Units to which a figure does not apply, and those no target was assigned to.
inline constexpr Colour notApplicable{203, 207, 214};
inline constexpr Colour noTarget{243, 245, 247};
/// Names of waters.
inline constexpr Colour water{38, 98, 150};

/// The one of ink and paper that is read best upon a ground.
inline Colour lettersOn(Colour ground) {
    return contrastOf(paper, ground) > contrastOf(ink, ground) ? paper : ink;
}

/// Patterns that tell what a unit's figure is worth, pixels: dots where it was carried, lines that fall where it
/// was estimated; they are mixed into the ground from its letters' colour.
inline constexpr double dotSpacing = 7;
inline constexpr double dotWidth = 1.7;
inline constexpr double estimatedSpacing = 7;
inline constexpr double estimatedWidth = 1;
inline constexpr double patternStrength = 0.28;
/// The lines of a net lie so much wider apart than those of one hatch, which makes both look as dense.
inline constexpr double netSpacing = 2;

}  // namespace styles::palette
