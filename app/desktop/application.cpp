// SPDX-License-Identifier: Apache-2.0
// The one place every event passes.
#include "app/desktop/application.hpp"

namespace app {

bool Application::notify(QObject* receiver, QEvent* event) {
    if (!onFault) return QApplication::notify(receiver, event);
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception& fault) {
        onFault(fault);
        return true;
    }
}

}  // namespace app
