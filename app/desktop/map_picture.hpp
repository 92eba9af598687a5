// SPDX-License-Identifier: Apache-2.0
// A picture of the map as a camera sees it, painted by any thread.
#pragma once

#include <QColor>
#include <QImage>
#include <memory>
#include <vector>

#include "app/desktop/map_camera.hpp"
#include "app/jobs/map_overlay.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/map/map_sheet.hpp"
#include "styles/paint/paint_session.hpp"

namespace app {

/// Layers laid upon a theme's map because somebody wishes to see them too.
using MapExtras = std::vector<std::shared_ptr<const MapOverlay>>;

struct PictureWish {
    std::shared_ptr<const styles::MapSheet> sheet;
    MapExtras extras;
    MapCamera camera;
    double pixelsPerPoint = 1;
    QColor ground;
};

struct MapPicture {
    QImage image;
    MapCamera camera;
    styles::ComposedMap composed;
};

/// Errors: those of styles::composeView().
MapPicture paintPicture(const PictureWish& wish, const styles::PaintSession& session,
                        const geo::Progress& progress = {});

/// The look of a kind of registered places.
styles::SymbolLook lookOfPlaces(layers::Kind kind, double unit);

}  // namespace app
