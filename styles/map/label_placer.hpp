// SPDX-License-Identifier: Apache-2.0
// Finds room for names, first come, first served.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "styles/map/scanline.hpp"
#include "styles/map/taken_boxes.hpp"
#include "styles/map/text_measure.hpp"

namespace styles {

struct LabelLine {
    std::string text;
    TextStyle style;
    bool operator==(const LabelLine&) const = default;
};
/// Lines from the top, centred upon one another.
using LabelLines = std::vector<LabelLine>;

struct LabelPlace {
    LabelLines lines;
    /// Around all lines, halo included.
    RectPx box;
    /// Where each line's baseline begins.
    std::vector<PointPx> baselines;
};

/// Lines around the origin, as wide and high as they need.
LabelPlace laidOut(const LabelLines& lines, const TextMeasure& measure);

LabelPlace movedBy(LabelPlace label, PointPx by);

class LabelPlacer {
  public:
    LabelPlacer(const TextMeasure& measure, const RectPx& frame) : m_measure(measure), m_frame(frame) {}

    const TextMeasure& measure() const { return m_measure; }

    /// No label may overlap this.
    void keepFree(const RectPx& box) { m_taken.add(box); }

    /// Labels stand elsewhere if they can: lines and the like.
    void avoid(const RectPx& box) { m_avoided.add(box); }
    bool isClear(const RectPx& box) const { return isFree(box) && !m_avoided.overlaps(box); }

    bool isFree(const RectPx& box) const { return m_frame.contains(box) && !m_taken.overlaps(box); }

    /// The first way of writing a label, and the place nearest its anchor, that lies almost wholly within the
    /// unit; failing all of them, mostly within it; clear of what
    /// is to be avoided, failing that upon it. Nothing when every place is taken or outside the frame.
    std::optional<LabelPlace> place(const std::vector<LabelLines>& ways, PointPx anchor,
                                    const RowSpans& unit);

  private:
    struct Demand {
        double leastShare = 0;
        bool isClear = false;
    };
    std::optional<LabelPlace> placeLines(const LabelLines& lines, PointPx anchor, const RowSpans& unit,
                                         const Demand& demand) const;

    const TextMeasure& m_measure;
    RectPx m_frame;
    TakenBoxes m_taken;
    TakenBoxes m_avoided;
};

}  // namespace styles
