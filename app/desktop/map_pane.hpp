// SPDX-License-Identifier: Apache-2.0
// The map in the window: moved at once by the picture kept, the true picture following.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "app/desktop/desk.hpp"
#include "app/desktop/map_camera.hpp"
#include "app/desktop/map_measure.hpp"
#include "app/desktop/map_picture.hpp"
#include "app/desktop/task_runner.hpp"

namespace app {

class MapPane : public QWidget {
  public:
    explicit MapPane(const Desk& desk, QWidget* parent = nullptr);

    /// Shows another map; the part of the plane stays the same unless there was none.
    void setContent(std::shared_ptr<const styles::MapSheet> sheet, MapExtras extras = {});
    void setHovered(const std::string& unitCode);
    void setSelected(std::set<std::string> unitCodes);
    /// A cross upon the map, such as a place found or a receiver's fix with its accuracy.
    void setMark(std::optional<geo::Coordinate> place, double radius_m = 0);

    /// While measuring, clicks are corners; told again, it ends.
    void setMeasuring(bool isOn);
    bool isMeasuring() const { return m_measure.has_value(); }
    const std::optional<MapMeasure>& measure() const { return m_measure; }

    const MapCamera& camera() const { return m_camera; }
    void setCamera(const MapCamera& camera);
    void fitAll();
    /// The next content is shown whole, whatever was shown before.
    void forgetCamera();
    void fitUnit(const std::string& unitCode);
    void goTo(geo::Coordinate place);
    void zoomBy(double factor);

    /// The unit whose shape holds a place; empty for none.
    std::string unitAt(geo::Coordinate place) const;
    /// The river with a figure nearest to a point of the pane and not far from it; empty for none.
    std::string lineAt(QPointF point) const;
    /// Sets a river off from the others; empty for none.
    void setSelectedLine(const std::string& code);
    /// Whether the true picture of what is shown is shown.
    bool isSettled() const;
    /// Whether less than everything is in view.
    bool isPart() const;

    std::function<void(const std::string& unitCode)> onHover;
    std::function<void(const std::string& unitCode, geo::Coordinate place)> onClick;
    /// One more unit, or one less.
    std::function<void(const std::string& unitCode)> onToggle;
    /// The units whose names stand in a band drawn with Ctrl.
    std::function<void(std::set<std::string> unitCodes)> onBrush;
    std::function<void(std::optional<geo::Coordinate>)> onPointer;
    std::function<void(const MapCamera&)> onCamera;
    std::function<void(geo::Coordinate place, QPoint onScreen)> onMenu;
    std::function<void(const geo::Error&)> onFailure;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    enum class Gesture { None, Pressed, Panning, Boxing, Toggling, Brushing };

    void wishPicture();
    void giveUpPicture();
    void paintNext();
    void paintOverview();
    void paintAside(const PictureWish& wish, std::function<void(const MapPicture&)> taken);
    geo::Extent wholeExtent() const;
    void drawPictures(QPainter& painter) const;
    void drawUnitOutline(QPainter& painter, const std::string& code, const QColor& colour, double width) const;
    void drawLine(QPainter& painter) const;
    void drawMark(QPainter& painter) const;
    void drawBox(QPainter& painter) const;
    const styles::MapUnit* unitOf(const std::string& code) const;
    void hoverAt(QPointF point);
    void zoomToBox(const QRectF& box);
    void brushBox(const QRectF& box);

    const Desk& m_desk;
    std::shared_ptr<const styles::MapSheet> m_sheet;
    MapExtras m_extras;
    MapCamera m_camera;
    bool m_hasCamera = false;
    MapPicture m_picture;
    /// All of the map, small: shown where the kept picture does not reach.
    MapPicture m_overview;
    std::int64_t m_wishes = 0;
    std::int64_t m_answered = 0;
    bool m_isPainting = false;
    /// What the picture under way shows.
    std::shared_ptr<const styles::MapSheet> m_painted;
    /// Whether the latest picture gave way to a newer one.
    bool m_hasGivenUp = false;
    std::string m_hovered;
    std::set<std::string> m_selected;
    std::string m_selectedLine;
    std::optional<geo::Coordinate> m_mark;
    double m_markRadius_m = 0;
    std::optional<MapMeasure> m_measure;
    Gesture m_gesture = Gesture::None;
    QPointF m_pressedAt;
    QPointF m_lastAt;
    TaskRunner m_runner;
};

}  // namespace app
