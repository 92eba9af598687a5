// SPDX-License-Identifier: Apache-2.0
// Says every verb again.
#include "styles/map/drawing.hpp"

namespace styles {

void Drawing::drawOn(Canvas& canvas) const {
    struct Speaker {
        Canvas& canvas;
        void operator()(const Fill& verb) const { canvas.fill(verb.rings, verb.colour); }
        void operator()(const Stroke& verb) const { canvas.stroke(verb.lines, verb.pen); }
        void operator()(const Mark& verb) const { canvas.symbol(verb.centre, verb.look); }
        void operator()(const Words& verb) const { canvas.text(verb.text, verb.baseline, verb.style); }
        void operator()(const Image& verb) const { canvas.image(verb.place, verb.raster); }
    };
    for (const auto& verb : m_verbs) std::visit(Speaker{canvas}, verb);
}

}  // namespace styles
