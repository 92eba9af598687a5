// SPDX-License-Identifier: Apache-2.0
// Sums in whole square millimetres.
#include "layers/indicators/area_sums.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace layers {
namespace {

constexpr double squareMillimetresInOne_m2 = 1e6;
constexpr double squareMillimetresInOne_ha = 1e10;

}  // namespace

SquareMillimetres toSquareMillimetres(double area_m2) {
    return {std::llround(area_m2 * squareMillimetresInOne_m2)};
}

geo::Hectares toHectares(SquareMillimetres area) {
    return {static_cast<double>(area.value) / squareMillimetresInOne_ha};
}

void PlotAreas::take(const geo::ZoneIndex::Shares& shares, double factor) {
    inZones.clear();
    outside = toSquareMillimetres(shares.outside_m2 * factor);
    overlapped = toSquareMillimetres(shares.overlapped_m2 * factor);
    area = outside;
    area -= overlapped;
    for (const auto& share : shares.inZones) {
        inZones.push_back({share.zone, toSquareMillimetres(share.area_m2 * factor)});
        area += inZones.back().area;
    }
}

void PlotSum::add(SquareMillimetres some, std::int64_t sign) {
    plots += sign;
    area.value += sign * some.value;
}

PlotSum& PlotSum::operator+=(const PlotSum& other) {
    plots += other.plots;
    area += other.area;
    return *this;
}

AreaSums::AreaSums(std::vector<std::uint32_t> unitOfZone) : m_unitOfZone(std::move(unitOfZone)) {
    for (const std::uint32_t unit : m_unitOfZone) m_unitCount = std::max<std::size_t>(m_unitCount, unit + 1);
}

AreaSums::Class& AreaSums::classAt(std::size_t plotClass) {
    while (m_classes.size() <= plotClass)
        m_classes.push_back({std::vector<PlotSum>(m_unitCount), {}, {}, {}, {}});
    return m_classes[plotClass];
}

void AreaSums::book(std::size_t plotClass, const PlotAreas& plot, Booking booking) {
    const auto sign = static_cast<std::int64_t>(booking);
    Class& sums = classAt(plotClass);
    sums.whole.add(plot.area, sign);
    if (plot.outside.value != 0) sums.outside.add(plot.outside, sign);
    SquareMillimetres inZones = plot.area;
    inZones -= plot.outside;
    inZones += plot.overlapped;
    if (!plot.inZones.empty()) sums.inZones.add(inZones, sign);
    if (plot.overlapped.value != 0) sums.overlapped.add(plot.overlapped, sign);
    for (auto share = plot.inZones.begin(); share != plot.inZones.end(); ++share) {
        const std::uint32_t unit = m_unitOfZone[share->zone];
        const auto isOfUnit = [&](const auto& other) { return m_unitOfZone[other.zone] == unit; };
        PlotSum& sum = sums.byUnit[unit];
        sum.area.value += sign * share->area.value;
        if (std::none_of(plot.inZones.begin(), share, isOfUnit)) sum.plots += sign;
    }
}

AreaSums& AreaSums::operator+=(const AreaSums& other) {
    for (std::size_t plotClass = 0; plotClass < other.m_classes.size(); ++plotClass) {
        Class& sums = classAt(plotClass);
        const Class& more = other.m_classes[plotClass];
        for (std::size_t unit = 0; unit < m_unitCount; ++unit) sums.byUnit[unit] += more.byUnit[unit];
        sums.whole += more.whole;
        sums.inZones += more.inZones;
        sums.outside += more.outside;
        sums.overlapped += more.overlapped;
    }
    return *this;
}

PlotSum AreaSums::inUnit(std::uint32_t unit, std::size_t plotClass) const {
    return plotClass < m_classes.size() ? m_classes[plotClass].byUnit[unit] : PlotSum{};
}

PlotSum AreaSums::whole(std::size_t plotClass) const {
    return plotClass < m_classes.size() ? m_classes[plotClass].whole : PlotSum{};
}

PlotSum AreaSums::inZones(std::size_t plotClass) const {
    return plotClass < m_classes.size() ? m_classes[plotClass].inZones : PlotSum{};
}

PlotSum AreaSums::outside(std::size_t plotClass) const {
    return plotClass < m_classes.size() ? m_classes[plotClass].outside : PlotSum{};
}

PlotSum AreaSums::overlapped(std::size_t plotClass) const {
    return plotClass < m_classes.size() ? m_classes[plotClass].overlapped : PlotSum{};
}

}  // namespace layers
