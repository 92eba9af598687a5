// SPDX-License-Identifier: Apache-2.0
// The last line of the window: where the pointer is, how large the map, what work goes on.
#pragma once

#include <QWidget>
#include <functional>
#include <optional>
#include <string>

#include "app/desktop/desk.hpp"
#include "app/desktop/task_runner.hpp"
#include "geo/shape/coordinate.hpp"

class QLabel;
class QProgressBar;
class QPushButton;

namespace app {

class StatusLine : public QWidget {
  public:
    explicit StatusLine(const Desk& desk, QWidget* parent = nullptr);

    /// East and north in metres, longitude and latitude in degrees.
    struct Position {
        geo::Coordinate plane;
        geo::Coordinate degrees;
    };
    void showPosition(const std::optional<Position>& position, const QString& crsName);
    void showScale(double denominator);
    /// The step of work under way, in the place of the message until the work has ended.
    void showNews(const TaskNews& news);
    void showBusy(bool isBusy);
    /// Stays until another is shown, and comes back after the steps of work.
    void showMessage(const QString& message);

    std::function<void()> onStop;

  private:
    const Desk& m_desk;
    QLabel* m_plane;
    QLabel* m_degrees;
    QLabel* m_scale;
    QLabel* m_message;
    QString m_told;
    QProgressBar* m_bar;
    QPushButton* m_stop;
};

/// `VN-2000, KTT 103°00′, múi 3°`: a system as Vietnamese papers call it, its own name otherwise.
QString systemName(const std::string& crsName, std::optional<double> centralMeridian_deg,
                   std::optional<double> centralScale, const Desk& desk);

}  // namespace app
