// SPDX-License-Identifier: Apache-2.0
// How well the numbers of a file fit known borders under each way to read them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "geo/base/quantities.hpp"
#include "geo/crs/vn2000.hpp"
#include "geo/shape/coordinate.hpp"
#include "layers/checks/unit_map.hpp"

namespace layers {

/// What is known of the places of a file.
enum class ControlKind {
    /// Vertices of units the map also has: they lie on the border of their unit.
    OwnBorder,
    /// Places that say in which unit they lie: they lie in it.
    OwnUnit,
    /// Vertices of other shapes: where they follow a border at all, they lie on it.
    AnyBorder
};

struct CrsControl {
    /// As they stand in the file.
    geo::Coordinate numbers;
    /// One of the map's; nothing for AnyBorder.
    const MappedUnit* unit = nullptr;
};

struct CrsControls {
    const UnitMap& map;
    /// Of the map, in metres.
    geo::Crs plane;
    ControlKind kind = ControlKind::AnyBorder;
    std::vector<CrsControl> points;
};

struct CrsFit {
    geo::CrsCandidate candidate;
    /// Of the controls, within fitTolerance of where they should lie; 0 … 1.
    double share = 0;
    /// Half of the controls miss by less.
    geo::Metres typicalMiss;
};

/// Sure: the first fits and every other is clearly worse. Unsure: some are alike. None: none fits.
enum class CrsVerdict { Sure, Unsure, None };

struct CrsRanking {
    CrsVerdict verdict = CrsVerdict::None;
    /// Best first.
    std::vector<CrsFit> fits;
    /// As many of the first as cannot be told apart; 1 when sure.
    std::size_t alike = 0;
};

/// The declared reading and the one the borders prove instead.
struct CrsContradiction {
    CrsFit declared;
    CrsFit better;
    /// How far apart both put the file.
    geo::Metres apart;
};

/// Digitising and generalising stay below it in most places.
constexpr geo::Metres fitTolerance{50};

/// Compares readings pair by pair, place by place. One is clearly better where it lies nearer in at least
/// twice as many squares of 3 km as farther, by more than chance allows, and what is left is less than a
/// quarter of the distance between both readings: neither units that were taken for each other nor a layer
/// that is drawn roughly or displaced by something else proves a system.
CrsRanking rankReadings(const CrsControls& controls, std::span<const geo::CrsCandidate> candidates);

/// Whether nearly all controls lie where they should, so that no other reading can be clearly better.
bool fitsAsDeclared(const CrsControls& controls, const geo::CrsCandidate& declared);

/// The best reading that is clearly better than the declared one; nothing where there is none. Where no rival
/// is, and half of the controls lie within 3 m, turned signs of the rotations are looked for.
std::optional<CrsContradiction> contradictionOf(const CrsControls& controls,
                                                const geo::CrsCandidate& declared,
                                                std::span<const geo::CrsCandidate> rivals);

}  // namespace layers
