// SPDX-License-Identifier: Apache-2.0
// A box of choices that shows it opens downwards.
#pragma once

#include <QComboBox>

namespace app {

class ChoiceBox : public QComboBox {
  public:
    using QComboBox::QComboBox;

  protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace app
