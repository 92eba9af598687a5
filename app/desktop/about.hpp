// SPDX-License-Identifier: Apache-2.0
// What the program is, and where it is explained.
#pragma once

#include "app/desktop/desk.hpp"

class QWidget;

namespace app {

void showAbout(const Desk& desk, QWidget* window);

/// The guide in the reader's language, in whatever shows text files.
void openGuide(const Desk& desk, QWidget* window);

}  // namespace app
