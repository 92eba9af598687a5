// SPDX-License-Identifier: Apache-2.0
// Slides a name along its river and keeps the calmest place.
#include "styles/map/line_labels.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <string_view>
#include <utility>

#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double labelSize = 11;
constexpr double haloWidth = 1.8;
constexpr double gap = 1.5;
constexpr double steepest_deg = 62;
/// How far a river may bend away from the straight line below its name, in text sizes.
constexpr double mostBend = 0.75;
constexpr double stepsAWidth = 6;

TextStyle styleOf(double unit) {
    return {labelSize * unit, Weight::Medium, palette::water, Pen{palette::paper, haloWidth * unit}};
}

double lengthBetween(PointPx a, PointPx b) { return std::hypot(b.x - a.x, b.y - a.y); }

/// A path by the distance along it.
class Track {
  public:
    explicit Track(const PathPx& path) : m_path(path) {
        m_at.push_back(0);
        for (std::size_t i = 0; i + 1 < path.size(); ++i)
            m_at.push_back(m_at.back() + lengthBetween(path[i], path[i + 1]));
    }

    double length() const { return m_at.back(); }

    /// From one distance to another, ends included.
    PathPx stretch(double from, double to) const {
        PathPx points{placeAt(from)};
        for (std::size_t i = 0; i < m_path.size(); ++i) {
            if (m_at[i] > from && m_at[i] < to) points.push_back(m_path[i]);
        }
        points.push_back(placeAt(to));
        return points;
    }

  private:
    PointPx placeAt(double distance) const {
        const auto next = std::ranges::lower_bound(m_at, distance);
        const auto i = static_cast<std::size_t>(next - m_at.begin());
        if (i == 0) return m_path.front();
        if (i >= m_path.size()) return m_path.back();
        const double share = (distance - m_at[i - 1]) / (m_at[i] - m_at[i - 1]);
        return {std::lerp(m_path[i - 1].x, m_path[i].x, share),
                std::lerp(m_path[i - 1].y, m_path[i].y, share)};
    }

    const PathPx& m_path;
    std::vector<double> m_at;
};

/// The room of a line of text around the middle of its own box.
struct TextRoom {
    std::string text;
    TextStyle style;
    TextExtent extent;
};

/// A label whose baseline begins at a place, turned.
LabelPlace turnedLabel(const TextRoom& room, PointPx start, double turn) {
    TextStyle style = room.style;
    style.turn_deg = turn * 180 / std::numbers::pi;
    const PointPx along{std::cos(turn), std::sin(turn)};
    const PointPx down{-along.y, along.x};
    LabelPlace label{{{room.text, style}}, {start.x, start.y, start.x, start.y}, {start}};
    for (const double right : {0.0, room.extent.width}) {
        for (const double below : {-room.extent.ascent, room.extent.descent}) {
            const PointPx corner{start.x + along.x * right + down.x * below,
                                 start.y + along.y * right + down.y * below};
            label.box = label.box.unitedWith({corner.x, corner.y, corner.x, corner.y});
        }
    }
    label.box = label.box.grownBy(style.halo ? style.halo->width : 0);
    return label;
}

struct Candidate {
    double unrest = 0;
    LabelPlace label;
};

/// How far a stretch strays above and below the line from one end to the other.
struct Bend {
    double above = 0;
    double below = 0;
};

Bend bendOf(const PathPx& stretch, PointPx start, double turn) {
    Bend bend;
    for (const PointPx& point : stretch) {
        const double down = -std::sin(turn) * (point.x - start.x) + std::cos(turn) * (point.y - start.y);
        bend.above = std::max(bend.above, -down);
        bend.below = std::max(bend.below, down);
    }
    return bend;
}

/// Text above or below one stretch of a line; nothing where it is too steep or bent.
void addCandidates(PathPx stretch, const TextRoom& room, double clearance,
                   std::vector<Candidate>& candidates) {
    if (stretch.back().x < stretch.front().x) std::ranges::reverse(stretch);
    const PointPx start = stretch.front();
    const double turn = std::atan2(stretch.back().y - start.y, stretch.back().x - start.x);
    const Bend bend = bendOf(stretch, start, turn);
    const double steepness = std::abs(turn) * 180 / std::numbers::pi;
    const double stray = (bend.above + bend.below) / room.style.size;
    if (steepness > steepest_deg || stray > mostBend) return;
    const double slack = (lengthBetween(start, stretch.back()) - room.extent.width) / 2;
    const double unrest = stray + steepness / 60;
    const auto labelAt = [&](double down) {
        return turnedLabel(room,
                           {start.x + std::cos(turn) * slack - std::sin(turn) * down,
                            start.y + std::sin(turn) * slack + std::cos(turn) * down},
                           turn);
    };
    candidates.push_back({unrest, labelAt(-bend.above - clearance - room.extent.descent * 0.6)});
    candidates.push_back({unrest + 0.4, labelAt(bend.below + clearance + room.extent.ascent * 0.85)});
}

void addAlong(const PathPx& path, const TextRoom& room, double clearance,
              std::vector<Candidate>& candidates) {
    const Track track(path);
    const double width = room.extent.width * 1.04;
    if (!(width > 0) || !std::isfinite(track.length())) return;
    for (double from = 0; from + width <= track.length(); from += width / stepsAWidth)
        addCandidates(track.stretch(from, from + width), room, clearance, candidates);
}

/// Upright places around the middle of a line too short for its name.
void addBeside(const PathPx& path, const TextRoom& room, double clearance,
               std::vector<Candidate>& candidates) {
    const Track track(path);
    if (track.length() <= 0) return;
    const PointPx middle = track.stretch(track.length() / 2, track.length()).front();
    const double away = clearance + room.style.size * 0.5;
    const double rise = (room.extent.ascent - room.extent.descent) / 2;
    for (const PointPx start :
         std::array<PointPx, 4>{{{middle.x + away, middle.y + rise},
                                 {middle.x - away - room.extent.width, middle.y + rise},
                                 {middle.x - room.extent.width / 2, middle.y - away},
                                 {middle.x - room.extent.width / 2, middle.y + away + room.extent.ascent}}}) {
        candidates.push_back({10, turnedLabel(room, start, 0)});
    }
}

using Namesakes = std::vector<const ScreenLine*>;

/// Lines of one name together, the largest of each first.
std::vector<Namesakes> byName(std::span<const ScreenLine> lines) {
    std::vector<Namesakes> names;
    for (std::size_t i = lines.size(); i-- > 0;) {
        const std::string& name = lines[i].line->name;
        if (name.empty()) continue;
        const auto known = std::ranges::find_if(
            names, [&](const Namesakes& group) { return group.front()->line->name == name; });
        if (known != names.end()) known->push_back(&lines[i]);
        if (known == names.end()) names.push_back({&lines[i]});
    }
    return names;
}

/// The paths of one name, those that meet end to end made into one.
PathsPx joinedPaths(const Namesakes& group) {
    constexpr double meets_px = 1;
    PathsPx joined;
    for (const ScreenLine* line : group) {
        for (PathPx path : line->paths) {
            for (auto other = joined.begin(); other != joined.end();) {
                const bool before = lengthBetween(other->back(), path.front()) < meets_px;
                const bool after = !before && lengthBetween(path.back(), other->front()) < meets_px;
                if (before) path.insert(path.begin(), other->begin(), other->end() - 1);
                if (after) path.insert(path.end(), other->begin() + 1, other->end());
                other = before || after ? joined.erase(other) : other + 1;
            }
            joined.push_back(std::move(path));
        }
    }
    return joined;
}

std::optional<LineLabel> placeName(const Namesakes& group, double unit, LabelPlacer& placer) {
    const TextStyle style = styleOf(unit);
    const std::string& name = group.front()->line->name;
    const TextRoom room{name, style, placer.measure().measure(name, style)};
    const double clearance = group.front()->width / 2 + gap * unit;
    std::vector<Candidate> candidates;
    for (const PathPx& path : joinedPaths(group)) {
        addAlong(path, room, clearance, candidates);
        addBeside(path, room, clearance, candidates);
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::unrest);
    for (Candidate& candidate : candidates) {
        if (!placer.isFree(candidate.label.box)) continue;
        placer.keepFree(candidate.label.box);
        return LineLabel{std::move(candidate.label), group.front()->line};
    }
    return std::nullopt;
}

}  // namespace

std::vector<LineLabel> placeLineLabels(std::span<const ScreenLine> lines, double unit, LabelPlacer& placer) {
    std::vector<LineLabel> labels;
    for (const Namesakes& group : byName(lines)) {
        if (auto label = placeName(group, unit, placer)) labels.push_back(std::move(*label));
    }
    return labels;
}

}  // namespace styles
