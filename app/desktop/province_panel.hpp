// SPDX-License-Identifier: Apache-2.0
// The whole province against what it is to reach.
#pragma once

#include <QWidget>
#include <optional>

#include "app/desktop/desk.hpp"
#include "app/jobs/theme_view.hpp"

class QLabel;

namespace app {

/// What the province's figure says beside its target.
struct ProvinceFigure {
    QString heading;
    QString figure;
    QString note;
    bool isShort = false;
    /// Of the axis from nothing to a hundred; nothing where the figure is no share.
    std::optional<double> share;
    std::optional<double> target;
    /// The same in words.
    QString targetText;
    QString foot;
};

ProvinceFigure provinceFigure(const ThemeView& view, const Desk& desk);

class ProvincePanel : public QWidget {
  public:
    explicit ProvincePanel(const Desk& desk, QWidget* parent = nullptr);
    void show(const ProvinceFigure& figure);

  private:
    class Bar;
    QLabel* m_heading;
    QLabel* m_figure;
    QLabel* m_note;
    QLabel* m_foot;
    Bar* m_bar;
};

}  // namespace app
