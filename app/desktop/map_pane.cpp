// SPDX-License-Identifier: Apache-2.0
// Pictures asked for, taken and shown; what the map knows of its units.
#include "app/desktop/map_pane.hpp"

#include <QPainter>
#include <QPainterPath>
#include <QResizeEvent>
#include <algorithm>
#include <cmath>

#include "app/desktop/look.hpp"
#include "app/desktop/map_furniture.hpp"
#include "geo/topology/points.hpp"
#include "styles/map/screen_paths.hpp"

namespace app {
namespace {

/// The overview is looked at for moments only.
constexpr double overviewPixelsPerPoint = 0.6;
/// Points around a unit when it is brought into view.
constexpr double unitAir = 1.8;

QPainterPath pathOf(const styles::PathsPx& paths) {
    QPainterPath path;
    for (const styles::PathPx& line : paths) {
        if (line.empty()) continue;
        path.moveTo(line.front().x, line.front().y);
        for (const styles::PointPx point : line) path.lineTo(point.x, point.y);
    }
    return path;
}

geo::Extent grown(const geo::Extent& extent, double factor) {
    const geo::Coordinate centre = extent.centre();
    const double x = extent.width() * factor / 2;
    const double y = extent.height() * factor / 2;
    return {centre.x - x, centre.y - y, centre.x + x, centre.y + y};
}

}  // namespace

MapPane::MapPane(const Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 160);
    setObjectName("mapPane");
    setAccessibleName(desk.sentence("desktop.map"));
    setAccessibleDescription(desk.sentence("desktop.map-keys"));
}

void MapPane::setContent(std::shared_ptr<const styles::MapSheet> sheet, MapExtras extras) {
    m_sheet = std::move(sheet);
    m_extras = std::move(extras);
    m_overview.image = {};
    if (!m_hasCamera && !wholeExtent().isEmpty()) {
        m_camera = MapCamera(wholeExtent(), size());
        m_hasCamera = true;
        if (onCamera) onCamera(m_camera);
    }
    wishPicture();
    update();
}

void MapPane::setHovered(const std::string& unitCode) {
    if (m_hovered == unitCode) return;
    m_hovered = unitCode;
    update();
}

void MapPane::setSelected(std::set<std::string> unitCodes) {
    if (m_selected == unitCodes) return;
    m_selected = std::move(unitCodes);
    update();
}

void MapPane::setSelectedLine(const std::string& code) {
    if (m_selectedLine == code) return;
    m_selectedLine = code;
    update();
}

void MapPane::setMark(std::optional<geo::Coordinate> place, double radius_m) {
    m_mark = place;
    m_markRadius_m = radius_m;
    update();
}

void MapPane::setMeasuring(bool isOn) {
    m_measure = isOn ? std::optional(MapMeasure()) : std::nullopt;
    isOn ? setCursor(Qt::CrossCursor) : unsetCursor();
    update();
}

void MapPane::setCamera(const MapCamera& camera) {
    const MapCamera fitted = camera.resizedTo(size());
    if (m_hasCamera && fitted == m_camera) return;
    m_camera = fitted;
    m_hasCamera = true;
    wishPicture();
    update();
    if (onCamera) onCamera(m_camera);
}

void MapPane::forgetCamera() {
    m_hasCamera = false;
    m_sheet = nullptr;
    m_picture.image = {};
    m_overview.image = {};
}

void MapPane::fitAll() {
    if (!wholeExtent().isEmpty()) setCamera(MapCamera(wholeExtent(), size()));
}

void MapPane::fitUnit(const std::string& unitCode) {
    const styles::MapUnit* const unit = unitOf(unitCode);
    if (unit != nullptr) setCamera(MapCamera(grown(unit->shape.extent(), unitAir), size()));
}

void MapPane::goTo(geo::Coordinate place) {
    constexpr double near_m = 12;
    setCamera(MapCamera(place, std::min(m_camera.metresPerPoint(), near_m), size()));
}

void MapPane::zoomBy(double factor) { setCamera(m_camera.zoomedAbout(rect().center(), factor)); }

std::string MapPane::unitAt(geo::Coordinate place) const {
    if (!m_sheet) return {};
    for (const styles::MapUnit& unit : m_sheet->units) {
        if (unit.shape.extent().contains(place) && geo::containsPoint(unit.shape, place)) return unit.code;
    }
    return {};
}

bool MapPane::isSettled() const { return (m_answered == m_wishes || !m_sheet) && !m_isPainting; }

bool MapPane::isPart() const { return m_hasCamera && !m_camera.extent().contains(wholeExtent()); }

const styles::MapUnit* MapPane::unitOf(const std::string& code) const {
    if (!m_sheet || code.empty()) return nullptr;
    const auto found = std::ranges::find(m_sheet->units, code, &styles::MapUnit::code);
    return found == m_sheet->units.end() ? nullptr : &*found;
}

geo::Extent MapPane::wholeExtent() const {
    geo::Extent all;
    if (!m_sheet) return all;
    for (const styles::MapUnit& unit : m_sheet->units) all.include(unit.shape.extent());
    for (const geo::Geometry& outline : m_sheet->outlines) all.include(outline.extent());
    return all;
}

void MapPane::wishPicture() {
    ++m_wishes;
    giveUpPicture();
    paintNext();
}

/// Somebody who drags the map on and on would see none if each gave way to the next: one is given up, the
/// one after it is not. A picture of what is no longer shown helps nobody.
void MapPane::giveUpPicture() {
    if (!m_isPainting || (m_hasGivenUp && m_painted == m_sheet)) return;
    m_hasGivenUp = true;
    m_runner.stopAll();
}

/// One picture at a time; when it comes the newest wish is next, and those between are forgotten.
void MapPane::paintNext() {
    if (m_isPainting || !m_sheet || !m_hasCamera) return;
    m_isPainting = true;
    const std::int64_t number = m_wishes;
    paintAside({m_sheet, m_extras, m_camera, devicePixelRatioF(), colours().ground},
               [this, number, sheet = m_sheet](const MapPicture& picture) {
                   m_answered = number;
                   if (sheet == m_sheet) m_picture = picture;
                   update();
                   if (m_answered != m_wishes) return paintNext();
                   if (m_overview.image.isNull()) paintOverview();
               });
}

void MapPane::paintOverview() {
    const geo::Extent whole = wholeExtent();
    if (whole.isEmpty()) return;
    m_isPainting = true;
    const MapCamera camera(grown(whole, 1.3), size());
    paintAside({m_sheet, m_extras, camera, overviewPixelsPerPoint, colours().ground},
               [this, sheet = m_sheet](const MapPicture& picture) {
                   if (sheet == m_sheet) m_overview = picture;
                   if (m_answered != m_wishes) paintNext();
               });
}

void MapPane::paintAside(const PictureWish& wish, std::function<void(const MapPicture&)> taken) {
    m_painted = wish.sheet;
    const auto work = [this, wish, taken, session = m_desk.session](geo::Progress& progress) -> Then {
        const auto picture = std::make_shared<MapPicture>(paintPicture(wish, *session, progress));
        return [this, picture, taken] {
            m_isPainting = false;
            m_hasGivenUp = false;
            taken(*picture);
        };
    };
    m_runner.run({work, [this, number = m_wishes](const geo::Error& error) {
                      m_isPainting = false;
                      m_answered = number;
                      if (onFailure && error.kind() != geo::ErrorKind::Stopped) onFailure(error);
                      if (m_answered != m_wishes) paintNext();
                  }});
}

void MapPane::drawPictures(QPainter& painter) const {
    painter.fillRect(rect(), colours().ground);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const bool isTrue = m_picture.camera == m_camera && !m_picture.image.isNull();
    if (isTrue) {
        painter.drawImage(rect(), m_picture.image);
        return;
    }
    for (const MapPicture* picture : {&m_overview, &m_picture}) {
        if (!picture->image.isNull())
            painter.drawImage(m_camera.placeOf(picture->camera), picture->image);
    }
}

void MapPane::drawUnitOutline(QPainter& painter, const std::string& code, const QColor& colour,
                              double width) const {
    const styles::MapUnit* const unit = unitOf(code);
    if (unit == nullptr) return;
    const styles::RectPx frame{-20.0, -20.0, this->width() + 20.0, height() + 20.0};
    const auto lines = styles::linesOnScreen(unit->shape, m_camera.viewAt(1), frame);
    const QPainterPath path = pathOf(lines);
    painter.strokePath(path, QPen(Qt::white, width + 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void MapPane::drawLine(QPainter& painter) const {
    if (!m_sheet || m_selectedLine.empty()) return;
    const styles::RectPx frame{-20.0, -20.0, width() + 20.0, height() + 20.0};
    for (const styles::MapLine& line : m_sheet->lines) {
        if (line.code != m_selectedLine) continue;
        const QPainterPath path = pathOf(styles::linesOnScreen(line.shape, m_camera.viewAt(1), frame));
        QColor soft("#10181f");
        soft.setAlphaF(0.35F);
        painter.strokePath(path, QPen(soft, 12, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
}

void MapPane::drawMark(QPainter& painter) const {
    if (!m_mark) return;
    const QPointF at = m_camera.toPane(*m_mark);
    const double radius = m_markRadius_m / m_camera.metresPerPoint();
    QColor soft = colours().accent;
    painter.setPen(QPen(soft, 1));
    soft.setAlphaF(0.18F);
    painter.setBrush(soft);
    if (radius > 3) painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(Qt::white, 2));
    painter.setBrush(colours().accent);
    painter.drawEllipse(at, 6, 6);
}

void MapPane::drawBox(QPainter& painter) const {
    if (m_gesture != Gesture::Boxing && m_gesture != Gesture::Brushing) return;
    QColor soft = colours().accent;
    painter.setPen(QPen(soft, 1.5));
    soft.setAlphaF(0.12F);
    painter.setBrush(soft);
    painter.drawRect(QRectF(m_pressedAt, m_lastAt).normalized());
}

void MapPane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawPictures(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    // The shades of the map's paper are light in either look.
    if (!m_selected.contains(m_hovered)) drawUnitOutline(painter, m_hovered, QColor("#33414e"), 1.6);
    for (const std::string& unit : m_selected) drawUnitOutline(painter, unit, QColor("#10181f"), 2.4);
    drawLine(painter);
    drawMark(painter);
    drawBox(painter);
    if (m_measure) m_measure->draw(painter, m_camera, m_desk);
    if (m_sheet) drawMapFurniture(painter, rect(), m_camera, m_sheet->text);
}

void MapPane::resizeEvent(QResizeEvent* event) {
    if (!m_hasCamera) return;
    const bool wasFitted = m_camera == MapCamera(wholeExtent(), event->oldSize());
    m_camera = wasFitted ? MapCamera(wholeExtent(), size()) : m_camera.resizedTo(size());
    m_overview.image = {};
    wishPicture();
    if (onCamera) onCamera(m_camera);
}

}  // namespace app
