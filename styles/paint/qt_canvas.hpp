// SPDX-License-Identifier: Apache-2.0
// Draws and measures with Qt; only the sources of this room see Qt itself.
#pragma once

#include <memory>

#include "styles/map/canvas.hpp"
#include "styles/map/text_measure.hpp"
#include "styles/paint/paint_session.hpp"

class QPainter;

namespace styles {

/// The room of text in the session's font, the same at any resolution.
std::unique_ptr<TextMeasure> makeTextMeasure(const PaintSession& session);

/// A canvas on a painter that outlives it.
std::unique_ptr<Canvas> makeCanvas(QPainter& painter, const PaintSession& session);

}  // namespace styles
