// SPDX-License-Identifier: Apache-2.0
// Finds room for the names of units, larger units first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "styles/map/scanline.hpp"
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

class LabelPlacer {
  public:
    LabelPlacer(const TextMeasure& measure, const RectPx& frame) : m_measure(measure), m_frame(frame) {}

    const TextMeasure& measure() const { return m_measure; }

    /// No label may overlap this.
    void keepFree(const RectPx& box) { m_taken.push_back(box); }

    /// The first way of writing a label, and the place nearest its anchor, that lies almost wholly within the
    /// unit; failing all of them, mostly within it. Nothing when every place is taken or outside the frame.
    std::optional<LabelPlace> place(const std::vector<LabelLines>& ways, PointPx anchor,
                                    const RowSpans& unit);

  private:
    std::optional<LabelPlace> placeLines(const LabelLines& lines, PointPx anchor, const RowSpans& unit,
                                         double leastShare) const;
    bool isFree(const RectPx& box) const;

    const TextMeasure& m_measure;
    RectPx m_frame;
    std::vector<RectPx> m_taken;
};

}  // namespace styles
