// SPDX-License-Identifier: Apache-2.0
// The layers that may be laid upon the map, and the field officer's three doors.
#pragma once

#include <QWidget>
#include <functional>
#include <utility>
#include <vector>

#include "app/desktop/desk.hpp"
#include "app/jobs/map_overlay.hpp"

class QCheckBox;
class QVBoxLayout;

namespace app {

class LayersPanel : public QWidget {
  public:
    explicit LayersPanel(const Desk& desk, QWidget* parent = nullptr);

    void show(const std::vector<OverlayChoice>& choices);
    void setLabels(bool areOn);
    /// Ticks the boxes of the layers that lie upon the map, and no others.
    void showTicks();

    std::function<void(const OverlayChoice& choice, bool isOn)> onToggle;
    /// Whether a layer lies upon the map already.
    std::function<bool(const OverlayChoice& choice)> isOn;
    std::function<void(bool isOn)> onLabels;
    std::function<void()> onField;

  private:
    void addLine(const OverlayChoice& choice);

    const Desk& m_desk;
    QWidget* m_page = nullptr;
    QCheckBox* m_labels;
    QVBoxLayout* m_lines;
    std::vector<std::pair<OverlayChoice, QCheckBox*>> m_boxes;
};

}  // namespace app
