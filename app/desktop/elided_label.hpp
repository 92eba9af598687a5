// SPDX-License-Identifier: Apache-2.0
// A line of text that gives way: what does not fit ends in an ellipsis and is told in its tip.
#pragma once

#include <QWidget>

namespace app {

class ElidedLabel : public QWidget {
  public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    const QString& text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_text;
};

}  // namespace app
