// SPDX-License-Identifier: Apache-2.0
// Units by position, by key, and by nearness of their borders.
#include "layers/checks/unit_map.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "layers/text/names.hpp"
#include "layers/text/normal_form.hpp"

namespace layers {
namespace {

constexpr geo::Metres infinite{std::numeric_limits<double>::infinity()};

bool isNumber(geo::Coordinate position) { return std::isfinite(position.x) && std::isfinite(position.y); }

std::vector<geo::Geometry> shapesOf(const std::vector<MappedUnit>& units) {
    std::vector<geo::Geometry> shapes;
    shapes.reserve(units.size());
    for (const MappedUnit& unit : units) shapes.push_back(unit.shape);
    return shapes;
}

bool isCode(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char sign) { return sign >= '0' && sign <= '9'; });
}

/// Spreadsheets eat the zeros a code begins with.
std::string withoutLeadingZeros(std::string_view code) {
    if (!isCode(code)) return std::string(code);
    return std::string(code.substr(std::min(code.find_first_not_of('0'), code.size() - 1)));
}

void add(std::map<std::string, const MappedUnit*>& keys, std::string key, const MappedUnit& unit) {
    if (key.empty()) return;
    const auto [place, isNew] = keys.try_emplace(std::move(key), &unit);
    if (!isNew) place->second = nullptr;
}

const MappedUnit* valueAt(const std::map<std::string, const MappedUnit*>& keys, const std::string& key) {
    const auto found = keys.find(key);
    return found == keys.end() ? nullptr : found->second;
}

}  // namespace

UnitMap::UnitMap(std::vector<MappedUnit> units)
    : m_units(std::move(units)), m_zones(shapesOf(m_units)), m_allBorders(shapesOf(m_units)) {
    m_borders.reserve(m_units.size());
    for (const MappedUnit& unit : m_units) {
        m_borders.emplace_back(std::span(&unit.shape, 1));
        addKeys(unit);
    }
}

void UnitMap::addKeys(const MappedUnit& unit) {
    if (isUtf8(unit.code)) add(m_byCode, withoutLeadingZeros(matchKey(unit.code)), unit);
    if (!isUtf8(unit.name)) return;
    add(m_byName, matchKey(unit.name), unit);
    add(m_byBareName, matchKey(withoutUnitPrefix(unit.name)), unit);
}

const MappedUnit* UnitMap::at(geo::Coordinate position) const {
    if (!isNumber(position)) return nullptr;
    const auto zones = m_zones.zonesAt(position);
    return zones.empty() ? nullptr : &m_units[zones.front()];
}

const MappedUnit* UnitMap::find(std::string_view codeOrName) const {
    if (!isUtf8(codeOrName)) return nullptr;
    const std::string key = matchKey(codeOrName);
    if (const auto* byCode = valueAt(m_byCode, withoutLeadingZeros(key))) return byCode;
    if (const auto* byName = valueAt(m_byName, key)) return byName;
    // A written prefix that fits no name as it stands may be of another year: "Thị trấn Sìn Hồ" became a xã.
    return valueAt(m_byBareName, matchKey(withoutUnitPrefix(codeOrName)));
}

std::size_t UnitMap::numberOf(const MappedUnit& unit) const {
    return static_cast<std::size_t>(&unit - m_units.data());
}

geo::Metres UnitMap::distanceToBorder(const MappedUnit& unit, geo::Coordinate position) const {
    if (!isNumber(position)) return infinite;
    const auto nearest = m_borders[numberOf(unit)].nearest(position, infinite);
    return nearest ? nearest->distance : infinite;
}

bool UnitMap::contains(const MappedUnit& unit, geo::Coordinate position) const {
    if (!isNumber(position)) return false;
    const auto zones = m_zones.zonesAt(position);
    return std::ranges::binary_search(zones, static_cast<std::uint32_t>(numberOf(unit)));
}

geo::Metres UnitMap::distanceTo(const MappedUnit& unit, geo::Coordinate position) const {
    return contains(unit, position) ? geo::Metres{0} : distanceToBorder(unit, position);
}

const MappedUnit* UnitMap::nearest(geo::Coordinate position, geo::Metres within,
                                   const MappedUnit* except) const {
    if (!isNumber(position)) return nullptr;
    const auto isOther = [&](std::size_t number) { return &m_units[number] != except; };
    const auto nearest = m_allBorders.nearest(position, within, isOther);
    return nearest ? &m_units[nearest->shape] : nullptr;
}

}  // namespace layers
