// SPDX-License-Identifier: Apache-2.0
// A map on a printer's page.
#pragma once

#include <memory>

#include "app/jobs/map.hpp"

class QPrinter;
class QWidget;

namespace app {

/// Asks for a printer and its paper. Nothing when nobody wants to print.
std::shared_ptr<QPrinter> askForPrinter(QWidget* window);

/// Draws the page of a map as large as the printer's paper lets it, in the middle, and prints it.
/// May run on any thread, one at a time.
/// Errors: Refused `desktop.not-printed` (printer); those of prepareMap() and styles::composeMap().
Outcome printMap(const Project& project, const MapRequest& request, const MapTools& tools,
                 const std::shared_ptr<QPrinter>& printer, geo::Progress& progress);

}  // namespace app
