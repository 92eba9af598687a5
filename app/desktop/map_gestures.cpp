// SPDX-License-Identifier: Apache-2.0
// What hands do on the map: pan, zoom, box, point, click, and the same by keys.
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
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

}  // namespace

void MapPane::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_gesture = event->modifiers() & Qt::ShiftModifier ? Gesture::Boxing : Gesture::Pressed;
    m_pressedAt = m_lastAt = event->position();
}

void MapPane::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (m_gesture == Gesture::Pressed && (at - m_pressedAt).manhattanLength() > clickReach) {
        m_gesture = Gesture::Panning;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_gesture == Gesture::Panning) setCamera(m_camera.movedBy(at - m_lastAt));
    m_lastAt = at;
    if (m_gesture == Gesture::Boxing) return update();
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
    if (gesture == Gesture::Boxing) zoomToBox(QRectF(m_pressedAt, event->position()).normalized());
    if (gesture != Gesture::Pressed || !onClick) return;
    const geo::Coordinate place = m_camera.toPlane(event->position());
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

}  // namespace app
