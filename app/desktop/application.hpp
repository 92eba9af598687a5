// SPDX-License-Identifier: Apache-2.0
// The application object: no fault in answering a click ends the program.
#pragma once

#include <QApplication>
#include <exception>
#include <functional>

namespace app {

class Application : public QApplication {
  public:
    using QApplication::QApplication;

    /// Hears every fault that whatever received an event let out. Without it the fault goes on.
    std::function<void(const std::exception& fault)> onFault;

    bool notify(QObject* receiver, QEvent* event) override;
};

}  // namespace app
