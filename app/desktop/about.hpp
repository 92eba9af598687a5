// SPDX-License-Identifier: Apache-2.0
// What the program is.
#pragma once

#include "app/desktop/desk.hpp"

class QWidget;

namespace app {

void showAbout(const Desk& desk, QWidget* window);

}  // namespace app
