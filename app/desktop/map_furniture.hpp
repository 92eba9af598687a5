// SPDX-License-Identifier: Apache-2.0
// Scale bar and north arrow upon the map in the window.
#pragma once

#include <QRect>
#include <QRectF>
#include <vector>

#include "app/desktop/map_camera.hpp"
#include "styles/map/map_sheet.hpp"

class QPainter;

namespace app {

void drawMapFurniture(QPainter& painter, const QRect& pane, const MapCamera& camera,
                      const styles::MapText& text);

/// Where they stand in a pane; no name of the map is put there.
std::vector<QRectF> furniturePlaces(const QRect& pane);

/// 250,000 for 1:250 000, by the density the screen reports.
double scaleDenominator(const MapCamera& camera, double pointsPerInch);

}  // namespace app
