// SPDX-License-Identifier: Apache-2.0
// composeView() on an image, extras above it.
#include "app/desktop/map_picture.hpp"

#include <QPainter>
#include <map>

#include "app/desktop/map_furniture.hpp"
#include "styles/map/screen_paths.hpp"
#include "styles/paint/qt_canvas.hpp"

namespace app {
namespace {

constexpr styles::Colour streamColour{106, 166, 214};
constexpr styles::Colour borderColour{109, 76, 122};
constexpr styles::Colour white{255, 255, 255};

struct PlaceLook {
    styles::Symbol symbol;
    styles::Colour colour;
};

// Told apart by shape before colour (Okabe and Ito 2008, colours that differ to every kind of eye).
const std::map<layers::Kind, PlaceLook>& placeLooks() {
    using styles::Symbol;
    using enum layers::Kind;
    static const std::map<layers::Kind, PlaceLook> looks{{Clusters, {Symbol::Square, {0, 114, 178}}},
                                                         {Landfills, {Symbol::TriangleDown, {120, 53, 15}}},
                                                         {Mines, {Symbol::Diamond, {75, 85, 99}}},
                                                         {Hydropower, {Symbol::Star, {0, 158, 200}}},
                                                         {Models, {Symbol::Hexagon, {0, 137, 123}}},
                                                         {Outfalls, {Symbol::Circle, {213, 94, 0}}}};
    return looks;
}

void strokeAll(const std::vector<geo::Geometry>& shapes, const styles::Pen& pen,
               const styles::ViewFrame& place, styles::Canvas& canvas) {
    for (const geo::Geometry& shape : shapes) {
        const auto lines = styles::linesOnScreen(shape, place.view, place.frame);
        if (!lines.empty()) canvas.stroke(lines, pen);
    }
}

void drawExtras(const MapExtras& extras, const styles::ViewFrame& place, styles::Canvas& canvas) {
    for (const auto& overlay : extras) {
        strokeAll(overlay->borders, {borderColour, 1.6 * place.unit}, place, canvas);
        strokeAll(overlay->streams, {streamColour, 1.3 * place.unit}, place, canvas);
    }
    for (const auto& overlay : extras) {
        for (const OverlayPlace& one : overlay->places) {
            const styles::PointPx at = place.view.toPicture(one.at);
            if (place.frame.contains(at)) canvas.symbol(at, lookOfPlaces(one.kind, place.unit));
        }
    }
}

styles::ViewFrame frameOf(const PictureWish& wish) {
    const double scale = wish.pixelsPerPoint;
    const QSize pane = wish.camera.pane();
    styles::ViewFrame frame{wish.camera.viewAt(scale), {0, 0, pane.width() * scale, pane.height() * scale}, scale};
    for (const QRectF& place : furniturePlaces(QRect(QPoint(), pane))) {
        frame.taken.push_back(
            {place.left() * scale, place.top() * scale, place.right() * scale, place.bottom() * scale});
    }
    return frame;
}

}  // namespace

styles::SymbolLook lookOfPlaces(layers::Kind kind, double unit) {
    const auto found = placeLooks().find(kind);
    const PlaceLook look =
        found == placeLooks().end() ? PlaceLook{styles::Symbol::Circle, {91, 104, 117}} : found->second;
    return {look.symbol, 11 * unit, look.colour, styles::Pen{white, 1.2 * unit}};
}

MapPicture paintPicture(const PictureWish& wish, const styles::PaintSession& session,
                        const geo::Progress& progress) {
    styles::ViewFrame frame = frameOf(wish);
    frame.progress = progress;
    QImage image(qCeil(frame.frame.right), qCeil(frame.frame.bottom), QImage::Format_RGB32);
    image.fill(wish.ground);
    QPainter painter(&image);
    const auto canvas = styles::makeCanvas(painter, session);
    const auto measure = styles::makeTextMeasure(session);
    styles::ComposedMap composed;
    if (wish.sheet) composed = styles::composeView(*wish.sheet, frame, *canvas, *measure);
    drawExtras(wish.extras, frame, *canvas);
    painter.end();
    return {std::move(image), wish.camera, std::move(composed)};
}

}  // namespace app
