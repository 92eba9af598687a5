// SPDX-License-Identifier: Apache-2.0
// How the classes of a map are found: the menu under its legend.
#pragma once

#include <QPushButton>
#include <functional>
#include <optional>

#include "app/desktop/desk.hpp"
#include "styles/theme/classing.hpp"

namespace app {

class ClassingMenu : public QPushButton {
  public:
    explicit ClassingMenu(const Desk& desk, QWidget* parent = nullptr);

    /// Nothing: the classes of the theme itself.
    std::function<void(const std::optional<styles::Classing>&)> onChoice;

  private:
    void addMethod(styles::ClassMethod method);

    const Desk& m_desk;
};

}  // namespace app
