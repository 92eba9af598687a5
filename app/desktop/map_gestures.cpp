// SPDX-License-Identifier: Apache-2.0
// What hands do on the map: pan, zoom, box, point, click, and the same by keys.
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "app/desktop/map_pane.hpp"

namespace app {
namespace {

/// A hand that trembles still clicks.
constexpr double clickReach = 4;
constexpr double keyStep = 80;
constexpr double keyZoom = 1.5;
/// Of a wheel, a notch is 120 of the event's units.
constexpr double zoomPerNotch = 1.25;
constexpr double smallestBox = 6;
/// A river is met within so many points.
constexpr double lineReach = 7;

double distanceTo(QPointF point, QPointF from, QPointF to) {
    const QPointF along = to - from;
    const double length = QPointF::dotProduct(along, along);
    const double at =
        length > 0 ? std::clamp(QPointF::dotProduct(point - from, along) / length, 0.0, 1.0) : 0;
    const QPointF off = point - from - at * along;
    return std::hypot(off.x(), off.y());
}

double distanceTo(QPointF point, const geo::Geometry& line, const MapCamera& camera) {
    double nearest = lineReach + 1;
    for (std::size_t path = 0; path < line.pathCount(); ++path) {
        const auto corners = line.path(path);
        for (std::size_t i = 1; i < corners.size(); ++i)
            nearest = std::min(nearest,
                               distanceTo(point, camera.toPane(corners[i - 1]), camera.toPane(corners[i])));
    }
    return nearest;
}

}  // namespace

void MapPane::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const auto keys = event->modifiers();
    m_gesture = keys & Qt::ShiftModifier     ? Gesture::Boxing
                : keys & Qt::ControlModifier ? Gesture::Toggling
                                             : Gesture::Pressed;
    m_pressedAt = m_lastAt = event->position();
}

void MapPane::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (m_gesture == Gesture::Pressed && (at - m_pressedAt).manhattanLength() > clickReach) {
        m_gesture = Gesture::Panning;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_gesture == Gesture::Toggling && (at - m_pressedAt).manhattanLength() > clickReach)
        m_gesture = Gesture::Brushing;
    if (m_gesture == Gesture::Panning) setCamera(m_camera.movedBy(at - m_lastAt));
    m_lastAt = at;
    if (m_gesture == Gesture::Boxing || m_gesture == Gesture::Brushing) return update();
    if (m_gesture == Gesture::None) hoverAt(at);
    if (m_measure) {
        m_measure->pointTo(m_camera.toPlane(at));
        update();
    }
    if (onPointer) onPointer(m_camera.toPlane(at));
}

void MapPane::mouseReleaseEvent(QMouseEvent* event) {
    const Gesture gesture = m_gesture;
    m_gesture = Gesture::None;
    m_measure ? setCursor(Qt::CrossCursor) : unsetCursor();
    const QRectF box = QRectF(m_pressedAt, event->position()).normalized();
    const geo::Coordinate place = m_camera.toPlane(event->position());
    if (gesture == Gesture::Boxing) zoomToBox(box);
    if (gesture == Gesture::Brushing) brushBox(box);
    if (gesture == Gesture::Toggling && onToggle) onToggle(unitAt(place));
    if (gesture != Gesture::Pressed || !onClick) return;
    if (m_measure) return m_measure->add(place);
    onClick(unitAt(place), place);
}

void MapPane::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!m_measure) setCamera(m_camera.zoomedAbout(event->position(), 2));
}

void MapPane::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0) setCamera(m_camera.zoomedAbout(event->position(), std::pow(zoomPerNotch, notches)));
    event->accept();
}

void MapPane::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return setCamera(m_camera.movedBy({keyStep, 0}));
        case Qt::Key_Right:
            return setCamera(m_camera.movedBy({-keyStep, 0}));
        case Qt::Key_Up:
            return setCamera(m_camera.movedBy({0, keyStep}));
        case Qt::Key_Down:
            return setCamera(m_camera.movedBy({0, -keyStep}));
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomBy(keyZoom);
        case Qt::Key_Minus:
            return zoomBy(1 / keyZoom);
        case Qt::Key_Escape:
            return setMeasuring(false);
        case Qt::Key_Home:
        case Qt::Key_0:
            return fitAll();
        default:
            QWidget::keyPressEvent(event);
    }
}

void MapPane::contextMenuEvent(QContextMenuEvent* event) {
    if (onMenu) onMenu(m_camera.toPlane(event->pos()), event->globalPos());
}

void MapPane::leaveEvent(QEvent*) {
    if (onHover) onHover({});
    if (onPointer) onPointer(std::nullopt);
}

void MapPane::hoverAt(QPointF point) {
    const std::string code = unitAt(m_camera.toPlane(point));
    if (code != m_hovered && onHover) onHover(code);
}

void MapPane::zoomToBox(const QRectF& box) {
    update();
    if (box.width() < smallestBox || box.height() < smallestBox) return;
    const geo::Coordinate upper = m_camera.toPlane(box.topLeft());
    const geo::Coordinate lower = m_camera.toPlane(box.bottomRight());
    const double metresPerPoint = std::max((lower.x - upper.x) / width(), (upper.y - lower.y) / height());
    setCamera(MapCamera({(upper.x + lower.x) / 2, (upper.y + lower.y) / 2}, metresPerPoint, size()));
}

void MapPane::brushBox(const QRectF& box) {
    update();
    if (!m_sheet || !onBrush) return;
    std::set<std::string> units;
    for (const styles::MapUnit& unit : m_sheet->units)
        if (box.contains(m_camera.toPane(unit.labelAt))) units.insert(unit.code);
    onBrush(std::move(units));
}

std::string MapPane::lineAt(QPointF point) const {
    if (!m_sheet) return {};
    std::string code;
    double nearest = lineReach;
    for (const styles::MapLine& line : m_sheet->lines) {
        if (!line.value) continue;
        const double distance = distanceTo(point, line.shape, m_camera);
        if (distance >= nearest) continue;
        nearest = distance;
        code = line.code;
    }
    return code;
}

}  // namespace app
