// SPDX-License-Identifier: Apache-2.0
// What hands and eyes do with the window: click, drag, finish a dialog, look for words cut off.
#pragma once

#include <QPointF>
#include <QString>
#include <string>

#include "app/desktop/job_dialog.hpp"
#include "app/desktop/map_pane.hpp"
#include "tests/app/desktop/window_stage.hpp"

namespace stage {

void click(QWidget& widget, QPointF at, Qt::KeyboardModifiers keys = Qt::NoModifier);
void drag(QWidget& widget, QPointF from, QPointF to, Qt::KeyboardModifiers keys = Qt::NoModifier);

/// A point of the pane that lies in some unit.
QPointF somewhereIn(app::MapPane& map, std::string& code);

/// The dialog of a job that is open, none where none is.
app::JobDialog* dialogOf(Window& window);
/// Waits until the work of a dialog has ended.
void finish(app::JobDialog& dialog);

/// Everything that is cut off, or reaches beyond the window, a line each.
QString cutIn(QWidget& window);

}  // namespace stage
