// SPDX-License-Identifier: Apache-2.0
// The card of a place: its figures, its target, its past, and where the number comes from.
#pragma once

#include <QFrame>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "app/desktop/desk.hpp"
#include "app/jobs/theme_view.hpp"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace app {

class PlaceCard : public QFrame {
  public:
    explicit PlaceCard(const Desk& desk, QWidget* parent = nullptr);

    /// Empties and hides the card when the view has no figure of that unit.
    void show(const ThemeView& view, const std::string& unitCode);

    std::function<void()> onClose;
    /// The card has become taller or shorter.
    std::function<void()> onResize;

  private:
    class Trend;

    QHBoxLayout* headRow();
    void wireOrigin();
    void fitHeight();
    void fill(const ThemeView& view, const layers::Observation& figure);

    const Desk& m_desk;
    std::string m_unit;
    QLabel* m_head;
    QLabel* m_name;
    QLabel* m_figure;
    QLabel* m_gap;
    Trend* m_trend;
    QLabel* m_published;
    QLabel* m_terms;
    QLabel* m_target;
    QPushButton* m_originButton;
    QLabel* m_origin;
};

}  // namespace app
