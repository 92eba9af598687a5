// SPDX-License-Identifier: Apache-2.0
// The legend of the map, drawn by the hand that draws it on paper.
#pragma once

#include <QWidget>
#include <memory>

#include "app/desktop/desk.hpp"
#include "styles/map/map_sheet.hpp"

namespace app {

class LegendPanel : public QWidget {
  public:
    explicit LegendPanel(const Desk& desk, QWidget* parent = nullptr);
    void show(std::shared_ptr<const styles::MapSheet> sheet);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fitHeight();

    const Desk& m_desk;
    std::shared_ptr<const styles::MapSheet> m_sheet;
};

}  // namespace app
