// SPDX-License-Identifier: Apache-2.0
// Areas of plots by unit and class, exact to the square millimetre.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/quantities.hpp"
#include "geo/topology/zone_index.hpp"

namespace layers {

/// Whole square millimetres: adding up in any order gives the same sum, and what was added can be taken out
/// again. Up to nine million square kilometres.
struct SquareMillimetres {
    std::int64_t value = 0;
    constexpr SquareMillimetres& operator+=(SquareMillimetres other) { return value += other.value, *this; }
    constexpr SquareMillimetres& operator-=(SquareMillimetres other) { return value -= other.value, *this; }
    bool operator==(const SquareMillimetres&) const = default;
};

SquareMillimetres toSquareMillimetres(double area_m2);
geo::Hectares toHectares(SquareMillimetres area);

/// One plot measured: area + overlapped = Σ inZones + outside, to the square millimetre.
struct PlotAreas {
    struct InZone {
        std::uint32_t zone;
        SquareMillimetres area;
    };
    std::vector<InZone> inZones;
    SquareMillimetres area;
    SquareMillimetres outside;
    SquareMillimetres overlapped;

    /// Takes over shares on the plane, each times the factor; the whole is what its parts then add up to.
    void take(const geo::ZoneIndex::Shares& shares, double factor);
};

/// A number of plots and their area.
struct PlotSum {
    std::int64_t plots = 0;
    SquareMillimetres area;

    void add(SquareMillimetres some, std::int64_t sign);
    PlotSum& operator+=(const PlotSum& other);
    bool operator==(const PlotSum&) const = default;
};

enum class Booking : std::int8_t { Add = 1, TakeOut = -1 };

class AreaSums {
  public:
    /// The unit each zone belongs to, by index; several zones may share one.
    explicit AreaSums(std::vector<std::uint32_t> unitOfZone);

    /// Books a plot under a class; a plot over several zones of one unit is one plot of that unit.
    void book(std::size_t plotClass, const PlotAreas& plot, Booking booking = Booking::Add);
    /// Of the same zones.
    AreaSums& operator+=(const AreaSums& other);

    std::size_t classCount() const { return m_classes.size(); }
    PlotSum inUnit(std::uint32_t unit, std::size_t plotClass) const;
    /// All plots of a class; those with a part in any zone, overlaps counted as often as they lie there;
    /// those partly outside all zones; those where zones overlap.
    PlotSum whole(std::size_t plotClass) const;
    PlotSum inZones(std::size_t plotClass) const;
    PlotSum outside(std::size_t plotClass) const;
    PlotSum overlapped(std::size_t plotClass) const;

  private:
    struct Class {
        std::vector<PlotSum> byUnit;
        PlotSum whole;
        PlotSum inZones;
        PlotSum outside;
        PlotSum overlapped;
    };
    Class& classAt(std::size_t plotClass);

    std::vector<std::uint32_t> m_unitOfZone;
    std::size_t m_unitCount = 0;
    std::vector<Class> m_classes;
};

}  // namespace layers
