// SPDX-License-Identifier: Apache-2.0
// What a first start offers: the sample, a new workspace, those opened before.
#pragma once

#include <QStringList>
#include <QWidget>
#include <functional>

#include "app/desktop/desk.hpp"

class QLabel;
class QVBoxLayout;

namespace app {

class StartPage : public QWidget {
  public:
    explicit StartPage(const Desk& desk, QWidget* parent = nullptr);

    void showRecent(const QStringList& files);
    /// Says why something could not be opened.
    void showFault(const QString& sentence);

    std::function<void()> onSample;
    std::function<void()> onNew;
    std::function<void()> onOpen;
    std::function<void(const QString& file)> onRecent;

  private:
    QLabel* m_fault;
    QLabel* m_recentHead;
    QVBoxLayout* m_recent;
};

}  // namespace app
