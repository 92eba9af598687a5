// SPDX-License-Identifier: Apache-2.0
// The style sheet of the window.
#pragma once

#include <QString>

#include "app/desktop/look.hpp"

namespace app {

/// Sizes follow the size of the program's font.
QString styleSheetOf(const LookColours& look, int font_px);

}  // namespace app
